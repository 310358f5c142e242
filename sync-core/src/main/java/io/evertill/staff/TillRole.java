package io.evertill.staff;

/// What somebody may do at a till. Each role may do what the one before it may; [#IT] stands beside them.
public enum TillRole {
    /// Sells.
    CASHIER,
    /// Agrees to what a cashier may not do alone.
    SUPERVISOR,
    /// Runs the store.
    MANAGER,
    /// Looks after the machine, and neither sells nor agrees to anything.
    IT;

    private static final int PIN_MIN = 4;
    private static final int PIN_MIN_TRUSTED = 6;

    /// Whether this role may do what another may.
    public boolean covers(TillRole other) {
        return this == other || (this != IT && other != IT && compareTo(other) > 0);
    }

    /// The fewest digits of a PIN.
    public int pinLengthMin() {
        return this == CASHIER ? PIN_MIN : PIN_MIN_TRUSTED;
    }
}
