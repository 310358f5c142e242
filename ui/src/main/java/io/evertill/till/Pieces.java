package io.evertill.till;

import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.till.TillEvent.PieceHeard.Word;
import io.evertill.till.TillState.Looking;
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
        Watch watch = turn.state().watch();
        switch (heard.word()) {
            case Word.Sold(String receipt) -> line.ifPresent(sold -> {
                turn.become(turn.state().watching(watch.selling(heard.product(), heard.serial(), receipt)));
                refuse(turn, sold, receipt);
            });
            case Word.Free() -> turn.become(turn.state().watching(watch.free(heard.product(), heard.serial())));
            case Word.Unknown(), Word.Unheard() -> {}
        }
    }

    /// This till sold the piece itself: it may have come back elsewhere, which the centre is asked while everything that is done by
    /// hand waits.
    ///
    /// @param times the number that was typed before it
    static void seek(Turn turn, TillEvent.Found found, String serial, Optional<String> times) {
        if (times.isPresent()) {
            turn.refuse(Phrase.SCAN_EACH_PIECE);
            return;
        }
        Item item = found.article().item();
        long ask = turn.ask(number -> new TillEffect.AskPiece(number, item.product(), serial));
        turn.become(turn.state().asking(turn.state().asking().looking(
                new Looking(ask, item.name(), Looking.Purpose.PIECE, times, Optional.empty(), Optional.of(found), false))));
        turn.say(Notice.Tone.ASKING, Phrase.ASKING_PIECE, item.name(), serial);
    }

    /// The question that a piece waits for was answered: it is rung up if no customer has it. Keys that were pressed meanwhile are for
    /// the screen before.
    static void answered(Turn turn, Looking looking, TillEvent.Answer answer) {
        TillEvent.Found found = looking.piece().orElseThrow();
        String name = found.article().item().name();
        switch (answer) {
            case TillEvent.PieceHeard heard -> {
                turn.become(turn.state().asking(turn.state().asking().found().withScansOnly()));
                switch (heard.word()) {
                    case Word.Free() -> {
                        turn.hush();
                        heard(turn, heard);
                        Baskets.scanned(turn, new TillEvent.Found(
                                found.ask(), found.article(), found.portion(), found.marks(), Optional.empty()), looking.times());
                    }
                    case Word.Sold _, Word.Unknown() -> turn.refuse(Phrase.PIECE_SOLD, name, heard.serial());
                    case Word.Unheard() -> turn.refuse(Phrase.PIECE_UNHEARD, name, heard.serial());
                }
            }
            case TillEvent.Failed(long _, Trouble trouble, String detail) -> {
                turn.become(turn.state().asking(turn.state().asking().found().withScansOnly()));
                turn.warn(trouble, detail);
                turn.play(TillEffect.Sound.BLOCKED);
            }
            case TillEvent.Answer _ -> {}
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
