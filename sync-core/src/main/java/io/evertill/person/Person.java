package io.evertill.person;

import io.evertill.stock.Wording;

/// Somebody who acts and is named in the ledger: a cashier, a manager, or a service such as an import.
///
/// @param id stable, 1 to 64 characters
/// @param name what people read, 1 to 100 characters
public record Person(String id, String name) {
    private static final int ID_LENGTH_MAX = 64;
    private static final int NAME_LENGTH_MAX = 100;

    /// Checks the ranges above.
    public Person {
        Wording.require("a person's id", id, ID_LENGTH_MAX);
        Wording.require("a person's name", name, NAME_LENGTH_MAX);
    }
}
