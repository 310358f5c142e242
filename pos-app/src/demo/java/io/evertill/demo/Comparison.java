package io.evertill.demo;

import io.evertill.central.Centre;
import io.evertill.db.Database;
import io.evertill.db.Stock;
import io.evertill.db.Streams;
import io.evertill.db.Terminals;
import io.evertill.entry.Move;
import io.evertill.ledger.Meta;
import io.evertill.ledger.Position;
import io.evertill.money.Money;
import io.evertill.wire.Metas;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Till against centre, row by row: what each computes from its own ledger.
record Comparison(List<Row> rows) {
    /// One figure of both.
    record Row(String what, String till, String centre) {
        boolean isSame() {
            return till.equals(centre);
        }
    }

    Comparison {
        rows = List.copyOf(rows);
    }

    /// Whether every figure is the same.
    boolean holds() {
        return rows.stream().allMatch(Row::isSame);
    }

    /// Reads both ledgers.
    static Comparison of(Database till, Centre centre) {
        Database main = centre.office().db();
        Streams.Own stream = till.read(tx -> tx.streams().open().orElseThrow());
        Terminals.Identity identity = till.read(tx -> tx.terminal().identity().orElseThrow());
        Position head = till.read(tx -> tx.postings().head(identity.branch(), stream.id()).orElseThrow());
        var held = main.read(tx -> tx.acceptedStreams().find(identity.branch(), stream.id()).orElseThrow());
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("entries in the ledger", "" + head.seq(), "" + held.accepted().seq()));
        rows.add(new Row("hash of the chain", head.hash().brief(), held.accepted().hash().brief()));
        rows.add(new Row("applied", "" + head.seq(), "" + held.appliedSeq()));
        rows.add(new Row("waiting for a person", "0", "" + main.read(tx -> tx.parked().count())));
        Sums sums = sums(till, identity.branch(), stream);
        var total = main.read(tx -> tx.sales().totals()).getFirst();
        rows.add(new Row("sales", "" + sums.sales, "" + total.count()));
        rows.add(new Row("their total", sums.total.toString(), total.sum().toString()));
        rows.add(new Row("movements", movements(till), movements(main)));
        rows.add(new Row("stock levels", levels(till), levels(main)));
        return new Comparison(rows);
    }

    private static final class Sums {
        private long sales;
        private Money total = Money.of(0, "GBP");
    }

    private static Sums sums(Database till, String branch, Streams.Own stream) {
        Sums sums = new Sums();
        till.read(tx -> {
            tx.postings().each(branch, stream.id(), stored -> {
                Meta meta = Metas.read(stored.posting().fact().meta());
                if (meta.kind().equals("sale")) {
                    sums.sales++;
                    sums.total = sums.total.plus(meta.summary().total().orElseThrow());
                }
            });
            return tx;
        });
        return sums;
    }

    private static String movements(Database db) {
        List<Stock.Movement> movements = new ArrayList<>();
        db.read(tx -> {
            tx.stock().eachMovement(movement -> movements.add(movement));
            return tx;
        });
        return "" + movements.stream().filter(movement -> !DemoShop.isDelivery(movement.entry())).count();
    }

    /// What stands there beside the opening delivery, which the centre alone has.
    private static String levels(Database db) {
        TreeMap<Move.Key, Long> levels = new TreeMap<>();
        db.read(tx -> {
            tx.stock().eachLevel(level -> levels.put(level.key(), level.quantity()));
            tx.stock().eachMovement(movement -> {
                if (DemoShop.isDelivery(movement.entry())) {
                    levels.merge(movement.key(), -movement.quantity(), Math::addExact);
                }
            });
            return tx;
        });
        levels.values().removeIf(quantity -> quantity == 0);
        return levels.size() + " keys, " + io.evertill.ledger.Bytes.of(levels.values().toString()).hash().brief();
    }

    /// The table as text.
    String text() {
        StringBuilder text = new StringBuilder(String.format("%-24s %-28s %-28s%n", "", "till", "centre"));
        for (Row row : rows) {
            text.append(String.format("%-24s %-28s %-28s %s%n", row.what(), row.till(), row.centre(),
                    row.isSame() ? "same" : "DIFFERENT"));
        }
        return text.toString();
    }
}
