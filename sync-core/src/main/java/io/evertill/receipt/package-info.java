/// The customer's paper as lines of text, before any printer is involved.
///
/// [Receipt][io.evertill.receipt.Receipt] sets a completed sale in 42 columns; a printer or a file gets finished lines and
/// decides nothing but the glyphs. The paper carries the ledger number and a short hash
/// ([Proof][io.evertill.receipt.Proof]), so it can only be made of a sale that is committed.
@NullMarked
package io.evertill.receipt;

import org.jspecify.annotations.NullMarked;
