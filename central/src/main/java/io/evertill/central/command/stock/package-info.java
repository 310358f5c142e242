/// Commands about goods: how much there is and why, what happens to it, batches and pieces, promises, and red cards.
@NullMarked
package io.evertill.central.command.stock;

import org.jspecify.annotations.NullMarked;
