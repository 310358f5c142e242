package io.evertill.central.route;

import io.evertill.db.Clients;
import io.evertill.ingest.Admission;
import io.javalin.http.Context;

/// Says which client a request comes from, by its bearer token.
public final class ClientGate {
    private final Admission admission;

    public ClientGate(Admission admission) {
        this.admission = admission;
    }

    /// The client that sends a request.
    public Clients.Client admitted(Context context) {
        Clients.Client client =
                Bearer.token(context).flatMap(admission::findClient).orElseThrow(ClientGate::unauthorized);
        if (client.revokedAt().isPresent()) {
            throw Problem.of(403, "REVOKED", "This client was revoked.");
        }
        return client;
    }

    private static Problem unauthorized() {
        return Problem.of(401, "UNAUTHORIZED", "The client's token is missing or not known here.");
    }
}
