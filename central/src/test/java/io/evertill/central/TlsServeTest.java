package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.office.Machine;
import io.evertill.central.office.Settings;
import io.evertill.central.office.TlsSettings;
import io.evertill.link.HttpLink;
import io.evertill.link.Trust;
import io.evertill.wire.Ed25519;
import io.evertill.wire.Enrolment;
import io.evertill.wire.PullReply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The centre over TLS: certificates of its own and of a person (protocol 2.12).
class TlsServeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Centre.Wishes NAMED = new Centre.Wishes(Optional.empty(), () -> Set.of("localhost", "127.0.0.1"));

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final AtomicLong nanos = new AtomicLong(1_000_000_000);
    private final Machine machine = new Machine(now::get, nanos::get, Machine.real().ids(), Machine.real().random());

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void aTillEnrolsOverTlsWithTheCertificatesThatTheCentreMadeItself(String bind) throws IOException {
        Settings settings = named("till-centre.example").withBind(bind);
        try (Centre centre = Centre.start(settings, machine, NAMED);
                HttpLink byName = link(centre, "localhost", "");
                HttpLink byAddress = link(centre, "127.0.0.1", "");
                HttpLink elsewhere = new HttpLink("https://[::1]:" + centre.port(), "", trust())) {
            String code = Shops.code(centre, "T1");

            assertInstanceOf(Enrolment.Answer.Granted.class,
                    byName.enrol(new Enrolment.Request(code, Ed25519.generate().open())));
            assertInstanceOf(Enrolment.Answer.Refused.class, byAddress.enrol(new Enrolment.Request(code, Ed25519.generate().open())));
            assertInstanceOf(Enrolment.Answer.Unreachable.class, elsewhere.enrol(new Enrolment.Request(code, Ed25519.generate().open())));
            assertEquals("https://" + (bind.equals("0.0.0.0") ? "till-centre.example" : bind) + ":" + centre.port(), centre.url());
            for (String file : List.of("ca.key", "ca.pem", "server.pem")) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(tls().resolve(file))), file);
            }
        }
    }

    @Test
    void clearTextAndTls12AreNotAnswered() throws Exception {
        try (Centre centre = Centre.start(named("localhost"), machine, NAMED)) {
            try (HttpLink clear = new HttpLink("http://127.0.0.1:" + centre.port(), "token")) {
                String cause = assertInstanceOf(PullReply.Unreachable.class, clear.pull(Optional.empty())).cause();
                assertTrue(cause.endsWith("If the centre speaks TLS there, write https://."), cause);
            }
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), centre.port())) {
                socket.getOutputStream().write("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                assertFalse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1).contains("HTTP/1.1"));
            }
            SSLException refused = assertThrows(SSLException.class, () -> shake(centre.port(), "TLSv1.2"));
            assertTrue(String.valueOf(refused.getMessage()).contains("protocol_version"), refused::getMessage);
            assertEquals(Set.of("localhost", "127.0.0.1"), Set.copyOf(names(shake(centre.port(), "TLSv1.3"))));
        }
    }

    @Test
    void itsCertificateIsRenewedWhileItRunsAndTillsNoticeNothing() throws Exception {
        Instant today = now.get();
        now.set(today.minus(Duration.ofDays(300)));
        try (Centre centre = Centre.start(named("localhost"), machine, NAMED); HttpLink till = link(centre, "localhost", "nobody's")) {
            X509Certificate first = shake(centre.port(), "TLSv1.3");
            assertInstanceOf(PullReply.Unauthorized.class, till.pull(Optional.empty()));

            now.set(today);
            nanos.addAndGet(Showing.LOOK.plusSeconds(1).toNanos());

            X509Certificate second = shownInstead(first, centre.port());
            assertEquals(398, Duration.between(today, second.getNotAfter().toInstant()).plusMinutes(1).toDays());
            assertInstanceOf(PullReply.Unauthorized.class, till.pull(Optional.empty()));
            try (HttpLink again = link(centre, "localhost", "nobody's")) {
                assertInstanceOf(PullReply.Unauthorized.class, again.pull(Optional.empty()));
            }
        }
    }

    @Test
    void theSameCertificateIsShownAfterARestartAndAnotherOneWhenItGetsAName() throws Exception {
        X509Certificate first = shownBy(named("localhost"));
        X509Certificate restarted = shownBy(named("localhost"));
        X509Certificate renamed = shownBy(named("till-centre.example"));

        assertEquals(first, restarted);
        assertNotEquals(first, renamed);
        assertEquals("till-centre.example", names(renamed).getFirst());
        assertEquals(first.getIssuerX500Principal(), renamed.getIssuerX500Principal());
    }

    @Test
    void aPersonsFilesAreShownAndNewOnesAreTakenUpWhileItRuns() throws Exception {
        HeldCertificate authority = authority();
        Settings settings = given(signed(authority, 1, 90), authority);
        try (Centre centre = Centre.start(settings, machine, NAMED)) {
            X509Certificate first = shake(centre.port(), "TLSv1.3");
            try (HttpLink till = new HttpLink("https://localhost:" + centre.port(), "nobody's",
                    Trust.parse(authority.certificatePem(), InstantSource.system()))) {
                assertInstanceOf(PullReply.Unauthorized.class, till.pull(Optional.empty()));
            }
            assertFalse(Files.exists(tls()), "it makes none of its own");

            Files.writeString(folder.resolve("own.key"), "no key");
            nanos.addAndGet(Showing.LOOK.plusSeconds(1).toNanos());
            assertEquals(first, shake(centre.port(), "TLSv1.3"), "a broken file changes nothing");

            given(signed(authority, 1, 91), authority);
            nanos.addAndGet(Showing.LOOK.plusSeconds(1).toNanos());
            assertEquals("localhost", names(shownInstead(first, centre.port())).getFirst());
        }
    }

    @Test
    void filesThatCannotBeUsedAreNamedBeforeAnythingIsMade() throws IOException {
        HeldCertificate authority = authority();
        given(signed(authority, 1, 90), authority);
        Files.writeString(folder.resolve("other.key"), signed(authority, 1, 90).privateKeyPkcs8Pem());
        HeldCertificate ended = signed(authority, 400, -30);
        Files.writeString(folder.resolve("ended.pem"), ended.certificatePem());
        Files.writeString(folder.resolve("ended.key"), ended.privateKeyPkcs8Pem());
        Files.writeString(folder.resolve("text.pem"), "hello");
        Files.writeString(folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n");
        Files.writeString(folder.resolve("locked.key"), """
                -----BEGIN RSA PRIVATE KEY-----
                Proc-Type: 4,ENCRYPTED
                DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF

                QUJDREVGR0hJSktMTU5PUA==
                -----END RSA PRIVATE KEY-----
                """);

        assertRefused("own.pem", "other.key", "is not the key of the first certificate in");
        assertRefused("ended.pem", "ended.key", "Put a fresh one there, or set the clock.");
        assertRefused("text.pem", "own.key", "holds no certificate in PEM form");
        assertRefused("broken.pem", "own.key", "holds a certificate that cannot be understood. Export it anew as PEM.");
        assertRefused("own.pem", "text.pem", "holds no private key in PEM form");
        assertRefused("own.pem", "locked.key", "is locked with a passphrase");
        assertRefused("missing.pem", "own.key", "missing.pem does not exist. Check the path, and that the user of the centre may read it.");
        Ended half = Ended.of("serve", "--data", folder.resolve("none").toString(), "--tls-key", "own.key");
        assertTrue(half.err().startsWith("tls.certificate and tls.key belong together: name both files"), half::err);
        assertEquals(2, half.exitCode());
    }

    @Test
    void statusSaysTheNamesAndTheLastDayAndWarnsOfAnEnd() throws IOException {
        Settings settings = named("till-centre.example");
        Centre.start(settings, machine, NAMED).close();
        Ended own = Ended.of(Shops.command(settings, "status"));
        HeldCertificate authority = authority();
        given(signed(authority, 1, 20), authority);
        Files.writeString(settings.folder().orElseThrow().resolve("central.properties"),
                "tls.certificate = ../own.pem\ntls.key = ../own.key\n");
        Ended person = Ended.of(Shops.command(settings, "status"));
        Ended json = Ended.of(Shops.command(settings, "status", "--json"));
        Files.writeString(folder.resolve("own.key"), "no key");
        Ended broken = Ended.of(Shops.command(settings, "status"));

        assertTrue(own.out().contains("The certificate is for till-centre.example, "), own::out);
        assertTrue(own.out().contains(", and it is renewed by itself before."), own::out);
        assertTrue(person.out().contains("The certificate is for localhost; its last day is 20"), person::out);
        assertTrue(person.out().contains("Put a fresh one there before; it is taken up within a minute"), person::out);
        assertEquals("localhost", json.json().path("certificate").path("names").path(0).asText());
        assertEquals(0, broken.exitCode(), broken::said);
        assertTrue(broken.out().contains("holds no private key"), broken::out);
    }

    @Test
    void aLostKeyOfTheAuthorityIsSaidAndReplacedByNothing() throws IOException {
        Centre.start(named("localhost"), machine, NAMED).close();
        Files.delete(tls().resolve("ca.key"));

        String said = String.valueOf(assertThrows(RuntimeException.class,
                () -> Centre.start(named("till-centre.example"), machine, NAMED)).getMessage());

        assertTrue(said.startsWith("The key of the centre's authority, "), said);
        assertTrue(said.endsWith("then every till needs a fresh enrolment file."), said);
    }

    private void assertRefused(String certificate, String key, String sentence) {
        Path data = folder.resolve("never");
        Ended ended = Ended.of("serve", "--port", "0", "--data", data.toString(),
                "--tls-certificate", folder.resolve(certificate).toString(), "--tls-key", folder.resolve(key).toString());

        assertEquals(2, ended.exitCode(), ended::said);
        assertTrue(ended.err().contains(sentence), ended::err);
        assertEquals(1, ended.err().lines().count(), ended::err);
        assertFalse(Files.exists(data), "nothing was made");
    }

    private Settings named(String name) {
        return CentreOn.SQLITE.settings(folder).withTls(new TlsSettings(Optional.empty(), Optional.empty(), List.of(name)));
    }

    private Settings given(HeldCertificate server, HeldCertificate authority) throws IOException {
        Path certificate = folder.resolve("own.pem");
        Path key = folder.resolve("own.key");
        Files.writeString(certificate, server.certificatePem() + authority.certificatePem());
        Files.writeString(key, server.privateKeyPkcs8Pem());
        return CentreOn.SQLITE.settings(folder).withTls(new TlsSettings(Optional.of(certificate), Optional.of(key), List.of()));
    }

    private static HeldCertificate authority() {
        return new HeldCertificate.Builder().certificateAuthority(0).commonName("Shop authority").build();
    }

    private static HeldCertificate signed(HeldCertificate authority, int beganDaysAgo, int endsInDays) {
        return new HeldCertificate.Builder().addSubjectAlternativeName("localhost").signedBy(authority)
                .validityInterval(Instant.now().minus(Duration.ofDays(beganDaysAgo)).toEpochMilli(),
                        Instant.now().plus(Duration.ofDays(endsInDays)).toEpochMilli())
                .build();
    }

    private Path tls() {
        return folder.resolve("centre").resolve("tls");
    }

    private Trust trust() throws IOException {
        return Trust.parse(Files.readString(tls().resolve("ca.pem")), InstantSource.system());
    }

    private HttpLink link(Centre centre, String host, String token) throws IOException {
        return new HttpLink("https://" + host + ":" + centre.port(), token, trust());
    }

    private X509Certificate shownBy(Settings settings) throws Exception {
        try (Centre centre = Centre.start(settings, machine, NAMED)) {
            return shake(centre.port(), "TLSv1.3");
        }
    }

    /// The next certificate that a centre shows, once it does.
    private static X509Certificate shownInstead(X509Certificate before, int port) throws Exception {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < PATIENCE.toNanos()) {
            X509Certificate shown = shake(port, "TLSv1.3");
            if (!shown.equals(before)) {
                return shown;
            }
        }
        throw new AssertionError("the centre still shows " + before.getNotAfter());
    }

    private static List<String> names(X509Certificate certificate) throws java.security.cert.CertificateParsingException {
        return certificate.getSubjectAlternativeNames().stream().map(name -> String.valueOf(name.get(1))).toList();
    }

    /// Shakes hands with whoever it is and answers what was shown.
    private static X509Certificate shake(int port, String protocol) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
