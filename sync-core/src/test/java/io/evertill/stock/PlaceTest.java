package io.evertill.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
    @RandomTest
    void everyPlaceComesBackFromItsCode(Chance chance) {
        Place place = anyPlace(chance);

        assertEquals(place, Place.parse(place.branch(), place.code()));
    }

    @RandomTest
    void orderAgreesWithEquality(Chance chance) {
        Place left = anyPlace(chance);
        Place right = chance.oneIn(4) ? Place.parse(left.branch(), left.code()) : anyPlace(chance);

        assertEquals(left.equals(right), left.compareTo(right) == 0);
        assertEquals(Integer.signum(left.compareTo(right)), -Integer.signum(right.compareTo(left)));
    }

    @ParameterizedTest
    @EnumSource(Place.Kind.class)
    void aKeptPlaceHasABranchAndAVirtualOneHasNone(Place.Kind kind) {
        String branch = kind.isKept() ? "" : "S1";

        assertThrows(IllegalArgumentException.class, () -> new Place(branch, branch, kind));
    }

    @Test
    void onlyWhatABranchHoldsIsReal() {
        assertEquals("[AVAILABLE, INSPECTION, RETURNED, QUARANTINE, STAGED]",
                Stream.of(Place.Kind.values()).filter(Place.Kind::isReal).toList().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nowhere", "MAIN/", "/AVAILABLE", "MAIN/CUSTOMER", "AVAILABLE", "MAIN/NOWHERE"})
    void aCodeOfNoPlaceIsRefused(String code) {
        assertThrows(IllegalArgumentException.class, () -> Place.parse("S1", code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000", "a\n", "0123456789012345678901234567890123456789012345678901234567890123x"})
    void aBranchCodeThatNobodyCouldReadIsRefused(String branch) {
        assertThrows(IllegalArgumentException.class, () -> Place.shelf(branch));
    }

    private static Place anyPlace(Chance chance) {
        Place.Kind kind = chance.pick(Place.Kind.values());
        return kind.isKept() ? new Place(chance.code(4), chance.pick("MAIN", "A/1", "back room"), kind) : new Place("", "", kind);
    }
}
