/// Commands about goods on their way between two stores.
@NullMarked
package io.evertill.central.command.transfer;

import org.jspecify.annotations.NullMarked;
