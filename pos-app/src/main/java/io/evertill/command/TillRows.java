package io.evertill.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.db.Database;
import io.evertill.db.Postings;
import io.evertill.db.Stock;
import io.evertill.db.Streams;
import io.evertill.db.Tx;
import io.evertill.entry.Move;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.Meta;
import io.evertill.money.Money;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.sale.Sale;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.tax.TaxAmount;
import io.evertill.wire.Bodies;
import io.evertill.wire.Json;
import io.evertill.wire.Metas;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A till's ledger as rows of text: decimals plain, instants in ISO 8601 with UTC.
final class TillRows {
    private static final List<String> ENTRIES = List.of("entry_id", "stream", "seq", "kind", "schema", "branch", "occurred_at",
            "recorded_at", "total", "currency", "lines", "hash");
    private static final List<String> MOVEMENTS = List.of("entry_id", "line", "sku", "branch", "place", "type", "qty", "lot",
            "serial", "ref", "actor", "occurred_at", "recorded_at", "counterpart", "reason", "key_seq", "stream", "seq");
    private static final List<String> LEVELS = List.of("sku", "branch", "place", "lot", "qty", "movements");
    private static final List<String> SALES = List.of("entry_id", "receipt", "branch", "till", "business_date", "at", "cashier",
            "customer", "currency", "total", "tax", "cash", "lines", "stream", "seq");
    /// Columns that are numbers in JSON; everything else is text there, decimals too.
    private static final Set<String> NUMBERS = Set.of("line", "key_seq", "seq", "lines", "movements");

    private final Database db;
    private final Map<ProductId, String> skus = new HashMap<>();

    TillRows(Database db) {
        this.db = db;
    }

    /// The names of the columns.
    static List<String> columns(ExportCommand.What what) {
        return switch (what) {
            case entries -> ENTRIES;
            case movements -> MOVEMENTS;
            case levels -> LEVELS;
            case sales -> SALES;
        };
    }

    /// A row as one JSON object.
    static String json(ExportCommand.What what, List<String> row) {
        List<String> columns = columns(what);
        ObjectNode node = Json.object();
        for (int at = 0; at < columns.size(); at++) {
            String name = columns.get(at);
            if (NUMBERS.contains(name)) {
                node.put(name, Long.parseLong(row.get(at)));
            } else {
                node.put(name, row.get(at));
            }
        }
        return Json.canonical(node).text();
    }

    /// Hands over every row.
    void each(ExportCommand.What what, Consumer<List<String>> consumer) {
        db.read(tx -> {
            switch (what) {
                case entries -> eachPosting(tx, stored -> consumer.accept(entry(tx, stored)));
                case movements -> tx.stock().eachMovement(movement -> consumer.accept(movement(tx, movement)));
                case levels -> tx.stock().eachLevel(level -> consumer.accept(level(tx, level)));
                case sales -> eachPosting(tx, stored -> sale(tx, stored).ifPresent(consumer));
            }
            return tx;
        });
    }

    private static void eachPosting(Tx tx, Consumer<Postings.Stored> consumer) {
        Optional<String> branch = branch(tx);
        for (Streams.Own stream : tx.streams().all()) {
            tx.postings().each(branch.orElseThrow(), stream.id(), consumer);
        }
    }

    private static Optional<String> branch(Tx tx) {
        return tx.terminal().identity().map(identity -> identity.branch());
    }

    private static List<String> entry(Tx tx, Postings.Stored stored) {
        var posting = stored.posting();
        Meta meta = Metas.read(posting.fact().meta());
        Optional<Money> total = meta.summary().total();
        return List.of(posting.fact().id().toString(), posting.position().stream().toString(), Long.toString(posting.seq()),
                meta.kind(), meta.schema(), branch(tx).orElse(""), Instant.ofEpochMilli(meta.stamp().wallMs()).toString(),
                stored.recordedAt().toString(), total.map(Money::text).orElse(""),
                total.map(money -> money.currency().getCurrencyCode()).orElse(""),
                Integer.toString(meta.summary().lineCount()), posting.position().hash().toString());
    }

    private List<String> movement(Tx tx, Stock.Movement movement) {
        return List.of(movement.entry().toString(), Integer.toString(movement.line()), sku(tx, movement.key().product()),
                movement.key().place().branch(), movement.key().place().code(), movement.type(), quantity(movement.quantity()),
                movement.key().lot(), movement.serial(), reference(movement.reference()), movement.actor(),
                movement.occurredAt().toString(), movement.recordedAt().toString(), movement.counterpart(),
                movement.reason(), Long.toString(movement.keySeq()), movement.stream().toString(), Long.toString(movement.seq()));
    }

    private List<String> level(Tx tx, Stock.Level level) {
        return List.of(sku(tx, level.key().product()), level.key().place().branch(), level.key().place().code(),
                level.key().lot(), quantity(level.quantity()), Long.toString(level.keySeq()));
    }

    private static Optional<List<String>> sale(Tx tx, Postings.Stored stored) {
        var posting = stored.posting();
        String schema = Metas.read(posting.fact().meta()).schema();
        if (!schema.startsWith("sale/")
                || !(Bodies.read(schema, posting.fact().body()) instanceof Bodies.Reading.Understood(TillEntry.Sold(Sale sale)))) {
            return Optional.empty();
        }
        Money tax = sale.taxes().stream().map(TaxAmount::tax).reduce(Money.zero(sale.total().currency()), Money::plus);
        return Optional.of(List.of(posting.fact().id().toString(), sale.receipt().text(), sale.branch(),
                tx.terminal().identity().map(identity -> identity.till()).orElse(""), sale.businessDate().toString(),
                sale.at().toString(), sale.cashier().id(), sale.customer().orElse(""),
                sale.total().currency().getCurrencyCode(), sale.total().text(), tax.text(), sale.cash().text(),
                Integer.toString(sale.lines().size()), posting.position().stream().toString(), Long.toString(posting.seq())));
    }

    /// The document and the line in it, such as `receipt:S1-T1-9f3a-17:3`.
    private static String reference(Move.Reference reference) {
        return reference.type().isEmpty() ? "" : reference.type() + ":" + reference.id() + ":" + reference.line();
    }

    private static String quantity(long tenThousandths) {
        return Decimals.text(tenThousandths, Quantity.SCALE);
    }

    /// A product that the catalogue does not know any more is named by its id.
    private String sku(Tx tx, ProductId id) {
        return skus.computeIfAbsent(id, product -> tx.catalogue().find(product)
                .map(Product::sku)
                .map(sku -> sku.code())
                .orElse(product.toString()));
    }
}
