/// What the centre's price book says of sales that were made (domain 2g).
@NullMarked
package io.evertill.pricing;

import org.jspecify.annotations.NullMarked;
