package io.evertill.person;

/// Somebody who acts and is named in the ledger: a cashier, a manager, or a service such as an import.
///
/// @param id stable, 1 to 64 characters
/// @param name what people read, 1 to 100 characters
public record Person(String id, String name) {
    private static final int ID_LENGTH_MAX = 64;
    private static final int NAME_LENGTH_MAX = 100;

    /// Checks the ranges above.
    public Person {
        if (id.isBlank() || id.length() > ID_LENGTH_MAX) {
            throw new IllegalArgumentException("a person's id has 1 to 64 characters: '" + id + "'");
        }
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException("a person's name has 1 to 100 characters: '" + name + "'");
        }
    }
}
