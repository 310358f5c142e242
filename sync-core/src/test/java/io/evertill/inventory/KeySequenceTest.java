package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.evertill.db.CentreOn;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The numbers of a key are given under its lock (I5), where there is more than one writer.
class KeySequenceTest {
    @Test
    void manyWritersOfOneKeyNumberItsMovementsWithoutAGap() {
        assertEquals(List.of(), KeyRace.run(CentreOn.freshPostgresql()));
    }

    /// The shortcut KEY_SEQUENCE_OUTSIDE_THE_LOCK.
    @Test
    void aNumberThatIsLookedUpBeforeTheLockIsCaught() {
        Mutant mutant = Mutant.text("db.Stock", "RETURNING branch, product, place, lot, key_seq, qty", """
                RETURNING branch, product, place, lot, (SELECT coalesce(max(m.key_seq), 0) + 1 FROM movement m
                    WHERE m.branch = level.branch AND m.product = level.product AND m.place = level.place
                        AND m.lot = level.lot), qty
                """);

        assertNotEquals(List.of(), mutant.call(KeyRace.class, "run", CentreOn.freshPostgresql()));
    }
}
