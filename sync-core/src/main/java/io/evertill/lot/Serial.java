package io.evertill.lot;

import io.evertill.stock.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where one piece with a number is, folded from what was told of it in the order in which it became known (domain 2f).
///
/// Nothing that was told is refused. What cannot be true of one piece is a conflict and moves it nowhere: two customers may
/// have left with two boxes, but only one of them with this number. Clocks decide nothing.
///
/// @param at where it is; empty before anything was told
/// @param conflicts what cannot be true, in the order in which it was told
public record Serial(Optional<Place> at, List<Conflict> conflicts) {
    /// Nothing was told of it yet.
    public static final Serial UNKNOWN = new Serial(Optional.empty(), List.of());

    /// Copies the list.
    public Serial {
        conflicts = List.copyOf(conflicts);
    }

    /// The piece went from one place to another.
    public record Step(Place from, Place to) {}

    /// What cannot be true.
    public enum Kind {
        /// It left a shelf on which it never was: a delivery is missing.
        NEVER_RECEIVED,
        /// It is with a customer already.
        SOLD_TWICE,
        /// It left, or came to, a place other than where it was said to be.
        WRONG_PLACE
    }

    /// A step that cannot be true.
    ///
    /// @param step its number, from 0
    public record Conflict(int step, Kind kind) {}

    /// Folds everything that was told.
    public static Serial of(List<Step> steps) {
        Serial serial = UNKNOWN;
        for (int number = 0; number < steps.size(); number++) {
            serial = serial.after(number, steps.get(number));
        }
        return serial;
    }

    /// Whether it is in a branch's hands or on the way between two.
    public boolean isKept() {
        return at.map(place -> place.kind().isKept()).orElse(false);
    }

    private Serial after(int number, Step step) {
        Place from = oneWay(step.from());
        Place to = oneWay(step.to());
        if (at.isEmpty()) {
            boolean isKnown = from.kind() == Place.Kind.SUPPLIER || from.kind() == Place.Kind.FOUND
                    || from.kind() == Place.Kind.CONVERSION;
            return new Serial(Optional.of(to), isKnown ? List.of() : List.of(new Conflict(number, Kind.NEVER_RECEIVED)));
        }
        Place here = at.get();
        boolean isOut = !here.kind().isKept() && !from.kind().isKept() && from.kind() != Place.Kind.CUSTOMER;
        if (from.equals(here) || isOut) {
            return new Serial(Optional.of(to), conflicts);
        }
        List<Conflict> more = new ArrayList<>(conflicts);
        more.add(new Conflict(number, here.kind() == Place.Kind.CUSTOMER && from.kind().isKept() ? Kind.SOLD_TWICE : Kind.WRONG_PLACE));
        return new Serial(at, more);
    }

    /// The way between two branches is one, whichever of them books on it.
    private static Place oneWay(Place place) {
        return place.kind() == Place.Kind.TRANSIT ? Place.transit("-", place.location()) : place;
    }
}
