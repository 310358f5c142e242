package io.evertill.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.db.CentreOn;
import io.evertill.feed.Pull;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.price.Price;
import io.evertill.register.Lookup;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.sale.Basket;
import io.evertill.shift.Shift;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backlog that is kept up to date says the same as one that counts everything anew.
class BacklogTest {
    @TempDir
    Path folder;

    @Test
    void everyLookSaysWhatAFreshCountSays() {
        try (Shop shop = new Shop(folder, CentreOn.SQLITE.open(folder, Clock.systemUTC()))) {
            Pull pull = shop.pull(shop.link(), folder);
            while (pull.step() instanceof Pull.Step.Downloaded) {
                shop.tick();
            }
            shop.openShift();
            Backlog backlog = new Backlog(shop.till);
            Courier courier = shop.courier(shop.link());
            Random random = new Random(7);

            for (int round = 0; round < 60; round++) {
                switch (random.nextInt(6)) {
                    case 0 -> assertInstanceOf(Courier.Round.Delivered.class, courier.round());
                    case 1 -> new Rehome(shop.till, shop::id).move();
                    default -> shop.sell("MUG" + (1 + random.nextInt(9)));
                }

                assertEquals(new Backlog(shop.till).read(), backlog.read(), "round " + round + " of seed 7");
            }
        }
    }

    @Test
    void salesInTwoCurrenciesAreCountedAndNotAdded() {
        try (Shop shop = new Shop(folder, CentreOn.SQLITE.open(folder, Clock.systemUTC()))) {
            Pull pull = shop.pull(shop.link(), folder);
            while (pull.step() instanceof Pull.Step.Downloaded) {
                shop.tick();
            }
            shop.openShift();
            shop.sell("MUG1");
            Backlog backlog = new Backlog(shop.till);
            Waiting pounds = backlog.read();
            shop.till.run(tx -> tx.shifts().close(tx.shifts().open().orElseThrow().id(), tx.now(), Money.of(0, "GBP")));
            shop.register.openShift(new Shift(shop.id(), LocalDate.parse("2026-01-06"), shop.clock().instant(), Shop.ANNA,
                    Money.of(0, "EUR")));
            Currency euro = Currency.getInstance("EUR");
            Lookup.Meaning.Found mug = (Lookup.Meaning.Found) shop.lookup.find("MUG1");
            Basket basket = Basket.empty(euro, TaxRule.USUAL).ring(mug.article().item(), Quantity.of(1, Unit.EACH),
                    new Price(UnitPrice.parse("3.00", euro), new Price.Source.Base()));
            assertInstanceOf(Outcome.Saved.class, shop.register.sell(new Register.Checkout(shop.register.entryId(), Shop.ANNA,
                    Optional.empty(), basket, new Settlement(basket.total(), List.of(new Tender.Cash(basket.total()))))));

            Waiting both = backlog.read();
            shop.courier(shop.link()).round();
            Waiting none = backlog.read();

            assertEquals(Optional.of(Money.of(251, "GBP")), pounds.value());
            assertEquals(List.of(2L, 0L), List.of(both.sales(), none.sales()));
            assertEquals(List.of(Optional.empty(), Optional.empty()), List.of(both.value(), none.value()));
        }
    }
}
