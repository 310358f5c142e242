package io.evertill.replay;

import io.evertill.db.Database;
import io.evertill.db.Postings;
import io.evertill.db.Streams;
import io.evertill.entry.StockEntry;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Position;
import io.evertill.money.Money;
import io.evertill.product.Product;
import io.evertill.sale.Line;
import io.evertill.sale.Sale;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares a till's ledger, as it is on the disk, with the rows that it should hold, and counts both.
final class Account {
    /// Why a row is listed that should have been rung up.
    static final String MISSING = "the ledger does not hold it as it is in the file";

    private final Map<EntryId, Held> held = new HashMap<>();
    private final List<Listed> listed = new ArrayList<>();
    private final List<Row> uneven = new ArrayList<>();
    private final ExactSum exact = new ExactSum();
    private Money charged = Money.zero(SalesFile.CURRENCY);
    private Tally tally = Tally.NOTHING;
    private long entries;

    /// What an entry of the ledger says, as far as it can be compared.
    private record Held(long quantity, Money total, int lines) {}

    /// What a till's ledger came to.
    ///
    /// @param tally in rows of the file
    /// @param entries how many entries the ledger has
    /// @param movements how many movements
    /// @param head its newest position
    /// @param verified what the centre proved to hold
    record Result(Tally tally, long entries, long movements, long head, long verified) {}

    /// Reads a ledger.
    Account(Database db) {
        db.read(tx -> {
            String branch = tx.terminal().identity().orElseThrow().branch();
            for (Streams.Own stream : tx.streams().all()) {
                tx.postings().each(branch, stream.id(), this::read);
            }
            return tx;
        });
    }

    private void read(Postings.Stored stored) {
        entries++;
        var fact = stored.posting().fact();
        String schema = Metas.read(fact.meta()).schema();
        if (!schema.startsWith("sale/") && !schema.startsWith("adjustment/")) {
            return;
        }
        switch (Bodies.read(schema, fact.body())) {
            case Bodies.Reading.Understood(TillEntry.Sold(Sale sale)) -> held.put(fact.id(), of(sale));
            case Bodies.Reading.Understood(StockEntry.Adjusted adjusted) -> held.put(fact.id(), new Held(
                    adjusted.lines().stream().mapToLong(line -> line.quantity().tenThousandths()).sum(),
                    Money.zero(SalesFile.CURRENCY), adjusted.lines().size()));
            case Bodies.Reading.Understood _, Bodies.Reading.Unread _ -> {}
        }
    }

    private static Held of(Sale sale) {
        Money sum = sale.lines().stream().map(Line::total).reduce(Money.zero(SalesFile.CURRENCY), Money::plus);
        return new Held(sale.lines().stream().mapToLong(line -> line.quantity().tenThousandths()).sum(), sum, sale.lines().size());
    }

    /// Counts an invoice: what the ledger holds of it and what it does not.
    void count(Sheet sheet) {
        sheet.listed().forEach(listed::add);
        Tally found = new Tally(1, 0, 0, 0, 0, sheet.listed().size(), 0);
        if (!sheet.writtenOff().isEmpty()) {
            Held expected = new Held(sheet.writtenOff().stream().mapToLong(row -> row.quantity().tenThousandths()).sum(),
                    Money.zero(SalesFile.CURRENCY), sheet.writtenOff().size());
            found = found.plus(isHeld(sheet.adjustment(), expected)
                    ? new Tally(0, 0, 0, 0, sheet.writtenOff().size(), 0, 0)
                    : missing(sheet.writtenOff()));
        }
        List<Row> rows = sheet.lines().stream().map(Sheet.Rung::row).distinct().toList();
        if (!rows.isEmpty()) {
            Money total = rows.stream().map(Row::total).reduce(Money.zero(SalesFile.CURRENCY), Money::plus);
            Held expected = new Held(
                    rows.stream().mapToLong(row -> row.quantity().tenThousandths()).sum(), total, sheet.lines().size());
            found = found.plus(isHeld(sheet.sale(), expected) ? rung(sheet, rows, total) : missing(rows));
        }
        tally = tally.plus(found);
    }

    private boolean isHeld(EntryId id, Held expected) {
        return Optional.ofNullable(held.get(id)).equals(Optional.of(expected));
    }

    private Tally missing(List<Row> rows) {
        rows.forEach(row -> listed.add(new Listed(row.line(), MISSING)));
        return new Tally(0, 0, 0, 0, 0, rows.size(), 0);
    }

    private Tally rung(Sheet sheet, List<Row> rows, Money total) {
        charged = charged.plus(total);
        for (Row row : rows) {
            exact.add(row);
            ExactSum alone = new ExactSum();
            alone.add(row);
            if (!alone.minus(row.total().minor(), SalesFile.CURRENCY.getDefaultFractionDigits()).isZero()) {
                uneven.add(row);
            }
        }
        long with = sheet.lines().stream().filter(rung -> rung.part().isPresent()).map(Sheet.Rung::row).distinct().count();
        long returned = rows.stream().filter(row -> row.kind() == Row.Kind.RETURNED).count();
        long services = rows.stream()
                .filter(row -> sheet.invoice().isAccounting() || Goods.kind(row.sku()) == Product.Kind.SERVICE)
                .count();
        return new Tally(0, rows.size() - returned, with, returned - with, 0, 0, services);
    }

    /// What was counted.
    Result result(Database db) {
        return db.read(tx -> {
            Streams.Own stream = tx.streams().open().orElseThrow();
            String branch = tx.terminal().identity().orElseThrow().branch();
            long head = tx.postings().head(branch, stream.id()).map(Position::seq).orElse(0L);
            return new Result(tally, entries, tx.stock().count(), head, stream.verifiedSeq());
        });
    }

    /// Rows that were not rung up, with why.
    List<Listed> listed() {
        return listed;
    }

    /// Rows whose exact total is no whole number of minor units.
    List<Row> uneven() {
        return uneven;
    }

    /// What the rows that were rung up come to, without rounding.
    ExactSum exact() {
        return exact;
    }

    /// What the ledger charged for them.
    Money charged() {
        return charged;
    }
}
