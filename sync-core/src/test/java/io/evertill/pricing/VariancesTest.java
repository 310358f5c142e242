package io.evertill.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.db.CentreOn;
import io.evertill.feed.HeadOffice;
import io.evertill.inventory.Told;
import io.evertill.inventory.Warehouse;
import io.evertill.ledger.EntryId;
import io.evertill.money.UnitPrice;
import io.evertill.price.Price;
import io.evertill.price.PriceRule;
import io.evertill.product.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Sales of tills that were away are compared with the price that applied when they were made.
class VariancesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aSaleFromAnOldBookDiffersByTheRuleThatAppliedThen(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            Instant begins = house.now().plus(Duration.ofHours(1));
            define(house, "2.00", begins, begins.plus(Duration.ofHours(1)));
            Price rule = Told.price("2.00", new Price.Source.Rule("spring"));
            house.tick(Duration.ofHours(3));

            Told.tell(house, Told.sale(begins.minusMillis(1), 1, Told.BASE), 0);
            Told.tell(house, Told.sale(begins, 1, Told.BASE), 0);
            Told.tell(house, Told.sale(begins, 1, rule), 0);
            Told.tell(house, Told.sale(begins.plus(Duration.ofHours(1)), 1, rule), 0);
            Told.tell(house, Told.sale(begins, 1, Told.price("1.00", new Price.Source.Set("a friend"))), 0);

            assertEquals(List.of("STALE_BOOK 2.5 2", "STALE_BOOK 2 2.5", "OVERRIDE 1 2"), found(house));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPriceOfTheTillsOwnTimeIsAMatterOfItsClock(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            Instant begins = house.now().plus(Duration.ofHours(1));
            define(house, "2.00", begins, begins.plus(Duration.ofHours(1)));
            house.tick(Duration.ofHours(3));

            Told.tell(house, Told.sale(begins.minusSeconds(60), 1, Told.BASE), 120_000);

            assertEquals(List.of("CLOCK 2.5 2"), found(house));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRuleThatWasMadeAfterTheSaleWasKnownIsNotTheTillsFault(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            Instant begins = house.now();
            house.tick(Duration.ofHours(1));
            Told.tell(house, Told.sale(begins, 1, Told.BASE), 0);
            house.tick(Duration.ofHours(1));
            define(house, "2.00", begins, begins.plus(Duration.ofHours(1)));

            assertEquals(List.of("RULE_CHANGED_RETROACTIVELY 2.5 2"), found(house));
        }
    }

    /// The till was cut off when the base price changed; a sale before the change was right.
    @ParameterizedTest
    @EnumSource
    void aSaleIsComparedWithTheBasePriceOfItsMoment(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.tick(Duration.ofHours(1));
            Instant changed = house.now();
            Product tea = Warehouse.TEA;
            house.db.run(tx -> new HeadOffice(house.feed).define(tx, new Product(tea.id(), tea.sku(), tea.name(), tea.unit(),
                    tea.kind(), tea.taxCode(), UnitPrice.parse("3.00", Warehouse.GBP), List.of())));
            house.tick(Duration.ofHours(1));

            Told.tell(house, Told.sale(changed.minusMillis(1), 1, Told.BASE), 0);
            Told.tell(house, Told.sale(changed, 1, Told.BASE), 0);
            Told.tell(house, Told.sale(changed, 1, Told.price("3.00", new Price.Source.Base())), 0);

            assertEquals(List.of("STALE_BOOK 2.5 3"), found(house));
        }
    }

    /// Nobody could know the rule when the tea was sold, though it was made before the sale was told.
    @ParameterizedTest
    @EnumSource
    void aRuleThatWasMadeBehindTheBackOfATillIsNotTheTillsFault(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            Instant sold = house.now();
            house.tick(Duration.ofHours(1));
            define(house, "2.00", sold, sold.plus(Duration.ofHours(1)));
            Told.tell(house, Told.sale(sold, 1, Told.BASE), 0);

            assertEquals(List.of("RULE_CHANGED_RETROACTIVELY 2.5 2"), found(house));
        }
    }

    private static void define(Warehouse house, String unit, Instant from, Instant to) {
        PriceRule rule = new PriceRule("spring", Warehouse.TEA.id(), "S1", PriceRule.Level.PROMOTION, 0,
                UnitPrice.parse(unit, Warehouse.GBP), from, Optional.of(to));
        house.db.run(tx -> new HeadOffice(house.feed).define(tx, rule));
    }

    /// Page by page, two sales at a time.
    private static List<String> found(Warehouse house) {
        List<String> found = new ArrayList<>();
        Optional<EntryId> after = Optional.of(new EntryId(new UUID(0, 0)));
        while (after.isPresent()) {
            EntryId from = after.get();
            Variances.Page page = house.db.read(tx -> Variances.page(tx, "S1", Instant.EPOCH, house.now().plusSeconds(1), from, 2));
            page.rows().forEach(row -> found.add(row.variance().kind() + " " + row.variance().charged().unit().text() + " "
                    + row.variance().expected().unit().text()));
            after = page.last();
        }
        return found;
    }
}
