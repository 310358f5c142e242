package io.evertill.central;

import io.evertill.db.Tills;
import io.evertill.ingest.Reception;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/// Says which till a request comes from, by its bearer token.
final class Gate {
    private static final String SCHEME = "Bearer ";
    private static final int TOKEN_LENGTH_MAX = 200;

    private final Reception reception;

    Gate(Reception reception) {
        this.reception = reception;
    }

    /// The till that sends a request, revoked or not.
    Tills.Till known(Context context) {
        @Nullable String header = context.header("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                || header.length() > TOKEN_LENGTH_MAX) {
            throw unauthorized();
        }
        return reception.find(header.substring(SCHEME.length()).strip()).orElseThrow(Gate::unauthorized);
    }

    /// The till that sends a request and may do more than hand over what it has.
    Tills.Till admitted(Context context) {
        Tills.Till till = known(context);
        if (till.revokedAt().isPresent()) {
            throw Problem.of(403, "REVOKED", "This till was revoked. It may hand over what it has recorded, nothing else.");
        }
        return till;
    }

    private static Problem unauthorized() {
        return Problem.of(401, "UNAUTHORIZED", "The till's token is missing or not known here.");
    }
}
