/// What can happen in a shop, as business facts: one record for each kind, in an interface for each who records it.
///
/// An [Entry][io.evertill.entry.Entry] says of itself what it does to stock, as [moves][io.evertill.entry.Move]. Pure: no
/// clock, no randomness, no input or output.
@NullMarked
package io.evertill.entry;

import org.jspecify.annotations.NullMarked;
