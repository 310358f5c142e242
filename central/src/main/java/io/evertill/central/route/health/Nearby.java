package io.evertill.central.route.health;

import io.evertill.central.route.Problem;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.InetAddress;

/// Answers this machine only: what has no token is nobody else's business.
public final class Nearby implements Handler {
    private final Handler handler;

    public Nearby(Handler handler) {
        this.handler = handler;
    }

    @Override
    public void handle(Context context) throws Exception {
        if (!isThisMachine(context.ip())) {
            throw Problem.of(403, "ELSEWHERE", "This is told on the centre's own machine only. Let a program there pass it on.");
        }
        handler.handle(context);
    }

    /// Whether a caller's address is of this machine alone.
    static boolean isThisMachine(String ip) {
        try {
            return InetAddress.ofLiteral(ip.replaceAll("^\\[|\\]$", "")).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
