package io.evertill.central.route.health;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.office.Edition;
import io.evertill.central.office.Job;
import io.evertill.db.CommitUnknown;
import io.evertill.db.Database;
import io.evertill.db.StorageFailure;
import io.evertill.wire.Json;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// `GET /health`: whether the centre can take entries at this moment.
///
/// It writes to the database and commits, because a read-only disk or a server that is gone shows in nothing less; and it
/// looks how much room the disk has, because a small write still fits into what an upload does not. The answer is kept
/// for a second, so that asking often costs nothing. Other machines learn whether it is well and no more.
public final class HealthRoute implements Handler {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Database db;
    private final Map<String, Job> jobs;
    private final Disk disk;
    private final LongSupplier nanos;
    private final ReentrantLock turn = new ReentrantLock();
    private Checked checked = new Checked(Verdict.UNKNOWN, "", 0);

    public HealthRoute(Database db, Map<String, Job> jobs, Disk disk, LongSupplier nanos) {
        this.db = db;
        this.disk = disk;
        this.jobs = Map.copyOf(jobs);
        this.nanos = nanos;
    }

    private enum Verdict {
        UNKNOWN,
        UP,
        DOWN
    }

    private record Checked(Verdict verdict, String sentence, long atNanos) {}

    @Override
    public void handle(Context context) {
        Checked now = check();
        boolean isNear = Nearby.isThisMachine(context.ip());
        ObjectNode body = Json.object().put("version", Edition.version());
        if (now.verdict() == Verdict.UP) {
            body.put("status", "UP").put("message", "The centre takes entries.");
        } else {
            body.put("status", "DOWN").put("code", "STORAGE")
                    .put("message", isNear ? now.sentence() : "The centre takes no entries at the moment.");
        }
        ObjectNode work = body.putObject("jobs");
        if (isNear) {
            jobs.forEach((name, job) -> work.put(name, job.state().problem().orElse("well")));
        }
        context.status(now.verdict() == Verdict.UP ? 200 : 503).contentType("application/json").header("Cache-Control", "no-store");
        context.result(Json.canonical(body).content());
    }

    private Checked check() {
        turn.lock();
        try {
            long now = nanos.getAsLong();
            if (checked.verdict() == Verdict.UNKNOWN || now - checked.atNanos() > FRESH_NANOS) {
                checked = attempt(now);
            }
            return checked;
        } finally {
            turn.unlock();
        }
    }

    private Checked attempt(long now) {
        Optional<String> shortage = disk.shortage();
        if (shortage.isPresent()) {
            return new Checked(Verdict.DOWN, shortage.get(), now);
        }
        try {
            db.run(tx -> tx.centre().lockFeed());
            return new Checked(Verdict.UP, "", now);
        } catch (StorageFailure e) {
            return new Checked(Verdict.DOWN, e.sentence(), now);
        } catch (CommitUnknown e) {
            return new Checked(Verdict.DOWN, e.sentence(), now);
        }
    }
}
