package io.evertill.central.office;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How the centre proves who it is.
///
/// @param certificate a PEM file of a person: the centre's certificate, then those that vouch for it; empty for one that the
///     centre makes itself
/// @param key the PEM file of the certificate's key
/// @param names host names and addresses by which tills call the centre, the usual one first, besides the machine's own
public record TlsSettings(Optional<Path> certificate, Optional<Path> key, List<String> names) {
    /// Nothing is said: clear text on this machine, certificates of its own beyond.
    public static final TlsSettings NONE = new TlsSettings(Optional.empty(), Optional.empty(), List.of());

    /// Refuses half a pair, and names for a certificate that a person gives.
    public TlsSettings {
        names = List.copyOf(names);
        if (certificate.isPresent() != key.isPresent()) {
            throw new Refusal(Refusal.Kind.USAGE, "tls.certificate and tls.key belong together: name both files, or neither for"
                    + " certificates that the centre makes itself.");
        }
        if (certificate.isPresent() && !names.isEmpty()) {
            throw new Refusal(Refusal.Kind.USAGE, "tls.names is for certificates that the centre makes itself; the names of "
                    + certificate.get() + " stand in it. Leave one of the two out.");
        }
    }

    /// Whether somebody asked for TLS, wherever the centre listens.
    public boolean isAsked() {
        return certificate.isPresent() || !names.isEmpty();
    }
}
