package io.evertill.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.db.CentreOn;
import io.evertill.entry.TillEntry;
import io.evertill.feed.HeadOffice;
import io.evertill.inventory.Told;
import io.evertill.inventory.Warehouse;
import io.evertill.ledger.EntryId;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.price.Price;
import io.evertill.price.PriceRule;
import io.evertill.product.Product;
import io.evertill.rule.Exempt;
import io.evertill.sale.Basket;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Sale;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Sales of tills that were away are compared with the price that applied when they were made.
@Exempt(rule = "imports", reason = "a centre, its prices, and a sale of several lines", until = "2028-12-31")
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
            base(house, Warehouse.TEA, "3.00");
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

    /// A receipt is named with the line that differs; what came back was priced when it was sold.
    @ParameterizedTest
    @EnumSource
    void aRowNamesTheSaleItsReceiptAndTheLine(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            Product cup = house.define("CUP");
            house.tick(Duration.ofHours(1));
            Instant changed = house.now();
            base(house, cup, "4.00");
            base(house, Warehouse.TEA, "3.00");
            house.tick(Duration.ofHours(1));
            Basket basket = Basket.empty(Warehouse.GBP, TaxRule.USUAL)
                    .ring(Warehouse.item(Warehouse.TEA), Quantity.of(1, Unit.EACH), Told.price("3.00", new Price.Source.Base()))
                    .ring(Warehouse.item(cup), Quantity.of(1, Unit.EACH), Told.BASE);
            basket = basket.plus(Line.returned(basket.lineNumberNext(), Warehouse.item(Warehouse.TEA), Quantity.of(1, Unit.EACH), Told.BASE,
                    Money.of(2_50, "GBP"), new ReturnOf(Optional.empty(), ReturnOf.Condition.RESALABLE, "DEFECT")));
            Sale.Occasion occasion = new Sale.Occasion(Warehouse.STORE, new UUID(0, 1), LocalDate.of(2026, 3, 2), changed, Warehouse.BEA,
                    Optional.empty());
            ReceiptNumber receipt = ReceiptNumber.of(Warehouse.STORE, "T1", "9f3a", 7);

            EntryId sale = Told.tell(house, new TillEntry.Sold(Sale.of(receipt, occasion, basket,
                    new Settlement(basket.total(), List.of(new Tender.Cash(basket.total()))))), 60_000);

            List<Variances.Row> rows = rows(house, changed, changed.plusSeconds(61));
            assertEquals(1, rows.size(), rows::toString);
            assertEquals(new Variances.Row(sale, receipt.text(), changed.plusSeconds(60), 2, "CUP", rows.getFirst().variance()),
                    rows.getFirst());
            assertEquals(List.of("2.5", "4"), List.of(rows.getFirst().variance().charged().unit().text(),
                    rows.getFirst().variance().expected().unit().text()));
            assertEquals(List.of(), rows(house, changed, changed.plusSeconds(60)));
            assertEquals(1, rows(house, changed.plusSeconds(60), changed.plusSeconds(61)).size());
            assertEquals(List.of(), rows(house, changed.plusSeconds(60).plusMillis(1), changed.plusSeconds(99)));
        }
    }

    private static List<Variances.Row> rows(Warehouse house, Instant from, Instant to) {
        return house.db.read(tx -> Variances.page(tx, "S1", from, to, new EntryId(new UUID(0, 0)), 9)).rows();
    }

    private static void base(Warehouse house, Product of, String unit) {
        house.db.run(tx -> new HeadOffice(house.feed).define(tx, new Product(of.id(), of.sku(), of.name(), of.unit(), of.kind(),
                of.taxCode(), UnitPrice.parse(unit, Warehouse.GBP), List.of())));
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
