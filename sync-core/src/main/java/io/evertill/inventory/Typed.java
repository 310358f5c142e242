package io.evertill.inventory;

import io.evertill.db.Tx;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.stock.Place;
import java.util.Optional;
import java.util.function.Predicate;

/// What a person types at the centre is about places that somebody defined and days that are open.
///
/// A fact of a till is never asked for either, and what was recorded before stays as it is.
public final class Typed {
    private Typed() {}

    /// Why an entry cannot be recorded as it was typed, and what to do; empty when it can, or was before.
    public static Optional<String> refusal(Tx tx, EntryId id, Entry entry) {
        if (tx.facts().find(entry.branch(), id).isPresent()) {
            return Optional.empty();
        }
        return LateEntries.refusal(tx, entry.branch(), entry.at())
                .or(() -> entry.moves().stream().map(Move::place).flatMap(place -> refusal(tx, place).stream()).findFirst());
    }

    /// Why nothing can be at a place; empty when its location is defined.
    public static Optional<String> refusal(Tx tx, Place place) {
        return Optional.of(place)
                .filter(each -> each.kind().isReal())
                .filter(Predicate.not(each -> tx.branches().location(each.branch(), each.location()).isPresent()))
                .map(each -> "Store " + each.branch() + " has no location " + each.location() + ". Define it: evertill-central location "
                        + each.location() + " --store " + each.branch());
    }
}
