package io.evertill.wire;

import io.evertill.ledger.Bytes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/// Ed25519 (RFC 8032) as the till's signature: keys in their standard encodings, PKCS #8 and X.509.
public final class Ed25519 {
    private static final String ALGORITHM = "Ed25519";

    private Ed25519() {}

    /// A till's key pair.
    ///
    /// @param secret PKCS #8; never leaves the till
    /// @param open X.509 SubjectPublicKeyInfo; registered at enrolment
    public record Keys(Bytes secret, Bytes open) {}

    /// Makes a key pair.
    public static Keys generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new Keys(Bytes.of(pair.getPrivate().getEncoded()), Bytes.of(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 15 on has Ed25519", e);
        }
    }

    /// A signer with a secret key.
    ///
    /// @throws IllegalArgumentException when the bytes are no such key
    public static Signing.Signer signer(Bytes secret) {
        PrivateKey key;
        try {
            key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(secret.content()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 private key", e);
        }
        return message -> {
            try {
                Signature signature = Signature.getInstance(ALGORITHM);
                signature.initSign(key);
                signature.update(message.content());
                return Bytes.of(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the key was accepted before", e);
            }
        };
    }

    /// Whether bytes are a public key.
    public static boolean isPublicKey(Bytes open) {
        try {
            KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(open.content()));
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /// Checks signatures; a key or signature that is no Ed25519 at all is simply not right.
    public static Signing.Verifier verifier() {
        return (open, message, bytes) -> {
            try {
                Signature signature = Signature.getInstance(ALGORITHM);
                signature.initVerify(
                        KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(open.content())));
                signature.update(message.content());
                return signature.verify(bytes.content());
            } catch (GeneralSecurityException _) {
                return false;
            }
        };
    }
}
