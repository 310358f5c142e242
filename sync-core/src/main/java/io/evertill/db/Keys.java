package io.evertill.db;

import io.evertill.entry.Move;
import java.util.Optional;
import java.util.stream.Stream;

/// The keys of stock as arguments of statements, in the order in which the tables keep them.
final class Keys {
    /// The condition for one key: [#of].
    static final String ONE = "branch = ? AND product = ? AND place = ? AND lot = ?";
    /// The condition for the keys behind one, up to another one: [#between].
    static final String BETWEEN = "(branch, product, place, lot) > (?, ?, ?, ?) AND (branch, product, place, lot) <= (?, ?, ?, ?)";
    /// The condition for the keys behind one: [#after].
    static final String AFTER = "(branch, product, place, lot) > (?, ?, ?, ?)";

    /// Behind every branch: the last character there is, which no name has.
    private static final String BEYOND = Character.toString(Character.MAX_CODE_POINT);

    private Keys() {}

    static Object[] of(Move.Key key) {
        return new Object[] {key.place().branch(), key.product(), key.place().code(), key.lot()};
    }

    /// Behind a key, or all of them.
    static Object[] after(Optional<Move.Key> key) {
        return key.map(Keys::of).orElseGet(() -> new Object[] {"", new byte[0], "", ""});
    }

    /// Behind a key, or from the first; up to another, or to the last.
    static Object[] between(Optional<Move.Key> after, Optional<Move.Key> through) {
        return with(after(after), through.map(Keys::of).orElseGet(() -> new Object[] {BEYOND, new byte[0], "", ""}));
    }

    /// Some arguments and more.
    static Object[] with(Object[] some, Object... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray();
    }
}
