package io.evertill.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.audit.TillAudit;
import io.evertill.central.Centre;
import io.evertill.central.office.Settings;
import io.evertill.db.Database;
import io.evertill.db.Sales;
import io.evertill.db.Streams;
import io.evertill.db.Tills;
import io.evertill.entry.CountEntry;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.entry.ShiftEntry;
import io.evertill.entry.StockEntry;
import io.evertill.entry.TillEntry;
import io.evertill.money.Money;
import io.evertill.pos.Machine;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real rows, real ledgers, and a centre over HTTP.
class ReplayTest {
    private static final int TILLS = 3;

    @TempDir
    Path folder;

    private Centre centre;

    @BeforeEach
    void open() {
        centre = Centre.start(new Settings(Optional.of(folder.resolve("centre")), Optional.empty(), "127.0.0.1", 0));
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void everyRowOfTheFileIsAccountedForAndReachesTheCentreOnce() {
        Report report = done(order("tills", Order.Part.ALL));

        Report.Figures all = report.all();
        assertEquals(284, all.rows());
        assertEquals(284, all.sold() + all.withReceipt() + all.withoutReceipt() + all.adjusted());
        assertEquals(15, all.adjusted());
        assertEquals(0, all.waiting());
        assertEquals(new Report.Sums("-2359.428", Money.of(-2359_43, "GBP"), "0.002"), report.money());
        assertTrue(report.isRight());
        assertEquals(List.of(), report.listed());
        assertEquals(List.of(new Sales.Total(83, Money.of(-2359_43, "GBP"))), totals());
        assertTillsAreClean();
    }

    @Test
    void whatTheFileDatesIsNoWrongClock() {
        done(order("tills", Order.Part.ALL));

        List<Integer> years = new ArrayList<>();
        centre.office().db().run(tx -> tx.sales().each(sale -> years.add(sale.occurredAt().atZone(Invoice.ZONE).getYear())));
        assertEquals(Set.of(2010, 2011), Set.copyOf(years));
        assertEquals(List.of(), centre.office().db().read(tx -> tx.incidents().all()));
    }

    @Test
    void theSameOrderAgainChangesNothing() {
        done(order("tills", Order.Part.ALL));
        long postings = postings();
        List<Sales.Total> totals = totals();

        Report again = done(order("tills", Order.Part.ALL));

        assertEquals(0, again.pace().rungRows());
        assertEquals(284, again.all().rows());
        assertEquals(postings, postings());
        assertEquals(totals, totals());
    }

    @Test
    void partsOneAfterTheOtherEndLikeTheWhole() {
        done(alone("whole", Order.Part.ALL));
        done(alone("parts", new Order.Part(Optional.of(50L), Optional.empty(), Optional.empty())));
        done(alone("parts", new Order.Part(Optional.empty(), Optional.empty(), Optional.of(LocalDate.parse("2011-03-31")))));
        done(alone("parts", Order.Part.ALL));

        for (int till = 1; till <= TILLS; till++) {
            assertEquals(facts("whole", till), facts("parts", till));
        }
    }

    @Test
    void levelsAreTheSumsOfTheFile() {
        done(order("tills", Order.Part.ALL));
        SalesFile file = ((SalesFile.Reading.Understood) SalesFile.read(Sample.EXCERPT)).file();
        Map<String, Long> expected = new TreeMap<>();
        for (Row row : file.rows()) {
            if (Goods.kind(row.sku()) == Product.Kind.GOODS) {
                long sign = row.kind() == Row.Kind.WRITTEN_OFF ? 1 : -1;
                expected.merge(row.sku().code(), sign * row.quantity().tenThousandths(), Long::sum);
            }
        }

        assertEquals(expected, levels(file));
    }

    @Test
    void anotherSeedIsNotMixedIntoTheSameFolder() {
        done(order("tills", new Order.Part(Optional.of(10L), Optional.empty(), Optional.empty())));

        Order other = new Order(folder.resolve("tills"), Sample.EXCERPT, TILLS, 0, 2, Order.Part.ALL, Optional.empty());
        Replay.End.Refused refused = assertInstanceOf(Replay.End.Refused.class, replay(other));

        assertTrue(refused.sentence().contains("was begun with"), refused.sentence());
    }

    @Test
    void aWrongCodeIsRefusedAndNothingIsRungUp() {
        Order.CentreCodes wrong = new Order.CentreCodes(centre.url(), List.of("WRONG234", "WRONG234", "WRONG234"));

        Replay.End end = replay(order("tills", Order.Part.ALL, wrong));

        String sentence = assertInstanceOf(Replay.End.Refused.class, end).sentence();
        assertTrue(sentence.startsWith("Till 1 was not enrolled."), sentence);
    }

    @Test
    void tooFewCodesAreRefusedBeforeAnythingIsRungUp() {
        Order.CentreCodes few = new Order.CentreCodes(centre.url(), codes("A").codes().subList(0, 2));

        String sentence = assertInstanceOf(Replay.End.Refused.class, replay(order("tills", Order.Part.ALL, few))).sentence();

        assertTrue(sentence.contains("Till 3 is not enrolled and there is no code for it"), sentence);
    }

    @Test
    void withTheCentreDownItIsSaidBeforeAnythingIsRungUp() {
        Order.CentreCodes codes = codes("A");
        centre.close();

        assertInstanceOf(Replay.End.Unreachable.class, replay(order("tills", Order.Part.ALL, codes)));
    }

    @Test
    void withoutACentreEverythingIsRungUpAndWaits() {
        Report report = done(new Order(folder.resolve("alone"), Sample.EXCERPT, 1, 500_000, 1, Order.Part.ALL, Optional.empty()));

        assertEquals(284, report.all().rows());
        assertEquals(report.all().entries(), report.all().waiting());
        assertTrue(report.isRight());
    }

    private Order order(String name, Order.Part part) {
        return Files.exists(folder.resolve(name))
                ? order(name, part, new Order.CentreCodes(centre.url(), List.of()))
                : order(name, part, codes("S1"));
    }

    private Order order(String name, Order.Part part, Order.CentreCodes codes) {
        return new Order(folder.resolve(name), Sample.EXCERPT, TILLS, 300_000, 1, part, Optional.of(codes));
    }

    private Order alone(String name, Order.Part part) {
        return new Order(folder.resolve(name), Sample.EXCERPT, TILLS, 300_000, 1, part, Optional.empty());
    }

    private Order.CentreCodes codes(String store) {
        return new Order.CentreCodes(centre.url(), IntStream.rangeClosed(1, TILLS)
                .mapToObj(till -> centre.office().admission().code(new Tills.Seat(store, "T" + till), Duration.ofMinutes(15)))
                .toList());
    }

    private static Replay.End replay(Order order) {
        return new Replay(Machine.real(), Sample.NOBODY).run(order);
    }

    private static Report done(Order order) {
        Report report = assertInstanceOf(Replay.End.Done.class, replay(order)).report();
        assertEquals(Optional.empty(), report.left());
        return report;
    }

    private List<Sales.Total> totals() {
        return centre.office().db().read(tx -> tx.sales().totals());
    }

    private long postings() {
        return centre.office().db().read(tx -> tx.postings().count());
    }

    private Map<String, Long> levels(SalesFile file) {
        Map<String, Long> levels = new TreeMap<>();
        for (Row row : file.rows()) {
            if (Goods.kind(row.sku()) == Product.Kind.GOODS) {
                Move.Key key = new Move.Key(ProductId.of(row.sku()), Place.shelf("S1"), "");
                levels.put(row.sku().code(), centre.office().db().read(tx -> tx.stock().level(key)).quantity());
            }
        }
        return levels;
    }

    private void assertTillsAreClean() {
        for (int till = 1; till <= TILLS; till++) {
            try (Database db = Database.till(folder.resolve("tills/till-" + till + "/till.db"), Machine.real().clock())) {
                assertEquals(List.of(), TillAudit.of(db).differences());
            }
        }
    }

    /// What a ledger holds, without what tells two tills apart.
    private List<String> facts(String name, int till) {
        try (Database db = Database.till(folder.resolve(name + "/till-" + till + "/till.db"), Machine.real().clock())) {
            return db.read(tx -> {
                List<String> facts = new java.util.ArrayList<>();
                String branch = tx.terminal().identity().orElseThrow().branch();
                for (Streams.Own stream : tx.streams().all()) {
                    tx.postings().each(branch, stream.id(), stored -> {
                        var fact = stored.posting().fact();
                        var reading = (Bodies.Reading.Understood) Bodies.read(Metas.read(fact.meta()).schema(), fact.body());
                        facts.add(told(reading.entry()));
                    });
                }
                return facts;
            });
        }
    }

    private static String told(Entry entry) {
        return switch (entry) {
            case TillEntry.Sold(var sale) -> sale.at() + " sale " + sale.total() + " " + sale.lines().stream()
                    .map(line -> line.number() + " " + line.item().sku() + " " + line.quantity() + " " + line.total() + " "
                            + line.returned().flatMap(of -> of.sold()).map(sold -> sold.sale() + " " + sold.line()).orElse(""))
                    .toList();
            case StockEntry.Adjusted adjusted -> adjusted.at() + " " + adjusted.document() + " " + adjusted.lines();
            case TillEntry.ProductMet met -> met.at() + " " + met.product();
            case ShiftEntry.ShiftOpened opened -> opened.at() + " open";
            case ShiftEntry.ShiftClosed closed -> closed.at() + " close " + closed.expected();
            case TillEntry _, ShiftEntry _, StockEntry _, CountEntry _ -> entry.toString();
        };
    }
}
