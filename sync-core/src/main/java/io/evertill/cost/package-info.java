/// What stock cost: the moving average of each branch and product, copied onto each movement when it is posted.
///
/// The cost that a movement carries never changes. The averages are kept beside the movements and follow from them, in the
/// order of the numbers that the product's movements have in the branch. Nothing waits for a cost: where nobody knows it, there
/// is none.
@NullMarked
package io.evertill.cost;

import org.jspecify.annotations.NullMarked;
