package io.evertill.register;

import io.evertill.db.Receipts;
import io.evertill.db.Terminals;
import io.evertill.db.Tx;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.EntryId;
import io.evertill.money.Money;
import io.evertill.sale.Basket;
import io.evertill.sale.Line;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.stock.Quantity;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Never more comes back than was sold, also when one basket names a sold line twice (domain 2k).
final class ReturnCheck {
    private ReturnCheck() {}

    /// The lines of a sale of this till and what of them can still come back; empty when it is not known here.
    static Optional<List<Returnable>> of(Tx tx, Terminals.Identity identity, EntryId id) {
        return Register.sale(tx, identity, id)
                .map(sale -> sale.lines().stream()
                        .flatMap(line -> Returnable.of(id.value(), sale, line.number()).stream())
                        .map(whole -> known(tx, whole))
                        .toList());
    }

    private static Returnable known(Tx tx, Returnable whole) {
        Receipts.Back back = tx.receipts().returned(whole.sale(), whole.line().number());
        return whole.after(new Quantity(back.quantity(), whole.returned().unit()),
                new Money(back.refunded(), whole.refunded().currency()));
    }

    /// The first line of a basket that brings back more than this till knows to be left.
    static Optional<Line> firstExcess(Tx tx, Basket basket) {
        Map<ReturnOf.SoldLine, Long> left = new HashMap<>();
        for (Line line : basket.lines()) {
            Optional<ReturnOf.SoldLine> sold = line.returned().flatMap(ReturnOf::sold);
            if (sold.isPresent()) {
                long before = left.computeIfAbsent(sold.get(), key -> left(tx, key));
                long after = before + line.quantity().tenThousandths();
                if (after < 0) {
                    return Optional.of(line);
                }
                left.put(sold.get(), after);
            }
        }
        return Optional.empty();
    }

    /// Keeps how much of a line can come back by what the centre told, and takes off what came back here.
    static Returnable elsewhere(Tx tx, Returnable told) {
        tx.soldElsewhere().put(
                told.sale(), told.line().number(), told.line().quantity().minus(told.returned()).tenThousandths());
        Receipts.Back here = tx.receipts().returned(told.sale(), told.line().number());
        return told.plus(here.quantity(), here.refunded());
    }

    private static long left(Tx tx, ReturnOf.SoldLine sold) {
        String branch = tx.terminal().identity().orElseThrow().branch();
        long quantity = tx.facts().find(branch, new EntryId(sold.sale()))
                .map(fact -> Bodies.read(Metas.read(fact.meta()).schema(), fact.body()))
                .map(reading -> soldQuantity(reading, sold.line()))
                .or(() -> tx.soldElsewhere().find(sold.sale(), sold.line()))
                .orElse(Long.MAX_VALUE);
        return quantity == Long.MAX_VALUE
                ? quantity
                : quantity - tx.receipts().returned(sold.sale(), sold.line()).quantity();
    }

    private static long soldQuantity(Bodies.Reading reading, int number) {
        if (!(reading instanceof Bodies.Reading.Understood(TillEntry.Sold(var sale)))) {
            return 0;
        }
        return sale.lines().stream()
                .filter(line -> line.number() == number && line.returned().isEmpty())
                .mapToLong(line -> line.quantity().tenThousandths())
                .findFirst()
                .orElse(0);
    }
}
