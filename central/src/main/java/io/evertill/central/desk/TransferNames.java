package io.evertill.central.desk;

import io.evertill.central.office.Refusal;
import io.evertill.transfer.Route;
import io.evertill.transfer.TransferId;

/// Transfers and their ends as people name them.
public final class TransferNames {
    private TransferNames() {}

    /// The transfer that a person means.
    ///
    /// @throws Refusal when it is no name of a transfer
    public static TransferId id(String text) {
        try {
            return new TransferId(text.strip());
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE, "This names no transfer: " + e.getMessage() + ".");
        }
    }

    /// The two stores that a person means.
    ///
    /// @throws Refusal when they are not two stores
    public static Route route(String source, String target) {
        try {
            return new Route(source, target);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE, "Name two stores: " + e.getMessage() + ".");
        }
    }
}
