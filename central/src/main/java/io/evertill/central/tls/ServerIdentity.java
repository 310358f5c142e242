package io.evertill.central.tls;

import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A key and the certificates that say whose it is.
///
/// @param key the secret half
/// @param chain the centre's own certificate, then those that vouch for it
/// @param isOwn whether the centre made it and renews it by itself
public record ServerIdentity(PrivateKey key, List<X509Certificate> chain, boolean isOwn) {
    private static final Integer DNS = 2;
    private static final Integer IP = 7;

    /// Copies the chain.
    public ServerIdentity {
        chain = List.copyOf(chain);
    }

    /// The names and addresses that it is for, as the certificate lists them.
    public List<String> names() {
        try {
            return Optional.ofNullable(certificate().getSubjectAlternativeNames()).orElse(List.of()).stream()
                    .filter(name -> DNS.equals(name.get(0)) || IP.equals(name.get(0)))
                    .map(name -> String.valueOf(name.get(1)))
                    .toList();
        } catch (CertificateParsingException _) {
            return List.of();
        }
    }

    /// Whether it is for a host, by name or address: a `*` stands for one label at the beginning.
    public boolean isFor(String host) {
        String asked = HostNames.plain(host);
        return names().stream().map(HostNames::plain).anyMatch(name -> name.equals(asked)
                || (name.startsWith("*.") && asked.indexOf('.') > 0 && asked.substring(asked.indexOf('.')).equals(name.substring(1))));
    }

    /// A name by which tills may call it: the first that is no pattern.
    public Optional<String> name() {
        return names().stream().map(name -> name.toLowerCase(Locale.ROOT)).filter(name -> !name.startsWith("*")).findFirst();
    }

    /// The moment from which it is worth nothing.
    public Instant ends() {
        return certificate().getNotAfter().toInstant();
    }

    /// The last day on which it counts, in UTC.
    public LocalDate lastDay() {
        return LocalDate.ofInstant(ends(), ZoneOffset.UTC);
    }

    /// The centre's own certificate.
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /// Whether it is for all of these.
    boolean isForAll(Collection<String> hosts) {
        return hosts.stream().allMatch(this::isFor);
    }

    /// Without the key, which must not get into a log.
    @Override
    public String toString() {
        return "ServerIdentity[" + String.join(", ", names()) + ", until " + lastDay() + "]";
    }
}
