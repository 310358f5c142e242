package io.evertill.link;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// Why there was no answer, in words that can stand behind a colon and end their sentence.
final class Causes {
    private static final Pattern NAMES = Pattern.compile("subjectAltNames: \\[([^\\]]*)\\]");

    private Causes() {}

    static String of(IOException e, String host) {
        return switch (e) {
            case ConnectException _ -> "nothing answers there.";
            case UnknownHostException _ -> "there is no machine of this name.";
            case InterruptedIOException _ -> "no answer came in time.";
            case SSLException tls -> ofTls(tls, host);
            case ProtocolException _ -> "what answers there speaks no HTTP in clear text. If the centre speaks TLS there, write https://.";
            default -> chain(e).anyMatch(EOFException.class::isInstance)
                    ? "the connection ended early. If the centre speaks TLS there, write https://."
                    : "the connection ended early.";
        };
    }

    static String noCentre(IllegalArgumentException e) {
        return "what answers there is no Evertill centre (" + e.getMessage() + ").";
    }

    private static String ofTls(SSLException e, String host) {
        Optional<Trust.Distrust> distrust = chain(e)
                .flatMap(each -> each instanceof Trust.Distrust said ? Stream.of(said) : Stream.empty()).findFirst();
        if (distrust.isPresent()) {
            return String.valueOf(distrust.get().getMessage());
        }
        if (e instanceof SSLPeerUnverifiedException) {
            return "its certificate is not for " + host + names(e) + ". Use a name that is in it, or let the centre add this one"
                    + " (tls.names).";
        }
        if (chain(e).anyMatch(Causes::isOutOfDate)) {
            return "a certificate that vouches for the centre is out of date by this till's clock. If the clock is right, the centre"
                    + " needs a new one; otherwise set the clock.";
        }
        if (chain(e).anyMatch(CertificateException.class::isInstance)) {
            return "this till does not trust its certificate. If the centre was set up anew, enrol this till again with a fresh file:"
                    + " evertill enrol --file FILE --data DIR.";
        }
        String message = String.valueOf(e.getMessage());
        if (message.contains("protocol_version") || message.contains("protocol version")) {
            return "it does not speak TLS 1.3, and nothing older is safe. Switch TLS 1.3 on there.";
        }
        if (message.contains("Unsupported or unrecognized SSL message")) {
            return "it speaks clear text there. Start the centre with TLS, or correct the address.";
        }
        if (message.contains("terminated the handshake")) {
            return "it ended the safe connection before there was one. If it speaks clear text there, start it with TLS.";
        }
        return "no safe connection could be made (" + message + ").";
    }

    private static boolean isOutOfDate(Throwable cause) {
        return cause instanceof CertificateExpiredException
                || cause instanceof CertificateNotYetValidException
                || (cause instanceof CertPathValidatorException path
                        && (path.getReason() == BasicReason.EXPIRED || path.getReason() == BasicReason.NOT_YET_VALID));
    }

    /// The names that a certificate has, where the client tells them.
    private static String names(SSLException e) {
        Matcher names = NAMES.matcher(String.valueOf(e.getMessage()));
        return names.find() && !names.group(1).isBlank() ? " but for " + names.group(1) : "";
    }

    private static Stream<Throwable> chain(Throwable e) {
        return Stream.iterate(Optional.of(e), Optional::isPresent, at -> at.map(Throwable::getCause)).limit(20).map(Optional::get);
    }
}
