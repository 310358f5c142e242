/// Who buys: the book of customers, and what frees some of them from tax.
@NullMarked
package io.evertill.customer;

import org.jspecify.annotations.NullMarked;
