package io.evertill.central.route;

import io.evertill.db.Clients;
import io.evertill.ingest.Admission;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/// Says which client a request comes from, by its bearer token.
public final class ClientGate {
    private static final String SCHEME = "Bearer ";
    private static final int TOKEN_LENGTH_MAX = 200;

    private final Admission admission;

    public ClientGate(Admission admission) {
        this.admission = admission;
    }

    /// The client that sends a request.
    public Clients.Client admitted(Context context) {
        @Nullable String header = context.header("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                || header.length() > TOKEN_LENGTH_MAX) {
            throw unauthorized();
        }
        Clients.Client client =
                admission.findClient(header.substring(SCHEME.length()).strip()).orElseThrow(ClientGate::unauthorized);
        if (client.revokedAt().isPresent()) {
            throw Problem.of(403, "REVOKED", "This client was revoked.");
        }
        return client;
    }

    private static Problem unauthorized() {
        return Problem.of(401, "UNAUTHORIZED", "The client's token is missing or not known here.");
    }
}
