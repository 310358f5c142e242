package io.evertill.central.tls;

import io.evertill.central.office.Refusal;
import io.evertill.central.office.SecretFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/// Certificates and keys as PEM files. Whatever is wrong with one is said in a sentence that names it.
final class PemFiles {
    private static final long BYTES_MAX = 256L * 1024;

    private PemFiles() {}

    /// An identity that a person gives in two files.
    ///
    /// @throws Refusal when it cannot be used at this moment
    static ServerIdentity identity(Path certificate, Path key, Instant now) {
        ServerIdentity identity = new ServerIdentity(key(key), certificates(certificate), false);
        if (!belong(identity)) {
            throw refused("The key in " + key + " is not the key of the first certificate in " + certificate
                    + ". Name two files that belong together; the centre's own certificate comes first, then those that vouch for it.");
        }
        X509Certificate own = identity.certificate();
        if (now.isAfter(identity.ends())) {
            throw refused("The certificate in " + certificate + " ended on " + identity.lastDay() + ", and this machine's clock says "
                    + day(now) + ". Put a fresh one there, or set the clock.");
        }
        if (now.isBefore(own.getNotBefore().toInstant())) {
            throw refused("The certificate in " + certificate + " begins on " + day(own.getNotBefore().toInstant())
                    + ", and this machine's clock says " + day(now) + ". Set the clock, or put one there that counts already.");
        }
        if (identity.names().isEmpty()) {
            throw refused("The certificate in " + certificate + " names no host (subject alternative names), so no till can check it."
                    + " Have one made with the name by which tills call the centre.");
        }
        return identity;
    }

    /// The certificates of a file, at least one.
    static List<X509Certificate> certificates(Path file) {
        List<X509Certificate> found = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(text(file)))) {
            for (Optional<Object> at = next(parser); at.isPresent(); at = next(parser)) {
                if (at.get() instanceof X509CertificateHolder holder) {
                    found.add(new JcaX509CertificateConverter().getCertificate(holder));
                }
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw unreadable(file, "a certificate", e);
        }
        if (found.isEmpty()) {
            throw refused("The file " + file + " holds no certificate in PEM form (-----BEGIN CERTIFICATE-----). Name the right file"
                    + " with tls.certificate.");
        }
        return found;
    }

    /// The key of a file.
    static PrivateKey key(Path file) {
        try (PEMParser parser = new PEMParser(new StringReader(text(file)))) {
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
            for (Optional<Object> at = next(parser); at.isPresent(); at = next(parser)) {
                switch (at.get()) {
                    case PrivateKeyInfo key -> {
                        return converter.getPrivateKey(key);
                    }
                    case PEMKeyPair pair -> {
                        return converter.getPrivateKey(pair.getPrivateKeyInfo());
                    }
                    case PEMEncryptedKeyPair _, PKCS8EncryptedPrivateKeyInfo _ -> throw refused("The key in " + file
                            + " is locked with a passphrase, and nobody is there to type it. Write it without one, for the centre's eyes"
                            + " only: openssl pkey -in " + file + " -out FILE");
                    default -> {
                        // Parameters of a curve or certificates may stand before the key.
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            throw unreadable(file, "a key", e);
        }
        throw refused("The file " + file + " holds no private key in PEM form (-----BEGIN PRIVATE KEY-----). Name the right file with"
                + " tls.key.");
    }

    /// PEM blocks, one behind the other.
    static String pem(Object... things) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object thing : things) {
                writer.writeObject(thing instanceof PrivateKey key ? new JcaPKCS8Generator(key, null) : thing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// Writes a file for the owner's eyes only, as a whole or not at all.
    static void write(Path file, String pem) {
        SecretFile.write(file, pem.getBytes(StandardCharsets.US_ASCII));
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Optional<Object> next(PEMParser parser) throws IOException {
        return Optional.ofNullable(parser.readObject());
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            throw refused("The file " + file + " is larger than " + BYTES_MAX + " bytes, which no certificate or key is.");
        }
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static boolean belong(ServerIdentity identity) {
        String algorithm = switch (identity.key().getAlgorithm()) {
            case "EC", "ECDSA" -> "SHA256withECDSA";
            case "RSA", "RSASSA-PSS" -> "SHA256withRSA";
            default -> identity.key().getAlgorithm();
        };
        byte[] probe = "Is this the key of that certificate?".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature sign = Signature.getInstance(algorithm);
            sign.initSign(identity.key());
            sign.update(probe);
            byte[] signature = sign.sign();
            Signature verify = Signature.getInstance(algorithm);
            verify.initVerify(identity.certificate().getPublicKey());
            verify.update(probe);
            return verify.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static Refusal unreadable(Path file, String what, Exception e) {
        return e instanceof Refusal refusal ? refusal
                : e instanceof IOException io && !(e instanceof org.bouncycastle.openssl.PEMException)
                        ? refused("The file " + file + " cannot be read: " + SecretFile.cause(io)
                                + ". Check the path, and that the user of the centre may read it.")
                        : refused("The file " + file + " holds " + what + " that cannot be understood. Export it anew as PEM.");
    }

    private static Refusal refused(String sentence) {
        return new Refusal(Refusal.Kind.USAGE, sentence);
    }
}
