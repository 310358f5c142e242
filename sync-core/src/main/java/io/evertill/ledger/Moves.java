package io.evertill.ledger;

import io.evertill.product.Product;
import io.evertill.sale.Line;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Sale;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What each kind of entry does to stock: the same at the till and at the centre.
final class Moves {
    private static final String COUNT = "count";

    private Moves() {}

    static List<Move> of(Sale sale) {
        List<Move> moves = new ArrayList<>();
        for (Line line : sale.lines()) {
            Place place = place(sale.branch(), line);
            if (moves(line, place)) {
                moves.add(new Move(moves.size() + 1, line.item().product(), place, Place.CUSTOMER, line.lot().orElse(""),
                        line.serial().orElse(""), line.quantity().negated(),
                        line.returned().isPresent() ? Move.Type.RETURN : Move.Type.SALE,
                        new Move.Reference("receipt", sale.receipt().text(), line.number()), ""));
            }
        }
        return List.copyOf(moves);
    }

    /// Everything that the sale moved goes the other way: what was sold comes back, what came back goes again.
    static List<Move> of(Entry.Voided voided, UUID sale) {
        List<Move> moves = new ArrayList<>();
        for (Line line : voided.lines()) {
            Place place = place(voided.branch(), line);
            if (moves(line, place)) {
                moves.add(new Move(moves.size() + 1, line.item().product(), place, Place.CUSTOMER, line.lot().orElse(""),
                        line.serial().orElse(""), line.quantity(), Move.Type.VOID,
                        new Move.Reference("sale", sale.toString(), line.number()), voided.reason()));
            }
        }
        return List.copyOf(moves);
    }

    private static Place place(String branch, Line line) {
        return line.returned()
                .map(ReturnOf::condition)
                .map(condition -> condition.place(branch))
                .orElse(Place.shelf(branch));
    }

    /// Services move nothing, and neither does what goes from a customer straight to the bin.
    private static boolean moves(Line line, Place place) {
        return line.item().kind() == Product.Kind.GOODS && place.kind().isReal();
    }

    static List<Move> of(Entry.Adjusted adjusted) {
        List<Move> moves = new ArrayList<>();
        for (Entry.Adjustment line : adjusted.lines()) {
            moves.add(new Move(moves.size() + 1, line.item().product(), Place.at(adjusted.branch(), line.kind()),
                    line.quantity().isNegative() ? Place.LOSS : Place.FOUND, "", "", line.quantity(), Move.Type.ADJUSTMENT,
                    new Move.Reference("adjustment", adjusted.document(), line.number()), line.reason()));
        }
        return List.copyOf(moves);
    }

    static List<Move> of(Entry.Received received) {
        List<Move> moves = new ArrayList<>();
        for (Entry.Receipt line : received.lines()) {
            moves.add(new Move(moves.size() + 1, line.item().product(), Place.at(received.branch(), line.kind()),
                    Place.SUPPLIER, line.lot(), "", line.quantity(), Move.Type.RECEIVE,
                    new Move.Reference("delivery", received.document(), line.number()), ""));
        }
        return List.copyOf(moves);
    }

    /// Each line takes goods from where they were and puts them where they are now; a virtual place keeps no ledger.
    static List<Move> of(Entry.GoodsMoved moved) {
        List<Move> moves = new ArrayList<>();
        for (Entry.Goods line : moved.lines()) {
            Move.Reference reference = new Move.Reference("goods", moved.document(), line.number());
            Place takenTo = line.isRenamed() ? Place.CONVERSION : line.to();
            Place putFrom = line.isRenamed() ? Place.CONVERSION : line.from();
            if (line.from().kind().isKept()) {
                moves.add(new Move(moves.size() + 1, line.item().product(), line.from(), takenTo, line.was().lot(),
                        line.was().serial(), line.quantity().negated(), moved.type(), reference, line.reason()));
            }
            if (line.to().kind().isKept()) {
                moves.add(new Move(moves.size() + 1, line.item().product(), line.to(), putFrom, line.is().lot(),
                        line.is().serial(), line.quantity(), moved.type(), reference, line.reason()));
            }
        }
        return List.copyOf(moves);
    }

    /// What was counted is as if it had always been so since the count.
    static List<Move> of(Entry.CountAdjusted adjusted) {
        Quantity variance = adjusted.difference().variance();
        return variance.isZero() ? List.of() : List.of(new Move(1, adjusted.item().product(), adjusted.place(),
                otherSide(variance), adjusted.lot(), "", variance, Move.Type.COUNT_ADJUSTMENT,
                new Move.Reference(COUNT, adjusted.count().toString(), 1), adjusted.approval().reason()));
    }

    static List<Move> of(Entry.CountCorrected corrected) {
        return List.of(new Move(1, corrected.product(), corrected.place(), otherSide(corrected.quantity()), corrected.lot(), "",
                corrected.quantity(), Move.Type.COUNT_CORRECTION,
                new Move.Reference(COUNT, corrected.count().toString(), 1),
                "line " + corrected.lateLine() + " of entry " + corrected.late()));
    }

    private static Place otherSide(Quantity quantity) {
        return quantity.isNegative() ? Place.LOSS : Place.FOUND;
    }
}
