/// The time between opening and closing a drawer, and what the drawer holds by then.
@NullMarked
package io.evertill.shift;

import org.jspecify.annotations.NullMarked;
