package io.evertill.alert;

/// Something that somebody should act on, as it is now.
///
/// @param kind what it is
/// @param branch the store; empty when it concerns all
/// @param subject what makes it one and the same card when it is found again, within store and kind
/// @param sentence the facts
/// @param advice one next step
/// @param facts the same facts in figures, for who says them in another language
public record Finding(Kind kind, String branch, String subject, String sentence, String advice, Facts facts) {
    /// Of which only the sentence is known.
    public Finding(Kind kind, String branch, String subject, String sentence, String advice) {
        this(kind, branch, subject, sentence, advice, new Facts.None());
    }

    /// Kinds of cards.
    public enum Kind {
        /// Less of a product is there than the store wants.
        LOW_STOCK,
        /// More left a shelf than the ledger knew to be there.
        OVERSOLD,
        /// Goods left or came without their batch, and somebody has to say which it was.
        LOT_UNASSIGNED,
        /// What was told of a piece cannot be true.
        SERIAL_CONFLICT,
        /// More came back of a receipt than was sold on it.
        OVER_RETURN,
        /// A card terminal keeps money that no sale holds, and somebody has to pay it back by hand.
        CARD_KEPT,
        /// Entries wait for a person.
        QUARANTINE_INBOX,
        /// A till whose shift is open was not heard.
        TILL_SILENT,
        /// What is kept about stock was not what its movements say, or the movements themselves are damaged.
        DRIFT,
        /// Goods on their way should have arrived long ago.
        TRANSIT_AGED,
        /// Goods were not counted for a quarter, or will not be at the pace at which a store counts.
        COUNT_OVERDUE
    }

    /// What a card is open for.
    public Key key() {
        return new Key(kind, branch, subject);
    }

    /// At most one card is open for it.
    public record Key(Kind kind, String branch, String subject) {}
}
