package io.evertill.central.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A private authority: its one purpose is to vouch for this centre, and its certificate is what tills are given to trust.
///
/// Keys are ECDSA on P-256, signatures with SHA-256. Certificates begin a day early, because clocks differ.
final class Authority {
    /// How long the authority itself counts; longer than any till lives.
    static final Duration AUTHORITY_LIFE = Duration.ofDays(20 * 365);
    /// How long a certificate of the centre counts.
    static final Duration SERVER_LIFE = Duration.ofDays(398);

    private static final Duration EARLY = Duration.ofDays(1);
    private static final int SERIAL_BYTES = 16;

    private final KeyPair keys;
    private final X509Certificate certificate;

    Authority(KeyPair keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    X509Certificate certificate() {
        return certificate;
    }

    KeyPair keys() {
        return keys;
    }

    /// A fresh authority.
    ///
    /// @param name of the centre, for people who look at the certificate
    static Authority fresh(String name, Instant now, RandomGenerator random) {
        try {
            KeyPair keys = pair();
            X500Name itself = named("Evertill authority of " + name);
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            X509v3CertificateBuilder builder = builder(itself, itself, keys.getPublic(), new Life(now, AUTHORITY_LIFE), random)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(keys.getPublic()));
            return new Authority(keys, signed(builder, keys));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("this runtime makes no certificates", e);
        }
    }

    /// A certificate for the centre, with a fresh key.
    ///
    /// @param names host names and addresses, the usual one first; at least one
    ServerIdentity issue(Collection<String> names, Instant now, RandomGenerator random) {
        try {
            KeyPair server = pair();
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            GeneralName[] alternatives = names.stream()
                    .map(name -> new GeneralName(HostNames.isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name))
                    .toArray(GeneralName[]::new);
            X500Name issuer = new JcaX509CertificateHolder(certificate).getSubject();
            X509v3CertificateBuilder builder = builder(issuer, named("Evertill centre"), server.getPublic(),
                    new Life(now, SERVER_LIFE), random)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives))
                    .addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(server.getPublic()))
                    .addExtension(Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(keys.getPublic()));
            return new ServerIdentity(server.getPrivate(), List.of(signed(builder, keys)), true);
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("this runtime makes no certificates", e);
        }
    }

    private record Life(Instant now, Duration length) {}

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, Life life, RandomGenerator random) {
        byte[] serial = new byte[SERIAL_BYTES];
        random.nextBytes(serial);
        // Positive and never zero, as the standard wants it.
        serial[0] = (byte) ((serial[0] & 0x3f) | 0x40);
        return new JcaX509v3CertificateBuilder(issuer, new BigInteger(1, serial), Date.from(life.now().minus(EARLY)),
                Date.from(life.now().plus(life.length())), subject, key);
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, KeyPair issuer)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter().getCertificate(
                builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X500Name named(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name.length() > 64 ? name.substring(0, 64) : name).build();
    }
}
