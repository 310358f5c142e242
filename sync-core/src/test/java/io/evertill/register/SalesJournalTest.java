package io.evertill.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.closing.ShiftProof;
import io.evertill.db.CentreOn;
import io.evertill.db.Streams;
import io.evertill.entry.ShiftEntry;
import io.evertill.entry.TillEntry;
import io.evertill.entry.TillEntry.PaymentAttempted.Phase;
import io.evertill.feed.Pull;
import io.evertill.journal.JournalLine.Kind;
import io.evertill.journal.JournalLine;
import io.evertill.journal.JournalPage;
import io.evertill.journal.Stage;
import io.evertill.journal.Story;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Position;
import io.evertill.ledger.StreamId;
import io.evertill.money.Money;
import io.evertill.outbox.Rehome;
import io.evertill.outbox.Shop;
import io.evertill.person.Person;
import io.evertill.rule.Exempt;
import io.evertill.sale.Basket;
import io.evertill.sale.Consent;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.shift.CashCount;
import io.evertill.shift.Shift;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a till tells of what happened at it, on a real ledger with a real centre.
@Exempt(rule = "imports", reason = "a whole shop, and what is told of it", until = "2028-12-31")
class SalesJournalTest {
    private static final Person BEN = new Person("ben", "Ben");

    @TempDir
    Path folder;

    private Shop shop;
    private SalesJournal journal;

    @BeforeEach
    void open() {
        shop = new Shop(folder, CentreOn.SQLITE.open(folder, Clock.systemUTC()));
        var pull = shop.pull(shop.link(), folder);
        while (pull.step() instanceof Pull.Step.Downloaded) {
            shop.tick();
        }
        shop.openShift();
        journal = new SalesJournal(shop.till, shop.lookup);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void everythingThatHappenedIsThereTheNewestFirst() {
        EntryId sale = sell("MUG1");
        Instant earlier = shop.clock().instant().minusSeconds(3);
        shop.register.record(shop.register.entryId(), (tx, branch) -> new ShiftEntry.CashMoved(
                branch, earlier, BEN, shift().id(), gbp(-20_00), "TO_SAFE"));
        shop.register.record(shop.register.entryId(), (tx, branch) -> new ShiftEntry.DrawerOpened(
                branch, tx.now(), Shop.ANNA, shift().id(), "CHECK"));
        shop.register.record(shop.register.entryId(), (tx, branch) -> new TillEntry.Voided(
                branch, tx.now(), Shop.ANNA, shift().id(), Optional.empty(), List.of(), gbp(3_00), gbp(0), "CUSTOMER_LEFT"));
        shop.register.record(shop.register.entryId(), (tx, branch) -> copied(tx.now(), branch, sale));
        shop.register.closeShift(Shop.ANNA, new CashCount(Shop.GBP, List.of()));

        List<JournalLine> lines = journal.page("", Optional.empty(), 20).lines();

        assertEquals(List.of(Kind.SHIFT_CLOSE, Kind.COPY, Kind.VOID, Kind.NO_SALE, Kind.CASH_OUT, Kind.SALE, Kind.SHIFT_OPEN),
                lines.stream().map(JournalLine::kind).toList());
        assertEquals(List.of(gbp(-20_00), gbp(2_51)),
                List.of(lines.get(4).amount().orElseThrow(), lines.get(5).amount().orElseThrow()));
        assertEquals(List.of("PAPER", "CUSTOMER_LEFT", "CHECK", "TO_SAFE"), lines.subList(1, 5).stream().map(JournalLine::about).toList());
        assertEquals(List.of(gbp(3_00), gbp(100_00), gbp(2_51)), List.of(lines.get(2), lines.get(6), lines.getFirst()).stream()
                .map(line -> line.amount().orElseThrow())
                .toList());
        assertEquals(ReceiptNumber.of("S1", "T1", "9f3a", 1).text(), lines.get(1).number());
        assertEquals(List.of(number(1), 1), List.of(lines.get(5).number(), lines.get(5).lines()));
        assertEquals(List.of(BEN, earlier), List.of(lines.get(4).by(), lines.get(4).at()));
        assertTrue(lines.getFirst().number().startsWith("Z S1-T1-"), lines.getFirst()::number);
    }

    @Test
    void ofCardPaymentsOnlyThoseAreThereThatATerminalKeeps() {
        sell("MUG1");
        for (Phase phase : List.of(Phase.ASKED, Phase.APPROVED, Phase.UNDOING, Phase.KEPT, Phase.ASKED, Phase.DECLINED)) {
            shop.register.record(shop.register.entryId(), (tx, branch) -> new TillEntry.PaymentAttempted(branch, tx.now(), Shop.ANNA,
                    shift().id(), new UUID(3, 3), gbp(5_00), phase, List.of(), Optional.of("Auth 0042")));
        }

        JournalPage first = journal.page("", Optional.empty(), 2);
        JournalPage rest = journal.page("", first.next(), 2);

        assertEquals(List.of(Kind.CARD_KEPT, Kind.SALE), first.lines().stream().map(JournalLine::kind).toList());
        assertEquals(List.of(Kind.SHIFT_OPEN), rest.lines().stream().map(JournalLine::kind).toList());
        assertEquals(List.of(Optional.of(gbp(5_00)), "Auth 0042"),
                List.of(first.lines().getFirst().amount(), first.lines().getFirst().about()));
    }

    @Test
    void pagesFollowEachOtherWithoutGapAndWithoutEnd() {
        for (int sale = 0; sale < 23; sale++) {
            sell("MUG" + (1 + sale % 3));
        }

        List<String> numbers = new ArrayList<>();
        Optional<JournalPage.Place> from = Optional.empty();
        int pages = 0;
        do {
            JournalPage page = journal.page("", from, 5);
            page.lines().stream().filter(JournalLine::isSale).map(JournalLine::number).forEach(numbers::add);
            from = page.next();
            pages++;
        } while (from.isPresent());

        assertEquals(all(23), numbers);
        assertEquals(5, pages);
    }

    @Test
    void aSaleIsFoundByItsNumberItsTotalItsDayItsCodeAndItsName() {
        sell("MUG1");
        sell("MUG2", "MUG3");
        sell("MUG12");

        assertEquals(List.of(number(2)), found(number(2)));
        assertEquals(List.of(number(2)), found("2"));
        assertEquals(List.of(number(2)), found("5.05"));
        assertEquals(List.of(number(2)), found("5,05"));
        assertEquals(List.of(number(2)), found("mug3"));
        assertEquals(List.of(number(1), number(3)).reversed(), found("mug no. 1"));
        assertEquals(List.of(number(3), number(2), number(1)), found("2026-01-05"));
        assertEquals(List.of(), found("2026-01-06"));
        assertEquals(List.of(), found("99"));
        assertEquals(List.of(), found("5.06"));
        assertEquals(List.of(), found("tea"));
    }

    @Test
    void aRunningNumberIsNoArticleAndHasNoZerosBeforeIt() {
        for (int sale = 0; sale < 7; sale++) {
            sell("MUG1");
        }

        assertEquals(List.of(number(7)), found(" 7 "));
        assertEquals(List.of(), found("07"));
        assertEquals(List.of(), found("99999999999999999999"));
    }

    /// An exchange is a sale, and a void is none.
    @Test
    void onlyWhatIsWhollyTakenBackIsAReturn() {
        EntryId sale = sell("MUG1");
        Line back = shop.register.find(sale).orElseThrow().getFirst()
                .take(1, Quantity.of(1, Unit.EACH), ReturnOf.Condition.RESALABLE, "");
        Lookup.Meaning.Found mug = (Lookup.Meaning.Found) shop.lookup.find("MUG2");
        Basket exchange = Basket.empty(Shop.GBP, TaxRule.USUAL).plus(back)
                .ring(mug.article().item(), Quantity.of(1, Unit.EACH), mug.article().price());
        shop.register.sell(new Register.Checkout(shop.register.entryId(), Shop.ANNA, Optional.empty(), exchange,
                new Settlement(exchange.total(), List.of(new Tender.Cash(exchange.total())))));
        shop.register.record(shop.register.entryId(), (tx, branch) -> new TillEntry.Voided(
                branch, tx.now(), Shop.ANNA, shift().id(), Optional.empty(), List.of(), gbp(3_00), gbp(0), "CUSTOMER_LEFT"));

        assertEquals(List.of(Kind.VOID, Kind.SALE, Kind.SALE, Kind.SHIFT_OPEN),
                journal.page("", Optional.empty(), 9).lines().stream().map(JournalLine::kind).toList());
        assertEquals(List.of(), journal.page("3.00", Optional.empty(), 9).lines());
    }

    /// What a journal does not show takes no place on a page.
    @Test
    void whatIsNotShownEndsNoPage() {
        sell("MUG1");
        for (int times = 0; times < 3; times++) {
            shop.register.record(shop.register.entryId(), (tx, branch) -> new TillEntry.Approved(
                    branch, tx.now(), BEN, shift().id(), Shop.ANNA, new Consent.FiguresShown()));
        }
        sell("MUG1");

        assertEquals(List.of(number(2), number(1)), paged("", 1).subList(0, 2));
        assertEquals(List.of(number(2), number(1)), paged("2026-01-05", 1).subList(0, 2));
    }

    @Test
    void whatATextMeansInSeveralWaysComesInOneOrder() {
        for (int sale = 0; sale < 4; sale++) {
            sell("MUG1");
        }

        assertEquals(all(4), paged("1", 1));
        assertEquals(all(4), paged("2.51", 3));
    }

    private List<String> paged(String text, int limit) {
        List<String> numbers = new ArrayList<>();
        Optional<JournalPage.Place> from = Optional.empty();
        do {
            JournalPage page = journal.page(text, from, limit);
            page.lines().forEach(line -> numbers.add(line.number()));
            from = page.next();
        } while (from.isPresent() && numbers.size() < 99);
        return numbers;
    }

    @Test
    void whatIsSearchedForComesInPagesToo() {
        for (int sale = 0; sale < 9; sale++) {
            sell("MUG" + (1 + sale % 2));
        }

        assertEquals(List.of(number(8), number(6), number(4), number(2)), paged("MUG2", 2));
    }

    @Test
    void goodsThatCameBackAreFoundByTheirArticleToo() {
        EntryId sale = sell("MUG1", "MUG2");
        Line line = shop.register.find(sale).orElseThrow().getFirst()
                .take(1, Quantity.of(1, Unit.EACH),
                        ReturnOf.Condition.RESALABLE, "");
        var basket = Basket.empty(Shop.GBP, TaxRule.USUAL).plus(line);
        shop.register.sell(new Register.Checkout(shop.register.entryId(), Shop.ANNA, Optional.empty(), basket,
                new Settlement(basket.total(), List.of(new Tender.Cash(basket.total())))));

        List<JournalLine> lines = journal.page("MUG1", Optional.empty(), 9).lines();

        assertEquals(List.of(Kind.RETURN, Kind.SALE), lines.stream().map(JournalLine::kind).toList());
        assertEquals(List.of(number(1)), found("MUG2"));
    }

    @Test
    void aStreamThatWasLeftIsReadWhereTheNewOneDoesNotGo() {
        EntryId first = sell("MUG1");
        sell("MUG2");
        shop.courier(shop.link()).round();
        String old = journal.story(first).orElseThrow().line().number();
        new Rehome(shop.till, shop::id).move();
        sell("MUG3");
        List<String> whole = found("");
        List<String> byTotal = found("2.51");

        assertEquals(2, streams());
        assertEquals(List.of(old), found(old), "by the number that was printed");
        assertEquals(3, whole.size(), whole::toString);
        assertEquals(List.of(journal.story(first).orElseThrow().line().number()), byTotal);
        assertEquals(Stage.SAVED, journal.story(first).orElseThrow().line().stage(), "it is sent again in the new stream");
    }

    @Test
    void theBeginningOfAStreamThatWasNotMovedIsReadInTheOldOne() {
        EntryId first = sell("MUG1");
        shop.courier(shop.link()).round();
        shop.applyAll();
        shop.courier(shop.link()).round();
        sell("MUG2");
        new Rehome(shop.till, shop::id, stream -> shop.till.read(tx -> new Position(
                stream.id(), 2, tx.postings().hash("S1", stream.id(), 2).orElseThrow()))).move();
        sell("MUG3");

        List<JournalLine> all = new ArrayList<>();
        Optional<JournalPage.Place> from = Optional.empty();
        do {
            JournalPage page = journal.page("", from, 1);
            all.addAll(page.lines());
            from = page.next();
        } while (from.isPresent());

        assertEquals(List.of(Kind.SALE, Kind.SALE, Kind.SALE, Kind.SHIFT_OPEN), all.stream().map(JournalLine::kind).toList());
        assertEquals(4, all.stream().map(JournalLine::entry).distinct().count());
        assertEquals(first, all.get(2).entry());
        shop.courier(shop.link()).round();
        assertEquals(Stage.APPLIED, journal.story(first).orElseThrow().line().stage(), "as it was when its stream was left");
        assertEquals(1, journal.page("MUG1", Optional.empty(), 5).lines().size());
    }

    @Test
    void copiesAreInTheStoryOfTheirSale() {
        EntryId sale = sell("MUG1");
        EntryId other = sell("MUG1");
        shop.register.record(shop.register.entryId(), (tx, branch) -> copied(tx.now(), branch, sale));

        assertEquals(List.of(new Story.Copy(TillEntry.Copied.Manner.PAPER, Shop.ANNA, shop.clock().instant())), story(sale).copies());
        assertEquals(List.of(), story(other).copies());
    }

    @Test
    void aCopyReachesTheCentreAndLeavesTheDigestOfTheShiftAlone() {
        EntryId sale = sell("MUG1");
        shop.register.record(shop.register.entryId(), (tx, branch) -> copied(tx.now(), branch, sale));
        shop.register.closeShift(Shop.ANNA, new CashCount(Shop.GBP, List.of()));
        shop.courier(shop.link()).round();
        shop.applyAll();

        List<ShiftProof.Row> rows = new ArrayList<>();
        shop.centre.read(tx -> {
            ShiftProof.each(tx, "S1", rows::add);
            return rows;
        });

        assertEquals(List.of(true), rows.stream().map(ShiftProof.Row::isMatch).toList());
        assertEquals(1, rows.getFirst().count());
        assertEquals(0L, (long) shop.centre.read(tx -> tx.parked().count()));
    }

    private static TillEntry.Copied copied(Instant at, String branch, EntryId sale) {
        return new TillEntry.Copied(branch, at, Shop.ANNA, Shop.shift(new UUID(1, 1), at).id(), sale,
                ReceiptNumber.of("S1", "T1", "9f3a", 1), TillEntry.Copied.Manner.PAPER);
    }

    private EntryId sell(String... skus) {
        return saved(shop.sell(skus));
    }

    private static EntryId saved(Outcome outcome) {
        return ((Outcome.Saved) outcome).id();
    }

    private Story story(EntryId id) {
        return journal.story(id).orElseThrow();
    }

    private List<String> found(String text) {
        return journal.page(text, Optional.empty(), 50).lines().stream().filter(JournalLine::isSale).map(JournalLine::number).toList();
    }

    private List<String> all(int count) {
        List<String> numbers = new ArrayList<>();
        for (int number = count; number > 0; number--) {
            numbers.add(number(number));
        }
        return numbers;
    }

    private String number(long number) {
        return ReceiptNumber.of("S1", "T1", stream().brief(), number).text();
    }

    private StreamId stream() {
        return shop.till.read(tx -> tx.streams().open().map(Streams.Own::id).orElseThrow());
    }

    private int streams() {
        return shop.till.read(tx -> tx.streams().all().size());
    }

    private Shift shift() {
        return shop.register.shift().orElseThrow();
    }

    private static Money gbp(long minor) {
        return Money.of(minor, "GBP");
    }
}
