/// Commands about counting: what to count, sheets, what was found, and what it says about the shop.
@NullMarked
package io.evertill.central.command.count;

import org.jspecify.annotations.NullMarked;
