package io.evertill.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.TlsVersion;
import org.jspecify.annotations.Nullable;

/// Whom a till believes to be its centre.
///
/// A till that was given certificates at its enrolment believes exactly these and nobody whom the system knows; one that was given
/// none believes whom the system's certificates vouch for. Immutable and thread-safe.
public final class Trust {
    /// The most that is read as certificates.
    public static final int PEM_LENGTH_MAX = 64 * 1024;

    private static final int CERTIFICATES_MAX = 16;
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");
    private static final ConnectionSpec TLS = new ConnectionSpec.Builder(ConnectionSpec.RESTRICTED_TLS)
            .tlsVersions(TlsVersion.TLS_1_3)
            .build();

    private final List<X509Certificate> anchors;
    private final InstantSource clock;
    private final String trouble;

    private Trust(List<X509Certificate> anchors, InstantSource clock, String trouble) {
        this.anchors = List.copyOf(anchors);
        this.clock = clock;
        this.trouble = trouble;
    }

    /// The certificates that come with this program's runtime: those of the public authorities.
    ///
    /// @param clock the till's
    public static Trust system(InstantSource clock) {
        return new Trust(List.of(), clock, "");
    }

    /// Exactly the certificates of a PEM text.
    ///
    /// @param clock the till's
    /// @throws IllegalArgumentException with what is wrong, as the end of a sentence, when it holds no certificates, or more than that
    public static Trust parse(String pem, InstantSource clock) {
        return new Trust(anchors(pem), clock, "");
    }

    private static List<X509Certificate> anchors(String pem) {
        if (pem.length() > PEM_LENGTH_MAX) {
            throw new IllegalArgumentException("is larger than " + PEM_LENGTH_MAX + " bytes");
        }
        if (pem.contains("PRIVATE KEY-----")) {
            throw new IllegalArgumentException("holds a private key, which is nobody's business but the centre's");
        }
        List<X509Certificate> anchors = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(pem);
        while (blocks.find()) {
            anchors.add(certificate(blocks.group()));
        }
        if (anchors.isEmpty()) {
            throw new IllegalArgumentException("holds no certificate (-----BEGIN CERTIFICATE----- … -----END CERTIFICATE-----)");
        }
        if (anchors.size() > CERTIFICATES_MAX) {
            throw new IllegalArgumentException("holds more than " + CERTIFICATES_MAX + " certificates");
        }
        return anchors;
    }

    /// Refuses a text that [#parse] would refuse.
    ///
    /// @throws IllegalArgumentException as there
    public static void requirePem(String pem) {
        anchors(pem);
    }

    /// Believes nobody: the till's certificates cannot be read. It sells on, and every call over TLS says why it is alone.
    ///
    /// @param trouble what is wrong and what to do, as the end of a sentence, with a full stop
    public static Trust nobody(String trouble) {
        return new Trust(List.of(), () -> Instant.EPOCH, trouble);
    }

    /// The last day, in UTC, of the certificate that ends first; empty where the system decides.
    public Optional<LocalDate> lastDay() {
        return anchors.stream().map(anchor -> day(anchor.getNotAfter().toInstant())).min(LocalDate::compareTo);
    }

    /// Lets a client speak to an address: TLS 1.3 and nothing older, or clear text where the address says so.
    OkHttpClient.Builder of(HttpUrl address, OkHttpClient.Builder client) {
        if (!address.isHttps()) {
            return client.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
        }
        X509TrustManager manager = trouble.isEmpty()
                ? new Checked(manager(), clock)
                : new Nobody(trouble);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            return client.connectionSpecs(List.of(TLS)).sslSocketFactory(context.getSocketFactory(), manager);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this runtime has no TLS", e);
        }
    }

    private X509TrustManager manager() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store());
            return Arrays.stream(factory.getTrustManagers())
                    .flatMap(each -> each instanceof X509TrustManager manager ? Stream.of(manager) : Stream.empty())
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this runtime cannot check certificates", e);
        }
    }

    /// What to trust; null for what comes with the runtime, as the factory wants it.
    private @Nullable KeyStore store() throws GeneralSecurityException, IOException {
        if (anchors.isEmpty()) {
            return null;
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int at = 0; at < anchors.size(); at++) {
            store.setCertificateEntry("centre-" + at, anchors.get(at));
        }
        return store;
    }

    private static X509Certificate certificate(String block) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block.getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException _) {
            throw new IllegalArgumentException("holds a certificate that cannot be read");
        }
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /// Why a certificate is not accepted, in words that can stand in a sentence.
    static final class Distrust extends CertificateException {
        private static final long serialVersionUID = 1;

        Distrust(String sentence) {
            super(sentence);
        }
    }

    /// Looks at the dates first: a certificate that is trusted by itself is otherwise taken whatever the day, and a wrong clock is the
    /// usual cause.
    private record Checked(X509TrustManager manager, InstantSource clock) implements X509TrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            Instant now = clock.instant();
            X509Certificate server = chain[0];
            if (now.isAfter(server.getNotAfter().toInstant())) {
                throw new Distrust("its certificate ended on " + day(server.getNotAfter().toInstant()) + ", and this till's clock says "
                        + day(now) + ". If the clock is right, the centre needs a new certificate; otherwise set the clock.");
            }
            if (now.isBefore(server.getNotBefore().toInstant())) {
                throw new Distrust("its certificate begins on " + day(server.getNotBefore().toInstant()) + ", and this till's clock says "
                        + day(now) + ". Set the clock of this till.");
            }
            manager.checkServerTrusted(chain, authType);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            manager.checkClientTrusted(chain, authType);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return manager.getAcceptedIssuers();
        }
    }

    private record Nobody(String trouble) implements X509TrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new Distrust(trouble);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new Distrust(trouble);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
