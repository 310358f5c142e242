/// What flows back to the tills: products, prices, taxes, settings and what they need about stock, in commit order, with checksums
/// (protocol 2.11).
@NullMarked
package io.evertill.feed;

import org.jspecify.annotations.NullMarked;
