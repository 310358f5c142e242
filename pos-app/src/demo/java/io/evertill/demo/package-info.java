/// The demonstration: a centre and a till with a small shop, in a window or as a tour that verifies itself.
///
/// Only the build's profile `demo` knows it; no package ships it.
@NullMarked
package io.evertill.demo;

import org.jspecify.annotations.NullMarked;
