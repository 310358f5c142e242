package io.evertill.register;

import io.evertill.db.Postings;
import io.evertill.db.Receipts;
import io.evertill.db.SoldElsewhere;
import io.evertill.db.Terminals;
import io.evertill.db.Tx;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.StreamId;
import io.evertill.product.ProductId;
import io.evertill.sale.Basket;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.stock.Quantity;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import io.evertill.wire.SoldReceipt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Never more comes back than was sold, also when one basket names a sold line twice (domain 2k).
final class ReturnCheck {
    private static final int PAGE = 500;

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
        return elsewhere(whole, tx.soldElsewhere().find(whole.sale(), whole.line().number())).plus(back.quantity(), back.refunded());
    }

    /// After what the centre told last of what came back at other tills.
    private static Returnable elsewhere(Returnable whole, Optional<SoldElsewhere.Told> told) {
        long sold = whole.line().quantity().tenThousandths();
        long back = Math.min(sold, sold - told.map(SoldElsewhere.Told::quantity).orElse(sold));
        return back > 0
                ? whole.plus(back, told.flatMap(SoldElsewhere.Told::refunded)
                        .orElseGet(() -> whole.refund(new Quantity(back, whole.returned().unit())).minor()))
                : whole;
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

    /// Lines of this till's own sales that bring something back of a receipt, and that the centre had not applied when it told.
    static List<Line> unheard(Tx tx, SoldReceipt told) {
        return told.applied().map(applied -> unheard(tx, told.receipt(), applied)).orElse(List.of());
    }

    private static List<Line> unheard(Tx tx, ReceiptNumber receipt, Map<StreamId, Long> applied) {
        List<Line> lines = new ArrayList<>();
        String branch = tx.terminal().identity().orElseThrow().branch();
        StreamId open = tx.streams().open().orElseThrow().id();
        List<Postings.Stored> page = tx.postings().after(branch, open, applied.getOrDefault(open, 0L), PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .map(stored -> stored.posting().fact())
                    .filter(fact -> new String(fact.body().content(), StandardCharsets.UTF_8).contains(receipt.text()))
                    .filter(fact -> applied.entrySet().stream().noneMatch(stream ->
                            tx.postings().find(branch, stream.getKey(), fact.id()).filter(at -> at.seq() <= stream.getValue()).isPresent()))
                    .forEach(fact -> lines.addAll(back(fact, receipt)));
            page = tx.postings().after(branch, open, page.getLast().posting().seq(), PAGE);
        }
        return lines;
    }

    private static List<Line> back(Fact fact, ReceiptNumber receipt) {
        return Bodies.read(Metas.read(fact.meta()).schema(), fact.body()) instanceof Bodies.Reading.Understood(TillEntry.Sold(var sale))
                ? sale.lines().stream()
                        .filter(line -> line.returned().flatMap(ReturnOf::receipt).filter(receipt::equals).isPresent())
                        .toList()
                : List.of();
    }

    /// What can still come back of a receipt by what the centre told and what this till knows, whichever is less: a till that was put
    /// back to an old copy has forgotten some of its own returns, and the centre has not heard of the latest. What is not in this
    /// till's ledger is kept.
    ///
    /// @param unheard as [#unheard] found it
    static List<Returnable> elsewhere(Tx tx, SoldReceipt told, List<Line> unheard) {
        List<Returnable> lines = new ArrayList<>();
        for (int at = 0; at < told.lines().size(); at++) {
            lines.add(withOwn(tx, told.lines().get(at), told.own().get(at), unheard));
        }
        Map<ProductId, Returnable.Back> noted = new HashMap<>();
        unheard.stream().filter(line -> line.returned().flatMap(ReturnOf::sold).isEmpty()).forEach(line ->
                noted.merge(line.item().product(), back(line), Returnable.Back::plus));
        List<Returnable> known = Returnable.without(lines, noted);
        known.forEach(line -> keep(tx, line));
        return known;
    }

    private static Returnable withOwn(Tx tx, Returnable line, Returnable.Back told, List<Line> unheard) {
        Returnable.Back own = unheard.stream()
                .filter(each -> each.returned().flatMap(ReturnOf::sold)
                        .filter(of -> of.sale().equals(line.sale()) && of.line() == line.line().number())
                        .isPresent())
                .map(ReturnCheck::back)
                .reduce(new Returnable.Back(told.quantity(), told.refunded()), Returnable.Back::plus);
        Receipts.Back here = tx.receipts().returned(line.sale(), line.line().number());
        return line.plus(Math.max(own.quantity(), here.quantity()), Math.max(own.refunded(), here.refunded()));
    }

    private static Returnable.Back back(Line line) {
        return new Returnable.Back(-line.quantity().tenThousandths(), -line.total().minor());
    }

    private static void keep(Tx tx, Returnable line) {
        Receipts.Back here = tx.receipts().returned(line.sale(), line.line().number());
        tx.soldElsewhere().put(line.sale(), line.line().number(), new SoldElsewhere.Told(
                line.line().quantity().minus(line.returned()).tenThousandths() + here.quantity(),
                Optional.of(line.refunded().minor() - here.refunded())));
    }

    private static long left(Tx tx, ReturnOf.SoldLine sold) {
        String branch = tx.terminal().identity().orElseThrow().branch();
        Optional<Long> told = tx.soldElsewhere().find(sold.sale(), sold.line()).map(SoldElsewhere.Told::quantity);
        long quantity = tx.facts().find(branch, new EntryId(sold.sale()))
                .map(fact -> Bodies.read(Metas.read(fact.meta()).schema(), fact.body()))
                .map(reading -> soldQuantity(reading, sold.line()))
                .map(here -> Math.min(here, told.orElse(here)))
                .or(() -> told)
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
