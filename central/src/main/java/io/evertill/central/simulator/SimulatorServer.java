package io.evertill.central.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.office.Refusal;
import io.evertill.central.office.Settings;
import io.evertill.wire.Json;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;

/// The simulator for programs and pages on the same machine: two addresses, JSON.
final class SimulatorServer implements AutoCloseable {
    private static final long LINE_BYTES_MAX = 64 * 1024;

    private final LedgerSimulator simulator;
    private final Javalin javalin;

    /// @param port 0 for any
    /// @throws Refusal when the port is taken
    SimulatorServer(LedgerSimulator simulator, int port) {
        this.simulator = simulator;
        this.javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.http.maxRequestSize = LINE_BYTES_MAX;
            config.routes.post("/lines", this::line);
            config.routes.get("/state", this::state);
        });
        try {
            javalin.start(Settings.BIND_USUALLY, port);
        } catch (JavalinBindException _) {
            throw new Refusal(Refusal.Kind.UNREACHABLE, "Port " + port + " is taken. Choose another with --port.");
        }
    }

    String url() {
        return "http://" + Settings.BIND_USUALLY + ":" + javalin.port();
    }

    /// Waits until it is closed or the thread is interrupted.
    void join() {
        try {
            javalin.jettyServer().server().join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void line(Context context) {
        LedgerSimulator.Answer answer = simulator.run(context.body());
        ObjectNode node = Print.json(answer.state());
        node.put("exit", answer.exit()).put("said", answer.said()).put("now", simulator.now().toString());
        answer(context, node);
    }

    private void state(Context context) {
        ObjectNode node = Print.json(simulator.state());
        node.put("now", simulator.now().toString());
        ArrayNode tills = node.putArray("tills");
        simulator.tills().forEach(till -> tills.addObject()
                .put("till", till.name())
                .put("store", till.store())
                .put("online", till.isOnline())
                .put("waiting", till.waiting()));
        answer(context, node);
    }

    private static void answer(Context context, ObjectNode node) {
        context.contentType("application/json").result(Json.canonical(node).content());
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
