/// Closes the books of a branch up to the end of a day (domain 2j).
///
/// The figures of a closed period never change. A fact that becomes known later is posted with its true moment and counts on
/// the first open day; what it would have changed is shown beside the closed figures, never in them.
@NullMarked
package io.evertill.closing;

import org.jspecify.annotations.NullMarked;
