package io.evertill.reserving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.entry.Move;
import io.evertill.inventory.Warehouse;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.reserving.Modes.Mode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When a key changes its mode (domain 2m).
class ContentionTest {
    private static final Move.Key TEA = key("TEA");

    private long nanos = Duration.ofDays(1).toNanos();
    private final Contention contention = new Contention(() -> nanos);

    @Test
    void fewAttemptsChangeNothing() {
        note(Contention.ATTEMPTS_MIN - 1, true);

        assertEquals(Mode.OPTIMISTIC, contention.mode(TEA));
        note(1, false);
        assertEquals(Mode.PESSIMISTIC, contention.mode(TEA));
    }

    @Test
    void aFifthIsNotMoreThanAFifth() {
        note(16, false);
        note(4, true);

        assertEquals(Mode.OPTIMISTIC, contention.mode(TEA));
        note(1, true);
        assertEquals(Mode.PESSIMISTIC, contention.mode(TEA));
    }

    @Test
    void whatIsOlderThanAMinuteDoesNotCount() {
        note(15, true);
        pass(Duration.ofSeconds(60));
        note(15, true);

        assertEquals(Mode.OPTIMISTIC, contention.mode(TEA));
    }

    @Test
    void itGoesBackAfterFiveCalmMinutesOnly() {
        note(20, true);
        pass(Contention.CALM.minusSeconds(1));
        assertEquals(Mode.PESSIMISTIC, contention.mode(TEA));
        note(1, true);
        pass(Duration.ofSeconds(1));
        assertEquals(Mode.PESSIMISTIC, contention.mode(TEA));
        pass(Contention.CALM);

        assertEquals(Mode.OPTIMISTIC, contention.mode(TEA));
    }

    @Test
    void itStaysWhileOneInTwentyMeetsSomebody() {
        note(20, true);
        for (int minute = 0; minute < 10; minute++) {
            pass(Duration.ofSeconds(60));
            note(19, false);
            note(1, true);
        }

        assertEquals(Mode.PESSIMISTIC, contention.mode(TEA));
    }

    @Test
    void aKeyHasAModeOfItsOwnAndTheMostWantedAreShown() {
        note(20, true);
        contention.note(key("RICE"), false);

        assertEquals(Mode.OPTIMISTIC, contention.mode(key("RICE")));
        assertEquals(List.of(new Contention.Figure(TEA, Mode.PESSIMISTIC, 20, 20)), contention.most(1));
    }

    @Test
    void onlyTheKeysWantedLastAreRemembered() {
        for (int number = 0; number <= Contention.KEYS_MAX; number++) {
            contention.note(key("SKU" + number), false);
        }

        assertEquals(Contention.KEYS_MAX, contention.most(Integer.MAX_VALUE).size());
    }

    private void note(int times, boolean isConflict) {
        for (int time = 0; time < times; time++) {
            contention.note(TEA, isConflict);
        }
    }

    private void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    private static Move.Key key(String sku) {
        return new Move.Key(ProductId.of(Sku.of(sku)), Warehouse.SHELF, "");
    }
}
