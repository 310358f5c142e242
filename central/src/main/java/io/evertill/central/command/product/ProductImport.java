package io.evertill.central.command.product;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.db.CommitUnknown;
import io.evertill.db.StorageFailure;
import io.evertill.db.Tx;
import io.evertill.feed.HeadOffice;
import io.evertill.product.Product;
import io.evertill.tax.TaxRate;
import io.evertill.wire.Json;
import io.evertill.wire.Rows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Brings the products of a file into the catalogue: first the whole file is read, then what is new or different is
/// written, [#TOGETHER] products a transaction, each with its row for the feed.
///
/// A file with a row that is no product is refused as a whole, unless such rows are to be left out.
final class ProductImport {
    /// Products in one transaction: few enough that uploads of tills go on in between.
    static final int TOGETHER = 500;
    /// The tax of products when the centre knows none at all.
    static final TaxRate NO_TAX = new TaxRate("NONE", "No tax", 0, TaxRate.Kind.INCLUSIVE);

    private final Office office;

    ProductImport(Office office) {
        this.office = office;
    }

    /// What happens to a file with rows that are no products.
    enum Rule {
        /// The file is refused.
        WHOLE,
        /// They are left out.
        LEAVE_OUT
    }

    /// What the caller chose: for empty cells, and for rows that are no products.
    record Choice(Optional<Currency> currency, Optional<String> tax, Rule rule) {}

    /// What became of the file.
    ///
    /// @param usual what stood for empty cells
    record Result(long added, long changed, long same, long bad, ProductFile.Usual usual) {}

    /// Imports a file.
    ///
    /// @param bad gets every row that is no product
    /// @param progress gets how many rows are written
    /// @throws Refusal when the file is refused as a whole, and then nothing was written; or when the database failed in
    ///     between, and then it says how many products are in
    Result run(Path path, Choice choice, Consumer<ProductFile.Bad> bad, LongConsumer progress) {
        ProductFile.Usual usual = office.db().read(tx -> usual(tx, choice));
        ProductFile file = new ProductFile(path, usual);
        long[] wrong = {0};
        file.read(_ -> {}, each -> {
            wrong[0]++;
            bad.accept(each);
        });
        if (wrong[0] > 0 && choice.rule() == Rule.WHOLE) {
            throw new Refusal(Refusal.Kind.USAGE, (wrong[0] == 1 ? "One row of " : wrong[0] + " rows of ") + path
                    + " cannot be imported, so nothing was. Mend the lines named above, or import the rest with --leave-out.");
        }
        if (usual.taxes().equals(Set.of(NO_TAX.code()))) {
            office.db().run(tx -> office.headOffice().define(tx, NO_TAX));
        }
        Map<HeadOffice.Change, Long> counts = new EnumMap<>(HeadOffice.Change.class);
        List<Product> together = new ArrayList<>();
        long[] written = {0};
        try {
            file.read(row -> {
                together.add(row.product());
                if (together.size() == TOGETHER) {
                    written[0] += write(together, counts);
                    progress.accept(written[0]);
                }
            }, _ -> {});
            write(together, counts);
        } catch (StorageFailure e) {
            throw stopped(e.sentence(), written[0]);
        } catch (CommitUnknown e) {
            throw stopped(e.sentence(), written[0]);
        }
        return new Result(count(counts, HeadOffice.Change.ADDED), count(counts, HeadOffice.Change.CHANGED),
                count(counts, HeadOffice.Change.SAME), wrong[0], usual);
    }

    private static Refusal stopped(String sentence, long written) {
        return new Refusal(Refusal.Kind.STORAGE, sentence + " The first " + written
                + " products of the file are in; the same command again brings in the rest.");
    }

    private long write(List<Product> together, Map<HeadOffice.Change, Long> counts) {
        List<Product> products = List.copyOf(together);
        together.clear();
        List<HeadOffice.Change> changes = office.db().write(
                tx -> products.stream().map(product -> office.headOffice().define(tx, product)).toList());
        changes.forEach(change -> counts.merge(change, 1L, Long::sum));
        return products.size();
    }

    private static long count(Map<HeadOffice.Change, Long> counts, HeadOffice.Change change) {
        return counts.getOrDefault(change, 0L);
    }

    private static ProductFile.Usual usual(Tx tx, Choice choice) {
        Currency currency = choice.currency()
                .or(() -> tx.definitions().setting("", "currency").map(Currency::getInstance))
                .orElse(Currency.getInstance("EUR"));
        Set<String> taxes = new HashSet<>();
        tx.definitions().taxes().forEach(row -> taxes.add(code(Json.parse(row.content()))));
        if (choice.tax().isPresent() && !taxes.contains(choice.tax().get())) {
            throw new Refusal(Refusal.Kind.USAGE, "There is no tax " + choice.tax().get() + ". Define it first: evertill-central tax "
                    + choice.tax().get() + " PERCENT");
        }
        if (taxes.isEmpty()) {
            taxes.add(NO_TAX.code());
        }
        Optional<String> only = taxes.size() == 1 ? taxes.stream().findFirst() : Optional.empty();
        return new ProductFile.Usual(currency, choice.tax().or(() -> only), taxes);
    }

    private static String code(JsonNode row) {
        return Rows.tax(row).code();
    }
}
