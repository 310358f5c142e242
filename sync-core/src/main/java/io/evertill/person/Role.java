package io.evertill.person;

/// What a person may do at the centre; each role may do what the one before it may.
public enum Role {
    /// Asks for goods, handles and counts them, sees red cards.
    CLERK,
    /// Decides: agrees to requests, believes counts, holds batches back.
    MANAGER;

    /// Whether this role may do what another may.
    public boolean covers(Role other) {
        return compareTo(other) >= 0;
    }
}
