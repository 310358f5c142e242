package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.alert.Finding;
import io.evertill.db.Alerts;
import io.evertill.db.CentreOn;
import io.evertill.db.Incidents;
import io.evertill.db.OverReturns;
import io.evertill.db.ReturnLines;
import io.evertill.db.Tx;
import io.evertill.ledger.EntryId;
import io.evertill.money.Money;
import io.evertill.price.Price;
import io.evertill.product.Product;
import io.evertill.sale.Basket;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.sale.Sale;
import io.evertill.stock.Chance;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.wire.SoldReceipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Never more comes back than was sold without a person being told, whatever till takes it back and whatever arrives first
/// (domain 2k).
class ReturnWatchTest {
    @TempDir
    Path folder;

    private static Basket goods(Product product, int... pieces) {
        Basket basket = Basket.empty(Warehouse.GBP, TaxRule.USUAL);
        for (int count : pieces) {
            basket = basket.plus(Line.sold(basket.lineNumberNext(), Warehouse.item(product), Quantity.of(count, Unit.EACH),
                    new Price(product.basePrice(), new Price.Source.Base())));
        }
        return basket;
    }

    private static Basket back(Returnable line, long pieces) {
        return Basket.empty(Warehouse.GBP, TaxRule.USUAL)
                .plus(line.take(1, Quantity.of(pieces, Unit.EACH), ReturnOf.Condition.RESALABLE, ""));
    }

    private static Basket noted(Product product, long pieces, ReceiptNumber receipt) {
        return Basket.empty(Warehouse.GBP, TaxRule.USUAL).plus(Line.returned(1, Warehouse.item(product),
                Quantity.of(pieces, Unit.EACH), new Price(product.basePrice(), new Price.Source.Base()), Money.of(200 * pieces, "GBP"),
                new ReturnOf(ReturnOf.Condition.RESALABLE, "GIFT", Optional.of(receipt))));
    }

    @ParameterizedTest
    @EnumSource
    void twoTillsThatDoNotHearOfEachOtherAreOneLineForAPerson(CentreOn on) {
        try (Chain chain = new Chain(on, folder, new Chance(1))) {
            LocalTill one = chain.tills.get(0);
            LocalTill two = chain.tills.get(3);
            Chain.Made sold = chain.ring(one, goods(Warehouse.TEA, 2));
            chain.ring(one, back(sold.line(1), 2));
            chain.ring(two, back(sold.line(1), 1));
            chain.heard(one);
            List<Alerts.Card> before = chain.cards();

            chain.heard(two);

            assertEquals(List.of(), before);
            List<Alerts.Card> cards = chain.cards();
            assertEquals(1, cards.size());
            Finding finding = cards.getFirst().finding();
            assertEquals("S2", finding.branch());
            assertTrue(finding.sentence().startsWith("3 of TEA came back of receipt S1-T1-abcd-1, which sold 2: 2 on S1-T1-abcd-2 at "),
                    finding.sentence());
            assertTrue(finding.sentence().contains(", 1 on S2-T2-abcd-3 at "), finding.sentence());
            assertTrue(finding.advice().endsWith("evertill-central over-returns"), finding.advice());
            assertEquals(List.of(), chain.house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCameBackBeforeItsSaleWasKnownIsToldWhenTheSaleComes(CentreOn on) {
        try (Chain chain = new Chain(on, folder, new Chance(2))) {
            LocalTill one = chain.tills.get(0);
            LocalTill two = chain.tills.get(1);
            Chain.Made sold = chain.ring(one, goods(Warehouse.TEA, 1));
            chain.ring(two, back(sold.line(1), 1));
            chain.ring(two, noted(Warehouse.TEA, 1, sold.sale().receipt()));
            chain.heard(two);
            List<Alerts.Card> before = chain.cards();

            chain.heard(one);

            assertEquals(List.of(), before);
            assertEquals(1, chain.cards().size());
            assertEquals(List.of(new OverReturns.Excess(
                    sold.sale().receipt().text(), Warehouse.TEA.id(), 0, Quantity.ONE, 2 * Quantity.ONE)), chain.open());
        }
    }

    @ParameterizedTest
    @EnumSource
    void goodsThatAreNotOnTheNotedReceiptAreTold(CentreOn on) {
        try (Chain chain = new Chain(on, folder, new Chance(3))) {
            Product jam = chain.house.define("JAM");
            LocalTill till = chain.tills.getFirst();
            Chain.Made sold = chain.ring(till, goods(Warehouse.TEA, 1));
            chain.ring(till, noted(jam, 1, sold.sale().receipt()));
            chain.ring(till, noted(Warehouse.TEA, 1, sold.sale().receipt()));

            chain.heard(till);

            assertEquals(List.of(new OverReturns.Excess(sold.sale().receipt().text(), jam.id(), 0, 0, Quantity.ONE)), chain.open());
            assertTrue(chain.cards().getFirst().finding().sentence().contains("(only the number was noted)"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneLineThatCameBackTwiceIsToldAlthoughAnotherDidNot(CentreOn on) {
        try (Chain chain = new Chain(on, folder, new Chance(4))) {
            LocalTill one = chain.tills.get(0);
            Chain.Made sold = chain.ring(one, goods(Warehouse.TEA, 1, 1));
            chain.ring(one, back(sold.line(2), 1));
            chain.ring(chain.tills.get(1), back(sold.line(2), 1));

            chain.heard(one);
            chain.heard(chain.tills.get(1));

            assertEquals(List.of(new OverReturns.Excess(
                    sold.sale().receipt().text(), Warehouse.TEA.id(), 2, Quantity.ONE, 2 * Quantity.ONE)), chain.open());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSettledLineDoesNotHideAnotherOfTheSameGoods(CentreOn on) {
        try (Chain chain = new Chain(on, folder, new Chance(8))) {
            LocalTill one = chain.tills.get(0);
            LocalTill other = chain.tills.get(3);
            Chain.Made sold = chain.ring(one, goods(Warehouse.TEA, 1, 1, 1, 1));
            chain.ring(one, back(sold.line(2), 1));
            chain.ring(other, back(sold.line(2), 1));
            chain.heard(one);
            chain.heard(other);
            OverReturns.Matter matter = matters(chain, sold).getFirst();
            chain.house.db.run(tx -> tx.overReturns().settle(matter.id(), new Incidents.Settled(tx.now(), "Bea", "paid back")));
            chain.ring(one, back(sold.line(3), 1));
            chain.ring(other, back(sold.line(3), 1));

            chain.heard(other);
            chain.heard(one);

            assertEquals(List.of(new OverReturns.Excess(
                    sold.sale().receipt().text(), Warehouse.TEA.id(), 3, Quantity.ONE, 2 * Quantity.ONE)), chain.open());
            assertEquals("S1", matters(chain, sold).getLast().branch());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSettledMatterStaysSettledUntilStillMoreComesBack(CentreOn on) {
        try (Chain chain = new Chain(on, folder, new Chance(5))) {
            LocalTill one = chain.tills.get(0);
            LocalTill two = chain.tills.get(1);
            Chain.Made sold = chain.ring(one, goods(Warehouse.TEA, 1));
            chain.ring(one, back(sold.line(1), 1));
            chain.ring(two, back(sold.line(1), 1));
            chain.heard(one);
            chain.heard(two);
            OverReturns.Matter matter = matters(chain, sold).getFirst();
            Incidents.Settled settled = new Incidents.Settled(chain.house.now(), "Bea", "the customer paid it back");

            boolean isSettled = chain.house.db.write(tx -> tx.overReturns().settle(matter.id(), settled));
            boolean isSettledAgain = chain.house.db.write(tx -> tx.overReturns().settle(matter.id(), settled));
            Chain.Made other = chain.ring(one, goods(Warehouse.TEA, 1));
            chain.ring(one, back(other.line(1), 1));
            chain.heard(one);
            List<Alerts.Card> after = chain.cards();
            chain.ring(chain.tills.get(2), noted(Warehouse.TEA, 1, sold.sale().receipt()));
            chain.heard(chain.tills.get(2));

            assertTrue(isSettled);
            assertFalse(isSettledAgain);
            assertEquals(List.of(), after);
            assertEquals(List.of(2 * Quantity.ONE, 3 * Quantity.ONE),
                    matters(chain, sold).stream().map(each -> each.excess().returned()).toList());
            assertEquals(1, chain.cards().size());
        }
    }

    private static List<OverReturns.Matter> matters(Chain chain, Chain.Made sold) {
        return chain.house.db.read(tx -> tx.overReturns().of(sold.sale().receipt().text()));
    }

    @ParameterizedTest
    @EnumSource
    void aTillIsToldWhatCameBackAtOthersAndCountsItsOwnItself(CentreOn on) {
        try (Chain chain = new Chain(on, folder, new Chance(6))) {
            LocalTill one = chain.tills.get(0);
            LocalTill two = chain.tills.get(1);
            LocalTill three = chain.tills.get(2);
            Chain.Made sold = chain.ring(one, goods(Warehouse.TEA, 5, 1));
            Optional<SoldReceipt> early = chain.asked(two, sold);
            chain.ring(one, back(sold.line(1), 2));
            chain.ring(two, back(sold.line(1), 1));
            chain.ring(three, noted(Warehouse.TEA, 1, sold.sale().receipt()));
            for (LocalTill till : chain.tills) {
                chain.heard(till);
            }

            assertEquals(Optional.empty(), early);
            assertEquals(List.of("3", "0"), returned(chain.asked(two, sold)));
            assertEquals(List.of("4", "0"), returned(chain.asked(three, sold)));
            SoldReceipt told = chain.asked(three, sold).orElseThrow();
            assertEquals(told, SoldReceipt.read(told.write().content()));
            assertEquals(Money.of(1_000, "GBP"), told.lines().getFirst().refunded());
        }
    }

    /// The centre is older than the table: it finds what came back in its ledger, a few sales at a time, and no line twice.
    @ParameterizedTest
    @EnumSource
    void whatCameBackBeforeThereWasATableForItIsFoundInTheLedger(CentreOn on) throws SQLException {
        try (Chain chain = new Chain(on, folder, new Chance(7))) {
            LocalTill one = chain.tills.get(0);
            LocalTill two = chain.tills.get(3);
            Chain.Made sold = chain.ring(one, goods(Warehouse.TEA, 2));
            for (int more = 0; more < 250; more++) {
                chain.ring(one, goods(Warehouse.TEA, 1));
            }
            chain.ring(one, back(sold.line(1), 2));
            chain.ring(two, back(sold.line(1), 1));
            chain.heard(one);
            chain.heard(two);
            Optional<SoldReceipt> before = chain.asked(two, sold);
            try (Connection connection = DriverManager.getConnection(on.address(folder));
                    Statement statement = connection.createStatement()) {
                for (String table : List.of("return_line", "returned_receipt", "over_return")) {
                    statement.executeUpdate("DELETE FROM " + table);
                }
            }
            chain.house.db.run(tx -> tx.returnLines().past(Optional.of(new ReturnLines.Past("", new EntryId(new UUID(0, 0))))));

            int first = chain.house.db.write(ReturnWatch::past);
            chain.ring(two, back(sold.line(1), 1));
            chain.heard(two);
            while (chain.house.db.write(ReturnWatch::past) > 0) {
                // Until all sales were looked through.
            }

            assertEquals(200, first);
            assertEquals(Optional.empty(), chain.house.db.read(tx -> tx.returnLines().past()));
            assertEquals(returned(before), returned(chain.asked(two, sold)));
            assertEquals(List.of(new OverReturns.Excess(
                    sold.sale().receipt().text(), Warehouse.TEA.id(), 0, 2 * Quantity.ONE, 4 * Quantity.ONE)), chain.open());
            assertEquals(1, chain.cards().size());
        }
    }

    private static List<String> returned(Optional<SoldReceipt> told) {
        return told.orElseThrow().lines().stream().map(line -> line.returned().text()).toList();
    }

    /// Random tills, now and then without a network: whatever the order, exactly what came back too often is told.
    @ParameterizedTest
    @EnumSource
    void whatCameBackTooOftenIsToldAndNothingElse(CentreOn on) throws IOException {
        for (long seed = 1; seed <= 6; seed++) {
            Chance chance = new Chance(seed);
            try (Chain chain = new Chain(on, Files.createTempDirectory(folder, "seed"), chance)) {
                History history = new History(chain, chance);
                for (int step = 0; step < 60; step++) {
                    history.step();
                }
                chain.tills.forEach(chain::heard);
                chain.cards();

                assertEquals(history.tooOften(), history.told(), "seed " + seed);
                assertFalse(history.tooOften().isEmpty(), "seed " + seed + " proves nothing");
                assertEquals(List.of(), chain.house.differences(), "seed " + seed);
            }
        }
    }

    /// What happened, as nobody but the test knows it.
    private static final class History {
        private final Chain chain;
        private final Chance chance;
        private final List<Chain.Made> sold = new ArrayList<>();
        private final Map<String, Long> back = new HashMap<>();

        History(Chain chain, Chance chance) {
            this.chain = chain;
            this.chance = chance;
        }

        void step() {
            LocalTill till = chance.pick(chain.tills);
            switch (chance.below(10)) {
                case 0, 1, 2 -> sold.add(chain.ring(till, goods(Warehouse.TEA, 1 + chance.below(3))));
                case 3, 4, 5, 6 -> {
                    if (!sold.isEmpty()) {
                        takeBack(till, chance.pick(sold));
                    }
                }
                case 7 -> settleOne();
                default -> chain.heard(till);
            }
        }

        /// By what the centre says, or by what the till believes when nobody answers, or by a number that is only noted.
        private void takeBack(LocalTill till, Chain.Made made) {
            Optional<SoldReceipt> told = chance.flip() ? chain.asked(till, made) : Optional.empty();
            Returnable line = told.map(receipt -> receipt.lines().getFirst()).orElseGet(() -> made.line(1));
            boolean isNoted = told.isEmpty() && chance.flip();
            if (isNoted) {
                chain.ring(till, noted(Warehouse.TEA, 1, made.sale().receipt()));
                back.merge(made.sale().receipt().text(), 1L, Long::sum);
            } else if (line.left().isPositive()) {
                long pieces = 1L + chance.below((int) (line.left().tenThousandths() / Quantity.ONE));
                chain.ring(till, back(line, pieces));
                back.merge(made.sale().receipt().text(), pieces, Long::sum);
            }
        }

        private void settleOne() {
            chain.house.db.run(tx -> tx.overReturns().open(new UUID(0, 0), 1).forEach(matter -> settle(tx, matter)));
        }

        private static void settle(Tx tx, OverReturns.Matter matter) {
            tx.overReturns().settle(matter.id(), new Incidents.Settled(tx.now(), "Bea", "looked at"));
        }

        /// By receipt, how many came back that were never sold.
        Map<String, Long> tooOften() {
            return sold.stream()
                    .map(Chain.Made::sale)
                    .filter(sale -> excess(sale) > 0)
                    .collect(Collectors.toMap(sale -> sale.receipt().text(), this::excess));
        }

        private long excess(Sale sale) {
            return back.getOrDefault(sale.receipt().text(), 0L) - sale.lines().getFirst().quantity().tenThousandths() / Quantity.ONE;
        }

        /// By receipt, the most that a person was told.
        Map<String, Long> told() {
            Set<String> receipts = new HashSet<>(sold.stream().map(made -> made.sale().receipt().text()).toList());
            Collection<OverReturns.Excess> all = chain.house.db.read(tx ->
                    receipts.stream().flatMap(receipt -> tx.overReturns().of(receipt).stream()).map(OverReturns.Matter::excess).toList());
            return all.stream().collect(Collectors.toMap(OverReturns.Excess::receipt,
                    excess -> (excess.returned() - excess.sold()) / Quantity.ONE, Math::max));
        }
    }
}
