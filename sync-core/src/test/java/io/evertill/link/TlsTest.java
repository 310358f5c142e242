package io.evertill.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.wire.PullReply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whom a till believes to be its centre, over real sockets (protocol 2.12).
class TlsTest {
    private static final HeldCertificate AUTHORITY = authority("Till centre");
    private final Instant now = Instant.now();

    @Test
    void theCertificatesOfTheEnrolmentVouchForTheCentreAndNothingOlderThanTls13IsSpoken() throws IOException {
        try (MockWebServer centre = centre(server("localhost", day(-1), day(1)))) {
            centre.enqueue(new MockResponse.Builder().code(410).build());
            try (HttpLink link = link(centre, "localhost", AUTHORITY.certificatePem())) {
                assertInstanceOf(PullReply.Gone.class, link.pull(Optional.empty()));
                assertEquals("TLSv1.3", centre.takeRequest().getHandshake().tlsVersion().javaName());
                assertEquals(Optional.empty(), link.distrust());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void anotherNameIsRefusedAndTheOnesInTheCertificateAreSaid() throws IOException {
        try (MockWebServer centre = centre(server("till-centre.example", day(-1), day(1)));
                HttpLink link = link(centre, "localhost", AUTHORITY.certificatePem())) {
            assertTrouble(link, "its certificate is not for localhost but for till-centre.example. Use a name that is in it, or let the"
                    + " centre add this one (tls.names).");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -400 | -30 | its certificate ended on
              30 | 400 | its certificate begins on
            """)
    void aCertificateOutOfItsTimeSaysItsDayAndTheTillsClock(int beginsInDays, int endsInDays, String beginning) throws IOException {
        try (MockWebServer centre = centre(server("localhost", day(beginsInDays), day(endsInDays)));
                HttpLink link = link(centre, "localhost", AUTHORITY.certificatePem())) {
            String trouble = assertTrouble(link, beginning);
            assertTrue(trouble.contains(", and this till's clock says 20"), trouble);
            assertTrue(trouble.contains("et the clock"), trouble);
        }
    }

    @Test
    void aCertificateThatIsTrustedByItselfStillHasALastDay() throws IOException {
        HeldCertificate own = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .validityInterval(now.minus(Duration.ofDays(400)).toEpochMilli(), now.minus(Duration.ofDays(30)).toEpochMilli())
                .build();
        try (MockWebServer centre = centre(new HandshakeCertificates.Builder().heldCertificate(own).build());
                HttpLink link = link(centre, "localhost", own.certificatePem())) {
            assertTrouble(link, "its certificate ended on");
        }
    }

    @Test
    void aForeignAuthorityIsNotBelievedNorIsTheSystemWhereTheTillHasItsOwn() throws IOException {
        try (MockWebServer centre = centre(server("localhost", day(-1), day(1)))) {
            try (HttpLink foreign = link(centre, "localhost", authority("Till centre").certificatePem())) {
                assertTrouble(foreign, "this till does not trust its certificate. If the centre was set up anew, enrol this till again");
            }
            try (HttpLink system = new HttpLink(url(centre, "localhost"), "token", Trust.system(InstantSource.system()))) {
                assertTrouble(system, "this till does not trust its certificate.");
            }
        }
    }

    @Test
    void anAuthorityThatEndedVouchesForNobody() throws IOException {
        HeldCertificate ended = new HeldCertificate.Builder().certificateAuthority(0).commonName("between").signedBy(AUTHORITY)
                .validityInterval(now.minus(Duration.ofDays(400)).toEpochMilli(), now.minus(Duration.ofDays(30)).toEpochMilli()).build();
        HeldCertificate server = new HeldCertificate.Builder().addSubjectAlternativeName("localhost").signedBy(ended).build();
        try (MockWebServer centre = centre(new HandshakeCertificates.Builder().heldCertificate(server, ended.certificate()).build());
                HttpLink link = link(centre, "localhost", AUTHORITY.certificatePem())) {
            assertTrouble(link, "a certificate that vouches for the centre is out of date by this till's clock.");
        }
    }

    @Test
    void tls12IsNotSpoken() throws Exception {
        SSLContext context = server("localhost", day(-1), day(1)).sslContext();
        try (SSLServerSocket old = (SSLServerSocket) context.getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            old.setEnabledProtocols(new String[] {"TLSv1.2"});
            Thread.ofVirtual().start(() -> shake(old));
            try (HttpLink link = new HttpLink("https://localhost:" + old.getLocalPort(), "token", trust(AUTHORITY))) {
                assertTrouble(link, "it does not speak TLS 1.3, and nothing older is safe. Switch TLS 1.3 on there.");
            }
        }
    }

    @Test
    void clearTextAtTheOtherEndIsSaid() throws IOException {
        try (ServerSocket clear = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerInClearText(clear));
            try (HttpLink link = new HttpLink("https://localhost:" + clear.getLocalPort(), "token", trust(AUTHORITY))) {
                assertTrouble(link, "it speaks clear text there. Start the centre with TLS, or correct the address.");
            }
        }
    }

    @Test
    void tlsAtTheOtherEndOfClearTextIsSaid() throws IOException {
        try (MockWebServer centre = centre(server("localhost", day(-1), day(1)));
                HttpLink link = new HttpLink("http://localhost:" + centre.getPort(), "token")) {
            PullReply.Unreachable alone = assertInstanceOf(PullReply.Unreachable.class, link.pull(Optional.empty()));
            assertTrue(alone.cause().endsWith("If the centre speaks TLS there, write https://."), alone.cause());
        }
    }

    @Test
    void whoCannotReadItsCertificatesBelievesNobodyAndSaysSo() throws IOException {
        try (MockWebServer centre = centre(server("localhost", day(-1), day(1)));
                HttpLink link = new HttpLink(url(centre, "localhost"), "token", Trust.nobody("the file ca.pem is damaged."))) {
            assertEquals("the file ca.pem is damaged.", assertTrouble(link, "the file ca.pem is damaged."));
            assertEquals(Optional.of("the file ca.pem is damaged."), link.distrust());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hello                                                                | holds no certificate
            -----BEGIN CERTIFICATE-----QUJD-----END CERTIFICATE-----             | holds a certificate that cannot be read
            -----BEGIN PRIVATE KEY-----QUJD-----END PRIVATE KEY-----             | holds a private key
            """)
    void whatIsNoCertificateIsNamed(String pem, String trouble) {
        assertTrue(refused(pem).startsWith(trouble), () -> refused(pem));
    }

    @Test
    void tooMuchIsNotReadAsCertificates() {
        assertEquals("is larger than 65536 bytes", refused("-".repeat(Trust.PEM_LENGTH_MAX + 1)));
        assertEquals("holds more than 16 certificates", refused(AUTHORITY.certificatePem().repeat(17)));
    }

    private static String assertTrouble(HttpLink link, String beginning) {
        String cause = assertInstanceOf(PullReply.Unreachable.class, link.pull(Optional.empty())).cause();
        assertTrue(cause.startsWith(beginning), cause);
        assertEquals(Optional.of(cause), link.distrust());
        return cause;
    }

    private static String refused(String pem) {
        return String.valueOf(assertThrows(
                IllegalArgumentException.class, () -> Trust.parse(pem, InstantSource.system())).getMessage());
    }

    private static void answerInClearText(ServerSocket clear) {
        try (Socket socket = clear.accept()) {
            assertTrue(socket.getInputStream().read() >= 0);
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            assertTrue(socket.getInputStream().readAllBytes().length > 0);
        } catch (IOException _) {
            // The till hung up, as it should.
        }
    }

    private static Trust trust(HeldCertificate authority) {
        return Trust.parse(authority.certificatePem(), InstantSource.system());
    }

    private static void shake(SSLServerSocket old) {
        try (SSLSocket socket = (SSLSocket) old.accept()) {
            socket.startHandshake();
        } catch (IOException _) {
            // The till refused, as it should.
        }
    }

    private Instant day(int fromToday) {
        return now.plus(Duration.ofDays(fromToday));
    }

    private static HeldCertificate authority(String name) {
        return new HeldCertificate.Builder().certificateAuthority(1).commonName(name).build();
    }

    private static HandshakeCertificates server(String name, Instant begins, Instant ends) {
        return new HandshakeCertificates.Builder().heldCertificate(new HeldCertificate.Builder()
                .addSubjectAlternativeName(name).signedBy(AUTHORITY)
                .validityInterval(begins.toEpochMilli(), ends.toEpochMilli()).build()).build();
    }

    private static MockWebServer centre(HandshakeCertificates certificates) throws IOException {
        MockWebServer centre = new MockWebServer();
        centre.useHttps(certificates.sslSocketFactory());
        centre.start(InetAddress.getLoopbackAddress(), 0);
        return centre;
    }

    private static HttpLink link(MockWebServer centre, String host, String pem) {
        return new HttpLink(url(centre, host), "token", Trust.parse(pem, InstantSource.system()));
    }

    private static String url(MockWebServer centre, String host) {
        return "https://" + host + ":" + centre.getPort();
    }
}
