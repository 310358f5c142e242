package io.evertill.inventory;

import io.evertill.count.Ambiguity;
import io.evertill.count.Finding;
import io.evertill.count.LineState;
import io.evertill.count.Schedule;
import io.evertill.count.Tolerance;
import io.evertill.count.Verdict;
import io.evertill.db.AcceptedStreams;
import io.evertill.db.CountAttempts;
import io.evertill.db.CountLines;
import io.evertill.db.Database;
import io.evertill.db.Tx;
import io.evertill.entry.CountEntry;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.lot.PieceDifference;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.stock.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/// Brings the ledger to what was counted (domain 2d): the difference to what the ledger says of the moment of the count,
/// whenever that is posted.
///
/// The lines that are judged in one transaction lock the centre's stream of the branch, then their rows, then their keys'
/// levels in sorted order; average costs come in the order of products, as in every other posting.
public final class CountPosting {
    private static final int TOGETHER_MAX = 100;

    private CountPosting() {}

    /// What became of a line.
    public sealed interface Outcome {
        /// The ledger says now what was counted.
        record Posted(Finding finding) implements Outcome {}

        /// Another person must count.
        record Recount(Finding finding) implements Outcome {}

        /// Somebody must decide; see [Counts#approve].
        record Review(Finding finding) implements Outcome {}

        /// Nobody can say whether the person saw what moved at about the time: the line is cancelled, and the goods are on the
        /// list again.
        record Ambiguous(Finding finding) implements Outcome {}

        /// Tills of the branch were not heard past the count; nothing was changed.
        record NotHeard(List<String> tills) implements Outcome {}

        /// The centre has facts of its own that are not applied yet; nothing was changed.
        record NotApplied() implements Outcome {}

        /// There is no such line, or it is neither counted nor approved; nothing was changed.
        record NoSuch() implements Outcome {}
    }

    /// Judges everything of a branch that was counted, and posts what may be posted. Lines are judged together, some in one
    /// transaction: what is settled stays so when a later one fails.
    ///
    /// @param poster who does so
    /// @param waived names of tills that a supervisor does not wait for
    /// @param told is told what became of each line, once that is certain
    public static void settleAll(
            Database db, String branch, Person poster, Set<String> waived, BiConsumer<UUID, Outcome> told) {
        List<UUID> ids = db.read(tx -> Counts.settleable(tx, branch));
        for (int from = 0; from < ids.size(); from += TOGETHER_MAX) {
            List<UUID> some = ids.subList(from, Math.min(from + TOGETHER_MAX, ids.size()));
            Map<UUID, Outcome> outcomes = db.write(tx -> settle(tx, branch, some, poster, waived));
            some.forEach(id -> told.accept(id, Objects.requireNonNull(outcomes.get(id))));
        }
    }

    /// Judges everything of all branches that was counted and whose tills were all heard past the count, as jobs do.
    ///
    /// @return how many lines
    public static int settleHeard(Database db) {
        List<CountLines.LineOf> heard = db.read(tx -> tx.countLines().toSettle().stream()
                .filter(each -> isHeard(tx, each.branch(), each.line()))
                .toList());
        for (String branch : heard.stream().map(CountLines.LineOf::branch).distinct().toList()) {
            List<UUID> ids = heard.stream().filter(each -> each.branch().equals(branch)).map(CountLines.LineOf::line).toList();
            for (int from = 0; from < ids.size(); from += TOGETHER_MAX) {
                List<UUID> some = ids.subList(from, Math.min(from + TOGETHER_MAX, ids.size()));
                db.write(tx -> settle(tx, branch, some, Books.CENTRE, Set.of()));
            }
        }
        return heard.size();
    }

    /// Judges a line that was counted, and posts it when it may be.
    ///
    /// @param poster who does so
    /// @param waived names of tills that a supervisor does not wait for
    public static Outcome settle(Tx tx, String branch, UUID id, Person poster, Set<String> waived) {
        return Objects.requireNonNull(settle(tx, branch, List.of(id), poster, waived).get(id));
    }

    private static Map<UUID, Outcome> settle(Tx tx, String branch, List<UUID> ids, Person poster, Set<String> waived) {
        AcceptedStreams.Held books = Books.openAndLock(tx, branch);
        boolean isApplied = books.appliedSeq() == books.accepted().seq();
        Map<UUID, Outcome> outcomes = new HashMap<>();
        List<Judgement> judgements = new ArrayList<>();
        for (UUID id : ids) {
            switch (isApplied ? look(tx, branch, id, poster, waived) : new Look.Stopped(new Outcome.NotApplied())) {
                case Look.Stopped(Outcome outcome) -> outcomes.put(id, outcome);
                case Judgement judgement -> judgements.add(judgement);
            }
        }
        List<Move.Key> keys = judgements.stream().map(judgement -> judgement.line().key()).distinct().sorted().toList();
        keys.forEach(tx.stock()::lock);
        judgements.stream()
                .sorted(Comparator.comparing(judgement -> judgement.line().key().product()))
                .forEach(judgement -> outcomes.put(judgement.line().id(), judgement.settle()));
        keys.forEach(tx.stock()::forget);
        return outcomes;
    }

    private static Look look(Tx tx, String branch, UUID id, Person poster, Set<String> waived) {
        Optional<CountLines.Line> line = tx.countLines().lock(branch, id)
                .filter(found -> found.state() == LineState.COUNTED || found.state() == LineState.APPROVED);
        if (line.isEmpty()) {
            return new Look.Stopped(new Outcome.NoSuch());
        }
        List<CountAttempts.Attempt> attempts = newest(tx.countAttempts().of(branch, id));
        List<String> missing = CountFence.missing(tx, branch, settledFrom(attempts), waived);
        return missing.isEmpty()
                ? new Judgement(tx, line.get(), attempts, poster)
                : new Look.Stopped(new Outcome.NotHeard(missing));
    }

    /// Whether a line that was counted or approved can be judged now; only a look, which may be over when it is.
    private static boolean isHeard(Tx tx, String branch, UUID id) {
        List<CountAttempts.Attempt> attempts = tx.countAttempts().of(branch, id);
        return !attempts.isEmpty() && CountFence.missing(tx, branch, settledFrom(attempts), Set.of()).isEmpty();
    }

    /// From when on the sales are known that could explain what was counted.
    private static Instant settledFrom(List<CountAttempts.Attempt> attempts) {
        return attempts.stream().map(CountAttempts.Attempt::countedAt).max(Comparator.naturalOrder()).orElseThrow()
                .plus(Ambiguity.BASKET_LAG);
    }

    /// What each person counted last: who counts the same line again has corrected the first count, and is no second person.
    private static List<CountAttempts.Attempt> newest(List<CountAttempts.Attempt> attempts) {
        Map<String, CountAttempts.Attempt> newest = new LinkedHashMap<>();
        attempts.forEach(attempt -> {
            newest.remove(attempt.counter().id());
            newest.put(attempt.counter().id(), attempt);
        });
        return List.copyOf(newest.values());
    }

    private static Finding finding(Tx tx, CountLines.Line line, CountAttempts.Attempt attempt) {
        return new Finding(attempt.counted(), tx.stock().sumUpTo(line.key(), attempt.countedAt()),
                tx.stock().level(line.key()).quantity(), attempt.countedAt());
    }

    /// How much of a line's goods is not as expected by its newest count, as known now: the difference, or every piece that is
    /// missing or was found.
    static long wrong(Tx tx, CountLines.Line line, CountAttempts.Attempt attempt) {
        return pieces(tx, line, attempt)
                .filter(pieces -> !pieces.isNone())
                .map(pieces -> pieces.size() * Quantity.ONE)
                .orElseGet(() -> attempt.counted() - tx.stock().sumUpTo(line.key(), attempt.countedAt()));
    }

    /// Which pieces a count found missing, and which it found that should not be there, as known now; empty when nobody looked
    /// at numbers.
    public static Optional<PieceDifference> pieces(Tx tx, CountLines.Line line, CountAttempts.Attempt attempt) {
        return seen(tx, line, attempt).map(seen ->
                PieceDifference.of(tx.serials().at(line.key(), attempt.countedAt()), Set.copyOf(seen)));
    }

    /// Which pieces were posted as missing and found; empty when nobody looked at numbers.
    public static Optional<PieceDifference> posted(Tx tx, String branch, CountLines.Posting posting) {
        return Books.find(tx, branch, posting.entry())
                .flatMap(entry -> entry instanceof CountEntry.CountAdjusted adjusted ? adjusted.pieces() : Optional.empty());
    }

    /// The numbers of the pieces that a count saw; empty when nobody looked at numbers.
    private static Optional<List<String>> seen(Tx tx, CountLines.Line line, CountAttempts.Attempt attempt) {
        return Books.find(tx, line.key().place().branch(), attempt.entry())
                .flatMap(entry -> entry instanceof CountEntry.Counted counted
                        ? counted.lines().stream().filter(tally -> tally.count().equals(line.id())).findFirst()
                                .or(() -> counted.lines().stream().filter(tally -> isOf(tally, line)).findFirst())
                        : Optional.empty())
                .flatMap(CountEntry.Tally::pieces);
    }

    /// Of a till the centre may have put a count to another line of the same goods.
    private static boolean isOf(CountEntry.Tally tally, CountLines.Line line) {
        return new Move.Key(tally.item().product(), tally.place(), tally.lot()).equals(line.key());
    }

    /// What a look at a line under its lock says: that it cannot be judged now, or a [Judgement].
    private sealed interface Look {
        record Stopped(Outcome outcome) implements Look {}
    }

    /// A line that can be judged, once its level is locked.
    private record Judgement(Tx tx, CountLines.Line line, List<CountAttempts.Attempt> attempts, Person poster) implements Look {
        Outcome settle() {
            String branch = line.key().place().branch();
            Finding finding = finding(tx, line, attempts.getLast());
            Optional<PieceDifference> pieces = pieces(tx, line, attempts.getLast());
            if (Ambiguity.of(finding.countedAt(), variance(finding, pieces), near(finding, pieces))) {
                tx.countLines().move(branch, line, LineState.CANCELLED, line.assignee());
                tx.countLines().add(Derived.id("count again", branch, line.id().toString()), line.key(), line.countClass(),
                        Schedule.Reason.AMBIGUOUS, tx.now());
                return new Outcome.Ambiguous(finding);
            }
            LineState state = line.state() == LineState.APPROVED ? LineState.APPROVED : verdict(finding, pieces);
            return switch (state) {
                case APPROVED -> post(finding, pieces);
                case RECOUNT -> {
                    tx.countLines().move(branch, line, state, "");
                    yield new Outcome.Recount(finding);
                }
                default -> {
                    tx.countLines().move(branch, line, LineState.REVIEW, line.assignee());
                    tx.countLines().review(branch, line.id(), attempts.getLast().counter().id(),
                            new CountLines.Judged(finding, worth(CountPosting.wrong(tx, line, attempts.getLast()))));
                    yield new Outcome.Review(finding);
                }
            };
        }

        /// A piece that is missing may be in a basket, whatever was found instead.
        private static long variance(Finding finding, Optional<PieceDifference> pieces) {
            return pieces.filter(each -> !each.missing().isEmpty())
                    .map(each -> -each.missing().size() * Quantity.ONE)
                    .orElseGet(finding::variance);
        }

        private List<Ambiguity.Near> near(Finding finding, Optional<PieceDifference> pieces) {
            List<Ambiguity.Near> near = new ArrayList<>();
            tx.stock().eachBetween(line.key(), finding.countedAt().minus(Ambiguity.CLOCKS),
                    finding.countedAt().plus(Ambiguity.BASKET_LAG), movement -> {
                        Move.Type type = Move.Type.valueOf(movement.type());
                        if (type != Move.Type.COUNT_ADJUSTMENT && type != Move.Type.COUNT_CORRECTION) {
                            boolean isMissing = pieces.map(PieceDifference::missing)
                                    .filter(missing -> !missing.isEmpty() && !missing.contains(movement.serial())).isEmpty();
                            near.add(new Ambiguity.Near(
                                    movement.occurredAt(), movement.quantity(), type == Move.Type.SALE && isMissing));
                        }
                    });
            return near;
        }

        private LineState verdict(Finding finding, Optional<PieceDifference> pieces) {
            List<Difference> differences = attempts.stream()
                    .map(attempt -> new Difference(attempt.counted() - tx.stock().sumUpTo(line.key(), attempt.countedAt()),
                            pieces(tx, line, attempt)))
                    .toList();
            List<Boolean> covered = attempts.stream().map(this::isCovered).toList();
            // Two that counted at the same time, each within the tolerance, ask for nobody's word.
            List<Difference> asked = covered.contains(false) ? differences : List.of(differences.getLast());
            boolean isEachThere = pieces.map(PieceDifference::isNone).orElse(true);
            return Verdict.of(asked, finding.variance() == 0 && isEachThere, covered.getLast());
        }

        private boolean isCovered(CountAttempts.Attempt attempt) {
            Finding found = finding(tx, line, attempt);
            return pieces(tx, line, attempt).map(PieceDifference::isNone).orElse(true)
                    && Tolerance.of(line.countClass()).covers(found.variance(), found.expected(), worth(found.variance()));
        }

        private Money worth(long quantity) {
            Assortment assortment = new Assortment(tx);
            return assortment.value(line.key().place().branch(), assortment.require(line.key().product()), quantity);
        }

        private record Difference(long variance, Optional<PieceDifference> pieces) {}

        private Outcome post(Finding finding, Optional<PieceDifference> pieces) {
            String branch = line.key().place().branch();
            CountAttempts.Attempt attempt = attempts.getLast();
            EntryId id = new EntryId(Derived.id("count adjustment", branch, line.id().toString()));
            Books.record(tx, id, adjustment(finding, pieces, attempt));
            tx.countLines().post(branch, line.id(),
                    new CountLines.Posting(id, attempt.counter().id(), tx.now(), finding, finding.variance()), worth(finding.variance()));
            return new Outcome.Posted(finding);
        }

        private Entry adjustment(
                Finding finding, Optional<PieceDifference> pieces, CountAttempts.Attempt attempt) {
            Assortment assortment = new Assortment(tx);
            Product product = assortment.require(line.key().product());
            CountLines.Approval approval =
                    line.approval().orElseGet(() -> new CountLines.Approval(Books.CENTRE, "", ""));
            return new CountEntry.CountAdjusted(line.key().place().branch(), finding.countedAt(), poster, line.id(),
                    assortment.item(product), line.key().place(), line.key().lot(),
                    new CountEntry.Difference(
                            new Quantity(finding.counted(), product.unit()),
                            new Quantity(finding.expected(), product.unit()),
                            new Quantity(finding.before(), product.unit()),
                            new Quantity(finding.after(), product.unit())),
                    pieces, new CountEntry.Approval(attempt.entry(), attempt.counter(), approval.by(), approval.cause(), approval.note()));
        }
    }
}
