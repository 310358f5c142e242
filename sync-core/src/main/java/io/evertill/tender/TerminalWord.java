package io.evertill.tender;

import io.evertill.stock.Wording;

/// What a payment terminal says of one attempt. Only [Unknown] leaves open whether money moved.
public sealed interface TerminalWord {
    /// The most characters that are kept of what a terminal says; what is longer is cut.
    int LENGTH_MAX = 60;

    /// The money was taken, or paid back.
    ///
    /// @param reference what the terminal printed, may be empty; never a card number
    record Approved(String reference) implements TerminalWord {
        /// Cuts and cleans what came from outside.
        public Approved {
            reference = Wording.brief(reference.strip(), LENGTH_MAX);
        }
    }

    /// No money moved, and none will: the card was refused, somebody stopped it, or the terminal never heard of the attempt.
    ///
    /// @param reason in the terminal's words, may be empty
    record Declined(String reason) implements TerminalWord {
        /// Cuts and cleans what came from outside.
        public Declined {
            reason = Wording.brief(reason.strip(), LENGTH_MAX);
        }
    }

    /// Nobody used a card in time. No money moved, and none will.
    record TimedOut() implements TerminalWord {}

    /// No word came. Money may have moved: the attempt stays open until the terminal is asked again, by its id.
    ///
    /// @param sentence what is wrong, for a person
    record Unknown(String sentence) implements TerminalWord {}
}
