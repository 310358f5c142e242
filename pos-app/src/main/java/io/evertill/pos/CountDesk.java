package io.evertill.pos;

import io.evertill.register.Counting;
import io.evertill.register.Freshness;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.stock.Place;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import java.util.Optional;
import java.util.function.Function;

/// Counting goods, for the [Desk]: the list, what is kept of a count, and the entries that come of it.
final class CountDesk {
    private final TillProcess till;
    private final Counting counting;

    CountDesk(TillProcess till) {
        this.till = till;
        this.counting = till.counting();
    }

    /// Does what an effect asks for; empty where nothing is to be said.
    Optional<TillEvent> answer(TillEffect.OfCount effect) {
        return switch (effect) {
            case TillEffect.ListCounts(long ask, var who) -> Optional.of(new TillEvent.CountsListed(ask, counting.list(who),
                    Place.shelf(till.identity().branch()), Freshness.read(till.database()).confirmedAt()));
            case TillEffect.KeepCount(var who, var goods) -> {
                till.write(_ -> {
                    counting.keep(who, goods);
                    return goods;
                }).join();
                yield Optional.empty();
            }
            case TillEffect.SubmitCount(long ask, var who, var rows) -> Optional.of(Desk.answer(ask, keep(
                    register -> counting.submit(register, who, rows)), _ -> new TillEvent.CountSubmitted(ask)));
            case TillEffect.ListResults(long ask) -> Optional.of(new TillEvent.ResultsListed(ask, counting.outcomes()));
            case TillEffect.RuleCount(long ask, var by, var shown, var choice, var note) -> Optional.of(Desk.answer(ask, keep(
                    register -> counting.rule(register, by, shown, choice.ruling(), choice.cause(), note)),
                    _ -> new TillEvent.CountRuled(ask)));
        };
    }

    private Outcome keep(Function<Register, Outcome> work) {
        return till.keep(work).join();
    }
}
