package io.evertill.inventory;

import io.evertill.count.LineState;
import io.evertill.count.Schedule;
import io.evertill.db.CountAttempts;
import io.evertill.db.CountLines;
import io.evertill.db.Incidents;
import io.evertill.db.Tx;
import io.evertill.entry.CountEntry;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.person.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// What was counted and decided at tills, which knew less than the centre when they did (domain 2d).
///
/// What was counted is a fact and never refused: it is put to the line that it names, to another open line of the same goods, or to a
/// new one. Counts of a line are numbered as they are accepted. What was decided is a request: it counts when it may, and somebody is
/// told otherwise.
public final class TillCounts {
    private TillCounts() {}

    /// A decision is refused since the line does not wait for one.
    static final String NOT_WAITING = "NOT_WAITING";
    /// A decision is refused since somebody counted again behind what was shown.
    static final String COUNTED_AGAIN = "COUNTED_AGAIN";
    /// A decision is refused since somebody else than the counter must decide.
    static final String OTHER_PERSON = "OTHER_PERSON";

    /// Notes what was counted. The lock of the centre's stream is taken first, as wherever lines are changed before levels.
    ///
    /// @param clock a moment of the till as the centre's clock would have told it
    public static void note(Tx tx, EntryId id, CountEntry.Counted counted, UnaryOperator<Instant> clock) {
        Books.openAndLock(tx, counted.branch());
        for (CountEntry.Tally tally : counted.lines()) {
            CountLines.Line line = line(tx, id, counted.by(), tally);
            List<CountAttempts.Attempt> before = tx.countAttempts().of(counted.branch(), line.id());
            if (before.stream().noneMatch(attempt -> attempt.entry().equals(id))) {
                tx.countAttempts().add(counted.branch(), line.id(), new CountAttempts.Attempt(before.size() + 1, id, counted.by(),
                        tally.counted().tenThousandths(), clock.apply(tally.countedAt())));
                take(tx, line, counted.by(), before);
            }
        }
    }

    /// The line that a count is put to, its row locked.
    private static CountLines.Line line(Tx tx, EntryId id, Person counter, CountEntry.Tally tally) {
        Move.Key key = new Move.Key(tally.item().product(), tally.place(), tally.lot());
        String branch = tally.place().branch();
        return tx.countLines().lock(branch, tally.count())
                .filter(line -> line.key().equals(key) && takes(tx, line, counter))
                .or(() -> tx.countLines().open(key).stream()
                        .flatMap(line -> tx.countLines().lock(branch, line.id()).stream())
                        .filter(line -> takes(tx, line, counter))
                        .findFirst())
                .orElseGet(() -> open(tx, id, tally, key));
    }

    private static CountLines.Line open(Tx tx, EntryId id, CountEntry.Tally tally, Move.Key key) {
        String branch = key.place().branch();
        boolean isFree = tx.countLines().find(branch, tally.count()).isEmpty();
        UUID line = isFree
                ? tally.count()
                : Derived.id("count line of a till", branch, id.toString(), String.valueOf(tally.number()));
        tx.countLines().add(line, key, Counts.countClass(tx, branch, key.product()), Schedule.Reason.ASKED, tx.now());
        return tx.countLines().lock(branch, line).orElseThrow();
    }

    /// Whether a line has a use for what a person counted: one that waits for a decision only for what somebody else counted.
    private static boolean takes(Tx tx, CountLines.Line line, Person counter) {
        return switch (line.state()) {
            case PLANNED, ASSIGNED, COUNTING, COUNTED, RECOUNT -> true;
            case REVIEW -> tx.countAttempts().of(line.key().place().branch(), line.id()).stream()
                    .noneMatch(attempt -> attempt.counter().id().equals(counter.id()));
            case APPROVED, REJECTED, POSTED, CANCELLED -> false;
        };
    }

    /// Brings a line to where it is judged. Where another person is to count, the one who did before changes nothing about that.
    private static void take(Tx tx, CountLines.Line line, Person counter, List<CountAttempts.Attempt> before) {
        String branch = line.key().place().branch();
        boolean isSame = before.stream().anyMatch(attempt -> attempt.counter().id().equals(counter.id()));
        if (isSame || line.state() == LineState.COUNTED) {
            tx.countLines().noted(branch, line.id());
            return;
        }
        CountLines.Line taken = line;
        for (LineState next : List.of(LineState.RECOUNT, LineState.ASSIGNED, LineState.COUNTING, LineState.COUNTED)) {
            if (taken.state().allows(next)) {
                taken = tx.countLines().move(branch, taken, next, next == LineState.RECOUNT ? "" : counter.id());
            }
        }
    }

    /// Does what was decided, if it may be.
    ///
    /// @param terminal the till where somebody decided
    public static void rule(Tx tx, String terminal, CountEntry.CountRuled ruled) {
        Books.openAndLock(tx, ruled.branch());
        Optional<CountLines.Line> line = tx.countLines().lock(ruled.branch(), ruled.count());
        Optional<String> refusal = refusal(tx, ruled, line);
        if (refusal.isEmpty()) {
            refusal = decide(tx, ruled) instanceof Counts.Outcome.Refused ? Optional.of(OTHER_PERSON) : Optional.empty();
        }
        if (refusal.isPresent()) {
            String code = refusal.get();
            line.ifPresent(found -> tx.countLines().refuse(
                    ruled.branch(), found.id(), new CountLines.Refused(code, ruled.by().name())));
            tx.incidents().note(new Incidents.Event(ruled.branch(), terminal, "COUNT_DECISION",
                    ruled.count() + " " + ruled.attempt() + " " + ruled.by().id() + " " + ruled.at(), sentence(ruled, code)), tx.now());
        } else if (line.flatMap(CountLines.Line::refused).isPresent()) {
            tx.countLines().refuse(ruled.branch(), ruled.count(), new CountLines.Refused("", ""));
        }
    }

    private static Optional<String> refusal(Tx tx, CountEntry.CountRuled ruled, Optional<CountLines.Line> line) {
        if (line.filter(found -> found.state() == LineState.REVIEW).isEmpty()) {
            return Optional.of(NOT_WAITING);
        }
        boolean isNewest = tx.countAttempts().of(ruled.branch(), ruled.count()).getLast().number() == ruled.attempt();
        return isNewest ? Optional.empty() : Optional.of(COUNTED_AGAIN);
    }

    private static Counts.Outcome decide(Tx tx, CountEntry.CountRuled ruled) {
        Counts.Asking asking = new Counts.Asking(ruled.by(), ruled.note());
        return switch (ruled.ruling()) {
            case APPROVE -> Counts.approve(
                    tx, ruled.branch(), ruled.count(), new CountLines.Approval(ruled.by(), ruled.cause(), ruled.note()));
            case REJECT -> Counts.reject(tx, ruled.branch(), ruled.count(), asking);
            case RECOUNT -> Counts.recount(tx, ruled.branch(), ruled.count(), asking);
        };
    }

    private static String sentence(CountEntry.CountRuled ruled, String code) {
        return "What " + ruled.by().name() + " decided at a till about count " + ruled.count() + " (" + ruled.ruling()
                + ") does not count: " + switch (code) {
                    case NOT_WAITING -> "nobody has to decide about it any more.";
                    case COUNTED_AGAIN -> "somebody counted again meanwhile.";
                    default -> "so large a difference is for somebody else than the person who counted it.";
                }
                + " Nothing was changed by it. Look at the count: evertill-central count show " + ruled.count()
                + " --store " + ruled.branch() + ".";
    }
}
