package io.evertill.till;

import io.evertill.receipt.Mark;
import java.util.Optional;

/// What is written once more of the receipt or report on screen: on paper or into a file.
final class Papers {
    private Papers() {}

    /// The receipt on screen.
    static Optional<Completed> receipt(Turn turn) {
        return switch (turn.state().activity()) {
            case Activity.Done(Completed completed) -> Optional.of(completed);
            case Activity.ShowingReceipt(Completed completed) -> Optional.of(completed);
            case Activity.SeeingStory seeing -> seeing.completed();
            case Activity _ -> Optional.empty();
        };
    }

    /// Prints the report, or the receipt after the ledger has it that it is printed once more.
    static void again(Turn turn) {
        if (turn.state().activity() instanceof Activity.ShowingReport showing) {
            Drawers.reprint(turn, showing.sheet());
        } else {
            receipt(turn).ifPresent(completed -> print(turn, completed, Mark.COPY, Phrase.COPY_PRINTED));
        }
    }

    /// Prints what was sold without prices.
    static void gift(Turn turn) {
        receipt(turn).ifPresent(completed -> {
            if (completed.sale().lines().stream().allMatch(line -> line.returned().isPresent())) {
                turn.refuse(Phrase.NO_GIFT);
            } else {
                print(turn, completed, Mark.GIFT, Phrase.GIFT_PRINTED);
            }
        });
    }

    /// Writes a file.
    static void save(Turn turn) {
        if (turn.state().activity() instanceof Activity.ShowingReport showing) {
            turn.want(new TillEffect.SaveReport(showing.sheet()));
        } else {
            receipt(turn).ifPresent(completed ->
                    turn.state().duty().ifPresent(duty -> turn.want(new TillEffect.SavePdf(completed, duty))));
        }
    }

    private static void print(Turn turn, Completed completed, Mark mark, Phrase phrase) {
        turn.state().duty().ifPresent(duty -> {
            turn.want(new TillEffect.PrintAgain(completed, mark, duty));
            turn.say(Notice.Tone.GOOD, phrase, completed.sale().receipt().text());
        });
    }
}
