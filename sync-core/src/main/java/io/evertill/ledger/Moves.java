package io.evertill.ledger;

import io.evertill.product.Product;
import io.evertill.sale.Line;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Sale;
import io.evertill.stock.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What each kind of entry does to stock: the same at the till and at the centre.
final class Moves {
    private Moves() {}

    static List<Move> of(Sale sale) {
        List<Move> moves = new ArrayList<>();
        for (Line line : sale.lines()) {
            if (line.item().kind() == Product.Kind.GOODS) {
                Move.Reference reference = new Move.Reference("receipt", sale.receipt().text(), line.number());
                move(sale.branch(), line, reference, moves.size() + 1, moves);
            }
        }
        return List.copyOf(moves);
    }

    private static void move(String branch, Line line, Move.Reference reference, int number, List<Move> moves) {
        Place place = line.returned()
                .map(ReturnOf::condition)
                .map(condition -> condition.place(branch))
                .orElse(Place.shelf(branch));
        if (place.kind().isReal()) {
            moves.add(new Move(number, line.item().product(), place, Place.CUSTOMER, line.lot().orElse(""),
                    line.serial().orElse(""), line.quantity().negated(),
                    line.returned().isPresent() ? Move.Type.RETURN : Move.Type.SALE, reference, ""));
        }
    }

    static List<Move> of(Entry.Voided voided, UUID sale) {
        List<Move> moves = new ArrayList<>();
        for (Line line : voided.lines()) {
            if (line.item().kind() == Product.Kind.GOODS && line.returned().isEmpty()) {
                moves.add(new Move(moves.size() + 1, line.item().product(), Place.shelf(voided.branch()), Place.CUSTOMER,
                        line.lot().orElse(""), line.serial().orElse(""), line.quantity(), Move.Type.VOID,
                        new Move.Reference("sale", sale.toString(), line.number()), voided.reason()));
            }
        }
        return List.copyOf(moves);
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
}
