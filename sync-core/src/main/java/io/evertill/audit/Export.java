package io.evertill.audit;

import io.evertill.db.Database;
import io.evertill.db.Postings;
import io.evertill.db.Sales;
import io.evertill.db.Stock;
import io.evertill.db.Tx;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Position;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.sale.Sale;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.tax.TaxAmount;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/// The ledger as tables, for other programs and for proofs of one's own.
///
/// One state of the database, row by row, in memory that does not grow with it. Quantities and money are plain decimals
/// with a sign, times ISO 8601 in UTC.
public final class Export {
    private static final List<String> ENTRIES = List.of(
            "entry_id", "branch", "stream", "seq", "state", "schema", "created_wall_ms", "recorded_at", "hash", "meta", "body");
    private static final List<String> MOVEMENTS = List.of(
            "entry_id", "line", "sku", "branch", "place", "type", "qty", "lot", "serial", "ref", "actor", "occurred_at",
            "recorded_at", "ref_type", "ref_line", "counterpart", "reason", "product", "key_seq", "stream", "seq", "unit_cost",
            "cost_currency");
    private static final List<String> LEVELS = List.of("branch", "place", "sku", "lot", "qty", "movements", "product");
    private static final List<String> SALES = List.of(
            "entry_id", "receipt", "branch", "business_date", "occurred_at", "recorded_at", "cashier", "customer", "currency",
            "total", "tax", "cash", "lines", "stream", "seq");

    private Export() {}

    /// Which table.
    public enum What {
        /// Every fact at every position, with its bytes.
        ENTRIES,
        /// Every change of stock at a real place.
        MOVEMENTS,
        /// What is where.
        LEVELS,
        /// One row a sale.
        SALES
    }

    /// How it is written.
    public enum Format {
        /// Comma-separated, the columns named in the first line.
        CSV,
        /// One JSON object a line.
        NDJSON
    }

    /// Writes a table of the centre.
    ///
    /// @return how many rows
    /// @throws java.io.UncheckedIOException when it cannot be written
    public static long centre(Database db, What what, Format format, Writer out) {
        return db.read(tx -> switch (what) {
            case ENTRIES -> entries(tx, format, out);
            case MOVEMENTS -> movements(tx, format, out);
            case LEVELS -> levels(tx, format, out);
            case SALES -> sales(tx, format, out);
        });
    }

    /// Writes a table of a till. Its sales are read from its entries.
    ///
    /// @return how many rows
    /// @throws java.io.UncheckedIOException when it cannot be written
    public static long till(Database db, What what, Format format, Writer out) {
        return db.read(tx -> switch (what) {
            case ENTRIES -> entries(tx, format, out);
            case MOVEMENTS -> movements(tx, format, out);
            case LEVELS -> levels(tx, format, out);
            case SALES -> salesOfEntries(tx, format, out);
        });
    }

    private static long entries(Tx tx, Format format, Writer out) {
        Sheet sheet = new Sheet(format, ENTRIES, out);
        tx.postings().each((branch, stored) -> {
            Fact fact = stored.posting().fact();
            var meta = Metas.read(fact.meta());
            sheet.row(fact.id().toString(), branch, stored.posting().position().stream().toString(), stored.posting().seq(),
                    stored.state().name(), meta.schema(), meta.stamp().wallMs(), stored.recordedAt().toString(),
                    stored.posting().position().hash().toString(), fact.meta().text(), fact.body().text());
        });
        return sheet.rows();
    }

    private static long movements(Tx tx, Format format, Writer out) {
        Sheet sheet = new Sheet(format, MOVEMENTS, out);
        tx.stockHistory().each((costed, sku) -> movement(sheet, costed.movement(), costed.unitCost(), sku));
        return sheet.rows();
    }

    private static void movement(Sheet sheet, Stock.Movement movement, Optional<UnitPrice> unitCost, String sku) {
        sheet.row(
                movement.entry().toString(),
                (long) movement.line(),
                sku,
                movement.key().place().branch(),
                movement.key().place().code(),
                movement.type(),
                quantity(movement.quantity()),
                movement.key().lot(),
                movement.serial(),
                movement.reference().id(),
                movement.actor(),
                movement.occurredAt().toString(),
                movement.recordedAt().toString(),
                movement.reference().type(),
                (long) movement.reference().line(),
                movement.counterpart(),
                movement.reason(),
                movement.key().product().toString(),
                movement.keySeq(),
                movement.stream().toString(),
                movement.seq(),
                unitCost.map(UnitPrice::text).orElse(""),
                unitCost.map(cost -> cost.currency().getCurrencyCode()).orElse(""));
    }

    private static long levels(Tx tx, Format format, Writer out) {
        Sheet sheet = new Sheet(format, LEVELS, out);
        tx.stock().eachLevel((Stock.Level level, String sku) -> sheet.row(
                level.key().place().branch(),
                level.key().place().code(),
                sku,
                level.key().lot(),
                quantity(level.quantity()),
                level.keySeq(),
                level.key().product().toString()));
        return sheet.rows();
    }

    private static long sales(Tx tx, Format format, Writer out) {
        Sheet sheet = new Sheet(format, SALES, out);
        tx.sales().each(sale -> row(sheet, sale));
        return sheet.rows();
    }

    private static long salesOfEntries(Tx tx, Format format, Writer out) {
        Sheet sheet = new Sheet(format, SALES, out);
        tx.postings().each((branch, stored) -> {
            Fact fact = stored.posting().fact();
            if (stored.state() == Postings.State.FIRST
                    && Bodies.read(Metas.read(fact.meta()).schema(), fact.body())
                            instanceof Bodies.Reading.Understood(TillEntry.Sold(Sale sale))) {
                row(sheet, summary(branch, stored, sale));
            }
        });
        return sheet.rows();
    }

    private static Sales.Summary summary(String branch, Postings.Stored stored, Sale sale) {
        Position position = stored.posting().position();
        Money tax = sale.taxes().stream().map(TaxAmount::tax).reduce(Money.zero(sale.total().currency()), Money::plus);
        return new Sales.Summary(branch, stored.posting().fact().id(), sale.receipt().text(), "", position,
                sale.businessDate(), sale.at(), stored.recordedAt(), sale.cashier().id(), sale.customer().orElse(""),
                sale.total(), tax, sale.cash(), sale.lines().size());
    }

    private static void row(Sheet sheet, Sales.Summary sale) {
        sheet.row(
                sale.entry().toString(),
                sale.receipt(),
                sale.branch(),
                sale.businessDate().toString(),
                sale.occurredAt().toString(),
                sale.recordedAt().toString(),
                sale.cashier(),
                sale.customer(),
                sale.total().currency().getCurrencyCode(),
                money(sale.total()),
                money(sale.tax()),
                money(sale.cash()),
                sale.lines(),
                sale.position().stream().toString(),
                sale.position().seq());
    }

    private static Sheet.Decimal quantity(long tenThousandths) {
        return new Sheet.Decimal(Decimals.text(tenThousandths, Quantity.SCALE));
    }

    private static Sheet.Decimal money(Money money) {
        return new Sheet.Decimal(money.text());
    }
}
