package io.evertill.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// The certificate that a centre shows, whether or not it is to be trusted: what it is for and until when.
///
/// @param names host names and addresses that it is for
/// @param from its first moment
/// @param until its last
/// @param issuer who made it
public record Certificate(List<String> names, Instant from, Instant until, String issuer) {
    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    /// Copies the list.
    public Certificate {
        names = List.copyOf(names);
    }

    /// Looks at what is shown at a port, by a handshake after which nothing is sent.
    ///
    /// @param patience with the connection, and again with the answer
    /// @throws IOException when nobody answers there, or not in TLS
    public static Certificate at(String host, int port, Duration patience) throws IOException {
        int ms = Math.toIntExact(patience.toMillis());
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(host, port), ms);
            plain.setSoTimeout(ms);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Looking()}, null);
            try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm(null);
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                return of((X509Certificate) Objects.requireNonNull(socket.getSession().getPeerCertificates())[0]);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Certificate of(X509Certificate shown) throws GeneralSecurityException {
        List<String> names = new ArrayList<>();
        Collection<List<?>> others = shown.getSubjectAlternativeNames();
        if (others != null) {
            for (List<?> name : others) {
                if (name.get(0) instanceof Integer kind && (kind == DNS || kind == ADDRESS)) {
                    names.add(String.valueOf(name.get(1)));
                }
            }
        }
        return new Certificate(names, shown.getNotBefore().toInstant(), shown.getNotAfter().toInstant(),
                shown.getIssuerX500Principal().getName());
    }

    /// Looks only: nothing is sent to whoever shows the certificate.
    private static final class Looking extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
