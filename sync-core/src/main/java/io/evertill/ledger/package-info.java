/// The append-only, hash-chained history of a till: what happened, in which order, and the proof that nobody changed it.
///
/// An [Entry][io.evertill.ledger.Entry] is a business fact; a [Fact][io.evertill.ledger.Fact] is its exact bytes under its
/// id for ever; a [Posting][io.evertill.ledger.Posting] gives a fact its position in a stream and chains it to everything
/// before it (protocol 2.1). Pure: no clock, no randomness, no input or output.
@NullMarked
package io.evertill.ledger;

import org.jspecify.annotations.NullMarked;
