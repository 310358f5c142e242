package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.evertill.central.office.Settings;
import io.evertill.ledger.Bytes;
import io.evertill.wire.Ed25519;
import io.evertill.wire.Enrolment;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Codes, tokens and passwords stand where they are meant to be, and neither in a log nor in any other output.
class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void noSecretIsLogged() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger own = (Logger) LoggerFactory.getLogger("io.evertill");
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.INFO);
        own.setLevel(Level.TRACE);
        Settings settings = new Settings(java.util.Optional.empty(),
                java.util.Optional.of(CentreOn.freshPostgresql() + "&password=geheimes-wort"), "127.0.0.1", 0);
        try (Centre centre = Shops.start(settings); Asker asker = new Asker(centre)) {
            String code = Shops.code(centre, "T1");
            String wrong = "WRNG2345";
            Ed25519.Keys keys = Ed25519.generate();
            asker.post("/v1/enrolments", new Enrolment.Request(wrong, keys.open()).write());
            String token = asker.post("/v1/enrolments", new Enrolment.Request(code, keys.open()).write()).json().path("token").asText();
            asker.get("/v1/status", Asker.bearer(token));
            asker.get("/v1/status", Asker.bearer("z".repeat(43)));
            asker.post("/v1/streams/no-uuid/entries", Bytes.of("{}"), Asker.bearer(token));
            CentreOn.change(settings, "ALTER TABLE till RENAME TO lost");
            asker.get("/v1/status", Asker.bearer(token));
            asker.post("/v1/enrolments", new Enrolment.Request(code, keys.open()).write());

            String said = log.list.stream()
                    .map(event -> event.getFormattedMessage() + "\n"
                            + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                    .collect(Collectors.joining("\n"));

            assertTrue(said.contains("GET /v1/status: The database refused a statement"), said);
            assertEquals(List.of(), List.of(code, wrong, token, "z".repeat(43), "geheimes-wort").stream().filter(said::contains).toList());
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
            own.setLevel(null);
        }
    }

    @Test
    void theProgramSaysNoSecretAndEndsWhenItIsTold() throws IOException, InterruptedException {
        Path errors = folder.resolve("err");
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), CentralApp.class.getName(),
                "serve", "--port", "0", "--db", CentreOn.freshPostgresql() + "&password=geheimes-wort")
                .redirectError(errors.toFile())
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String first = String.valueOf(out.readLine());

            process.destroy();
            boolean isEnded = process.waitFor(Duration.ofSeconds(30).toSeconds(), TimeUnit.SECONDS);

            assertTrue(first.matches("The centre listens at http://127\\.0\\.0\\.1:[0-9]+\\. Stop it with Ctrl-C\\."), first);
            assertTrue(isEnded);
            assertEquals(0, process.exitValue());
            assertEquals("", Files.readString(errors));
        } finally {
            process.destroyForcibly();
        }
    }
}
