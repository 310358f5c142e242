package io.evertill.lot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.lot.Serial.Conflict;
import io.evertill.lot.Serial.Kind;
import io.evertill.lot.Serial.Step;
import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import io.evertill.stock.RandomTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SerialTest {
    private static final Place SHELF = Place.shelf("S1");
    private static final Place OTHER = Place.shelf("S2");
    private static final Step RECEIVED = new Step(Place.SUPPLIER, SHELF);
    private static final Step SOLD = new Step(SHELF, Place.CUSTOMER);

    @Test
    void aPieceIsReceivedSoldReturnedInspectedAndSoldAgain() {
        Place returned = Place.at("S1", Place.Kind.RETURNED);

        Serial serial = Serial.of(List.of(RECEIVED, SOLD, new Step(Place.CUSTOMER, returned), new Step(returned, SHELF), SOLD));

        assertEquals(new Serial(Optional.of(Place.CUSTOMER), List.of()), serial);
    }

    @Test
    void theWayBetweenTwoBranchesIsOneWhoeverBooksOnIt() {
        Serial serial = Serial.of(List.of(RECEIVED, new Step(SHELF, Place.transit("S1", "T1")),
                new Step(Place.transit("S2", "T1"), OTHER)));

        assertEquals(new Serial(Optional.of(OTHER), List.of()), serial);
    }

    @Test
    void twoSalesWithoutAReturnAreAConflictAndThePieceIsWithTheFirst() {
        Serial serial = Serial.of(List.of(RECEIVED, SOLD, new Step(OTHER, Place.CUSTOMER)));

        assertEquals(new Serial(Optional.of(Place.CUSTOMER), List.of(new Conflict(2, Kind.SOLD_TWICE))), serial);
    }

    @Test
    void aSaleInABranchWhereItNeverWasIsAConflict() {
        Serial serial = Serial.of(List.of(RECEIVED, new Step(OTHER, Place.CUSTOMER)));

        assertEquals(List.of(new Conflict(1, Kind.WRONG_PLACE)), serial.conflicts());
    }

    @Test
    void aSaleOfAPieceThatNeverCameIsAMissingDelivery() {
        Serial serial = Serial.of(List.of(SOLD));

        assertEquals(new Serial(Optional.of(Place.CUSTOMER), List.of(new Conflict(0, Kind.NEVER_RECEIVED))), serial);
    }

    @Test
    void aSecondDeliveryOfAPieceThatIsThereIsAConflict() {
        assertEquals(List.of(new Conflict(1, Kind.WRONG_PLACE)), Serial.of(List.of(RECEIVED, RECEIVED)).conflicts());
    }

    @Test
    void aPieceMayBeginAsFoundOrConvertedAndNowhereElse() {
        Place conversion = Place.CONVERSION;

        assertEquals(new Serial(Optional.of(SHELF), List.of()), Serial.of(List.of(new Step(Place.FOUND, SHELF))));
        assertEquals(new Serial(Optional.of(SHELF), List.of()), Serial.of(List.of(new Step(conversion, SHELF))));
        assertEquals(List.of(new Conflict(0, Kind.NEVER_RECEIVED)), Serial.of(List.of(new Step(Place.LOSS, SHELF))).conflicts());
    }

    @Test
    void aLostPieceMayBeFoundButNoCustomerCanBringIt() {
        Step lost = new Step(SHELF, Place.LOSS);

        assertEquals(new Serial(Optional.of(SHELF), List.of()), Serial.of(List.of(RECEIVED, lost, new Step(Place.FOUND, SHELF))));
        assertEquals(new Serial(Optional.of(Place.LOSS), List.of(new Conflict(2, Kind.WRONG_PLACE))),
                Serial.of(List.of(RECEIVED, lost, new Step(Place.CUSTOMER, SHELF))));
    }

    @RandomTest(seeds = 500)
    void withoutWhatCannotBeTrueAPieceIsAtOneRealPlaceOrNone(Chance chance) {
        List<Place> places = List.of(SHELF, OTHER, Place.at("S1", Place.Kind.QUARANTINE), Place.CUSTOMER, Place.SUPPLIER,
                Place.SCRAP, Place.FOUND, Place.LOSS);
        List<Step> steps = chance.list(0, 12, () -> new Step(chance.pick(places), chance.pick(places)));

        Serial serial = Serial.of(steps);

        List<Integer> impossible = serial.conflicts().stream()
                .filter(conflict -> conflict.kind() != Kind.NEVER_RECEIVED).map(Conflict::step).toList();
        List<Place> real = new ArrayList<>();
        boolean isFirstMissing = serial.conflicts().contains(new Conflict(0, Kind.NEVER_RECEIVED));
        for (int number = 0; number < steps.size(); number++) {
            if (!impossible.contains(number)) {
                boolean wasThere = real.remove(steps.get(number).from());
                assertTrue(wasThere || !steps.get(number).from().kind().isKept() || (number == 0 && isFirstMissing), steps::toString);
                if (steps.get(number).to().kind().isKept()) {
                    real.add(steps.get(number).to());
                }
            }
        }
        assertEquals(serial.isKept() ? 1 : 0, real.size(), steps::toString);
    }
}
