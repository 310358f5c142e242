package io.evertill.faults;

import io.evertill.central.Centre;
import io.evertill.db.Tills;
import io.evertill.feed.Pull;
import io.evertill.ingest.Admission;
import io.evertill.money.UnitPrice;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Enrolling;
import io.evertill.pos.Machine;
import io.evertill.pos.TillProcess;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/// The shop of a run: a few articles that every till sells, so that their levels are everybody's.
final class Shop {
    static final String STORE = "S1";
    static final String CURRENCY = "GBP";
    static final List<String> SKUS = IntStream.rangeClosed(1, 20).mapToObj(number -> "ART" + number).toList();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int STEPS_MAX = 1_000;

    private Shop() {}

    /// Defines the articles at a centre.
    static void define(Centre centre) {
        var office = centre.office();
        office.db().run(tx -> {
            office.headOffice().define(tx, new TaxRate("STD", "VAT", 200_000, TaxRate.Kind.INCLUSIVE));
            office.headOffice().define(tx, "", "currency", CURRENCY);
            SKUS.forEach(sku -> office.headOffice().define(tx, product(sku)));
        });
        if (!centre.settle(PATIENCE)) {
            throw new IllegalStateException("the centre did not publish the shop in " + PATIENCE);
        }
    }

    /// Enrols a till through the proxy and loads the articles.
    static void enrol(Centre centre, Path folder, String till, String url, Machine machine) {
        String code = centre.office().admission().code(new Tills.Seat(STORE, till), Admission.VALID_USUALLY);
        try (DataFolder held = ((DataFolder.Opening.Opened) DataFolder.open(folder)).folder()) {
            Enrolling.Result result = new Enrolling(held, machine).atCentre(url, code);
            if (!(result instanceof Enrolling.Result.Enrolled)) {
                throw new IllegalStateException(result.toString());
            }
        }
        try (TillProcess process = TillChild.open(folder, machine, _ -> {})) {
            for (int step = 0; step < STEPS_MAX; step++) {
                if (process.pull().step() instanceof Pull.Step.UpToDate) {
                    return;
                }
            }
        }
        throw new IllegalStateException("the articles did not arrive");
    }

    private static Product product(String sku) {
        Sku own = Sku.of(sku);
        return new Product(ProductId.of(own), own, "Article " + sku, Unit.EACH, Product.Kind.GOODS, "STD",
                UnitPrice.parse("2.50", Currency.getInstance(CURRENCY)), List.of());
    }
}
