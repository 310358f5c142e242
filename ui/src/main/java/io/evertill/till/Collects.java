package io.evertill.till;

import io.evertill.product.Product;
import io.evertill.sale.Basket;
import io.evertill.sale.Claim;
import io.evertill.sale.Line;
import io.evertill.stock.Quantity;
import io.evertill.till.Activity.Collecting.Piece;
import io.evertill.till.Notice.Tone;
import io.evertill.till.TillState.Looking;
import io.evertill.till.TillState.Looking.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Customers collect what they have reserved (experience E25): its goods go on the counter one after the other, each with the questions
/// that a scan of it would ask, on lines that name the reservation.
///
/// Nothing of the reservation changes until the sale is in the ledger. What is not collected stays reserved unless the customer gives
/// it up.
public final class Collects {
    private Collects() {}

    /// Shows what is to be collected under the text in the input line; on a line that collects a part, says whether the rest is given
    /// up.
    static void press(Turn turn) {
        Optional<Line> part = turn.state().line()
                .filter(_ -> turn.state().activity() instanceof Activity.Selling && turn.state().input().isEmpty())
                .filter(line -> isPart(turn.state(), line));
        if (part.isPresent()) {
            giveUp(turn, part.get(), part.get().claim().orElseThrow());
        } else if (turn.state().activity() instanceof Activity.ChoosingReserved choosing) {
            enter(turn, choosing);
        } else {
            search(turn, !turn.state().input().isBlank());
        }
    }

    /// Whether a line and others of the basket collect less than its reservation has.
    public static boolean isPart(TillState state, Line line) {
        return line.claim()
                .filter(claim -> state.sale().basket().collected(claim.reservation()) < claim.promised().tenThousandths())
                .isPresent();
    }

    private static void giveUp(Turn turn, Line line, Claim claim) {
        boolean isGivenUp = !claim.isRestGivenUp();
        if (Baskets.change(turn, turn.state().sale().basket().givingUp(claim.reservation(), isGivenUp))) {
            turn.state().sale().basket().find(line.number()).ifPresent(changed -> sayRest(turn, changed));
        }
    }

    /// Says what becomes of what a line does not collect.
    static void sayRest(Turn turn, Line line) {
        if (isPart(turn.state(), line)) {
            line.claim().ifPresent(claim -> turn.say(Tone.ASKING, claim.isRestGivenUp() ? Phrase.REST_GIVEN_UP : Phrase.REST_KEPT,
                    claim.order(), new Quantity(turn.state().sale().basket().collected(claim.reservation()), claim.promised().unit()),
                    claim.promised()));
        }
    }

    /// Whether a line can grow: no more can be collected than was reserved.
    static boolean hasRoom(Turn turn, Line line, Quantity quantity) {
        long others = line.claim()
                .map(claim -> turn.state().sale().basket().collected(claim.reservation()) - line.quantity().tenThousandths())
                .orElse(0L);
        return line.claim().filter(claim -> others + quantity.tenThousandths() > claim.promised().tenThousandths()).isEmpty();
    }

    /// Asks for the orders under the text in the input line.
    ///
    /// @param isDirect whether one that is meant goes on the counter at once
    static void search(Turn turn, boolean isDirect) {
        String sought = turn.state().input().strip();
        List<Reserved> before = turn.state().activity() instanceof Activity.ChoosingReserved old ? old.orders() : List.of();
        long ask = turn.ask(number -> new TillEffect.FindReserved(number, sought));
        turn.go(new Activity.ChoosingReserved(sought, ask, before, 0, false, false, isDirect));
    }

    /// A code was scanned in the middle of choosing: a number of an order, or goods of one. Other scans wait for what it finds.
    static void scanned(Turn turn, String code) {
        turn.hush();
        String text = code.strip();
        turn.type("");
        long ask = turn.ask(number -> new TillEffect.FindReserved(number, text));
        turn.become(turn.state().asking(turn.state().asking().looking(
                new Looking(ask, text, Purpose.COLLECT, Optional.empty(), Optional.empty()))));
    }

    /// What was scanned in the middle of choosing was looked up.
    static void answered(Turn turn, Looking looking, TillEvent.Answer answer) {
        if (answer instanceof TillEvent.ReservedFound || answer instanceof TillEvent.Failed) {
            turn.become(turn.state().asking(turn.state().asking().found()));
            found(turn, new Activity.ChoosingReserved(looking.text(), looking.ask(), List.of(), 0, false, false, true), answer);
        }
    }

    /// What was scanned where goods are rung up is the number of an order.
    static void found(Turn turn, List<Reserved> orders) {
        orders.stream().findFirst().ifPresent(order -> collect(turn, order));
    }

    static void found(Turn turn, Activity.ChoosingReserved choosing, TillEvent.Answer answer) {
        if (answer instanceof TillEvent.ReservedFound(long ask, List<Reserved> orders, boolean isMore)) {
            Activity.ChoosingReserved found =
                    new Activity.ChoosingReserved(choosing.sought(), ask, orders, 0, isMore, true, false);
            Optional<Reserved> meant = choosing.isDirect() ? meant(orders, choosing.sought()) : Optional.empty();
            if (meant.isPresent()) {
                collect(turn, meant.get());
            } else if (orders.isEmpty() && choosing.sought().isEmpty()) {
                turn.go(new Activity.Selling());
                turn.say(Tone.ASKING, Phrase.RESERVED_NONE);
            } else {
                turn.go(found);
                if (orders.isEmpty() && choosing.isDirect()) {
                    turn.refuse(Phrase.RESERVED_UNKNOWN, choosing.sought());
                }
            }
        } else if (answer instanceof TillEvent.Failed(long _, Trouble trouble, String detail)) {
            turn.go(new Activity.Selling());
            turn.warn(trouble, detail);
        }
    }

    /// The one order that still stands and whose number is, or ends with, what was typed: customers leave out its beginning.
    private static Optional<Reserved> meant(List<Reserved> orders, String sought) {
        String end = sought.toLowerCase(Locale.ROOT);
        List<Reserved> named = orders.stream().filter(order -> order.order().toLowerCase(Locale.ROOT).endsWith(end)).toList();
        return named.size() == 1 ? named.stream().filter(order -> !order.isExpired()).findFirst() : Optional.empty();
    }

    /// Takes the marked order, or the one that is meant when the orders are not there yet.
    static void enter(Turn turn, Activity.ChoosingReserved choosing) {
        if (choosing.isCurrent()) {
            choose(turn, choosing, choosing.selected());
        } else {
            search(turn, true);
        }
    }

    static void choose(Turn turn, Activity.ChoosingReserved choosing, int index) {
        if (index >= 0 && index < choosing.orders().size()) {
            collect(turn, choosing.orders().get(index));
        }
    }

    private static void collect(Turn turn, Reserved order) {
        turn.type("");
        Basket basket = turn.state().sale().basket();
        List<Piece> pieces = order.goods().stream().flatMap(goods -> pieces(order, goods, basket)).toList();
        if (pieces.isEmpty()) {
            turn.go(new Activity.Selling());
            turn.say(Tone.ASKING, Phrase.COLLECTED_ALREADY, order.order());
            return;
        }
        if (order.isExpired()) {
            turn.say(Tone.ASKING, Phrase.RESERVED_ENDED, order.order(), order.owner(),
                    Duration.between(order.expiresAt(), turn.state().around().now()));
        } else {
            turn.say(Tone.GOOD, Phrase.COLLECTED, order.order(), order.owner());
        }
        turn.go(new Activity.Collecting(pieces));
    }

    /// What of some goods is not on the counter yet; pieces with numbers one by one. What is not kept any more is nobody's, so its
    /// lines collect nothing.
    private static Stream<Piece> pieces(Reserved order, Reserved.Goods goods, Basket basket) {
        long left = goods.quantity().tenThousandths() - basket.collected(goods.reservation());
        if (left <= 0) {
            return Stream.empty();
        }
        Article article = order.isExpired()
                ? goods.article()
                : goods.article().claiming(new Claim(goods.reservation(), order.order(), goods.quantity(), false));
        if (article.track() != Product.Track.SERIAL) {
            String quantity = new Quantity(left, goods.quantity().unit()).text();
            return Stream.of(new Piece(article, Optional.of(quantity), goods.obstacle()));
        }
        List<Piece> pieces = new ArrayList<>();
        for (long piece = 0; piece < left / Quantity.ONE; piece++) {
            pieces.add(new Piece(article, Optional.empty(), goods.obstacle()));
        }
        return pieces.stream();
    }

    /// Puts the next goods on the counter, as long as nothing is asked.
    static void proceed(Turn turn) {
        while (turn.state().activity() instanceof Activity.Collecting(List<Piece> left) && turn.state().asking().looking().isEmpty()) {
            if (left.isEmpty()) {
                turn.go(new Activity.Selling());
                return;
            }
            Piece piece = left.getFirst();
            turn.go(new Activity.Collecting(left.subList(1, left.size())));
            piece.obstacle().ifPresentOrElse(
                    obstacle -> Baskets.refuseToo(turn, piece.article().item(), obstacle),
                    () -> Baskets.ring(turn, piece.article(), new Article.Portion.Plain(), piece.times()));
        }
    }
}
