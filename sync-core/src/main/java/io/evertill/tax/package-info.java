/// Tax rates and the split of a receipt's total into net, tax and gross by rate.
@NullMarked
package io.evertill.tax;

import org.jspecify.annotations.NullMarked;
