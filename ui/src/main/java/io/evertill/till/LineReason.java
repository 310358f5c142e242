package io.evertill.till;

import java.util.List;
import java.util.Optional;

/// Why a line, or a part of it, was taken out.
public enum LineReason {
    /// Whoever rang it up corrects it: what one key means, and what the ledger says when it says nothing.
    CORRECTION(Phrase.OUT_CORRECTION),
    /// The customer does not want it.
    NOT_WANTED(Phrase.OUT_NOT_WANTED),
    /// It costs something else than the customer thought.
    WRONG_PRICE(Phrase.OUT_WRONG_PRICE),
    /// It is broken or spoilt.
    DAMAGED(Phrase.OUT_DAMAGED),
    /// The customer has not enough money for it.
    CANNOT_PAY(Phrase.OUT_CANNOT_PAY);

    /// The reasons in the order in which they are shown.
    public static final List<LineReason> ALL = List.of(values());

    private final Phrase phrase;

    LineReason(Phrase phrase) {
        this.phrase = phrase;
    }

    /// What the cashier reads.
    public Phrase phrase() {
        return phrase;
    }

    /// What goes into the ledger.
    Optional<String> recorded() {
        return Optional.of(name()).filter(_ -> this != CORRECTION);
    }
}
