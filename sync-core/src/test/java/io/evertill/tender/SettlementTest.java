package io.evertill.tender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import io.evertill.sale.Checkout;
import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import io.evertill.tender.Settlement.Offer;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettlementTest {
    @RandomTest(seeds = 2_000)
    void whateverIsOfferedNoMoneyIsLostAndOnlyCashComesBack(Chance chance) {
        Money due = eur(chance.oneIn(3) ? chance.between(-100_000, 100_000) : chance.below(10_000));
        Settlement settlement = Settlement.of(due);

        for (int offers = 0; offers < 30; offers++) {
            Settlement before = settlement;
            Tender tender = tender(chance, before.remaining());
            switch (before.offer(tender)) {
                case Offer.Added(Settlement after) -> {
                    assertEquals(before.tenders().size() + 1, after.tenders().size());
                    assertEquals(tender, after.tenders().getLast());
                    settlement = after;
                }
                case Offer.TooMuch(Money remaining) -> {
                    assertEquals(before.remaining(), remaining);
                    assertTrue(Math.abs(tender.amount().minor()) > Math.abs(remaining.minor()));
                    assertFalse(tender instanceof Tender.Cash && remaining.isPositive());
                }
                case Offer.Pointless _ -> assertTrue(before.isComplete()
                        || Long.signum(tender.amount().minor()) != Long.signum(before.remaining().minor()));
                case Offer.NoSuchCoins _ -> throw new AssertionError("every coin is there");
                case Offer.TooMany _ -> assertEquals(Settlement.TENDERS_MAX, before.tenders().size());
            }
            assertSound(settlement);
        }
    }

    /// What is due changes when the customer adds something after a tender was taken, so any tenders can stand together; but
    /// only cash gives change.
    @RandomTest
    void whateverWasTakenAddsUpAndOnlyCashGivesChange(Chance chance) {
        Money due = eur(chance.between(-1_000, 1_000));
        List<Tender> tenders = chance.list(0, 4, () -> tender(chance, eur(chance.between(-1_500, 1_500))));

        Settlement settlement = new Settlement(due, tenders);

        Money cash = tenders.stream()
                .filter(tender -> tender instanceof Tender.Cash && tender.amount().isPositive())
                .map(Tender::amount)
                .reduce(eur(0), Money::plus);
        assertEquals(due, settlement.paid().plus(settlement.remaining()).minus(settlement.change()));
        assertFalse(settlement.isComplete() && settlement.change().compareTo(cash) > 0);
        assertFalse(settlement.isComplete() && !settlement.remaining().isZero());
    }

    @ParameterizedTest
    @CsvSource({
        "1299, cash 2000, 0, 701",
        "1299, cash 1299, 0, 0",
        "1299, card 299 cash 500, 500, 0",
        "1299, voucher 1000 cash 300, 0, 1",
        "-500, cash -500, 0, 0",
        "-500, card -200, -300, 0",
        "0, , 0, 0",
    })
    void tendersLeaveARestOrGiveChange(long due, String tenders, long remaining, long change) {
        Settlement settlement = Settlement.of(eur(due));
        String[] words = tenders == null ? new String[0] : tenders.split(" ");
        for (int at = 0; at < words.length; at += 2) {
            settlement = assertInstanceOf(Offer.Added.class, settlement.offer(tender(words[at], Long.parseLong(words[at + 1]))))
                    .settlement();
        }

        assertEquals(List.of(eur(remaining), eur(change)), List.of(settlement.remaining(), settlement.change()));
        assertEquals(remaining == 0, settlement.isComplete());
    }

    @ParameterizedTest
    @CsvSource({
        "1002, cash 2000, 0, 1000, -2",
        "1003, cash 2000, 0, 995, 2",
        "1003, cash 1005, 0, 0, 2",
        "1002, card 1002, 0, 0, 0",
        "1002, card 2, 1000, 0, 0",
        "1002, card 500 cash 500, 0, 0, -2",
        "1002, cash 500, 500, 0, -2",
        "1002, cash 500 card 500, 0, 0, -2",
        "1002, cash 500 card 301 cash 200, 0, 0, -1",
        "2, cash 0, 0, 0, -2",
        "-1003, cash -1005, 0, 0, -2",
        "-1002, cash -1000, 0, 0, 2",
        "-1002, card -1002, 0, 0, 0",
    })
    void cashIsRoundedToTheSmallestCoinAndNothingElse(long due, String tenders, long remaining, long change, long rounding) {
        Settlement settlement = new Settlement(eur(due), List.of(), 5);
        String[] words = tenders.split(" ", -1);
        for (int at = 0; at < words.length; at += 2) {
            settlement = assertInstanceOf(Offer.Added.class, settlement.offer(tender(words[at], Long.parseLong(words[at + 1]))))
                    .settlement();
        }

        assertEquals(List.of(eur(remaining), eur(change), eur(rounding)),
                List.of(settlement.remaining(), settlement.change(), settlement.rounding()));
        assertEquals(remaining == 0, settlement.isComplete());
    }

    @RandomTest(seeds = 1_000)
    void howeverSomethingIsPaidOnlyCashIsRoundedAndNothingIsLost(Chance chance) {
        Money due = eur(chance.between(-2_000, 10_000));
        int coin = chance.pick(5, 10, 100);
        Settlement settlement = Checkout.settlement(chance, due, coin);
        Money cash = settlement.tenders().stream()
                .filter(Tender.Cash.class::isInstance)
                .map(Tender::amount)
                .reduce(eur(0), Money::plus);

        assertTrue(settlement.isComplete());
        assertEquals(due.plus(settlement.rounding()), settlement.paid().minus(settlement.change()));
        assertEquals(0, cash.minus(settlement.change()).minor() % coin);
        assertTrue(Math.abs(settlement.rounding().minor()) * 2 <= coin);
        assertTrue(settlement.rounding().isZero() || settlement.tenders().stream().anyMatch(Tender.Cash.class::isInstance));
    }

    @Test
    void coinsThatNobodyHasAreRefused() {
        Settlement settlement = new Settlement(eur(1_002), List.of(), 5);

        assertEquals(new Offer.NoSuchCoins(eur(5)), settlement.offer(tender("cash", 1_002)));
        assertEquals(new Offer.Pointless(), settlement.offer(tender("cash", 0)));
        assertEquals(eur(1_000), settlement.remainingInCash());
        assertThrows(IllegalArgumentException.class, () -> new Settlement(eur(1), List.of(), 0));
        assertThrows(IllegalArgumentException.class, () -> new Settlement(eur(1), List.of(), Settlement.COIN_MAX + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"card", "voucher"})
    void aCardOrVoucherAboveTheRestIsRefusedBeforeItIsTaken(String kind) {
        assertEquals(new Offer.TooMuch(eur(1299)), Settlement.of(eur(1299)).offer(tender(kind, 1300)));
    }

    @Test
    void aRefundIsNeverPaidTwice() {
        assertEquals(new Offer.TooMuch(eur(-500)), Settlement.of(eur(-500)).offer(tender("cash", -501)));
        assertEquals(new Offer.Pointless(), Settlement.of(eur(-500)).offer(tender("cash", 1)));
    }

    @Test
    void theTwentyFirstTenderIsRefused() {
        Settlement settlement = Settlement.of(eur(100));
        for (int count = 0; count < Settlement.TENDERS_MAX; count++) {
            settlement = assertInstanceOf(Offer.Added.class, settlement.offer(tender("cash", 1))).settlement();
        }

        assertEquals(new Offer.TooMany(), settlement.offer(tender("cash", 1)));
    }

    @Test
    void whatRemainsInCashIsSaidHoweverManyTendersThereAre() {
        Settlement settlement = new Settlement(eur(122), List.copyOf(Collections.nCopies(Settlement.TENDERS_MAX, tender("card", 6))), 5);

        assertEquals(List.of(eur(2), eur(0)), List.of(settlement.remaining(), settlement.remainingInCash()));
    }

    @Test
    void aReferenceIsShortAndPrintable() {
        Money money = eur(1);
        UUID attempt = new UUID(0, 1);

        assertThrows(IllegalArgumentException.class, () -> new Tender.Card(money, attempt, "\u0000"));
        assertThrows(IllegalArgumentException.class, () -> new Tender.Card(money, attempt, "r".repeat(101)));
        assertThrows(IllegalArgumentException.class, () -> new Tender.Voucher(money, ""));
    }

    private static void assertSound(Settlement settlement) {
        Money due = settlement.due();
        assertEquals(due, settlement.paid().plus(settlement.remaining()).minus(settlement.change()));
        Money cash = settlement.tenders().stream()
                .filter(Tender.Cash.class::isInstance)
                .map(Tender::amount)
                .reduce(eur(0), Money::plus);
        assertTrue(!settlement.change().isNegative());
        assertTrue(settlement.change().isZero() || settlement.change().compareTo(cash) <= 0);
        assertTrue(settlement.remaining().isZero() || settlement.change().isZero());
        assertTrue(settlement.remaining().isZero()
                || Long.signum(settlement.remaining().minor()) == Long.signum(due.minor()));
    }

    private static Tender tender(Chance chance, Money remaining) {
        Money amount = chance.oneIn(3) ? remaining : eur(chance.between(-2_000, 12_000));
        return tender(chance.pick("cash", "card", "voucher"), amount.minor());
    }

    private static Tender tender(String kind, long minor) {
        return switch (kind) {
            case "cash" -> new Tender.Cash(eur(minor));
            case "card" -> new Tender.Card(eur(minor), new UUID(0, minor), "");
            default -> new Tender.Voucher(eur(minor), "GIFT");
        };
    }

    private static Money eur(long minor) {
        return Money.of(minor, "EUR");
    }
}
