package io.evertill.inventory;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.evertill.alert.RedCard;
import io.evertill.availability.Consignment;
import io.evertill.availability.Elsewhere;
import io.evertill.availability.FrozenLot;
import io.evertill.availability.LotDate;
import io.evertill.availability.Promise;
import io.evertill.db.Alerts;
import io.evertill.db.FeedDue;
import io.evertill.db.Tx;
import io.evertill.feed.Feed;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.EntryId;
import io.evertill.lot.Lot;
import io.evertill.product.ProductId;
import io.evertill.reservation.Reservation;
import io.evertill.transfer.TransferId;
import io.evertill.wire.AlertRows;
import io.evertill.wire.Json;
import io.evertill.wire.StockRows;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// What tills are told about a subject of stock, or about a red card, as it is at this moment.
final class TillView {
    private static final int ID_LENGTH = new UUID(0, 0).toString().length();

    private TillView() {}

    /// The row of a subject, in the state of a transaction.
    static Feed.Now of(Tx tx, FeedDue.Subject subject) {
        return switch (subject.table()) {
            case FeedDue.LEVEL -> level(tx, subject);
            case FeedDue.ELSEWHERE -> elsewhere(tx, subject);
            case FeedDue.TRANSFER -> transfer(tx, subject);
            case FeedDue.LOT -> lot(tx, subject);
            case FeedDue.LOT_DATE -> lotDate(tx, subject);
            case FeedDue.RESERVATION -> reservation(tx, subject);
            case FeedDue.ALERT -> alert(tx, subject);
            case FeedDue.COUNT -> CountView.task(tx, subject);
            case FeedDue.COUNT_RESULT -> CountView.outcome(tx, subject);
            case String other -> throw new IllegalStateException("not a table about stock: " + other);
        };
    }

    /// The subject of a row that was published.
    static FeedDue.Subject subject(String table, String branch, String id) {
        return table.equals(FeedDue.ELSEWHERE)
                ? new FeedDue.Subject(table, id.substring(ID_LENGTH + 1), id.substring(0, ID_LENGTH))
                : new FeedDue.Subject(table, branch, id);
    }

    /// Whether a published row, empty when it is gone, says the same as a look; of a figure only how much there is.
    static boolean isSame(Bytes shown, Feed.Now now) {
        if (shown.length() == 0 || now.row().isEmpty()) {
            return shown.length() == 0 && now.row().isEmpty();
        }
        Bytes found = Json.canonical(now.row().get());
        return now.table().equals(FeedDue.LEVEL)
                ? StockRows.figure(shown).quantity() == StockRows.figure(found).quantity()
                : shown.equals(found);
    }

    private static Feed.Now level(Tx tx, FeedDue.Subject subject) {
        var figure = tx.forSale().figure(
                subject.branch(), ProductId.parse(subject.subject()), Books.TERMINAL, tx.now());
        return new Feed.Now(FeedDue.LEVEL, subject.branch(), subject.subject(), Optional.of(StockRows.figure(figure)));
    }

    /// Another moment of the same quantity is no news to other branches.
    private static Feed.Now elsewhere(Tx tx, FeedDue.Subject subject) {
        String id = subject.subject() + "@" + subject.branch();
        var figure = tx.forSale().figure(
                subject.branch(), ProductId.parse(subject.subject()), Books.TERMINAL, tx.now());
        Elsewhere shown = tx.feedRows().content(FeedDue.ELSEWHERE, "", id)
                .map(StockRows::elsewhere)
                .filter(before -> before.quantity() == figure.quantity())
                .orElseGet(() -> new Elsewhere(figure.product(), subject.branch(), figure.quantity(), figure.asOf()));
        return new Feed.Now(FeedDue.ELSEWHERE, "", id, Optional.of(StockRows.elsewhere(shown)));
    }

    private static Feed.Now transfer(Tx tx, FeedDue.Subject subject) {
        Optional<Consignment> underway = Transfers.find(tx, new TransferId(subject.subject()))
                .filter(dossier -> !dossier.transfer().state().isEnded())
                .flatMap(TillView::consignment);
        return new Feed.Now(FeedDue.TRANSFER, subject.branch(), subject.subject(), underway.map(StockRows::transfer));
    }

    private static Optional<Consignment> consignment(Dossier dossier) {
        SortedMap<ProductId, Long> quantities = new TreeMap<>();
        dossier.transfer().transit().forEach((goods, balance) -> quantities.merge(goods.product(), balance, Math::addExact));
        quantities.values().removeIf(balance -> balance == 0);
        return dossier.transfer().route()
                .filter(_ -> !quantities.isEmpty())
                .map(route -> new Consignment(
                        dossier.transfer().id(), route, dossier.transfer().state(), dossier.expectedAt(), quantities));
    }

    private static Feed.Now lot(Tx tx, FeedDue.Subject subject) {
        Optional<FrozenLot> frozen = known(tx, subject)
                .filter(lot -> lot.state() != Lot.State.ACTIVE)
                .map(lot -> new FrozenLot(lot.product(), lot.number(), lot.state()));
        return new Feed.Now(FeedDue.LOT, "", subject.subject(), frozen.map(StockRows::lot));
    }

    private static Feed.Now lotDate(Tx tx, FeedDue.Subject subject) {
        Optional<LotDate> date = known(tx, subject)
                .flatMap(lot -> lot.expiresOn().map(day -> new LotDate(lot.product(), lot.number(), day)));
        return new Feed.Now(FeedDue.LOT_DATE, "", subject.subject(), date.map(StockRows::lotDate));
    }

    private static Feed.Now alert(Tx tx, FeedDue.Subject subject) {
        Optional<RedCard> card = tx.alerts().find(subject.branch(), UUID.fromString(subject.subject())).flatMap(Alerts.Card::told);
        return new Feed.Now(FeedDue.ALERT, subject.branch(), subject.subject(), card.map(AlertRows::card));
    }

    private static Optional<Lot> known(Tx tx, FeedDue.Subject subject) {
        return tx.lots().find(ProductId.parse(subject.subject().substring(0, ID_LENGTH)), subject.subject().substring(ID_LENGTH + 1));
    }

    private static Feed.Now reservation(Tx tx, FeedDue.Subject subject) {
        Optional<Promise> promise = tx.reservations().find(UUID.fromString(subject.subject()))
                .map(held -> new Promise(held.reservation().id(), held.reservation().product(), held.reservation().lot(),
                        open(held.reservation()), held.reservation().owner(), held.order(), held.reservation().expiresAt(),
                        held.reservation().sales().stream().map(EntryId::new).collect(toUnmodifiableSet())))
                .filter(open -> open.quantity() > 0);
        return new Feed.Now(
                FeedDue.RESERVATION, subject.branch(), subject.subject(), promise.map(StockRows::reservation));
    }

    /// What is not taken, given back or written down as expired; whether its time is over is for the till to see.
    private static long open(Reservation reservation) {
        return reservation.reserved(reservation.madeAt()).tenThousandths();
    }
}
