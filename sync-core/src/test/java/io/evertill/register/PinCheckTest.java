package io.evertill.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.db.Database;
import io.evertill.db.Migrated;
import io.evertill.db.FedRows;
import io.evertill.feed.Feed;
import io.evertill.ledger.Bytes;
import io.evertill.person.Person;
import io.evertill.register.PinCheck.Verdict;
import io.evertill.staff.Pin;
import io.evertill.staff.StaffMember;
import io.evertill.staff.TillRole;
import io.evertill.wire.Json;
import io.evertill.wire.PinHash;
import io.evertill.wire.StaffRows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinCheckTest {
    private static final Person ZOE = new Person("zoe", "Zoe");
    private static final Pin RIGHT = new Pin("4821");
    private static final Pin WRONG = new Pin("4822");
    private static final Verdict FREE = new Verdict.Wrong(Duration.ZERO);

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void theRightPinIsRightAndForgetsWhatWasWrong() {
        try (Database db = till()) {
            hire(db, RIGHT);
            PinCheck check = check(db);

            assertEquals(FREE, check.check(ZOE, WRONG));
            assertEquals(FREE, check.check(ZOE, WRONG));
            assertEquals(new Verdict.Right(), check.check(ZOE, RIGHT));
            assertEquals(FREE, check.check(ZOE, WRONG));
            assertEquals(FREE, check.check(new Person("nobody", "Nobody"), RIGHT));
        }
    }

    /// Also the right PIN is not looked at while somebody waits, so that trying it tells nothing.
    @Test
    void theWaitOutlivesARestartAndAClockThatIsSetBack() {
        try (Database db = till()) {
            hire(db, RIGHT);
            check(db).check(ZOE, WRONG);
            check(db).check(ZOE, WRONG);
            assertEquals(new Verdict.Wrong(Duration.ofSeconds(30)), check(db).check(ZOE, WRONG));
        }
        try (Database db = till()) {
            now = now.plusSeconds(10);
            assertEquals(new Verdict.Locked(Duration.ofSeconds(20)), check(db).check(ZOE, RIGHT));
            now = now.minus(Duration.ofDays(1));
            assertEquals(new Verdict.Locked(Duration.ofSeconds(30)), check(db).check(ZOE, RIGHT));
        }
        try (Database db = till()) {
            now = now.plusSeconds(29);
            assertEquals(new Verdict.Locked(Duration.ofSeconds(1)), check(db).check(ZOE, RIGHT));
            now = now.plusSeconds(1);
            assertEquals(new Verdict.Right(), check(db).check(ZOE, RIGHT));
        }
    }

    /// The till dies between the try and its end, again and again.
    @Test
    void aTryIsCountedBeforeThePinIsLookedAt() {
        try (Database db = till()) {
            hire(db, RIGHT);
            PinCheck.Writer dying = new PinCheck.Writer() {
                @Override
                public <T> T write(Function<Database, T> work) {
                    T done = work.apply(db);
                    throw new IllegalStateException("the plug is out after " + done);
                }
            };
            for (int attempt = 1; attempt <= 3; attempt++) {
                assertThrows(IllegalStateException.class, () -> new PinCheck(dying).check(ZOE, WRONG));
            }

            assertEquals(new Verdict.Locked(Duration.ofSeconds(30)), check(db).check(ZOE, RIGHT));
        }
    }

    @Test
    void aNewPinEndsTheWait() {
        try (Database db = till()) {
            hire(db, RIGHT);
            for (int attempt = 1; attempt <= 3; attempt++) {
                check(db).check(ZOE, WRONG);
            }
            hire(db, new Pin("777777"));

            assertEquals(FREE, check(db).check(ZOE, RIGHT));
            assertEquals(new Verdict.Right(), check(db).check(ZOE, new Pin("777777")));
        }
    }

    private Database till() {
        return Migrated.till(folder.resolve("till.db"), () -> now);
    }

    private static PinCheck check(Database db) {
        return new PinCheck(new PinCheck.Writer() {
            @Override
            public <T> T write(Function<Database, T> work) {
                return work.apply(db);
            }
        });
    }

    private static void hire(Database db, Pin pin) {
        StaffMember member = new StaffMember(
                ZOE, TillRole.CASHIER, PinHash.of(pin, Bytes.of("0123456789abcdef")), Optional.empty());
        db.run(tx -> tx.fed().put(Feed.STAFF, new FedRows.Fed(ZOE.id(), Json.canonical(StaffRows.member(member))), Optional.empty(), 1));
    }
}
