package io.evertill.customer;

import java.util.UUID;

/// The identity of a customer, made by the till or the centre that met the person first. It says nothing about the person.
///
/// @param value the id as sent and stored
public record CustomerId(UUID value) implements Comparable<CustomerId> {
    /// Reads the text form of a UUID.
    ///
    /// @throws IllegalArgumentException when it is none
    public static CustomerId parse(String text) {
        return new CustomerId(UUID.fromString(text));
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
