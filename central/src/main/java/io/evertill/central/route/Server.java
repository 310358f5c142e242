package io.evertill.central.route;

import io.evertill.central.office.Causes;
import io.evertill.central.office.Refusal;
import io.evertill.central.office.Settings;
import io.evertill.central.tls.SecureConnector;
import io.evertill.central.tls.ServerIdentity;
import io.evertill.db.CommitUnknown;
import io.evertill.db.StorageFailure;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// HTTP: routes, errors as JSON, durations. Clear text is spoken on loopback alone; with an identity it is TLS everywhere.
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    /// Longer than the longest wait of a request for the feed.
    private static final Duration IDLE_MAX = Duration.ofSeconds(60);
    /// How many may call at one moment before anybody is turned away unheard.
    private static final int CALLERS_AT_ONCE_MAX = 1_024;
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final String ROUTE = "route";
    private static final long NANOS_PER_MS = 1_000_000;

    private final Javalin javalin;
    private final String bind;
    private final int port;
    private final Optional<SecureConnector> secure;
    private final String host;

    /// A server that is not started yet.
    ///
    /// @param identity what it shows; empty for clear text
    /// @throws Refusal when it would speak clear text to other machines
    public Server(Settings settings, List<Route> routes, Meters meters, Optional<ServerIdentity> identity) {
        if (identity.isEmpty()) {
            requireLoopback(settings.bind());
        }
        this.bind = settings.bind();
        this.port = settings.port();
        this.secure = identity.map(SecureConnector::new);
        this.host = identity.filter(shown -> !shown.isFor(bind)).flatMap(ServerIdentity::name).orElse(bind);
        this.javalin = Javalin.create(config -> {
            configure(config, routes, meters);
            secure.ifPresent(connector -> config.jetty.addConnector((server, http) -> connector.on(server, http, bind, port)));
        });
    }

    /// Shows another identity from the next connection on; those that are open stay. Without TLS it does nothing.
    public void show(ServerIdentity identity) {
        secure.ifPresent(connector -> connector.show(identity));
    }

    /// Starts to listen.
    ///
    /// @throws Refusal when the port is taken
    public void start() {
        try {
            javalin.start(bind, port);
        } catch (JavalinBindException _) {
            throw new Refusal(Refusal.Kind.UNREACHABLE, "Port " + port + " on " + bind
                    + " is taken by another program, perhaps another centre. Stop it, or choose another port with --port.");
        }
    }

    /// What it answers, each as method and path, such as `GET /health`: as the server itself was told.
    public Set<String> answers() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint.method.name() + " " + handler.endpoint.path)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The port that it listens on.
    public int port() {
        return javalin.port();
    }

    /// Where it listens.
    public String url() {
        return (secure.isPresent() ? "https://" : "http://") + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    /// Refuses an address from which other machines could listen in.
    private static void requireLoopback(String bind) {
        boolean isLoopback;
        try {
            isLoopback = InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException _) {
            throw new Refusal(Refusal.Kind.USAGE,
                    "There is no address " + bind + " on this machine. Use --bind " + Settings.BIND_USUALLY + ".");
        }
        if (!isLoopback) {
            throw new Refusal(Refusal.Kind.USAGE, "The centre would listen on " + bind
                    + " in clear text, where others can listen in. Use --bind " + Settings.BIND_USUALLY + ", or TLS.");
        }
    }

    private static void configure(JavalinConfig config, List<Route> routes, Meters meters) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Intake.BYTES_MAX;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setIdleTimeout(IDLE_MAX.toMillis());
        });
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new ErrorPage());
            server.addEventListener(new LifeCycle.Listener() {
                @Override
                public void lifeCycleStarting(LifeCycle starting) {
                    tune(server);
                }
            });
        });
        for (Route route : routes) {
            config.routes.addHttpHandler(route.method(), route.path(), context -> {
                context.attribute(ROUTE, route.path());
                route.handler().handle(context);
            });
        }
        errors(config);
        config.requestLogger.http((context, ms) -> meters.answered(context.method().name(), route(context),
                context.statusCode(), Duration.ofNanos((long) (ms * NANOS_PER_MS))));
    }

    /// Sockets are made after the server and before it starts.
    private static void tune(org.eclipse.jetty.server.Server server) {
        for (var connector : server.getConnectors()) {
            if (connector instanceof ServerConnector sockets) {
                sockets.setIdleTimeout(IDLE_MAX.toMillis());
                sockets.setAcceptQueueSize(CALLERS_AT_ONCE_MAX);
            }
        }
    }

    private static String route(Context context) {
        @Nullable String route = context.attribute(ROUTE);
        return route == null ? "none" : route;
    }

    private static void errors(JavalinConfig config) {
        config.routes.exception(Problem.class, (problem, context) -> answer(context, problem));
        config.routes.exception(Refusal.class, (refusal, context) -> answer(context, Problem.of(refusal)));
        config.routes.exception(StorageFailure.class, (failure, context) -> {
            LOG.error("{} {}: {} ({})", context.method(), route(context), failure.sentence(), Causes.last(failure));
            LOG.debug("The whole cause", failure);
            answer(context, Problem.of(failure));
        });
        config.routes.exception(CommitUnknown.class, (unknown, context) -> {
            LOG.error("{} {}: {} ({})", context.method(), route(context), unknown.sentence(), Causes.last(unknown));
            LOG.debug("The whole cause", unknown);
            answer(context, Problem.of(unknown));
        });
        config.routes.exception(UncheckedIOException.class, (failure, context) -> {
            LOG.error("{} {}: {} ({})", context.method(), route(context), failure.getMessage(), Causes.last(failure));
            LOG.debug("The whole cause", failure);
            answer(context, Problem.later(503, "STORAGE", "The centre's disk does not work.", RETRY));
        });
        config.routes.exception(HttpResponseException.class, (refused, context) -> answer(context, refused(refused)));
        config.routes.exception(Exception.class, (defect, context) -> {
            LOG.error("{} {}: a defect", context.method(), route(context), defect);
            answer(context, Problem.of(500, "DEFECT", "The centre met a defect of its own. Its log says more."));
        });
    }

    private static Problem refused(HttpResponseException refused) {
        return switch (refused.getStatus()) {
            case 404 -> Problem.of(404, "NOT_FOUND", "There is nothing at this address.");
            case 405 -> Problem.of(405, "METHOD", "This address does not answer that method.");
            case 413 -> Problem.of(413, "TOO_LARGE", "The body is too large. Send less at once.");
            default -> Problem.of(refused.getStatus(), "REFUSED", String.valueOf(refused.getMessage()));
        };
    }

    private static void answer(Context context, Problem problem) {
        context.status(problem.status()).contentType("application/json").header("Cache-Control", "no-store");
        if (problem.status() == 401) {
            context.header("WWW-Authenticate", "Bearer");
        }
        if (problem.retryAfterSeconds() > 0) {
            context.header("Retry-After", Long.toString(problem.retryAfterSeconds()));
        }
        context.result(problem.body());
    }
}
