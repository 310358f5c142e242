package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.office.Machine;
import io.evertill.central.office.Settings;
import io.evertill.db.Tills;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Hash;
import io.evertill.wire.Ed25519;
import io.evertill.wire.Enrolment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One-time codes and the tokens that they are exchanged for.
class EnrolmentCodesTest {
    private static final Tills.Seat SEAT = new Tills.Seat("S1", "T1");
    private static final Ed25519.Keys KEYS = Ed25519.generate();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T09:00:00Z"));
    private final AtomicLong nanos = new AtomicLong(1_000_000_000);
    private final Machine machine = new Machine(now::get, nanos::get, Machine.real().ids(), Machine.real().random());

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aCodeMakesATillOnce(CentreOn on) {
        try (Centre centre = Centre.start(on.settings(folder), machine); Asker asker = new Asker(centre)) {
            String code = code(centre);

            Answer granted = enrol(asker, code, KEYS);
            Answer otherKey = enrol(asker, code, Ed25519.generate());
            Answer status = asker.get("/v1/status", Asker.bearer(granted.json().path("token").asText()));

            assertEquals(201, granted.status());
            assertEquals("403 CODE", otherKey.verdict());
            assertEquals("S1 T1", status.json().path("store").asText() + " " + status.json().path("till").asText());
            assertEquals(granted.json().path("terminal"), status.json().path("terminalId"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCodeIsTakenAsAPersonTypesIt(CentreOn on) {
        try (Centre centre = Centre.start(on.settings(folder), machine); Asker asker = new Asker(centre)) {
            String code = code(centre);

            Answer granted = enrol(asker, " " + code.substring(0, 4).toLowerCase(java.util.Locale.ROOT) + "-" + code.substring(4), KEYS);

            assertEquals(201, granted.status());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLostAnswerIsGivenAgainToTheSameKeyWithAnotherToken(CentreOn on) {
        try (Centre centre = Centre.start(on.settings(folder), machine); Asker asker = new Asker(centre)) {
            String code = code(centre);
            Answer lost = enrol(asker, code, KEYS);

            Answer again = enrol(asker, code, KEYS);

            assertEquals(lost.json().path("terminal"), again.json().path("terminal"));
            assertNotEquals(lost.json().path("token"), again.json().path("token"));
            assertEquals("401 UNAUTHORIZED",
                    asker.get("/v1/status", Asker.bearer(lost.json().path("token").asText())).verdict());
            assertEquals("200", asker.get("/v1/status", Asker.bearer(again.json().path("token").asText())).verdict());
        }
    }

    @ParameterizedTest
    @EnumSource
    void wrongAndExpiredCodesGetOneAnswer(CentreOn on) {
        try (Centre centre = Centre.start(on.settings(folder), machine); Asker asker = new Asker(centre)) {
            String code = code(centre);
            now.set(now.get().plus(Duration.ofMinutes(15)));

            Answer expired = enrol(asker, code, KEYS);
            Answer wrong = enrol(asker, "ABCDEFGH", KEYS);

            assertEquals("403 CODE", expired.verdict());
            assertEquals(expired.text(), wrong.text());
            assertTrue(centre.office().db().read(tx -> tx.tills().all()).isEmpty());
        }
    }

    @Test
    void fiveWrongCodesAreFreeThenEachDoublesTheWait() {
        try (Centre centre = Centre.start(CentreOn.SQLITE.settings(folder), machine); Asker asker = new Asker(centre)) {
            String code = code(centre);
            List<String> verdicts = new ArrayList<>(IntStream.range(0, 5)
                    .mapToObj(_ -> enrol(asker, "ABCDEFGH", KEYS).verdict())
                    .toList());

            for (int seconds : List.of(1, 2, 4)) {
                Answer early = enrol(asker, code, KEYS);
                verdicts.add(early.verdict() + " " + early.retryAfterSeconds());
                nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
                if (seconds < 4) {
                    verdicts.add(enrol(asker, "ABCDEFGH", KEYS).verdict());
                }
            }
            verdicts.add(enrol(asker, code, KEYS).verdict());

            assertEquals(List.of("403 CODE", "403 CODE", "403 CODE", "403 CODE", "403 CODE", "429 TOO_MANY_TRIES 1", "403 CODE",
                    "429 TOO_MANY_TRIES 2", "403 CODE", "429 TOO_MANY_TRIES 4", "201"), verdicts);
        }
    }

    @Test
    void whatIsNoEnrolmentUsesNoCodeUp() {
        try (Centre centre = Centre.start(CentreOn.SQLITE.settings(folder), machine); Asker asker = new Asker(centre)) {
            String code = code(centre);

            List<String> verdicts = List.of(
                    asker.post("/v1/enrolments", Bytes.of("no JSON")).verdict(),
                    asker.post("/v1/enrolments", Bytes.of("{\"code\":\"" + code + "\"}")).verdict(),
                    asker.post("/v1/enrolments", Bytes.of("{\"code\":\"" + code + "\",\"publicKey\":\"AAAA\"}")).verdict(),
                    asker.post("/v1/enrolments", Bytes.of(new byte[20_000])).verdict(),
                    asker.post("/v1/enrolments", Bytes.of("{}"), "Content-Encoding", "br").verdict(),
                    enrol(asker, code, KEYS).verdict());

            assertEquals(List.of("400 UNREADABLE", "400 UNREADABLE", "400 KEY", "413 TOO_LARGE", "415 ENCODING", "201"), verdicts);
        }
    }

    @ParameterizedTest
    @EnumSource
    void codesAndTokensAreKeptAsHashesOnly(CentreOn on) throws SQLException {
        Settings settings = on.settings(folder);
        try (Centre centre = Centre.start(settings, machine); Asker asker = new Asker(centre)) {
            String code = code(centre);
            String token = enrol(asker, code, KEYS).json().path("token").asText();

            String kept = rows(settings, "till") + rows(settings, "enrolment_code");

            assertTrue(kept.contains(hex(Bytes.of(token).hash())), kept);
            assertTrue(kept.contains(hex(Bytes.of(code).hash())), kept);
            for (String secret : List.of(code, token)) {
                assertFalse(kept.contains(secret), kept);
                assertFalse(kept.contains(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.US_ASCII))), kept);
            }
        }
    }

    private static String code(Centre centre) {
        return centre.office().admission().code(SEAT, Duration.ofMinutes(15));
    }

    private static Answer enrol(Asker asker, String code, Ed25519.Keys keys) {
        return asker.post("/v1/enrolments", new Enrolment.Request(code, keys.open()).write());
    }

    private static String hex(Hash hash) {
        return hash.toString();
    }

    /// All cells of a table as text, bytes in hexadecimal.
    private static String rows(Settings settings, String table) throws SQLException {
        StringBuilder cells = new StringBuilder();
        try (Connection connection = CentreOn.connection(settings);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    Object cell = rows.getObject(column);
                    cells.append(cell instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(cell)).append('\n');
                }
            }
        }
        return cells.toString();
    }
}
