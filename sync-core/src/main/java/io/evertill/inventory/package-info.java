/// What stock means at the centre: the one door through which movements are posted, and what follows from them in the same
/// transaction.
///
/// A **fact** already happened: it is posted as it is, whatever the ledger thinks of it, and what cannot be true becomes an
/// exception for a person ([StockPosting]). Facts of the tills come through `ingest`; facts that people record at the centre
/// go into the centre's own stream of the branch ([Books]), so that every movement has an entry and the ledger can be
/// replayed.
///
/// What is kept beside the movements follows from them at any time: [Snapshots] shorten sums, [History] says why there is as
/// much as there is, [Rebuild] computes levels anew, and [Reconciliation] compares everything, each night by [Nightly].
///
/// A **request** is about the future and may be refused: transfers are asked for and granted here ([Transfers]), promises of
/// goods in `reserving`.
///
/// What is counted is compared with the ledger of the moment of the count ([CountPosting]), and put right once when something
/// that had happened before becomes known.
///
/// More than 14 files because each thing that people or jobs do with stock is a class of its own behind the one door; what is
/// true on paper stands in `count`, `transfer`, `reservation`, `lot` and `alert`.
@NullMarked
package io.evertill.inventory;

import org.jspecify.annotations.NullMarked;
