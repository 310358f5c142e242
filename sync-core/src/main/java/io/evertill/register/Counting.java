package io.evertill.register;

import static java.util.stream.Collectors.toMap;

import io.evertill.availability.CountOutcome;
import io.evertill.availability.CountReport;
import io.evertill.availability.CountTask;
import io.evertill.availability.ToCount;
import io.evertill.count.Schedule;
import io.evertill.db.CountDrafts;
import io.evertill.db.Database;
import io.evertill.db.FedRows;
import io.evertill.db.FeedDue;
import io.evertill.db.Tx;
import io.evertill.entry.CountEntry;
import io.evertill.entry.Entry;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Meta;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.wire.CountRows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/// Counting at a till (domain 2d): the list as the centre told it last, what each person has counted and not handed in yet, and the
/// entry that hands it in.
///
/// What was counted is kept in the till's database with every scan, so that selling in between, a restart and a crash lose nothing.
/// The entry and the end of the draft are one transaction.
public final class Counting {
    private static final int PAGE = 200;
    /// What the centre has not told of by then, it will not: the goods are on the list again.
    private static final Duration TELLING = Duration.ofDays(3);
    /// Stands for a line that is not on the list and has no id yet.
    public static final UUID NEW = new UUID(0, 0);
    private static final String BETWEEN = "\n";
    private static final Comparator<ToCount> FIRST_TO_COUNT = Comparator
            .comparing((ToCount goods) -> goods.task().isEmpty())
            .thenComparing(goods -> !isUrgent(goods))
            .thenComparing(goods -> goods.task().flatMap(CountTask::why).flatMap(CountTask.Why::since).orElse(Instant.EPOCH))
            .thenComparing(goods -> goods.item().name())
            .thenComparing(goods -> goods.place().code())
            .thenComparing(ToCount::lot);

    private final Database db;
    private final Lookup lookup;
    private final Stamps stamps;
    private final Supplier<UUID> ids;

    /// Counting in a till's database.
    ///
    /// @param ids of lines for goods that are not on the list
    public Counting(Database db, Lookup lookup, Stamps stamps, Supplier<UUID> ids) {
        this.db = db;
        this.lookup = lookup;
        this.stamps = stamps;
        this.ids = ids;
    }

    /// What somebody is to count, the most urgent first, with what was counted of it; then goods that were counted and are not on the
    /// list. What that person counted before and another is to count again is not among them, and neither is what was handed in here
    /// and the centre has not told of yet.
    public List<ToCount> list(Person who) {
        return db.read(tx -> {
            String branch = tx.terminal().identity().orElseThrow().branch();
            Map<CountDrafts.Key, CountDrafts.Kept> drafts = drafts(tx, who);
            Map<UUID, Long> sent = tx.countDrafts().sent(false, tx.now().minus(TELLING));
            List<ToCount> list = new ArrayList<>();
            for (CountTask task : all(tx, FeedDue.COUNT, CountRows::task)) {
                CountDrafts.Key key = new CountDrafts.Key(who.id(), task.product(), task.place().code(), task.lot());
                boolean isSent = sent.getOrDefault(task.line(), -1L) >= task.counters().size();
                if (task.isFor(who) && !isSent && list.stream().noneMatch(other -> key(who, other).equals(key))) {
                    Optional<CountDrafts.Kept> draft = Optional.ofNullable(drafts.remove(key));
                    goods(tx, task.product()).ifPresent(article -> list.add(counted(new ToCount(task.line(), article.item(), task.place(),
                            task.lot(), isByPiece(article), Optional.of(task)), draft)));
                }
            }
            drafts.values().forEach(draft -> goods(tx, draft.key().product()).ifPresent(article -> list.add(counted(new ToCount(
                    draft.line(), article.item(), Place.parse(branch, draft.key().place()), draft.key().lot(), isByPiece(article),
                    Optional.empty()), Optional.of(draft)))));
            list.sort(FIRST_TO_COUNT);
            return List.copyOf(list);
        });
    }

    private static boolean isUrgent(ToCount goods) {
        return goods.task().filter(task -> task.isRecount()
                || task.why().map(CountTask.Why::reason).filter(Schedule.Reason::isAtOnce).isPresent()).isPresent();
    }

    private static Map<CountDrafts.Key, CountDrafts.Kept> drafts(Tx tx, Person who) {
        return new LinkedHashMap<>(tx.countDrafts().of(who.id()).stream()
                .collect(toMap(CountDrafts.Kept::key, kept -> kept)));
    }

    private Optional<Lookup.Article> goods(Tx tx, ProductId product) {
        return tx.catalogue().find(product)
                .filter(each -> each.kind() == Product.Kind.GOODS)
                .flatMap(each -> lookup.article(tx, each));
    }

    private static boolean isByPiece(Lookup.Article article) {
        return article.product().track() == Product.Track.SERIAL;
    }

    /// What was counted in another unit does not fit, and is counted again.
    private static ToCount counted(ToCount goods, Optional<CountDrafts.Kept> draft) {
        return draft.filter(kept -> kept.counted() % goods.item().unit().step() == 0)
                .map(kept -> new ToCount(goods.line(), goods.item(), goods.place(), goods.lot(), goods.isByPiece(), goods.task(),
                        Optional.of(new Quantity(kept.counted(), goods.item().unit())),
                        kept.pieces().isEmpty() ? List.of() : List.of(kept.pieces().split(BETWEEN, -1))))
                .orElse(goods);
    }

    private static <T> List<T> all(Tx tx, String table, Function<Bytes, T> reader) {
        List<T> all = new ArrayList<>();
        List<FedRows.Fed> page = tx.fed().after(table, "", PAGE);
        while (!page.isEmpty()) {
            page.forEach(row -> all.add(reader.apply(row.content())));
            page = tx.fed().after(table, page.getLast().id(), PAGE);
        }
        return all;
    }

    private static CountDrafts.Key key(Person who, ToCount goods) {
        return new CountDrafts.Key(who.id(), goods.item().product(), goods.place().code(), goods.lot());
    }

    /// Keeps what somebody has counted of some goods, from now; forgets it where nobody has counted them after all.
    ///
    /// @throws io.evertill.db.StorageFailure when the disk does not take it; what was kept before stays
    public void keep(Person who, ToCount goods) {
        db.run(tx -> keep(tx, who, goods));
    }

    private void keep(Tx tx, Person who, ToCount goods) {
        if (goods.counted().isEmpty()) {
            tx.countDrafts().remove(key(who, goods));
            return;
        }
        Meta.Stamp stamp = stamps.stamp(tx.now());
        tx.countDrafts().put(new CountDrafts.Kept(key(who, goods), line(goods), goods.counted().get().tenThousandths(),
                String.join(BETWEEN, goods.pieces()), tx.now(), stamp.monoMs(), stamp.boot()));
    }

    private UUID line(ToCount goods) {
        return goods.line().equals(NEW) ? ids.get() : goods.line();
    }

    /// Hands in what somebody has counted, in one transaction an entry; a long list is several. What a disk that was full did not keep
    /// before is handed in as it is on the screen.
    ///
    /// @param rows at least one that was counted
    /// @return what became of the last entry; entries before it are in the ledger
    public Outcome submit(Register register, Person who, List<ToCount> rows) {
        List<ToCount> counted = rows.stream().filter(goods -> goods.counted().isPresent()).toList();
        Outcome outcome = new Outcome.NotSaved(Outcome.Why.CONTENT, "Nothing was counted. Nothing was saved.");
        for (int from = 0; from < counted.size(); from += Entry.LINES_MAX) {
            List<ToCount> part = counted.subList(from, Math.min(counted.size(), from + Entry.LINES_MAX));
            outcome = register.record(register.entryId(), (tx, branch) -> entry(tx, branch, who, part));
            if (!(outcome instanceof Outcome.Saved)) {
                return outcome;
            }
        }
        return outcome;
    }

    private Entry entry(Tx tx, String branch, Person who, List<ToCount> rows) {
        Map<CountDrafts.Key, CountDrafts.Kept> drafts = drafts(tx, who);
        Meta.Stamp now = stamps.stamp(tx.now());
        List<CountEntry.Tally> tallies = new ArrayList<>();
        for (ToCount goods : rows) {
            Quantity counted = goods.counted().orElseThrow();
            Optional<CountDrafts.Kept> draft = Optional.ofNullable(drafts.get(key(who, goods)));
            Instant countedAt = draft
                    .filter(kept -> kept.counted() == counted.tenThousandths())
                    .map(kept -> at(tx, kept, now))
                    .orElse(tx.now());
            UUID line = draft.filter(_ -> goods.line().equals(NEW)).map(CountDrafts.Kept::line).orElseGet(() -> line(goods));
            tallies.add(new CountEntry.Tally(tallies.size() + 1, line, 1, goods.item(), goods.place(), goods.lot(), counted, countedAt,
                    goods.numbers()));
            tx.countDrafts().remove(key(who, goods));
            tx.countDrafts().send(line, false, goods.task().map(task -> task.counters().size()).orElse(0), tx.now());
        }
        tx.countDrafts().forgetSent(tx.now().minus(TELLING));
        return new CountEntry.Counted(branch, tx.now(), who, tallies);
    }

    /// When something was counted, by the clock of this moment: in one run a clock that was set in between does not matter.
    private static Instant at(Tx tx, CountDrafts.Kept kept, Meta.Stamp now) {
        boolean isSameRun = kept.boot().equals(now.boot()) && now.monoMs() >= kept.monoMs();
        Instant at = isSameRun ? tx.now().minus(Duration.ofMillis(now.monoMs() - kept.monoMs())) : kept.countedAt();
        return at.isAfter(tx.now()) ? tx.now() : at;
    }

    /// What became of what was counted, with the item of each: those that wait for a decision first, then the newest.
    public List<CountReport> outcomes() {
        return db.read(tx -> {
            Map<UUID, Long> ruled = tx.countDrafts().sent(true, tx.now().minus(TELLING));
            return all(tx, FeedDue.COUNT_RESULT, CountRows::outcome).stream()
                    .flatMap(outcome -> goods(tx, outcome.product()).stream().map(article -> new CountReport(
                            outcome, article.item(), isRuled(outcome, ruled))))
                    .sorted(Comparator.comparing((CountReport report) -> !report.isToDecide())
                            .thenComparing(report -> report.outcome().counts().getLast().at(), Comparator.reverseOrder())
                            .thenComparing(report -> report.outcome().line()))
                    .toList();
        });
    }

    /// A decision that did not count is made once more.
    private static boolean isRuled(CountOutcome outcome, Map<UUID, Long> ruled) {
        return outcome.refused().isEmpty() && ruled.getOrDefault(outcome.line(), -1L) == outcome.counts().size();
    }

    /// Writes down what somebody decided about a count as it was shown.
    ///
    /// @param cause a short code; may be empty where nothing is believed
    public Outcome rule(Register register, Person by, CountOutcome shown, CountEntry.Ruling ruling, String cause, String note) {
        return register.record(register.entryId(), (tx, branch) -> {
            tx.countDrafts().send(shown.line(), true, shown.counts().size(), tx.now());
            return new CountEntry.CountRuled(
                    branch, tx.now(), by, shown.line(), shown.counts().size(), ruling, cause, note);
        });
    }
}
