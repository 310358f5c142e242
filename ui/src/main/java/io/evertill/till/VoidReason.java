package io.evertill.till;

import java.util.List;

/// Why a basket was given up: the name goes into the ledger.
public enum VoidReason {
    /// The customer left or changed their mind.
    CUSTOMER_LEFT(Phrase.REASON_CUSTOMER_LEFT),
    /// The customer cannot pay.
    CANNOT_PAY(Phrase.REASON_CANNOT_PAY),
    /// It was rung up by mistake.
    MISTAKE(Phrase.REASON_MISTAKE),
    /// It was practice.
    TRAINING(Phrase.REASON_TRAINING);

    /// The reasons in the order in which they are shown.
    public static final List<VoidReason> ALL = List.of(values());

    private final Phrase phrase;

    VoidReason(Phrase phrase) {
        this.phrase = phrase;
    }

    /// What the cashier reads.
    public Phrase phrase() {
        return phrase;
    }
}
