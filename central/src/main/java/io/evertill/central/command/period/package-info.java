/// Commands about closed periods.
@NullMarked
package io.evertill.central.command.period;

import org.jspecify.annotations.NullMarked;
