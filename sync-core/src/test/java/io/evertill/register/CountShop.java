package io.evertill.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.audit.CentreAudit;
import io.evertill.availability.CountOutcome;
import io.evertill.availability.CountReport;
import io.evertill.availability.ToCount;
import io.evertill.count.CountClass;
import io.evertill.count.Schedule;
import io.evertill.db.CentreOn;
import io.evertill.db.CountAttempts;
import io.evertill.db.CountLines;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.feed.Pull;
import io.evertill.inventory.Books;
import io.evertill.inventory.CountPosting;
import io.evertill.inventory.StockFeed;
import io.evertill.ledger.EntryId;
import io.evertill.outbox.Shop;
import io.evertill.person.Person;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.rule.Exempt;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A till and its centre where goods are counted.
@Exempt(rule = "imports", reason = "a till and a centre that count, from a scan to what was posted", until = "2027-12-31")
final class CountShop implements AutoCloseable {
    static final Person ANNA = Shop.ANNA;
    static final Person BEN = new Person("ben", "Ben");
    static final Person CAL = new Person("cal", "Cal");
    static final Person DOT = new Person("dot", "Dot");
    static final Place SHELF = Place.shelf("S1");
    static final UUID LINE = new UUID(7, 1);

    /// The till and its centre.
    final Shop both;
    private final Path folder;
    private Instant now = Instant.parse("2026-01-05T09:00:00Z");

    /// Opens both, and a shift.
    CountShop(Path folder, CentreOn on) {
        this.folder = folder;
        this.both = new Shop(folder, on.open(folder, () -> now));
        pull();
        both.openShift();
    }

    @Override
    public void close() {
        both.close();
    }

    Instant now() {
        return now;
    }

    /// Two persons counted too few, and somebody has to decide.
    CountOutcome review() {
        receive("MUG1", 10);
        plan(LINE, "MUG1", Schedule.Reason.DUE);
        tell();
        ToCount goods = counting().list(ANNA).getFirst();
        for (Person person : List.of(ANNA, BEN)) {
            count(person, goods, 4);
            arrive();
            settle();
        }
        tell();
        return outcome();
    }

    ToCount counted(String sku) {
        Lookup.Meaning.Found found = (Lookup.Meaning.Found) both.lookup.find(sku);
        return new ToCount(Counting.NEW, found.article().item(), SHELF, "", false, Optional.empty());
    }

    void count(Person who, ToCount goods, long pieces) {
        ToCount counted = goods.with(Optional.of(Quantity.of(pieces, Unit.EACH)));
        counting().keep(who, counted);
        assertInstanceOf(Outcome.Saved.class, counting().submit(both.register, who, List.of(counted)));
    }

    Counting counting() {
        return new Counting(both.till, both.lookup, both.stamps(), both::id);
    }

    void plan(UUID line, String sku, Schedule.Reason reason) {
        both.centre.run(tx -> tx.countLines().plan(line, key(sku), CountClass.A, reason, tx.now(), Optional.of(tx.now())));
    }

    static Move.Key key(String sku) {
        return new Move.Key(ProductId.of(Sku.of(sku)), SHELF, "");
    }

    CountLines.Line line(UUID line) {
        return both.centre.read(tx -> tx.countLines().find("S1", line)).orElseThrow();
    }

    List<CountAttempts.Attempt> attempts(UUID line) {
        return both.centre.read(tx -> tx.countAttempts().of("S1", line));
    }

    int lines() {
        return both.centre.read(tx -> tx.countLines().posted(key("MUG1")).size()
                + tx.countLines().openAfter("S1", new UUID(0, 0), 9).size());
    }

    CountOutcome outcome() {
        List<CountReport> reports = counting().outcomes();
        assertEquals(1, reports.size(), reports::toString);
        return reports.getFirst().outcome();
    }

    static CountOutcome.Figures figures(CountOutcome outcome) {
        return outcome.figures().orElseThrow();
    }

    String level(String sku) {
        return pieces(both.centre.read(tx -> tx.stock().level(key(sku))).quantity());
    }

    static String pieces(long quantity) {
        return String.valueOf(quantity / Quantity.ONE);
    }

    static String why(ToCount goods) {
        return goods.task().flatMap(task -> task.why()).map(why -> why.reason() + " " + why.countClass()).orElse("");
    }

    static List<String> texts(List<ToCount> list) {
        return list.stream().map(goods -> goods.item().sku() + " " + goods.counted().map(Quantity::text).orElse("-")).toList();
    }

    List<String> differences() {
        return CentreAudit.of(both.centre).differences().stream().map(difference -> difference.sentence()).toList();
    }

    void receive(String sku, long count) {
        both.centre.run(tx -> Books.record(tx, new EntryId(both.id()), new StockEntry.GoodsMoved("S1", now, DOT, Move.Type.RECEIVE, "D-1",
                List.of(new StockEntry.Goods(1, Item.of(Shop.product(sku, "Mug", "2.50"), Shop.VAT), Quantity.of(count, Unit.EACH),
                        Place.SUPPLIER, SHELF, Tracking.NONE, Tracking.NONE, "")))));
        pass(Duration.ofMinutes(2));
    }

    /// Everybody was heard long enough behind what was counted.
    void settle() {
        pass(Duration.ofMinutes(20));
        arrive();
        CountPosting.settleHeard(both.centre);
    }

    void pass(Duration time) {
        Instant until = both.clock().instant().plus(time);
        while (both.clock().instant().isBefore(until)) {
            both.tick();
        }
        now = both.clock().instant();
    }

    void arrive() {
        now = both.clock().instant();
        var courier = both.courier(both.link());
        for (int round = 0; round < 10; round++) {
            courier.round();
        }
        both.applyAll();
        now = both.clock().instant();
    }

    void tell() {
        pass(Duration.ofSeconds(7));
        StockFeed stock = new StockFeed(both.centre, both.feed, Duration.ZERO, Duration.ZERO);
        for (int looks = 0; looks < 100 && stock.step() > 0; looks++) {
            // Until nothing is marked.
        }
        pull();
    }

    void pull() {
        Pull pull = both.pull(both.link(), folder);
        while (!(pull.step() instanceof Pull.Step.UpToDate)) {
            both.tick();
        }
        now = both.clock().instant();
    }
}
