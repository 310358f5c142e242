package io.evertill.entry;

import io.evertill.lot.PieceDifference;
import io.evertill.product.Product;
import io.evertill.sale.Line;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Sale;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.transfer.Action;
import io.evertill.transfer.Load;
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
    static List<Move> of(TillEntry.Voided voided, UUID sale) {
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

    static List<Move> of(StockEntry.Adjusted adjusted) {
        List<Move> moves = new ArrayList<>();
        for (StockEntry.Adjustment line : adjusted.lines()) {
            moves.add(new Move(moves.size() + 1, line.item().product(), Place.at(adjusted.branch(), line.kind()),
                    line.quantity().isNegative() ? Place.LOSS : Place.FOUND, "", "", line.quantity(), Move.Type.ADJUSTMENT,
                    new Move.Reference("adjustment", adjusted.document(), line.number()), line.reason()));
        }
        return List.copyOf(moves);
    }

    static List<Move> of(StockEntry.Received received) {
        List<Move> moves = new ArrayList<>();
        for (StockEntry.Receipt line : received.lines()) {
            moves.add(new Move(moves.size() + 1, line.item().product(), Place.at(received.branch(), line.kind()),
                    Place.SUPPLIER, line.lot(), "", line.quantity(), Move.Type.RECEIVE,
                    new Move.Reference("delivery", received.document(), line.number()), ""));
        }
        return List.copyOf(moves);
    }

    /// Each line takes goods from where they were and puts them where they are now; a virtual place keeps no ledger.
    static List<Move> of(StockEntry.GoodsMoved moved) {
        List<Move> moves = new ArrayList<>();
        for (StockEntry.Goods line : moved.lines()) {
            Move.Reference reference = new Move.Reference("goods", moved.document(), line.number());
            Place takenTo = line.isRenamed() ? Place.CONVERSION : line.to();
            Place putFrom = line.isRenamed() ? Place.CONVERSION : line.from();
            if (line.from().kind().isKept()) {
                moves.add(new Move(moves.size() + 1, line.item().product(), line.from(), takenTo, line.was().lot(),
                        line.was().serial(), line.quantity().negated(), moved.type(), reference, line.reason()));
            }
            if (line.to().kind().isKept()) {
                moves.add(new Move(moves.size() + 1, line.item().product(), line.to(), putFrom, line.is().lot(),
                        line.is().serial(), line.quantity(), moved.type(), reference, line.reason(), line.unitCost()));
            }
        }
        return List.copyOf(moves);
    }

    /// What was counted is as if it had always been so since the count.
    ///
    /// Each piece that is missing or was found is moved by its number; the rest of the difference is of goods without one.
    static List<Move> of(CountEntry.CountAdjusted adjusted) {
        List<Move> moves = new ArrayList<>();
        Quantity rest = adjusted.difference().variance();
        if (adjusted.pieces().isPresent()) {
            PieceDifference pieces = adjusted.pieces().get();
            Quantity one = Quantity.of(1, adjusted.item().unit());
            pieces.missing().forEach(piece -> adjust(moves, adjusted, piece, one.negated()));
            pieces.found().forEach(piece -> adjust(moves, adjusted, piece, one));
            rest = rest.minus(Quantity.of(pieces.net(), adjusted.item().unit()));
        }
        if (!rest.isZero()) {
            adjust(moves, adjusted, "", rest);
        }
        return List.copyOf(moves);
    }

    private static void adjust(List<Move> moves, CountEntry.CountAdjusted adjusted, String serial, Quantity quantity) {
        moves.add(new Move(moves.size() + 1, adjusted.item().product(), adjusted.place(), otherSide(quantity), adjusted.lot(),
                serial, quantity, Move.Type.COUNT_ADJUSTMENT, new Move.Reference(COUNT, adjusted.count().toString(), 1),
                adjusted.approval().reason()));
    }

    static List<Move> of(CountEntry.CountCorrected corrected) {
        return List.of(new Move(1, corrected.product(), corrected.place(), otherSide(corrected.quantity()),
                corrected.goods().lot(), corrected.goods().serial(), corrected.quantity(), Move.Type.COUNT_CORRECTION,
                new Move.Reference(COUNT, corrected.count().toString(), 1),
                "line " + corrected.lateLine() + " of entry " + corrected.late()));
    }

    private static Place otherSide(Quantity quantity) {
        return quantity.isNegative() ? Place.LOSS : Place.FOUND;
    }

    /// Goods go on the way or come off it; a load that turned out to be of another batch is named anew while on the way.
    static List<Move> of(StockEntry.Transferred transferred) {
        Trip trip = new Trip(transferred);
        for (Load load : transferred.loads()) {
            if (!load.was().equals(load.is())) {
                trip.rename(load);
            }
            if (transferred.action() != Action.RELOT) {
                trip.move(load, load.good(), transferred.action().to());
                trip.move(load, load.damaged(), Place.Kind.QUARANTINE);
            }
        }
        return List.copyOf(trip.moves);
    }

    /// The moves of one entry about goods on the way, as they are gathered.
    private static final class Trip {
        private final StockEntry.Transferred entry;
        private final List<Move> moves = new ArrayList<>();

        Trip(StockEntry.Transferred entry) {
            this.entry = entry;
        }

        private Place place(Place.Kind kind) {
            return switch (kind) {
                case AVAILABLE, INSPECTION, RETURNED, QUARANTINE, STAGED -> Place.at(entry.branch(), kind);
                case TRANSIT -> Place.transit(entry.branch(), entry.waybill().transfer().text());
                case SUPPLIER, CUSTOMER, LOSS, FOUND, SCRAP, CONVERSION -> new Place("", "", kind);
            };
        }

        private void rename(Load load) {
            Place transit = place(Place.Kind.TRANSIT);
            add(load, transit, Place.CONVERSION, load.was(), load.whole().negated(), Move.Type.RELOT, load.reason());
            add(load, transit, Place.CONVERSION, load.is(), load.whole(), Move.Type.RELOT, load.reason());
        }

        private void move(Load load, Quantity quantity, Place.Kind kind) {
            Place from = place(entry.action().from());
            Place to = place(kind);
            String reason = entry.action().needsApproval() ? Action.UNEXPLAINED_GAIN.name() : load.reason();
            add(load, from, to, load.is(), quantity.negated(), out(), reason);
            add(load, to, from, load.is(), quantity, into(), reason);
        }

        private void add(
                Load load, Place place, Place counterpart, Tracking tracking, Quantity quantity, Move.Type type, String reason) {
            if (place.kind().isKept() && !quantity.isZero()) {
                moves.add(new Move(moves.size() + 1, load.item().product(), place, counterpart, tracking.lot(), tracking.serial(),
                        quantity, type, new Move.Reference("transfer", entry.waybill().transfer().text(), load.number()), reason));
            }
        }

        private Move.Type out() {
            return entry.action() == Action.DISPATCH ? Move.Type.TRANSFER_OUT : into();
        }

        private Move.Type into() {
            return switch (entry.action()) {
                case DISPATCH -> Move.Type.TRANSFER_IN;
                case RECEIVE, LOST, RETURNED -> Move.Type.TRANSFER_RECEIVE;
                case NEVER_LEFT, SENT_MORE, DISPATCH_REVERSAL -> Move.Type.DISPATCH_CORRECTION;
                case UNEXPLAINED_GAIN, RECEIVED_MORE -> Move.Type.FOUND;
                case RELOT -> Move.Type.RELOT;
            };
        }
    }
}
