/// What stock means at the centre: the one door through which movements are posted, and what follows from them in the same
/// transaction.
///
/// A **fact** already happened: it is posted as it is, whatever the ledger thinks of it, and what cannot be true becomes an
/// exception for a person ([StockPosting]). Facts of the tills come through `ingest`; facts that people record at the centre
/// go into the centre's own stream of the branch ([Books]), so that every movement has an entry and the ledger can be
/// replayed.
///
/// What is counted is compared with the ledger of the moment of the count ([CountPosting]), and put right once when something
/// that had happened before becomes known.
@NullMarked
package io.evertill.inventory;

import org.jspecify.annotations.NullMarked;
