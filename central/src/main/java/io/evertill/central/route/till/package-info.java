/// What tills ask over HTTP: to be let in, to hand over their entries and read them back, products and prices.
@NullMarked
package io.evertill.central.route.till;

import org.jspecify.annotations.NullMarked;
