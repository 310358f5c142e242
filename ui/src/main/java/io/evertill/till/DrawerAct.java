package io.evertill.till;

import io.evertill.shift.DrawerReason;
import java.util.List;

/// What can be done with the drawer and the shift, in the order in which it is shown.
public enum DrawerAct {
    /// Cash is put in.
    CASH_IN(Phrase.DRAWER_CASH_IN),
    /// Cash is taken out.
    CASH_OUT(Phrase.DRAWER_CASH_OUT),
    /// The drawer is opened without a sale.
    OPEN(Phrase.DRAWER_OPEN),
    /// The figures of the open shift.
    X_REPORT(Phrase.DRAWER_X_REPORT),
    /// The last numbered report.
    LAST_Z(Phrase.DRAWER_LAST_Z),
    /// The drawer is counted, and the shift ends.
    CLOSE(Phrase.DRAWER_CLOSE),
    /// Card payments without an answer are settled.
    CARDS(Phrase.DRAWER_CARDS);

    /// All of them.
    public static final List<DrawerAct> ALL = List.of(values());

    private final Phrase phrase;

    DrawerAct(Phrase phrase) {
        this.phrase = phrase;
    }

    /// What the cashier reads.
    public Phrase phrase() {
        return phrase;
    }

    /// Why it is done; empty where nobody is asked.
    public List<DrawerReason> reasons() {
        return switch (this) {
            case CASH_IN -> DrawerReason.IN;
            case CASH_OUT -> DrawerReason.OUT;
            case OPEN -> DrawerReason.OPENED;
            case X_REPORT, LAST_Z, CARDS, CLOSE -> List.of();
        };
    }
}
