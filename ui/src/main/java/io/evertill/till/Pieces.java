package io.evertill.till;

import io.evertill.sale.Line;
import java.util.Optional;

/// Pieces with a number that another till sold already (experience E3): the centre is asked while they are on the counter, and
/// nothing waits for what it says.
///
/// What was heard before money was taken must be cleared up first; afterwards it is only said, and the centre tells a person.
final class Pieces {
    private Pieces() {}

    /// Asks about a line, if it sells a piece.
    static void ask(Turn turn, Line line) {
        line.serial()
                .filter(_ -> line.returned().isEmpty())
                .ifPresent(serial -> turn.ask(number -> new TillEffect.AskPiece(number, line.item().product(), serial)));
    }

    /// Asks about everything on the counter, which came back to it.
    static void askAll(Turn turn) {
        turn.state().sale().basket().lines().forEach(line -> ask(turn, line));
    }

    static void heard(Turn turn, TillEvent.PieceHeard heard) {
        Optional<Line> line = turn.state().sale().basket().lines().stream()
                .filter(each -> each.returned().isEmpty() && each.item().product().equals(heard.product())
                        && each.serial().equals(Optional.of(heard.serial())))
                .findFirst();
        if (line.isPresent() && heard.soldOn().isPresent()) {
            turn.become(turn.state().watching(turn.state().watch().selling(heard.product(), heard.serial(), heard.soldOn().get())));
            refuse(turn, line.get(), heard.soldOn().get());
        }
    }

    /// Whether no piece on the counter was sold before; if one was, says so.
    static boolean isSellable(Turn turn) {
        if (!turn.state().sale().tenders().isEmpty()) {
            return true;
        }
        for (Line line : turn.state().sale().basket().lines()) {
            Optional<String> soldOn = turn.state().watch().soldOn(line);
            if (soldOn.isPresent()) {
                refuse(turn, line, soldOn.get());
                return false;
            }
        }
        return true;
    }

    private static void refuse(Turn turn, Line line, String soldOn) {
        turn.refuse(Phrase.PIECE_SOLD_ELSEWHERE, line.item().name(), line.serial().orElseThrow(), soldOn);
    }
}
