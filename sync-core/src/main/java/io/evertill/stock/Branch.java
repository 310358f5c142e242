package io.evertill.stock;

/// Somewhere that has stock of its own.
///
/// @param code what entries call it, 1 to 64 characters
/// @param name what people call it, 1 to 100 characters
/// @param kind what it is
public record Branch(String code, String name, Kind kind) {
    private static final int NAME_LENGTH_MAX = 100;

    /// What a branch is.
    public enum Kind {
        /// Sells to customers.
        STORE,
        /// Keeps goods for others.
        WAREHOUSE,
        /// A service vehicle with goods in it.
        VEHICLE
    }

    /// Checks the ranges above.
    public Branch {
        if (!Place.isName(code)) {
            throw new IllegalArgumentException("no branch can be called '" + code + "'");
        }
        Wording.require("a branch's name", name, NAME_LENGTH_MAX);
    }
}
