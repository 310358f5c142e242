package io.evertill.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import io.evertill.customer.Exemption;
import io.evertill.db.Database;
import io.evertill.db.Migrated;
import io.evertill.db.HeldBaskets;
import io.evertill.ledger.Bytes;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.sale.Basket;
import io.evertill.sale.Checkout;
import io.evertill.sale.Sale;
import io.evertill.stock.Chance;
import io.evertill.tax.TaxRule;
import io.evertill.wire.CustomerRows;
import io.evertill.wire.Json;
import io.evertill.wire.KeptBasket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Baskets that wait at a till, on its own database.
class HoldingTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Customer CITY = new Customer(new CustomerId(new UUID(0, 2)), "City Council", "030 901820", "", "CARD-2",
            Optional.of(new Exemption("EX-1", LocalDate.of(2026, 12, 31))));
    private static final Person ANNA = new Person("anna", "Anna");

    @TempDir
    Path folder;

    @Test
    void aBasketIsOnTheCounterOrWaitsAlsoAfterARestart() {
        KeptBasket first = basket(1);
        KeptBasket second = basket(2);
        try (Database till = till()) {
            till.run(tx -> tx.counter().keep(first.write(), tx.now()));
            Holding holding = new Holding(till);

            assertEquals(1, holding.hold(first, "Smith", ANNA, DAY));
            assertEquals(2, holding.hold(second, "", ANNA, DAY.minusDays(1)));
            assertEquals(Optional.empty(), till.read(tx -> tx.counter().basket()));
        }
        try (Database till = till()) {
            Holding holding = new Holding(till);

            assertEquals(List.of(held(1, "Smith", first, DAY), held(2, "", second, DAY.minusDays(1))), holding.all());
            assertEquals(Optional.of(new Resumed(second, Optional.empty())), holding.recall(2));
            assertEquals(Optional.of(second.write()), till.read(tx -> tx.counter().basket()));
            assertEquals(List.of(held(1, "Smith", first, DAY)), holding.all());
        }
    }

    @Test
    void nothingIsCalledBackOntoAFullCounterAndWhatCannotBeReadStays() {
        try (Database till = till()) {
            Holding holding = new Holding(till);
            holding.hold(basket(1), "", ANNA, DAY);
            till.run(tx -> tx.held().hold(new HeldBaskets.Held(2, "", 1, Money.of(1, "EUR"), NOW, "Anna", DAY), Bytes.of("{}")));

            assertEquals(Optional.empty(), holding.recall(2));
            assertEquals(Optional.empty(), holding.recall(3));
            till.run(tx -> tx.counter().keep(basket(3).write(), tx.now()));
            assertEquals(Optional.empty(), holding.recall(1));
            assertEquals(2, holding.all().size());
            assertEquals(Optional.of(basket(3).write()), till.read(tx -> tx.counter().basket()));
        }
    }

    @Test
    void aBasketThatComesBackIsAsOldAsItIs() {
        try (Database till = till()) {
            HeldBaskets.Held old = new HeldBaskets.Held(1, "", 1, basket(1).basket().total(), NOW.minusSeconds(7_200), "Anna", DAY);
            till.run(tx -> tx.held().hold(old, basket(1).write()));

            new Holding(till).recall(1);

            assertEquals(Optional.of(NOW.minusSeconds(7_200)), till.read(tx -> tx.counter().keptAt()));
        }
    }

    @Test
    void somebodyWhoHasChosenNothingYetIsNoFullCounter() {
        KeptBasket nothing = new KeptBasket(Basket.empty(Currency.getInstance("EUR"), TaxRule.USUAL), List.of(), Optional.empty());
        try (Database till = till()) {
            Holding holding = new Holding(till);
            holding.hold(basket(1), "", ANNA, DAY);
            till.run(tx -> tx.counter().keep(nothing.of(Optional.of(CITY.id()), true).write(), NOW));

            assertEquals(Optional.of(new Resumed(basket(1), Optional.empty())), holding.recall(1));
            assertEquals(Optional.of(basket(1).write()), till.read(tx -> tx.counter().basket()));
            holding.hold(basket(1), "", ANNA, DAY);
            till.run(tx -> tx.counter().keep(Bytes.of("what nobody can read"), NOW));
            assertEquals(Optional.empty(), holding.recall(1));
        }
    }

    /// What is kept of who buys is an id: whoever was forgotten is not in it, and the till sees who lost the certificate.
    @Test
    void whoBuysIsWhomTheBookKnowsWhenTheBasketComesBack() {
        KeptBasket free = basket(2).of(Optional.of(CITY.id()), true);
        try (Database till = till()) {
            Holding holding = new Holding(till);
            for (int held = 0; held < 3; held++) {
                holding.hold(free, "", ANNA, DAY);
            }
            till.run(tx -> tx.customers().add(CITY));

            assertEquals(Optional.of(new Resumed(free, Optional.of(CITY))), holding.recall(1));
            till.run(tx -> {
                tx.counter().clear();
                tx.customers().put(Json.canonical(CustomerRows.write(CITY.taxed())), 1);
            });
            assertEquals(Optional.of(new Resumed(free, Optional.of(CITY.taxed()))), holding.recall(2));
            till.run(tx -> {
                tx.counter().clear();
                tx.customers().remove(CITY.id());
            });
            KeptBasket nobodys = free.of(Optional.empty(), true);
            assertEquals(Optional.of(new Resumed(nobodys, Optional.empty())), holding.recall(3));
            assertEquals(Optional.of(nobodys.write()), till.read(tx -> tx.counter().basket()));
        }
    }

    /// Who was kept with name and number by an older program is kept by the id from its first start on.
    @Test
    void whatOlderProgramsKeptOfAPersonIsTakenOut() throws SQLException {
        KeptBasket sold = basket(2).of(Optional.of(CITY.id()), true);
        ObjectNode old = (ObjectNode) Json.parse(sold.write().content());
        old.set("customer", CustomerRows.write(CITY));
        HeldBaskets.Held row = held(1, "", sold, DAY);
        try (Database till = till()) {
            till.run(tx -> {
                tx.held().hold(row, Json.canonical(old));
                tx.held().hold(new HeldBaskets.Held(2, "", 1, Money.of(1, "EUR"), NOW, "Anna", DAY), Bytes.of("no basket"));
                tx.counter().keep(Json.canonical(old), NOW);
            });
        }
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("till.db"))) {
            file.createStatement().executeUpdate("DELETE FROM flyway_schema_history WHERE CAST(version AS INTEGER) >= 22");
            file.createStatement().executeUpdate("ALTER TABLE sold_elsewhere DROP COLUMN refunded");
            file.createStatement().executeUpdate("DROP TABLE count_draft");
            file.createStatement().executeUpdate("DROP TABLE count_sent");
        }
        try (Database till = till()) {
            assertEquals(Optional.of(sold), till.read(tx -> tx.held().find(1)).flatMap(KeptBasket::read));
            assertEquals(Optional.of(sold), till.read(tx -> tx.counter().basket()).flatMap(KeptBasket::read));
            assertEquals(Optional.of(Bytes.of("no basket")), till.read(tx -> tx.held().find(2)));
            assertFalse(new String(till.read(tx -> tx.held().find(1)).orElseThrow().content(), StandardCharsets.UTF_8).contains("Council"));
        }
    }

    private Database till() {
        return Migrated.till(folder.resolve("till.db"), () -> NOW);
    }

    private static HeldBaskets.Held held(long number, String name, KeptBasket basket, LocalDate day) {
        return new HeldBaskets.Held(
                number, name, basket.basket().lines().size(), basket.basket().total(), NOW, "Anna", day);
    }

    private static KeptBasket basket(int lines) {
        Basket basket = Basket.empty(Currency.getInstance("EUR"), TaxRule.USUAL);
        Chance chance = new Chance(lines);
        for (int line = 0; line < lines; line++) {
            basket = basket.plus(Checkout.soldLine(chance, basket.lineNumberNext(), basket.currency()));
        }
        return new KeptBasket(basket, List.of(), Optional.empty(), 5,
                Optional.of(new Sale.AgeCheck(18, Sale.AgeCheck.Manner.SEEN)));
    }
}
