package io.evertill.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import io.evertill.wire.KeptBasket;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Baskets that wait at a till, on its own database.
class HoldingTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
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
            assertEquals(Optional.of(second), holding.recall(2));
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
