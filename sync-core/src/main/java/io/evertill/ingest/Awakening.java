package io.evertill.ingest;

import io.evertill.db.Database;
import io.evertill.db.Incidents;
import io.evertill.db.Tx;
import io.evertill.ledger.Fence;
import io.evertill.ledger.Hash;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Stands at the start of a centre: a database that was put back or copied begins another life of its ledger, so that the
/// tills and their cursors notice (protocol 2.6). Uploads are safe without it; it saves them a round.
public final class Awakening {
    private final Database db;
    private final Supplier<UUID> ids;

    /// An awakening of the centre's database, which was started before ([io.evertill.db.Centre#start]).
    public Awakening(Database db, Supplier<UUID> ids) {
        this.db = db;
        this.ids = ids;
    }

    /// What was found.
    ///
    /// @param mark to be written outside the database, durably, where there is such a place
    public record Awake(Fence.Finding finding, Fence.Mark mark) {}

    /// Lets a start pass.
    ///
    /// @param outside the mark outside the database; empty when there is none
    /// @param machine fingerprint of the machine, or of the database server and its line of history
    public Awake pass(Optional<Fence.Mark> outside, Hash machine) {
        UUID nonce = ids.get();
        UUID fresh = ids.get();
        return db.write(tx -> {
            Optional<Fence.Mark> known = tx.fence().find();
            Fence.Finding finding =
                    known.map(inside -> Fence.compare(inside, outside, machine)).orElse(Fence.Finding.SAME);
            if (finding != Fence.Finding.SAME) {
                renew(tx, fresh, finding == Fence.Finding.RESTORED
                        ? "This centre's database is older than its last start here: it was put back to a backup."
                        : "This centre's database was last started on another machine or server: it was moved, copied or put back.");
            }
            Fence.Mark inside = known.orElse(new Fence.Mark(nonce, 0, machine));
            long boots = Math.max(inside.boots(), outside.filter(kept -> kept.nonce().equals(inside.nonce()))
                    .map(Fence.Mark::boots)
                    .orElse(0L));
            Fence.Mark mark = new Fence.Mark(inside.nonce(), boots, machine).raised(machine);
            tx.fence().put(mark);
            return new Awake(finding, mark);
        });
    }

    /// Begins another life of the ledger and tells a person why.
    ///
    /// @param why a sentence
    public void renew(String why) {
        UUID fresh = ids.get();
        db.run(tx -> renew(tx, fresh, why));
    }

    private static void renew(Tx tx, UUID fresh, String why) {
        tx.incidents().note(new Incidents.Event("", "", "CENTRE_RESTORED", fresh.toString(),
                why + " The tills send what is missing by themselves; nothing is lost."), tx.now());
        tx.centre().renew(fresh);
    }
}
