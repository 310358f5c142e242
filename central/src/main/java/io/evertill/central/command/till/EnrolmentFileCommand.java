package io.evertill.central.command.till;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.central.office.SecretFile;
import io.evertill.central.office.Settings;
import io.evertill.central.tls.Certificates;
import io.evertill.central.tls.ServerIdentity;
import io.evertill.db.Tills;
import io.evertill.ingest.Admission;
import io.evertill.link.CentreAddress;
import io.evertill.link.Trust;
import io.evertill.wire.EnrolmentFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `enrolment-file`: all that a machine needs to become a till without a question, in one file.
@Command(name = "enrolment-file", mixinStandardHelpOptions = true,
        description = {"Writes one file with which a machine becomes a till: the centre's address, the certificates to trust, and a"
                + " one-time code. Who has the file can enrol as this till until it is used or has ended: hand it over like a key."})
public final class EnrolmentFileCommand implements Callable<Integer> {
    private static final String VALID_USUALLY = "72h";

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--store", required = true, paramLabel = "STORE", description = "The store's code, such as S1.")
    private String store = "";

    @Option(names = "--till", required = true, paramLabel = "TILL", description = "The till's name in the store, such as T1.")
    private String till = "";

    @Option(names = "--valid", paramLabel = "TIME", defaultValue = VALID_USUALLY,
            description = "How long the file can be used: 15m, 72h, 3d, up to 30d. Otherwise " + VALID_USUALLY + ".")
    private Duration valid = Duration.ZERO;

    @Option(names = "--url", paramLabel = "URL",
            description = "The centre's address, as tills reach it. Otherwise it follows from the certificate and the port.")
    private Optional<String> url = Optional.empty();

    @Option(names = "--ca", paramLabel = "FILE",
            description = "The certificates that tills are to trust, for a centre behind a proxy with a private authority.")
    private Optional<Path> ca = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "The new file to write. Otherwise enrolment-STORE-TILL.json.")
    private Optional<Path> out = Optional.empty();

    public EnrolmentFileCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Settings settings = where.settings(workplace.environment());
        try (Office office = Office.find(settings, workplace.machine())) {
            Certificates certificates = new Certificates(settings, workplace.machine(), Set::of);
            Optional<ServerIdentity> identity = certificates.look();
            String address = address(settings, identity);
            String pem = ca.map(EnrolmentFileCommand::pem)
                    .or(() -> identity.filter(_ -> address.startsWith("https:")).map(certificates::caPem)).orElse("");
            Path file = out.orElseGet(() -> Path.of("enrolment-" + store + "-" + till + ".json"));
            if (Files.exists(file)) {
                throw refused("The file " + file + " is there already. Name another with --out, or remove it: its code may have ended.");
            }
            Tills.Seat seat = new Tills.Seat(store, till);
            EnrolmentFile content = new EnrolmentFile(address, pem, code(office, seat), store, till);
            write(file, content);
            said(office, seat, file, content);
            return 0;
        }
    }

    /// Where tills reach the centre.
    ///
    /// @throws Refusal when they could not, or would refuse to
    private String address(Settings settings, Optional<ServerIdentity> identity) {
        if (url.isPresent()) {
            String written = written(url.get());
            boolean isSecure = written.startsWith("https:");
            identity.filter(_ -> ca.isEmpty()).ifPresent(shown -> requireReached(written, isSecure, shown));
            return written;
        }
        if (identity.isEmpty() && settings.isSecure()) {
            throw refused("The centre has made no certificate yet. Start it once, then ask again: evertill-central serve");
        }
        if (settings.port() == 0) {
            throw refused("The centre takes any free port. Give it one (port=8480), or name the address with --url.");
        }
        return written(identity
                .map(shown -> "https://" + bracketed(shown.name().orElseThrow(() -> refused(
                        "The certificate is for " + String.join(", ", shown.names()) + " only. Name the address with --url."))))
                .orElse("http://" + bracketed(settings.bind())) + ":" + settings.port());
    }

    private static void requireReached(String url, boolean isSecure, ServerIdentity shown) {
        if (!isSecure) {
            throw refused("The centre speaks TLS, and " + url + " is clear text. Write https://.");
        }
        String host = String.valueOf(URI.create(url).getHost());
        if (!shown.isFor(host)) {
            throw refused("The centre's certificate is not for " + host + " but for " + String.join(", ", shown.names())
                    + ", so tills would refuse it. " + (shown.isOwn()
                            ? "Add the name (tls.names=" + host + "), start the centre again, then ask again."
                            : "Use a name that is in it, or another certificate."));
        }
    }

    private static String written(String url) {
        try {
            return CentreAddress.written(url);
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static String pem(Path file) {
        try {
            if (Files.size(file) > Trust.PEM_LENGTH_MAX) {
                throw refused("The file " + file + " is larger than " + Trust.PEM_LENGTH_MAX + " bytes. Name one with certificates only.");
            }
            String pem = Files.readString(file, StandardCharsets.ISO_8859_1);
            Trust.requirePem(pem);
            return pem;
        } catch (IOException e) {
            throw refused("The file " + file + " cannot be read: " + SecretFile.cause(e) + ".");
        } catch (IllegalArgumentException e) {
            throw refused("The file " + file + " " + e.getMessage() + ". Name one with certificates in PEM form.");
        }
    }

    private String code(Office office, Tills.Seat seat) {
        try {
            return office.admission().code(seat, valid);
        } catch (IllegalArgumentException e) {
            throw refused("This file cannot be made: store and till are letters, digits, '_' and '.', and the time is up to "
                    + Admission.VALID_MAX.toDays() + " days (" + e.getMessage() + ").");
        }
    }

    private static void write(Path file, EnrolmentFile content) {
        try {
            SecretFile.writeNew(file, (content.write().text() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.STORAGE, "The file " + file + " cannot be written: " + SecretFile.cause(e)
                    + ". Choose another place with --out.");
        }
    }

    private void said(Office office, Tills.Seat seat, Path file, EnrolmentFile content) {
        PrintWriter lines = spec.commandLine().getOut();
        boolean isTaken = office.db().read(tx -> tx.tills().all()).stream()
                .anyMatch(known -> new Tills.Seat(known.branch(), known.name()).equals(seat) && known.revokedAt().isEmpty());
        if (isTaken) {
            lines.println("Till " + till + " in store " + store + " is enrolled already. If this file is for another machine,"
                    + " revoke the old one first: evertill-central revoke --store " + store + " --till " + till);
        }
        if (content.url().startsWith("http:")) {
            lines.println("The address " + content.url() + " is this machine's own: only a till on this machine can use the file.");
        }
        lines.println("The file " + file + " enrols till " + till + " in store " + store + " at " + content.url() + " once, until "
                + workplace.machine().clock().instant().plus(valid).truncatedTo(ChronoUnit.SECONDS)
                + ". Copy it to the till as enrolment.json beside its configuration, or there: evertill enrol --file FILE --data DIR");
    }

    private static Refusal refused(String sentence) {
        return new Refusal(Refusal.Kind.USAGE, sentence);
    }
}
