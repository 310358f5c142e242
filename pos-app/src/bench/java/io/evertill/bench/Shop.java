package io.evertill.bench;

import io.evertill.entry.StockEntry;
import io.evertill.person.Person;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Enrolling;
import io.evertill.pos.Machine;
import io.evertill.pos.Settings;
import io.evertill.pos.TillProcess;
import io.evertill.price.Price;
import io.evertill.product.Product;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.rule.Wiring;
import io.evertill.sale.Basket;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.tax.TaxRate;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Real tills of the benchmarks' shop, and what happens at their counters.
@Wiring
final class Shop {
    static final TaxRate VAT = new TaxRate("STD", "VAT", 200_000, TaxRate.Kind.INCLUSIVE);
    static final String STORE = "S1";

    private static final Person ANNA = new Person("anna", "Anna");
    private static final int LINES = 5;
    private static final int DELIVERY_LINES = 500;
    private static final int DELIVERED = 1_000;
    private static final int PUT_AT_ONCE = 50_000;
    private static final int HOT_PERCENT = 90;

    private Shop() {}

    /// Makes a till without a centre, with products on its shelves, and a shift that is open.
    static void make(Path folder, List<Product> products) {
        try (DataFolder held = hold(folder)) {
            new Enrolling(held, Machine.real()).alone(STORE, "T1");
        }
        try (TillProcess till = open(folder)) {
            stock(till, products);
            must(till.register().openShift(ANNA));
        }
    }

    /// Gives a till a catalogue, as the feed would.
    static void stock(TillProcess till, List<Product> products) {
        till.database().run(tx -> {
            tx.terms().put(VAT, Optional.of(1L));
            tx.terms().put("currency", "GBP", Optional.of(1L));
            tx.terms().put("cashiers", "anna:Anna|ben:Ben", Optional.of(1L));
        });
        for (int from = 0; from < products.size(); from += PUT_AT_ONCE) {
            List<Product> some = products.subList(from, Math.min(products.size(), from + PUT_AT_ONCE));
            till.database().run(tx -> some.forEach(product -> tx.catalogue().put(product, Optional.of(1L))));
        }
        till.database().run(tx -> tx.catalogue().pack());
        till.database().checkpoint();
    }

    static void openShift(TillProcess till) {
        must(till.register().openShift(ANNA));
    }

    /// Takes goods in, so that there are levels to lower.
    static void deliver(TillProcess till, List<Product> products) {
        Register register = till.register();
        for (int from = 0; from < products.size(); from += DELIVERY_LINES) {
            List<Product> some = products.subList(from, Math.min(products.size(), from + DELIVERY_LINES));
            List<StockEntry.Receipt> lines = IntStream.range(0, some.size())
                    .mapToObj(at -> new StockEntry.Receipt(at + 1, Item.of(some.get(at), VAT),
                            Quantity.of(DELIVERED, some.get(at).unit()), Place.Kind.AVAILABLE, ""))
                    .toList();
            must(register.record(register.entryId(),
                    (tx, branch) -> new StockEntry.Received(branch, tx.now(), ANNA, "Supplier", "D1", lines)));
        }
    }

    /// Opens a till as its program does.
    static TillProcess open(Path folder) {
        return switch (TillProcess.open(hold(folder), settings(folder), Machine.real(), _ -> {})) {
            case TillProcess.Opening.Opened(TillProcess till) -> till;
            case TillProcess.Opening.NotEnrolled(String sentence) -> throw new IllegalStateException(sentence);
        };
    }

    static Settings settings(Path folder) {
        return switch (Settings.read(folder, _ -> Optional.empty())) {
            case Settings.Reading.Understood(Settings settings) -> settings;
            case Settings.Reading.Wrong(String sentence) -> throw new IllegalStateException(sentence);
        };
    }

    static DataFolder hold(Path folder) {
        return switch (DataFolder.open(folder)) {
            case DataFolder.Opening.Opened(DataFolder held) -> held;
            case DataFolder.Opening.Refused(String sentence) -> throw new IllegalStateException(sentence);
        };
    }

    /// A basket of five different articles, paid in cash.
    static Register.Checkout checkout(Register register, List<Product> products, Random random) {
        return checkout(register, IntStream.range(0, LINES)
                .mapToObj(_ -> products.get(random.nextInt(products.size())))
                .toList());
    }

    /// The same, nine of ten articles being the same one.
    static Register.Checkout hotCheckout(Register register, List<Product> products, Random random) {
        return checkout(register, IntStream.range(0, LINES)
                .mapToObj(_ -> products.get(random.nextInt(100) < HOT_PERCENT ? 0 : random.nextInt(products.size())))
                .toList());
    }

    private static Register.Checkout checkout(Register register, List<Product> goods) {
        Basket basket = Basket.empty(Names.GBP, TaxRule.USUAL);
        for (Product product : goods) {
            basket = basket.ring(Item.of(product, VAT), Quantity.of(1, product.unit()),
                    new Price(product.basePrice(), new Price.Source.Base()));
        }
        Settlement settlement = new Settlement(basket.total(), List.of(new Tender.Cash(basket.total())));
        return new Register.Checkout(register.entryId(), ANNA, Optional.empty(), basket, settlement);
    }

    /// Records a sale; anything else is a failure of the benchmark.
    static void sell(Register register, Register.Checkout checkout) {
        must(register.sell(checkout));
    }

    private static void must(Outcome outcome) {
        if (!(outcome instanceof Outcome.Saved)) {
            throw new IllegalStateException("not saved: " + outcome);
        }
    }
}
