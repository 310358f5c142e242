package io.evertill.view;

import static java.util.stream.Collectors.joining;

import io.evertill.availability.CountOutcome;
import io.evertill.availability.CountReport;
import io.evertill.availability.CountTask;
import io.evertill.availability.ToCount;
import io.evertill.person.Person;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.till.Activity;
import io.evertill.till.CountChoice;
import io.evertill.till.Counts;
import io.evertill.till.Duty;
import io.evertill.till.Phrase;
import io.evertill.till.TillState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What the panel says of goods that are counted, and of what became of that.
final class CountWords {
    private CountWords() {}

    static String title(Activity.Counting counting, TillState state, Texts texts) {
        String who = state.duty().map(Duty::cashier).map(Person::name).orElse("");
        String told = counting.toldAt()
                .map(at -> texts.say(Phrase.COUNT_TOLD, Choices.age(at, state)))
                .orElseGet(() -> texts.say(Phrase.COUNT_NEVER_TOLD));
        return texts.say(Phrase.TALLY_TITLE, who, Counts.counted(counting), counting.rows().size()) + " · " + told;
    }

    static List<Choice> rows(Activity.Counting counting, TillState state, Texts texts) {
        return counting.rows().stream()
                .map(goods -> new Choice(goods.item().name(), detail(goods, state, texts),
                        goods.counted().map(texts::quantity).orElseGet(() -> texts.say(Phrase.COUNT_NOT_YET))))
                .toList();
    }

    private static String detail(ToCount goods, TillState state, Texts texts) {
        List<String> parts = new ArrayList<>();
        parts.add(goods.task().map(task -> why(task, state, texts)).orElseGet(() -> texts.say(Phrase.COUNT_FOUND_HERE)));
        Place place = goods.place();
        if (!place.location().equals(Place.MAIN) || place.kind() != Place.Kind.AVAILABLE) {
            parts.add(place.code());
        }
        if (!goods.lot().isEmpty()) {
            parts.add(texts.say(Phrase.COUNT_BATCH, goods.lot()));
        }
        parts.add(goods.item().sku().code());
        return parts.stream().filter(part -> !part.isEmpty()).collect(joining(" · "));
    }

    private static String why(CountTask task, TillState state, Texts texts) {
        if (task.isRecount()) {
            return texts.say(Phrase.COUNT_WHY_RECOUNT, task.counters().stream().map(Person::name).collect(joining(", ")));
        }
        return task.why().map(why -> switch (why.reason()) {
            case DUE -> due(why, state, texts);
            case NEGATIVE -> texts.say(Phrase.COUNT_WHY_NEGATIVE);
            case OVERSOLD -> texts.say(Phrase.COUNT_WHY_OVERSOLD);
            case SERIAL_CONFLICT -> texts.say(Phrase.COUNT_WHY_SERIAL);
            case AMBIGUOUS -> texts.say(Phrase.COUNT_WHY_AMBIGUOUS);
            case ASKED -> texts.say(Phrase.COUNT_WHY_ASKED);
        }).orElse("");
    }

    private static String due(CountTask.Why why, TillState state, Texts texts) {
        if (why.since().isEmpty()) {
            return texts.say(Phrase.COUNT_WHY_NEVER, why.countClass().name());
        }
        long days = Duration.between(why.since().get(), state.around().now()).toDays() - why.countClass().intervalDays();
        return days > 0
                ? texts.say(Phrase.COUNT_WHY_OVERDUE, why.countClass().name(), days)
                : texts.say(Phrase.COUNT_WHY_DUE, why.countClass().name());
    }

    /// What became of counts. What there should have been is said of what nobody is to count or decide about any more.
    static List<Choice> reports(List<CountReport> reports, TillState state, Texts texts) {
        return reports.stream()
                .map(report -> new Choice(report.item().name(), said(report, state, texts), counted(report, texts)))
                .toList();
    }

    private static String counted(CountReport report, Texts texts) {
        return quantity(report, report.outcome().counts().getLast().counted(), texts);
    }

    private static String said(CountReport report, TillState state, Texts texts) {
        CountOutcome outcome = report.outcome();
        Stream<String> parts = Stream.of(
                Stream.of(state(report, texts)),
                outcome.figures().filter(CountOutcome.Figures::isCorrected).stream().map(figures -> texts.say(Phrase.COUNT_CORRECTED,
                        signed(report, figures.restated(), texts), signed(report, figures.variance(), texts))),
                outcome.refused().stream().map(refused -> texts.say(
                        Phrase.COUNT_REFUSED, refused.by(), texts.say(refusal(refused.code())))),
                outcome.decided().stream().map(decided -> Stream.of(decided.by().name(), cause(decided.cause(), texts), decided.note())
                        .filter(part -> !part.isEmpty())
                        .collect(joining(", "))),
                Stream.of(counts(report, state, texts))).flatMap(each -> each);
        return parts.filter(part -> !part.isEmpty()).collect(joining(" · "));
    }

    private static String counts(CountReport report, TillState state, Texts texts) {
        return report.outcome().counts().stream()
                .map(told -> texts.say(Phrase.COUNT_BY, told.by().name(),
                        texts.when(told.at(), state.around().now(), state.lane().zone())))
                .collect(joining(", "));
    }

    private static String state(CountReport report, Texts texts) {
        CountOutcome outcome = report.outcome();
        return switch (outcome.state()) {
            case PLANNED, ASSIGNED, COUNTING, RECOUNT -> texts.say(Phrase.COUNT_STATE_RECOUNT);
            case COUNTED -> texts.say(Phrase.COUNT_STATE_COUNTED);
            case REVIEW -> texts.say(report.isRuled() ? Phrase.COUNT_STATE_RULED : Phrase.COUNT_STATE_REVIEW);
            case APPROVED -> texts.say(Phrase.COUNT_STATE_APPROVED);
            case REJECTED -> texts.say(Phrase.COUNT_STATE_REJECTED);
            case CANCELLED -> texts.say(Phrase.COUNT_STATE_CANCELLED);
            case POSTED -> outcome.figures()
                    .map(figures -> texts.say(Phrase.COUNT_STATE_POSTED, quantity(report, figures.before(), texts),
                            quantity(report, figures.after(), texts)))
                    .orElse("");
        };
    }

    private static Phrase refusal(String code) {
        return switch (code) {
            case "COUNTED_AGAIN" -> Phrase.COUNT_REFUSED_AGAIN;
            case "OTHER_PERSON" -> Phrase.COUNT_REFUSED_PERSON;
            default -> Phrase.COUNT_REFUSED_NOT_WAITING;
        };
    }

    /// A code that this program has no words for is shown as it stands.
    static String cause(String code, Texts texts) {
        return CountChoice.ALL.stream().filter(choice -> choice.cause().equals(code) && !code.isEmpty()).findFirst()
                .map(choice -> texts.say(choice.phrase())).orElse(code);
    }

    static String question(Activity.RulingCount ruling, TillState state, Texts texts) {
        CountReport report = ruling.report();
        String title = texts.say(Phrase.COUNT_RULE_TITLE, ruling.by().name(), report.item().name());
        String figures = report.outcome().figures().map(each -> texts.say(Phrase.COUNT_RULE_FIGURES,
                quantity(report, each.counted(), texts), quantity(report, each.expected(), texts),
                signed(report, each.variance(), texts), each.worth())).orElse("");
        String counts = report.outcome().counts().stream()
                .map(told -> told.by().name() + " " + quantity(report, told.counted(), texts) + " ("
                        + texts.when(told.at(), state.around().now(), state.lane().zone()) + ")")
                .collect(joining(", "));
        return title + "\n" + figures + "\n" + counts;
    }

    static List<Choice> choices(Texts texts) {
        return CountChoice.ALL.stream().map(choice -> new Choice(texts.say(choice.phrase()), "", "")).toList();
    }

    private static String signed(CountReport report, long quantity, Texts texts) {
        return (quantity > 0 ? "+" : "") + quantity(report, quantity, texts);
    }

    private static String quantity(CountReport report, long quantity, Texts texts) {
        return texts.quantity(quantity, report.item().unit());
    }
}
