package io.evertill.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Databases in memory.
class DatabaseTest {
    @Test
    void whoOpensTheSameAddressSeesTheSameAndTheLastToCloseForgetsIt() {
        String address = Database.inMemory("database-test-" + UUID.randomUUID());
        Clock clock = Clock.systemUTC();
        try (Database one = Database.till(address, clock)) {
            one.run(tx -> tx.terminal().enrol(new Terminals.Identity("t-1", "S1", "T1", "")));
            try (Database other = Database.till(address, clock)) {
                assertEquals(Optional.of("T1"), other.read(tx -> tx.terminal().identity()).map(Terminals.Identity::till));
            }
        }
        try (Database again = Database.till(address, clock)) {
            assertEquals(Optional.empty(), again.read(tx -> tx.terminal().identity()));
        }
    }

    @Test
    void aNameThatWouldChangeTheAddressIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Database.inMemory("a?mode=rw"));
    }
}
