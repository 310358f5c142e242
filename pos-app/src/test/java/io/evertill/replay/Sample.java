package io.evertill.replay;

import io.evertill.ledger.Hash;
import io.evertill.money.UnitPrice;
import io.evertill.product.Sku;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;

/// Rows and files for tests.
final class Sample {
    /// Some hundred real rows, every oddity among them.
    static final Path EXCERPT = Path.of("src/test/resources/io/evertill/replay/online_retail_excerpt.csv");

    /// Nobody watches a replay.
    static final Progress NOBODY = new Progress() {
        @Override
        public void phase(String name, long total) {
            // Nobody watches.
        }

        @Override
        public void add(long steps) {
            // Nobody watches.
        }
    };

    private Sample() {}

    static EntryNames names() {
        return new EntryNames(Hash.sha256("a file".getBytes(StandardCharsets.UTF_8)));
    }

    static Row row(long line, String invoice, String code, long quantity, String price) {
        return new Row(line, invoice, Sku.of(code), "A " + code, Quantity.of(quantity, Unit.EACH),
                LocalDateTime.parse("2011-07-01T09:30:00"), UnitPrice.parse(price, SalesFile.CURRENCY), Optional.of("17850"));
    }
}
