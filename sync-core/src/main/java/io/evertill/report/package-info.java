/// What is said about a shift when it is over, computed from its entries alone: the same at the till and at the centre, now and
/// in ten years.
@NullMarked
package io.evertill.report;

import org.jspecify.annotations.NullMarked;
