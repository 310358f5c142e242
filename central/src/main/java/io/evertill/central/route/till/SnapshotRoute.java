package io.evertill.central.route.till;

import io.evertill.central.route.Gate;
import io.evertill.central.route.Problem;
import io.evertill.db.Tills;
import io.evertill.feed.Snapshot;
import io.evertill.wire.Link;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `GET /v1/snapshot`: everything that a store sees, as one file in resumable parts (protocol 2.11).
///
/// The tag goes on with a file that was begun; without one the newest is sent. Every answer is a part, of at most
/// [Link#SNAPSHOT_PART_BYTES_MAX] bytes: a request without a range gets the first.
public final class SnapshotRoute implements Handler {
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{1,18})-([0-9]{1,18})?");
    private static final Pattern TAG = Pattern.compile("[0-9a-f-]{1,100}");

    private final Gate gate;
    private final Snapshots snapshots;

    public SnapshotRoute(Gate gate, Snapshots snapshots) {
        this.gate = gate;
        this.snapshots = snapshots;
    }

    /// The bytes that are asked for, both inclusive.
    private record Range(long first, long last) {}

    @Override
    public void handle(Context context) {
        Tills.Till till = gate.reader(context);
        Range range = range(context.header("Range"));
        Snapshot snapshot = snapshot(till.branch(), context.queryParam("tag"));
        if (range.first() >= snapshot.length()) {
            context.header("Content-Range", "bytes */" + snapshot.length());
            throw Problem.of(416, "RANGE", "The snapshot has " + snapshot.length() + " bytes.");
        }
        byte[] part = Snapshots.read(snapshot, range.first(), length(range));
        context.disableCompression();
        context.status(206)
                .contentType("application/gzip")
                .header("Accept-Ranges", "bytes")
                .header("ETag", '"' + snapshot.tag() + '"')
                .header("Evertill-SHA256", snapshot.digest().toString())
                .header("Content-Range",
                        "bytes " + range.first() + "-" + (range.first() + part.length - 1) + "/" + snapshot.length())
                .result(part);
    }

    private Snapshot snapshot(String branch, @Nullable String tag) {
        if (tag == null) {
            return snapshots.newest(branch);
        }
        if (!TAG.matcher(tag).matches()) {
            throw Problem.bad("TAG", "tag is what the ETag of an earlier part said.");
        }
        Optional<Snapshot> known = snapshots.find(branch, tag);
        return known.orElseThrow(() -> Problem.of(410, "TAG", "This snapshot is gone. Begin with the newest."));
    }

    private static int length(Range range) {
        long wanted = range.last() - range.first() + 1;
        return (int) Math.min(wanted, Link.SNAPSHOT_PART_BYTES_MAX);
    }

    private static Range range(@Nullable String header) {
        if (header == null) {
            return new Range(0, Long.MAX_VALUE - 1);
        }
        Matcher matcher = RANGE.matcher(header);
        if (!matcher.matches()) {
            throw Problem.bad("RANGE", "Range is one range: bytes=first-last.");
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2) == null ? Long.MAX_VALUE - 1 : Long.parseLong(matcher.group(2));
        if (last < first) {
            throw Problem.bad("RANGE", "A range does not end before it begins.");
        }
        return new Range(first, last);
    }
}
