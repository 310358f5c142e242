package io.evertill.till;

import io.evertill.availability.CountOutcome;
import io.evertill.availability.CountReport;
import io.evertill.availability.CountTask;
import io.evertill.availability.ToCount;
import io.evertill.count.CountClass;
import io.evertill.count.LineState;
import io.evertill.count.Schedule;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Counting in a shop in memory: a list, what each person has counted, and what became of counts.
public final class Stocktake {
    private static final Place SHELF = Place.shelf("S1");

    private final List<ToCount> list = new ArrayList<>();
    private final Map<String, List<ToCount>> drafts = new HashMap<>();
    private final List<TillEffect.SubmitCount> submitted = new ArrayList<>();
    private final List<TillEffect.RuleCount> ruled = new ArrayList<>();
    private final List<CountReport> reports = new ArrayList<>();

    /// @param articles by code
    Stocktake(Function<String, Article> articles) {
        lists(articles.apply(Shop.MILK), "", Schedule.Reason.NEGATIVE, List.of());
        lists(articles.apply(Shop.BREAD), "", Schedule.Reason.AMBIGUOUS, List.of(Shop.BEA));
        lists(articles.apply(Shop.COFFEE), "", Schedule.Reason.DUE, List.of());
        lists(articles.apply("2000017"), "", Schedule.Reason.OVERSOLD, List.of());
        lists(articles.apply("SALMON"), "L-1", Schedule.Reason.DUE, List.of());
        lists(articles.apply("SALMON"), "L-2", Schedule.Reason.ASKED, List.of());
        lists(articles.apply(Shop.PHONE), "", Schedule.Reason.SERIAL_CONFLICT, List.of());
        reports(articles.apply("TEA"), LineState.REVIEW, 3, 12, -9, List.of(Shop.ANNA, Shop.BEN));
        reports(articles.apply("TEA2"), LineState.REVIEW, 2, 44, -42, List.of(Shop.BEN, Shop.BEA));
        reports(articles.apply("LAMP"), LineState.POSTED, 9, 10, 0, List.of(Shop.ANNA));
        reports(articles.apply("BEER"), LineState.RECOUNT, 9, 10, -1, List.of(Shop.ANNA));
        reports(articles.apply("RUM"), LineState.COUNTED, 9, 10, -1, List.of(Shop.ANNA));
        reports(articles.apply("BAG"), LineState.REJECTED, 9, 10, -1, List.of(Shop.CY));
    }

    private void lists(Article article, String lot, Schedule.Reason reason, List<Person> counters) {
        UUID line = new UUID(8, list.size() + 1L);
        list.add(new ToCount(line, article.item(), SHELF, lot, article.track() == Product.Track.SERIAL, Optional.of(new CountTask(
                line, article.item().product(), SHELF, lot, "", Optional.of(new CountTask.Why(reason, CountClass.A,
                        Optional.of(Shop.NOW.minus(Duration.ofDays(20))))), counters))));
    }

    private void reports(Article article, LineState state, long counted, long expected, long corrected, List<Person> counters) {
        Function<Long, Long> parts = pieces -> pieces * Quantity.ONE;
        Optional<CountOutcome.Figures> figures = Optional.of(new CountOutcome.Figures(parts.apply(counted), parts.apply(expected),
                parts.apply(expected), parts.apply(counted), parts.apply(corrected),
                Money.of((counted - expected) * 3_00, "EUR")));
        boolean isBlind = state == LineState.RECOUNT || state == LineState.COUNTED;
        reports.add(new CountReport(new CountOutcome(new UUID(9, reports.size() + 1L), article.item().product(), SHELF, "", state,
                counters.stream().map(person -> new CountOutcome.Told(person, parts.apply(counted), Shop.NOW.minusSeconds(3_600)))
                        .toList(),
                figures.filter(_ -> !isBlind), Optional.empty(), Optional.empty()), article.item(), false));
    }

    Optional<TillEvent> answer(TillEffect.OfCount effect) {
        return switch (effect) {
            case TillEffect.ListCounts(long ask, Person who) -> Optional.of(new TillEvent.CountsListed(
                    ask, rows(who), SHELF, Optional.of(Shop.NOW.minus(Duration.ofMinutes(12)))));
            case TillEffect.KeepCount(Person who, ToCount goods) -> {
                List<ToCount> draft = drafts.computeIfAbsent(who.id(), _ -> new ArrayList<>());
                draft.removeIf(goods::isSame);
                if (goods.counted().isPresent()) {
                    draft.add(goods);
                }
                yield Optional.empty();
            }
            case TillEffect.SubmitCount submit -> {
                submitted.add(submit);
                drafts.remove(submit.who().id());
                list.removeIf(goods -> submit.rows().stream().anyMatch(row -> row.isSame(goods) && row.counted().isPresent()));
                yield Optional.of(new TillEvent.CountSubmitted(submit.ask()));
            }
            case TillEffect.ListResults(long ask) -> Optional.of(new TillEvent.ResultsListed(ask, reports));
            case TillEffect.RuleCount rule -> {
                ruled.add(rule);
                reports.replaceAll(report -> report.outcome().line().equals(rule.shown().line())
                        ? new CountReport(report.outcome(), report.item(), true)
                        : report);
                yield Optional.of(new TillEvent.CountRuled(rule.ask()));
            }
        };
    }

    private List<ToCount> rows(Person who) {
        List<ToCount> draft = drafts.getOrDefault(who.id(), List.of());
        List<ToCount> rows = new ArrayList<>();
        for (ToCount goods : list) {
            if (goods.task().orElseThrow().isFor(who)) {
                rows.add(draft.stream().filter(goods::isSame).findFirst().orElse(goods));
            }
        }
        draft.stream().filter(goods -> rows.stream().noneMatch(goods::isSame)).forEach(rows::add);
        return rows;
    }

    /// Everything that was handed in.
    public List<TillEffect.SubmitCount> submitted() {
        return List.copyOf(submitted);
    }

    /// Everything that was decided.
    public List<TillEffect.RuleCount> ruled() {
        return List.copyOf(ruled);
    }

    /// How many rows somebody has counted and not handed in.
    public int kept(Person who) {
        return drafts.getOrDefault(who.id(), List.of()).size();
    }
}
