package io.evertill.till;

import io.evertill.entry.CountEntry;
import java.util.List;

/// What somebody decides about a count, and what is held to be the cause.
public enum CountChoice {
    /// Believed: goods were damaged.
    DAMAGE(CountEntry.Ruling.APPROVE, Phrase.CAUSE_DAMAGE),
    /// Believed: goods were stolen.
    THEFT(CountEntry.Ruling.APPROVE, Phrase.CAUSE_THEFT),
    /// Believed: more or less was delivered than was written down.
    DELIVERY(CountEntry.Ruling.APPROVE, Phrase.CAUSE_DELIVERY),
    /// Believed: something else was taken or sold than was written down.
    PICKING(CountEntry.Ruling.APPROVE, Phrase.CAUSE_PICKING),
    /// Believed: goods stood elsewhere, or were found.
    MISPLACED(CountEntry.Ruling.APPROVE, Phrase.CAUSE_MISPLACED),
    /// Believed, and nobody knows why.
    UNKNOWN(CountEntry.Ruling.APPROVE, Phrase.CAUSE_UNKNOWN),
    /// Somebody who has not counted it counts once more.
    RECOUNT(CountEntry.Ruling.RECOUNT, Phrase.COUNT_AGAIN),
    /// Not believed; nothing is posted.
    REJECT(CountEntry.Ruling.REJECT, Phrase.COUNT_REJECT);

    /// In the order in which they are offered.
    public static final List<CountChoice> ALL = List.of(values());

    private final CountEntry.Ruling ruling;
    private final Phrase phrase;

    CountChoice(CountEntry.Ruling ruling, Phrase phrase) {
        this.ruling = ruling;
        this.phrase = phrase;
    }

    /// What is decided.
    public CountEntry.Ruling ruling() {
        return ruling;
    }

    /// The code of the cause; empty where nothing is believed.
    public String cause() {
        return isBelieved() ? name() : "";
    }

    /// What it is called.
    public Phrase phrase() {
        return phrase;
    }

    boolean isBelieved() {
        return ruling == CountEntry.Ruling.APPROVE;
    }
}
