package io.evertill.inventory;

import io.evertill.count.CountClass;
import io.evertill.count.LineState;
import io.evertill.count.Schedule;
import io.evertill.count.Tolerance;
import io.evertill.db.CountAttempts;
import io.evertill.db.CountDecisions;
import io.evertill.db.CountLines;
import io.evertill.db.Tx;
import io.evertill.entry.CountEntry;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.stock.Quantity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Counting, step by step (domain 2d): who counts what, what was counted, and who decides about it. What a count does to the
/// ledger is [CountPosting].
public final class Counts {
    /// The most pieces with numbers that are submitted at once.
    public static final int PIECES_MAX = 2_000;

    private static final int PAGE = 500;

    private Counts() {}

    /// What a person counted of one key.
    ///
    /// @param line the line of the list; empty for goods that are not on the person's sheet
    /// @param counted how much there was, perhaps nothing; goods that were not counted have no row
    /// @param pieces the numbers of the pieces among them; empty when nobody looked at numbers
    public record Row(
            Optional<UUID> line, Move.Key key, Quantity counted, Instant countedAt, Optional<List<String>> pieces) {
        /// A count of goods without numbers.
        public Row(Optional<UUID> line, Move.Key key, Quantity counted, Instant countedAt) {
            this(line, key, counted, countedAt, Optional.empty());
        }
    }

    /// Who decides about a line, and why.
    public record Asking(Person by, String note) {}

    /// What became of a request.
    public sealed interface Outcome {
        /// It is done.
        record Done() implements Outcome {}

        /// It cannot be; nothing was changed.
        ///
        /// @param sentences why, for a person
        record Refused(List<String> sentences) implements Outcome {}
    }

    /// All open lines of a branch.
    public static List<CountLines.Line> open(Tx tx, String branch) {
        List<CountLines.Line> all = new ArrayList<>();
        List<CountLines.Line> page = tx.countLines().openAfter(branch, new UUID(0, 0), PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = tx.countLines().openAfter(branch, page.getLast().id(), PAGE);
        }
        return all;
    }

    /// The lines of a branch that [CountPosting#settle] can judge now.
    public static List<UUID> settleable(Tx tx, String branch) {
        return open(tx, branch).stream()
                .filter(line -> line.state() == LineState.COUNTED || line.state() == LineState.APPROVED)
                .map(CountLines.Line::id)
                .toList();
    }

    /// The id of what a person submits under a name.
    public static EntryId submission(String branch, Person counter, String name) {
        return new EntryId(Derived.id("count submission", branch, counter.id(), name));
    }

    /// Gives a person everything that waits to be counted, except what that person counted before.
    public static void assign(Tx tx, String branch, Person counter) {
        for (CountLines.Line line : open(tx, branch)) {
            boolean isFree = line.state() == LineState.PLANNED
                    || (line.state() == LineState.RECOUNT && !hasCounted(tx, branch, line.id(), counter));
            if (isFree) {
                tx.countLines().move(branch, line, LineState.ASSIGNED, counter.id());
            }
        }
    }

    /// What a person is to count, without a word of what the ledger expects.
    public static List<CountLines.Line> sheet(Tx tx, String branch, Person counter) {
        return sheet(tx, branch, counter, new UUID(0, 0), Integer.MAX_VALUE);
    }

    /// A page of the same, behind a line; start behind nil.
    public static List<CountLines.Line> sheet(Tx tx, String branch, Person counter, UUID after, int limit) {
        List<CountLines.Line> sheet = new ArrayList<>();
        List<CountLines.Line> page = tx.countLines().openAfter(branch, after, PAGE);
        while (!page.isEmpty() && sheet.size() < limit) {
            page.stream()
                    .filter(line -> line.assignee().equals(counter.id())
                            && (line.state() == LineState.ASSIGNED || line.state() == LineState.COUNTING))
                    .limit(limit - sheet.size())
                    .forEach(line -> {
                        if (line.state() == LineState.ASSIGNED) {
                            tx.countLines().move(branch, line, LineState.COUNTING, counter.id());
                        }
                        sheet.add(line);
                    });
            page = tx.countLines().openAfter(branch, page.getLast().id(), PAGE);
        }
        return List.copyOf(sheet);
    }

    /// Records what a person counted: all of it or nothing. It moves no stock.
    ///
    /// @param id of the entry, and where the ids of lines that are not on a list follow from, and those of the entries that
    ///     more rows than one can have go on in; the same a second time changes nothing
    public static Outcome submit(Tx tx, String branch, EntryId id, Person counter, List<Row> rows) {
        Books.openAndLock(tx, branch);
        if (Books.find(tx, branch, id).isPresent()) {
            return isSame(tx, branch, id, counter, rows)
                    ? new Outcome.Done()
                    : refused("This was submitted before, with other contents. Nothing was changed.");
        }
        List<String> wrong = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        List<CountEntry.Tally> tallies = new ArrayList<>();
        List<CountLines.Line> lines = new ArrayList<>();
        Assortment assortment = new Assortment(tx);
        for (int number = 1; number <= rows.size(); number++) {
            Row row = rows.get(number - 1);
            Optional<CountLines.Line> found = line(tx, branch, id, counter, row);
            Optional<String> mistake = mistake(tx, counter, row, found, assortment.find(row.key().product()));
            if (mistake.isPresent() || found.filter(line -> seen.add(line.id())).isEmpty()) {
                wrong.add("Row " + number + ": " + mistake.orElse("the goods are there twice."));
            } else {
                CountLines.Line line = found.orElseThrow();
                lines.add(line);
                tallies.add(new CountEntry.Tally(number, line.id(), tx.countAttempts().of(branch, line.id()).size() + 1,
                        assortment.item(assortment.require(line.key().product())), line.key().place(), line.key().lot(),
                        row.counted(), row.countedAt(), pieces(tx, row)));
            }
        }
        if (rows.stream().mapToInt(row -> row.pieces().map(List::size).orElse(0)).sum() > PIECES_MAX) {
            wrong.add("Nobody counts more than " + PIECES_MAX + " pieces at once. Hand it in as several sheets.");
        }
        if (!wrong.isEmpty() || tallies.isEmpty()) {
            return new Outcome.Refused(wrong.isEmpty() ? List.of("Nothing was counted.") : wrong);
        }
        for (int from = 0; from < tallies.size(); from += Entry.LINES_MAX) {
            List<CountEntry.Tally> part = tallies.subList(from, Math.min(tallies.size(), from + Entry.LINES_MAX));
            EntryId entry = part(id, from);
            Books.record(tx, entry, new CountEntry.Counted(branch, tx.now(), counter, part));
            for (int at = 0; at < part.size(); at++) {
                note(tx, lines.get(from + at), entry, counter, part.get(at));
            }
        }
        return new Outcome.Done();
    }

    /// Believes a line that waits for a decision; it is posted by [CountPosting#settle]. The same said again changes nothing.
    public static Outcome approve(Tx tx, String branch, UUID id, CountLines.Approval approval) {
        Optional<CountLines.Line> line = inReview(tx, branch, id);
        if (line.isEmpty()) {
            boolean isSaid = tx.countLines().find(branch, id).flatMap(CountLines.Line::approval).filter(approval::equals).isPresent();
            return isSaid ? new Outcome.Done() : noDecision(id);
        }
        CountAttempts.Attempt attempt = tx.countAttempts().of(branch, id).getLast();
        Assortment assortment = new Assortment(tx);
        Money value = assortment.value(branch, assortment.require(line.get().key().product()),
                CountPosting.wrong(tx, line.get(), attempt));
        if (approval.by().id().equals(attempt.counter().id()) && Tolerance.needsSecondPerson(value)) {
            return refused("A difference worth " + value
                    + " must be approved by somebody else than " + attempt.counter().name() + ", who counted it.");
        }
        tx.countLines().approve(branch, id, approval);
        return new Outcome.Done();
    }

    /// Ends a line that waits for a decision without posting it. The same said again changes nothing.
    public static Outcome reject(Tx tx, String branch, UUID id, Asking asking) {
        return decide(tx, branch, id, LineState.REJECTED, asking);
    }

    /// Has a line that waits for a decision counted again, by somebody who has not counted it. The same said
    /// again before that changes nothing.
    public static Outcome recount(Tx tx, String branch, UUID id, Asking asking) {
        return decide(tx, branch, id, LineState.RECOUNT, asking);
    }

    /// Takes a line off the list. The same said again changes nothing.
    public static Outcome cancel(Tx tx, String branch, UUID id, Asking asking) {
        Optional<CountLines.Line> line = tx.countLines().lock(branch, id).filter(found -> !found.state().isEnd());
        if (line.isEmpty()) {
            return isSaid(tx, branch, id, LineState.CANCELLED, asking)
                    ? new Outcome.Done()
                    : refused("There is no open line " + id + ".");
        }
        tx.countLines().move(branch, line.get(), LineState.CANCELLED, line.get().assignee());
        note(tx, branch, id, LineState.CANCELLED, asking);
        return new Outcome.Done();
    }

    private static Outcome decide(Tx tx, String branch, UUID id, LineState state, Asking asking) {
        Optional<CountLines.Line> line = inReview(tx, branch, id);
        if (line.isEmpty()) {
            return isSaid(tx, branch, id, state, asking) ? new Outcome.Done() : noDecision(id);
        }
        tx.countLines().move(branch, line.get(), state, "");
        note(tx, branch, id, state, asking);
        return new Outcome.Done();
    }

    /// Whether it is what was decided about the line last: an answer got lost, and the request came again.
    private static boolean isSaid(Tx tx, String branch, UUID id, LineState state, Asking asking) {
        return tx.countDecisions().of(branch, id).reversed().stream()
                .limit(1)
                .anyMatch(last -> last.state() == state && last.by().equals(asking.by().name()) && last.note().equals(asking.note()));
    }

    private static void note(Tx tx, String branch, UUID id, LineState state, Asking asking) {
        tx.countDecisions().add(branch, id, new CountDecisions.Decision(state, tx.now(), asking.by().name(), asking.note()));
    }

    /// The entry in which the rows behind one go on.
    private static EntryId part(EntryId id, int from) {
        return from == 0 ? id : new EntryId(Derived.id("count behind row", id.toString(), String.valueOf(from)));
    }

    private static boolean isSame(Tx tx, String branch, EntryId id, Person counter, List<Row> rows) {
        List<Object> before = new ArrayList<>();
        Optional<Entry> part = Books.find(tx, branch, id);
        for (int from = Entry.LINES_MAX; part.isPresent(); from += Entry.LINES_MAX) {
            if (!(part.get() instanceof CountEntry.Counted(_, _, Person by, List<CountEntry.Tally> tallies)) || !by.equals(counter)) {
                return false;
            }
            tallies.forEach(tally -> before.add(contents(tally)));
            part = Books.find(tx, branch, part(id, from));
        }
        return before.equals(rows.stream().map(Counts::contents).toList());
    }

    private static List<Object> contents(CountEntry.Tally tally) {
        return List.of(new Move.Key(tally.item().product(), tally.place(), tally.lot()), tally.counted(), tally.countedAt(),
                tally.pieces().orElse(List.of()));
    }

    private static List<Object> contents(Row row) {
        return List.of(row.key(), row.counted(), row.countedAt().truncatedTo(ChronoUnit.MICROS),
                row.pieces().orElse(List.of()));
    }

    private static Optional<CountLines.Line> inReview(Tx tx, String branch, UUID id) {
        return tx.countLines().lock(branch, id).filter(line -> line.state() == LineState.REVIEW);
    }

    private static Outcome noDecision(UUID id) {
        return refused("No line " + id + " waits for a decision.");
    }

    private static Outcome refused(String sentence) {
        return new Outcome.Refused(List.of(sentence));
    }

    /// The line of a row: the one that it names; else the one of its key that waits to be counted; else a new one.
    private static Optional<CountLines.Line> line(Tx tx, String branch, EntryId id, Person counter, Row row) {
        if (row.line().isPresent()) {
            return tx.countLines().lock(branch, row.line().get());
        }
        return Optional.of(tx.countLines().waiting(row.key(), counter.id()).orElseGet(() -> new CountLines.Line(
                Derived.id("count line", id.toString(), row.key().product().toString(), row.key().place().code(),
                        row.key().lot()),
                row.key(), countClass(tx, row.key().place().branch(), row.key().product()), Schedule.Reason.ASKED, tx.now())));
    }

    /// How often a product is counted in a branch.
    static CountClass countClass(Tx tx, String branch, ProductId product) {
        return Optional.ofNullable(tx.countClasses().of(branch).get(product))
                .map(each -> each.standing().current())
                .orElse(CountClass.B);
    }

    private static Optional<String> mistake(
            Tx tx, Person counter, Row row, Optional<CountLines.Line> line, Optional<Product> product) {
        if (line.isEmpty() || !line.get().key().equals(row.key())) {
            return Optional.of("there is no such line for these goods.");
        }
        boolean isHis = line.get().state() == LineState.COUNTING && line.get().assignee().equals(counter.id());
        boolean isNew = row.line().isEmpty() && line.get().state() == LineState.PLANNED;
        if (!isHis && !isNew) {
            return Optional.of("the line is " + line.get().state() + " and not in the hands of " + counter.name() + ".");
        }
        if (hasCounted(tx, row.key().place().branch(), line.get().id(), counter)) {
            return Optional.of("another person than " + counter.name() + " must count it again.");
        }
        if (row.countedAt().isAfter(tx.now())) {
            return Optional.of("it was counted in the future, at " + row.countedAt() + ".");
        }
        if (row.counted().isNegative() || !product.map(Product::unit).equals(Optional.of(row.counted().unit()))) {
            return Optional.of("nobody counts " + row.counted() + " of it.");
        }
        Optional<String> unnumbered = numbers(tx, row);
        if (unnumbered.isPresent()) {
            return unnumbered;
        }
        return row.line().isEmpty() ? Typed.refusal(tx, row.key().place()) : Optional.empty();
    }

    private static Optional<String> numbers(Tx tx, Row row) {
        List<String> pieces = row.pieces().orElse(List.of());
        if (row.pieces().isEmpty() && !row.counted().isZero() && tx.serials().isByPiece(row.key())) {
            return Optional.of("its pieces have numbers: say which there are, or that there are none with a number.");
        }
        if (pieces.stream().anyMatch(piece -> piece.isBlank() || piece.length() > Entry.SERIAL_LENGTH_MAX)) {
            return Optional.of("a piece's number has 1 to " + Entry.SERIAL_LENGTH_MAX + " characters.");
        }
        if (Set.copyOf(pieces).size() != pieces.size()) {
            return Optional.of("a piece is there twice.");
        }
        return row.counted().tenThousandths() < pieces.size() * Quantity.ONE
                ? Optional.of("there are more pieces with a number than the " + row.counted() + " that were counted.")
                : Optional.empty();
    }

    /// Where pieces with numbers should be and nothing is, none of them is.
    private static Optional<List<String>> pieces(Tx tx, Row row) {
        return row.pieces().or(() -> row.counted().isZero() && tx.serials().isByPiece(row.key())
                ? Optional.of(List.of())
                : Optional.empty());
    }

    /// Goods that are not on the list are put on it, so that every line goes through the same states.
    private static void note(Tx tx, CountLines.Line line, EntryId id, Person counter, CountEntry.Tally tally) {
        String branch = tally.place().branch();
        if (tx.countLines().find(branch, line.id()).isEmpty()) {
            tx.countLines().add(line.id(), line.key(), line.countClass(), line.reason(), tx.now());
        }
        tx.countAttempts().add(branch, line.id(), new CountAttempts.Attempt(
                tally.attempt(), id, counter, tally.counted().tenThousandths(), tally.countedAt()));
        CountLines.Line taken = line;
        if (taken.state() == LineState.PLANNED) {
            taken = tx.countLines().move(branch, taken, LineState.ASSIGNED, counter.id());
            taken = tx.countLines().move(branch, taken, LineState.COUNTING, counter.id());
        }
        tx.countLines().move(branch, taken, LineState.COUNTED, counter.id());
    }

    private static boolean hasCounted(Tx tx, String branch, UUID line, Person counter) {
        return tx.countAttempts().of(branch, line).stream()
                .anyMatch(attempt -> attempt.counter().id().equals(counter.id()));
    }
}
