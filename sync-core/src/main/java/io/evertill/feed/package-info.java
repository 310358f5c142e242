/// What flows back to the tills: products, prices, taxes and settings, in commit order, with checksums (protocol 2.11).
@NullMarked
package io.evertill.feed;

import org.jspecify.annotations.NullMarked;
