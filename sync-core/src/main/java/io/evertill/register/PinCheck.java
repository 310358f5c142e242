package io.evertill.register;

import io.evertill.db.Database;
import io.evertill.db.FedRows;
import io.evertill.db.Tx;
import io.evertill.feed.Feed;
import io.evertill.ledger.Hash;
import io.evertill.person.Person;
import io.evertill.staff.Lockout;
import io.evertill.staff.Pin;
import io.evertill.staff.Roster;
import io.evertill.staff.StaffMember;
import io.evertill.wire.Json;
import io.evertill.wire.PinHash;
import io.evertill.wire.StaffRows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Whether somebody is who they say, by the PIN alone and without a network.
///
/// A try is counted before the PIN is looked at and forgotten when it was right, each in a transaction of its own: whoever pulls the plug
/// in between has one try less.
public final class PinCheck {
    private static final int PAGE = 200;

    private final Writer writer;

    /// Does a step that writes, on whatever thread writes.
    public interface Writer {
        /// Does it and waits for it.
        <T> T write(Function<Database, T> work);
    }

    /// A check at a till.
    public PinCheck(Writer writer) {
        this.writer = writer;
    }

    /// What a try gave.
    public sealed interface Verdict {
        /// It is the right PIN.
        record Right() implements Verdict {}

        /// It is not; so long no other is looked at.
        record Wrong(Duration left) implements Verdict {}

        /// No PIN is looked at for so long.
        record Locked(Duration left) implements Verdict {}
    }

    /// The staff that the centre told of, with the rules of the store.
    public static Roster roster(Database db) {
        return db.read(tx -> {
            Store store = Store.read(tx.terms());
            return new Roster(members(tx), store.permissions(), store.lockAfter());
        });
    }

    private static List<StaffMember> members(Tx tx) {
        List<StaffMember> members = new ArrayList<>();
        List<FedRows.Fed> page = tx.fed().after(Feed.STAFF, "", PAGE);
        while (!page.isEmpty()) {
            page.forEach(row -> members.add(member(row)));
            page = tx.fed().after(Feed.STAFF, page.getLast().id(), PAGE);
        }
        return members;
    }

    private static StaffMember member(FedRows.Fed row) {
        return StaffRows.member(Json.parse(row.content().content()));
    }

    /// Checks a PIN; that takes a while. Nobody by that name has none that is right.
    public Verdict check(Person person, Pin pin) {
        return switch (writer.write(db -> db.write(tx -> begin(tx, person)))) {
            case Begun.Waits(Duration left) -> new Verdict.Locked(left);
            case Begun.Nobody() -> new Verdict.Wrong(Duration.ZERO);
            case Begun.Tried(String hash, Duration left) -> {
                boolean isRight = PinHash.matches(pin, hash);
                if (isRight) {
                    writer.write(db -> db.write(tx -> {
                        tx.pinTries().clear(person.id());
                        return person;
                    }));
                }
                yield isRight ? new Verdict.Right() : new Verdict.Wrong(left);
            }
        };
    }

    private sealed interface Begun {
        record Waits(Duration left) implements Begun {}

        record Nobody() implements Begun {}

        record Tried(String hash, Duration left) implements Begun {}
    }

    private static Begun begin(Tx tx, Person person) {
        Optional<String> hash = tx.fed().find(Feed.STAFF, person.id())
                .map(content -> StaffRows.member(Json.parse(content.content())).pinHash());
        if (hash.isEmpty()) {
            return new Begun.Nobody();
        }
        Hash pin = Hash.sha256(hash.get().getBytes(StandardCharsets.US_ASCII));
        Lockout before = tx.pinTries().find(person.id(), pin).at(tx.now());
        Duration left = before.left(tx.now());
        Lockout after = left.isZero() ? before.tried(tx.now()) : before;
        tx.pinTries().put(person.id(), pin, after);
        return left.isZero() ? new Begun.Tried(hash.get(), after.left(tx.now())) : new Begun.Waits(left);
    }
}
