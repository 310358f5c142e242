package io.evertill.till;

import io.evertill.availability.CountOutcome;
import io.evertill.availability.CountReport;
import io.evertill.availability.ToCount;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.product.Marks;
import io.evertill.product.Product;
import io.evertill.sale.Item;
import io.evertill.staff.Act;
import io.evertill.staff.Roster;
import io.evertill.stock.Quantity;
import io.evertill.till.Notice.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// Counting while the shop sells (experience E20): a scan counts one, digits say how many, one key hands all of it in.
///
/// Every count is kept at once, so that it can be put aside for a customer. Nothing says how many there should be until somebody who may
/// know it decides.
public final class Counts {
    private static final UUID NEW = new UUID(0, 0);
    private static final String NUMBER = "[0-9]{1,5}([.,][0-9]{0,4})?";

    private Counts() {}

    /// Opens the list, with an empty counter: what is scanned there is counted and not sold.
    static void open(Turn turn) {
        Optional<Duty> duty = turn.state().duty();
        Roster roster = turn.state().around().roster();
        if (!turn.state().sale().isEmpty() || duty.isEmpty()) {
            turn.refuse(Phrase.COUNT_BASKET_FIRST);
        } else if (roster.isInUse() && !roster.allows(duty.get().cashier(), Act.COUNT)) {
            turn.refuse(Phrase.COUNT_MAY_NOT, duty.get().cashier().name());
        } else {
            turn.type("");
            list(turn, duty.get().cashier());
        }
    }

    private static void list(Turn turn, Person who) {
        turn.go(new Activity.ListingCounts(turn.ask(ask -> new TillEffect.ListCounts(ask, who))));
    }

    static void listed(Turn turn, TillEvent.CountsListed listed) {
        turn.go(new Activity.Counting(listed.rows(), 0, listed.shelf(), listed.toldAt()));
        if (listed.rows().isEmpty() && turn.state().notice().isEmpty()) {
            turn.say(Tone.ASKING, Phrase.COUNT_NONE);
        }
    }

    /// How many rows somebody has counted.
    public static int counted(Activity.Counting counting) {
        return (int) counting.rows().stream().filter(row -> row.counted().isPresent()).count();
    }

    static void scanned(Turn turn, Activity.OfCount activity, String code) {
        turn.hush();
        turn.go(activity.counting());
        Typing typing = new Typing(turn.state().input());
        boolean isTimes = typing.times().isPresent() && typing.rest().isEmpty();
        turn.type("");
        LookUps.count(turn, code, isTimes ? typing.times() : Optional.empty(), false);
    }

    static void found(Turn turn, TillEvent.Found found, Optional<String> times) {
        if (!(turn.state().activity() instanceof Activity.Counting counting)) {
            return;
        }
        Item item = found.article().item();
        Marks marks = found.marks();
        List<Integer> fitting = fitting(counting, item, marks.lot());
        if (item.kind() != Product.Kind.GOODS) {
            turn.refuse(Phrase.COUNT_NO_GOODS, item.name());
        } else if (fitting.size() > 1 && !fitting.contains(counting.selected())) {
            turn.go(counting.at(fitting.getFirst()));
            turn.refuse(Phrase.COUNT_WHICH, item.name());
        } else if (fitting.isEmpty()) {
            boolean isByPiece = found.article().track() == Product.Track.SERIAL;
            add(turn, counting, counting.rows().size(), new ToCount(
                    NEW, item, counting.shelf(), marks.lot().orElse(""), isByPiece, Optional.empty()), found, times);
        } else {
            int row = fitting.size() == 1 ? fitting.getFirst() : counting.selected();
            add(turn, counting, row, counting.rows().get(row), found, times);
        }
    }

    /// The rows that goods may stand for: those of their batch, where their code says it.
    private static List<Integer> fitting(Activity.Counting counting, Item item, Optional<String> lot) {
        return IntStream.range(0, counting.rows().size())
                .filter(at -> counting.rows().get(at).item().product().equals(item.product()))
                .filter(at -> lot.isEmpty() || lot.get().equals(counting.rows().get(at).lot()))
                .boxed()
                .toList();
    }

    private static void add(
            Turn turn, Activity.Counting counting, int row, ToCount goods, TillEvent.Found found, Optional<String> times) {
        Optional<String> serial = found.marks().serial().filter(_ -> goods.isByPiece());
        Optional<Quantity> more = more(found, goods.item(), times);
        if (serial.filter(goods.pieces()::contains).isPresent()) {
            turn.refuse(Phrase.COUNT_PIECE_TWICE, goods.item().name(), serial.orElseThrow());
        } else if (more.isEmpty() && goods.item().unit().isMeasured() && times.isEmpty()) {
            turn.go(put(counting, row, goods));
            turn.say(Tone.ASKING, Phrase.COUNT_WEIGH, goods.item().name());
            turn.play(TillEffect.Sound.OK);
        } else if (more.isEmpty()) {
            turn.refuse(goods.item().unit().isMeasured() ? Phrase.NOT_A_WEIGHT : Phrase.WHOLE_PIECES_ONLY, times.orElse(""));
        } else if (!goods.item().unit().equals(found.article().item().unit()) || isTooMuch(goods.plus(more.get()))) {
            turn.refuse(Phrase.TOO_LARGE);
        } else {
            keep(turn, counting, row, serial.isPresent() ? goods.plus(serial.get()) : goods.plus(more.get()));
            turn.play(TillEffect.Sound.OK);
        }
    }

    private static boolean isTooMuch(ToCount goods) {
        return goods.counted().filter(all -> all.tenThousandths() > Limits.QUANTITY_WHOLE_MAX * Quantity.ONE).isPresent();
    }

    /// How many a code stands for; empty for what has to be weighed, and where the number before it makes no sense.
    private static Optional<Quantity> more(TillEvent.Found found, Item item, Optional<String> times) {
        Optional<String> pieces = found.marks().count().map(String::valueOf).or(() -> times);
        return switch (found.portion()) {
            case Article.Portion.Weighed(Quantity weight) -> Optional.of(weight).filter(_ -> times.isEmpty());
            case Article.Portion.Priced(Money price) -> found.article().worth(price).filter(_ -> times.isEmpty());
            case Article.Portion.Plain() when found.marks().serial().isPresent() ->
                Optional.of(Quantity.of(1, item.unit())).filter(_ -> times.isEmpty());
            case Article.Portion.Plain() when pieces.isPresent() -> Typing.quantity(pieces.get(), item.unit());
            case Article.Portion.Plain() -> Optional.of(Quantity.of(1, item.unit())).filter(_ -> !item.unit().isMeasured());
        };
    }

    private static Activity.Counting put(Activity.Counting counting, int row, ToCount goods) {
        List<ToCount> rows = new ArrayList<>(counting.rows());
        if (row == rows.size()) {
            rows.add(goods);
        } else {
            rows.set(row, goods);
        }
        return new Activity.Counting(rows, row, counting.shelf(), counting.toldAt());
    }

    private static void keep(Turn turn, Activity.Counting counting, int row, ToCount goods) {
        turn.state().duty().ifPresent(duty -> {
            turn.go(put(counting, row, goods));
            turn.want(new TillEffect.KeepCount(duty.cashier(), goods));
            goods.counted().ifPresent(all -> turn.say(Tone.GOOD, Phrase.COUNT_NOW, goods.item().name(), all));
        });
    }

    /// Enter: a number is how many there are of the marked goods, anything else is looked up.
    static void enter(Turn turn, Activity.Counting counting) {
        String text = turn.state().input().strip();
        if (text.isEmpty()) {
            turn.say(Tone.ASKING, Phrase.COUNT_HOW);
            return;
        }
        turn.type("");
        if (text.matches(NUMBER)) {
            number(turn, counting, text);
        } else {
            Typing typing = new Typing(text);
            LookUps.count(turn, typing.rest(), typing.times(), true);
        }
    }

    private static void number(Turn turn, Activity.Counting counting, String text) {
        if (counting.rows().isEmpty()) {
            turn.refuse(Phrase.COUNT_SCAN_FIRST);
            return;
        }
        ToCount goods = counting.rows().get(counting.selected());
        Quantity none = Quantity.zero(goods.item().unit());
        Optional<Quantity> all = text.matches("0+([.,]0*)?") ? Optional.of(none) : Typing.quantity(text, goods.item().unit());
        if (all.isEmpty()) {
            turn.refuse(goods.item().unit().isMeasured() ? Phrase.NOT_A_WEIGHT : Phrase.WHOLE_PIECES_ONLY, text);
        } else {
            keep(turn, counting, counting.selected(), goods.with(all));
            turn.play(TillEffect.Sound.OK);
        }
    }

    /// A text that is no code marks the first goods that have it in their name.
    static void unknown(Turn turn, String text, boolean isTyped) {
        String part = text.toLowerCase(Locale.ROOT);
        if (turn.state().activity() instanceof Activity.Counting counting && isTyped) {
            Optional<Integer> named = IntStream.range(0, counting.rows().size()).boxed()
                    .filter(at -> counting.rows().get(at).item().name().toLowerCase(Locale.ROOT).contains(part))
                    .findFirst();
            if (named.isPresent()) {
                turn.go(counting.at(named.get()));
                return;
            }
        }
        turn.say(Tone.REFUSED, Phrase.COUNT_UNKNOWN, text);
        turn.play(TillEffect.Sound.UNKNOWN);
    }

    /// One piece more or less of the marked goods; never fewer than none.
    static void more(Turn turn, Activity.Counting counting, int by) {
        if (counting.rows().isEmpty()) {
            turn.refuse(Phrase.COUNT_SCAN_FIRST);
            return;
        }
        ToCount goods = counting.rows().get(counting.selected());
        long now = goods.counted().map(Quantity::tenThousandths).orElse(0L) + by * Quantity.ONE;
        if (goods.item().unit().isMeasured() || now < 0) {
            turn.refuse(goods.item().unit().isMeasured() ? Phrase.COUNT_WEIGH : Phrase.COUNT_NOT_FEWER, goods.item().name());
        } else {
            ToCount changed = goods.with(Optional.of(new Quantity(now, goods.item().unit())));
            if (isTooMuch(changed)) {
                turn.refuse(Phrase.TOO_LARGE);
            } else {
                keep(turn, counting, counting.selected(), changed);
            }
        }
    }

    /// The marked goods were not counted after all, which is not a count of none.
    static void forget(Turn turn, Activity.Counting counting) {
        if (counting.rows().isEmpty() || counting.rows().get(counting.selected()).counted().isEmpty()) {
            turn.refuse(Phrase.COUNT_SCAN_FIRST);
            return;
        }
        ToCount goods = counting.rows().get(counting.selected()).with(Optional.empty());
        keep(turn, counting, counting.selected(), goods);
        if (goods.task().isEmpty() && turn.state().activity() instanceof Activity.Counting kept) {
            List<ToCount> rows = new ArrayList<>(kept.rows());
            rows.remove(kept.selected());
            turn.go(new Activity.Counting(rows, Math.max(0, kept.selected() - 1), kept.shelf(), kept.toldAt()));
        }
        turn.say(Tone.GOOD, Phrase.COUNT_FORGOTTEN, goods.item().name());
    }

    /// Hands in what was counted.
    static void submit(Turn turn, Activity.Counting counting) {
        if (!turn.state().input().isEmpty()) {
            turn.refuse(Phrase.COUNT_ENTER_FIRST, turn.state().input());
        } else if (counted(counting) == 0) {
            turn.refuse(Phrase.COUNT_SCAN_FIRST);
        } else {
            turn.state().duty().ifPresent(duty -> {
                long ask = turn.ask(number -> new TillEffect.SubmitCount(number, duty.cashier(), counting.rows()));
                turn.go(new Activity.SubmittingCount(ask, counting));
            });
        }
    }

    static void submitted(Turn turn, Activity.SubmittingCount submitting) {
        turn.play(TillEffect.Sound.OK);
        turn.say(Tone.GOOD, Phrase.COUNT_SENT, counted(submitting.before()));
        turn.state().duty().ifPresent(duty -> list(turn, duty.cashier()));
    }

    /// One step back: the list is put aside as it is.
    static void back(Turn turn, Activity.Counting counting) {
        turn.go(new Activity.Selling());
        if (counted(counting) > 0) {
            turn.say(Tone.GOOD, Phrase.COUNT_ASIDE, counted(counting));
        }
    }

    /// Shows what became of counts.
    static void results(Turn turn, Activity.Counting counting) {
        turn.type("");
        turn.go(new Activity.ReadingResults(turn.ask(TillEffect.ListResults::new), counting));
    }

    static void read(Turn turn, Activity.ReadingResults reading, List<CountReport> reports) {
        List<CountReport> shown = shown(turn.state(), reports);
        turn.go(new Activity.SeeingResults(0, shown, 0, reading.before()));
        if (shown.isEmpty()) {
            turn.say(Tone.ASKING, Phrase.COUNT_NO_RESULTS);
        }
    }

    /// The centre may have told more since.
    static void synced(Turn turn) {
        if (turn.state().activity() instanceof Activity.SeeingResults seeing) {
            long ask = turn.ask(TillEffect.ListResults::new);
            turn.go(new Activity.SeeingResults(ask, seeing.reports(), seeing.selected(), seeing.counting()));
        }
    }

    /// The marked one stays marked where it stands.
    static void renewed(Turn turn, Activity.SeeingResults seeing, TillEvent.Answer answer) {
        if (answer instanceof TillEvent.ResultsListed(long _, List<CountReport> reports)) {
            List<CountReport> shown = shown(turn.state(), reports);
            Optional<UUID> marked = seeing.reports().stream().skip(seeing.selected()).findFirst().map(report -> report.outcome().line());
            int at = IntStream.range(0, shown.size())
                    .filter(row -> marked.filter(shown.get(row).outcome().line()::equals).isPresent())
                    .findFirst()
                    .orElse(0);
            turn.go(new Activity.SeeingResults(0, shown, at, seeing.counting()));
        }
    }

    private static List<CountReport> shown(TillState state, List<CountReport> reports) {
        return reports.stream().filter(report -> isShown(state, report)).limit(Limits.COUNTS_MAX).toList();
    }

    /// One's own counts, and what somebody has to decide about.
    private static boolean isShown(TillState state, CountReport report) {
        return report.isToDecide() || state.duty().filter(duty -> report.outcome().isOf(duty.cashier())).isPresent();
    }

    /// Opens what waits for a decision, for somebody who may decide: only that person sees what there should have been.
    static void choose(Turn turn, Activity.SeeingResults seeing, int index) {
        if (index >= 0 && index < seeing.reports().size()) {
            CountReport report = seeing.reports().get(index);
            if (report.isToDecide()) {
                Approvals.ask(turn, new Matter.CountRuled(report, seeing));
            } else {
                turn.go(seeing.at(index));
            }
        }
    }

    /// Somebody who may decide has shown who it is.
    static void decide(Turn turn, Person by, Matter.CountRuled matter) {
        turn.type("");
        turn.go(new Activity.RulingCount(by, matter.report(), CountChoice.ALL.getFirst(), matter.before()));
    }

    static void rule(Turn turn, Activity.RulingCount ruling, int index) {
        if (index < 0 || index >= CountChoice.ALL.size()) {
            return;
        }
        CountChoice choice = CountChoice.ALL.get(index);
        CountOutcome outcome = ruling.report().outcome();
        if (choice.isBelieved() && !outcome.isForApproval(ruling.by())) {
            turn.go(ruling.at(choice));
            turn.refuse(Phrase.COUNT_OTHER_PERSON, ruling.by().name());
        } else {
            String note = turn.state().input().strip();
            long ask = turn.ask(number -> new TillEffect.RuleCount(number, ruling.by(), outcome, choice, note));
            turn.type("");
            turn.go(new Activity.RecordingRuling(ask, ruling.at(choice)));
        }
    }

    static void ruled(Turn turn, Activity.RecordingRuling recording) {
        turn.say(Tone.GOOD, Phrase.COUNT_RULED, recording.before().report().item().name());
        turn.go(new Activity.ReadingResults(turn.ask(TillEffect.ListResults::new), recording.before().before().counting()));
    }
}
