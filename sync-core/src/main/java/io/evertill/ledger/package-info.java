/// The append-only, hash-chained history of a till: what happened, in which order, and the proof that nobody changed it.
///
/// A [Fact][io.evertill.ledger.Fact] is the exact bytes of a business fact under its id for ever; a
/// [Posting][io.evertill.ledger.Posting] gives a fact its position in a stream and chains it to everything before it
/// (protocol 2.1). Pure: no clock, no randomness, no input or output.
@NullMarked
package io.evertill.ledger;

import org.jspecify.annotations.NullMarked;
