package io.evertill.central.route;

import io.evertill.db.Tills;
import io.evertill.ingest.Reception;
import io.evertill.wire.FeedLines;
import io.evertill.wire.Link;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/// Says which till a request comes from, by its bearer token.
public final class Gate {
    private final Reception reception;

    public Gate(Reception reception) {
        this.reception = reception;
    }

    /// The till that sends a request, revoked or not.
    public Tills.Till known(Context context) {
        return Bearer.token(context).flatMap(reception::find).orElseThrow(Gate::unauthorized);
    }

    /// The till that sends a request and may do more than hand over what it has.
    public Tills.Till admitted(Context context) {
        Tills.Till till = known(context);
        if (till.revokedAt().isPresent()) {
            throw Problem.of(403, "REVOKED", "This till was revoked. It may hand over what it has recorded, nothing else.");
        }
        return till;
    }

    /// The till that sends a request and reads a version of the feed that is still written.
    public Tills.Till reader(Context context) {
        Tills.Till till = admitted(context);
        @Nullable String version = context.header(Link.FEED_VERSION_HEADER);
        if (version != null && !version.matches("[0-9]{1,6}")) {
            throw Problem.bad("FEED_VERSION", Link.FEED_VERSION_HEADER + " is a number: the version of the feed that the till reads.");
        }
        if (version != null && Integer.parseInt(version) < FeedLines.VERSION_OLDEST) {
            context.header("Upgrade", Link.FEED_VERSION_HEADER + "/" + FeedLines.VERSION);
            throw Problem.of(426, "UPDATE_NEEDED", "This till's program is too old for this centre's products and prices."
                    + " Install the newer program; until then the till sells with what it knows and hands over its sales.");
        }
        return till;
    }

    private static Problem unauthorized() {
        return Problem.of(401, "UNAUTHORIZED", "The till's token is missing or not known here.");
    }
}
