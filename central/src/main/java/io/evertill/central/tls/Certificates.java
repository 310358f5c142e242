package io.evertill.central.tls;

import io.evertill.central.office.Machine;
import io.evertill.central.office.Refusal;
import io.evertill.central.office.SecretFile;
import io.evertill.central.office.Settings;
import io.evertill.central.office.TlsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the centre shows: a person's files, or certificates that it makes and renews in the folder `tls` of its data.
///
/// `ca.pem` and `ca.key` are a private authority that lives for twenty years, `server.pem` and `server.key` what the centre shows, for
/// 398 days. Tills trust the authority, so a renewed certificate costs no till. A lost `ca.key` does: every till is enrolled again.
/// Thread-safe.
public final class Certificates {
    /// So long before its end a certificate of a person is warned of.
    public static final Duration WARNED = Duration.ofDays(30);

    /// A third of its life before its end, a certificate of the centre's own is made anew.
    private static final Duration RENEWED = Authority.SERVER_LIFE.dividedBy(3);
    private static final String FOLDER = "tls";
    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);

    private final TlsSettings settings;
    private final Optional<Path> folder;
    private final Machine machine;
    private final Supplier<Set<String>> own;

    /// Certificates of a centre.
    ///
    /// @param own the machine's own names and addresses
    public Certificates(Settings settings, Machine machine, Supplier<Set<String>> own) {
        this.settings = settings.tls();
        this.folder = settings.folder().map(data -> data.resolve(FOLDER));
        this.machine = machine;
        this.own = own;
    }

    /// What to show from now on; makes or renews it where it is the centre's own.
    ///
    /// @throws Refusal when a person's files cannot be used, or there is no folder to keep certificates in
    /// @throws java.io.UncheckedIOException when the disk does not take a new one
    public ServerIdentity current() {
        return settings.certificate().isPresent() ? given(settings) : made();
    }

    /// What is shown, as far as files tell: nothing is made and nothing renewed. Empty for a centre that has shown nothing yet.
    ///
    /// @throws Refusal when the files cannot be used
    public Optional<ServerIdentity> look() {
        return settings.certificate().isPresent() ? Optional.of(given(settings)) : folder.flatMap(Certificates::kept);
    }

    /// The certificates that tills have to be given to trust an identity; empty where those suffice that every system knows.
    ///
    /// @throws Refusal when nobody could check it
    public String caPem(ServerIdentity identity) {
        if (identity.isOwn()) {
            return PemFiles.pem(PemFiles.certificates(file("ca.pem")).getFirst());
        }
        if (isPublic(identity)) {
            return "";
        }
        X509Certificate last = identity.chain().getLast();
        boolean isItsOwnIssuer = last.getSubjectX500Principal().equals(last.getIssuerX500Principal());
        if (last.getBasicConstraints() < 0 && !isItsOwnIssuer) {
            throw new Refusal(Refusal.Kind.USAGE, "No system knows who vouches for the certificate in "
                    + settings.certificate().orElseThrow() + ", and the file does not hold the issuer's certificate. Add it at the end of"
                    + " the file, or name it with --ca FILE.");
        }
        return PemFiles.pem(last);
    }

    /// What a person should know about it, in a sentence; empty when all is well.
    public Optional<String> warning(ServerIdentity identity) {
        Instant now = machine.clock().instant();
        return identity.isOwn() || now.isBefore(identity.ends().minus(WARNED))
                ? Optional.empty()
                : Optional.of("The certificate in " + settings.certificate().orElseThrow() + " ends on " + identity.lastDay()
                        + ". Put a fresh one there before; it is taken up within a minute, and tills notice nothing.");
    }

    private ServerIdentity given(TlsSettings files) {
        return PemFiles.identity(files.certificate().orElseThrow(), files.key().orElseThrow(), machine.clock().instant());
    }

    private ServerIdentity made() {
        Path place = folder.orElseThrow(() -> new Refusal(Refusal.Kind.USAGE, "The centre has no folder to keep certificates in."
                + " Name one with --data FOLDER, or give it a certificate with tls.certificate and tls.key."));
        Instant now = machine.clock().instant();
        Set<String> names = new LinkedHashSet<>();
        settings.names().stream().map(HostNames::plain).forEach(names::add);
        names.addAll(own.get());
        Optional<ServerIdentity> kept = kept(place);
        if (kept.isPresent() && kept.get().isForAll(names) && now.isBefore(kept.get().ends().minus(RENEWED))) {
            return kept.get();
        }
        SecretFile.folder(place);
        Authority authority = authority(names.iterator().next(), now);
        ServerIdentity fresh = authority.issue(names, now, machine.random());
        // Both halves in one file: they change together, or not at all.
        PemFiles.write(file("server.pem"), PemFiles.pem(fresh.certificate(), fresh.key()));
        LOG.info("The centre made itself a certificate for {}, until {}", String.join(", ", fresh.names()), fresh.lastDay());
        return fresh;
    }

    private Authority authority(String name, Instant now) {
        Path file = file("ca.key");
        if (Files.exists(file)) {
            X509Certificate certificate = PemFiles.certificates(file).getFirst();
            PemFiles.write(file("ca.pem"), PemFiles.pem(certificate));
            return new Authority(new KeyPair(certificate.getPublicKey(), PemFiles.key(file)), certificate);
        }
        if (Files.exists(file("ca.pem"))) {
            throw new Refusal(Refusal.Kind.STORAGE, "The key of the centre's authority, " + file + ", is missing. Put it back from a"
                    + " backup: without it no certificate can be renewed. If it is lost, remove the folder " + file.getParent()
                    + "; then every till needs a fresh enrolment file.");
        }
        Authority fresh = Authority.fresh(name, now, machine.random());
        // Key and certificate in one file first: what tills are given is copied from it, also after an interruption.
        PemFiles.write(file, PemFiles.pem(fresh.certificate(), fresh.keys().getPrivate()));
        PemFiles.write(file("ca.pem"), PemFiles.pem(fresh.certificate()));
        return fresh;
    }

    private Path file(String name) {
        return folder.orElseThrow().resolve(name);
    }

    private static Optional<ServerIdentity> kept(Path place) {
        Path file = place.resolve("server.pem");
        return Files.exists(file)
                ? Optional.of(new ServerIdentity(PemFiles.key(file), PemFiles.certificates(file), true))
                : Optional.empty();
    }

    private static boolean isPublic(ServerIdentity identity) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init((KeyStore) null);
            X509TrustManager system = Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance).map(X509TrustManager.class::cast).findFirst().orElseThrow();
            system.checkServerTrusted(identity.chain().toArray(X509Certificate[]::new), "UNKNOWN");
            return true;
        } catch (CertificateException _) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this runtime cannot check certificates", e);
        }
    }
}
