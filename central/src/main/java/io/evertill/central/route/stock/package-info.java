/// What tills and other programs ask over HTTP about stock: how much there is, why, and to keep some of it for a while.
@NullMarked
package io.evertill.central.route.stock;

import org.jspecify.annotations.NullMarked;
