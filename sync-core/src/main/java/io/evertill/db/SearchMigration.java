package io.evertill.db;

import io.evertill.product.Words;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/// Version 19 of a till's tables: the search knows other pieces of words ([Grams]), so every product is put into it anew.
///
/// A till needs no network for it. It reads only columns that every version before has.
final class SearchMigration implements JavaMigration {
    private static final String VERSION = "19";
    /// Small leaves, so that looking for one rank in a long list reads little of it.
    private static final int LEAF_BYTES = 1_000;
    private static final int GATHERED_BYTES = 8_388_608;

    private static final List<String> TABLE = List.of(
            "DROP TABLE product_search",
            """
            CREATE VIRTUAL TABLE product_search USING fts5 (
                pieces, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '^'"
            )
            """,
            "INSERT INTO product_search (product_search, rank) VALUES ('hashsize', " + GATHERED_BYTES + ")",
            "INSERT INTO product_search (product_search, rank) VALUES ('pgsz', " + LEAF_BYTES + ")");
    private static final String PRODUCTS = """
            SELECT rank, name, sku, (SELECT group_concat(gtin, ' ') FROM barcode WHERE barcode.product = product.product)
            FROM product ORDER BY rank
            """;

    @Override
    public void migrate(Context context) {
        Sql sql = new Sql(context.getConnection());
        TABLE.forEach(sql::update);
        ProductSearch search = new ProductSearch(sql);
        sql.each(PRODUCTS, row -> search.put(row.number(1), Words.of(row.text(2), row.text(3),
                row.findText(4).stream().flatMap(gtins -> Stream.of(gtins.split(" ", -1))).sorted().toList())));
        search.pack();
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(VERSION);
    }

    @Override
    public String getDescription() {
        return "product search";
    }

    /// A migration in Java has none.
    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
