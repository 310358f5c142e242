/// Commands about branches and what is in them.
@NullMarked
package io.evertill.central.command.place;

import org.jspecify.annotations.NullMarked;
