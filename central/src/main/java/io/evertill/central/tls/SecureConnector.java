package io.evertill.central.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/// HTTP/1.1 over TLS 1.3 and nothing older. What is shown can be changed while it runs: who is connected stays connected.
public final class SecureConnector {
    private static final String ALIAS = "centre";
    /// The store is never written anywhere; its password guards nothing.
    private static final String STORE_PASSWORD = "in memory";

    private final SslContextFactory.Server tls = new SslContextFactory.Server();

    /// A connector that shows an identity.
    public SecureConnector(ServerIdentity identity) {
        tls.setIncludeProtocols("TLSv1.3");
        tls.setSniRequired(false);
        show(tls, identity);
    }

    /// A connector that is not started yet; sockets send at once, as Jetty's do unless told otherwise.
    public Connector on(org.eclipse.jetty.server.Server server, HttpConfiguration http, String bind, int port) {
        HttpConfiguration secure = new HttpConfiguration(http);
        // Tills check the name themselves, and one that calls an address sends none.
        secure.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector = new ServerConnector(server, tls, new HttpConnectionFactory(secure));
        connector.setHost(bind);
        connector.setPort(port);
        connector.setAcceptedTcpNoDelay(true);
        return connector;
    }

    /// Shows another identity from the next connection on.
    public void show(ServerIdentity identity) {
        try {
            tls.reload(factory -> show(factory, identity));
        } catch (Exception e) {
            throw new IllegalStateException("the server does not take a certificate that this runtime made or read", e);
        }
    }

    private static void show(SslContextFactory factory, ServerIdentity identity) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, identity.key(), STORE_PASSWORD.toCharArray(), identity.chain().toArray(Certificate[]::new));
            factory.setKeyStore(store);
            factory.setKeyStorePassword(STORE_PASSWORD);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this runtime does not take the certificate", e);
        }
    }
}
