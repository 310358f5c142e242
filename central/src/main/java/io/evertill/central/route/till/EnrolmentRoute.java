package io.evertill.central.route.till;

import io.evertill.central.route.Intake;
import io.evertill.central.route.Problem;
import io.evertill.central.route.Tries;
import io.evertill.ingest.Admission;
import io.evertill.wire.Enrolment;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// `POST /v1/enrolments`: a one-time code for an identity and a token.
///
/// Unknown, used and expired codes get one answer, so that nobody learns which codes there are.
public final class EnrolmentRoute implements Handler {
    private static final int BYTES_MAX = 16 * 1024;

    private final Admission admission;
    private final LongSupplier nanos;
    private final Tries tries = new Tries();

    public EnrolmentRoute(Admission admission, LongSupplier nanos) {
        this.admission = admission;
        this.nanos = nanos;
    }

    @Override
    public void handle(Context context) {
        String source = context.ip();
        Optional<Duration> wait = tries.wait(source, nanos.getAsLong());
        if (wait.isPresent()) {
            throw Problem.later(429, "TOO_MANY_TRIES",
                    "Too many wrong codes came from this machine. Wait " + Math.max(1, wait.get().plusMillis(999).toSeconds())
                            + " seconds, then try again with a fresh code.", wait.get());
        }
        Optional<Enrolment.Grant> grant = admission.admit(request(context));
        if (grant.isEmpty()) {
            tries.wrong(source, nanos.getAsLong());
            throw Problem.of(403, "CODE",
                    "The code is wrong, used or expired. Ask for a fresh one: evertill-central enrolment-code --store … --till …");
        }
        tries.right(source);
        context.status(201).contentType("application/json").header("Cache-Control", "no-store");
        context.result(grant.get().write().content());
    }

    private static Enrolment.Request request(Context context) {
        try {
            Enrolment.Request request = Enrolment.Request.read(Intake.read(context, BYTES_MAX));
            if (!io.evertill.wire.Ed25519.isPublicKey(request.publicKey())) {
                throw Problem.bad("KEY", "publicKey is no Ed25519 key (X.509, base64).");
            }
            return request;
        } catch (IllegalArgumentException e) {
            throw Problem.bad("UNREADABLE", "The request is no enrolment: " + e.getMessage());
        }
    }
}
