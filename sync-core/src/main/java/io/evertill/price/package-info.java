/// Which price applies to a product at a branch at an instant (domain 2g): a total, deterministic function.
@NullMarked
package io.evertill.price;

import org.jspecify.annotations.NullMarked;
