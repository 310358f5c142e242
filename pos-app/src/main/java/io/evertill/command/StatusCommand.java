package io.evertill.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.db.Database;
import io.evertill.db.FeedState;
import io.evertill.db.Streams;
import io.evertill.db.Terminals;
import io.evertill.ledger.Position;
import io.evertill.link.Trust;
import io.evertill.outbox.Waiting;
import io.evertill.pos.DataFolder;
import io.evertill.wire.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `status`: who a till is, what waits, and when it last heard of its centre.
@Command(name = "status", mixinStandardHelpOptions = true,
        description = "Says who a till is, what has not reached the centre and when it was last heard. Works beside a running till.")
final class StatusCommand implements Callable<Integer> {
    private static final long MEGABYTE = 1_000_000;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--json", description = "Answer in JSON, one object a till.")
    private boolean isJson;

    StatusCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (Path till : where.tills()) {
            try (Database db = Where.open(till, workplace)) {
                Status status = Status.read(db, DataFolder.trust(till, workplace.machine().clock()));
                long freeBytes = free(till);
                out.println(isJson ? Json.canonical(json(status, freeBytes)).text() : words(status, freeBytes));
            }
        }
        return ExitCode.WELL.number();
    }

    /// What there is to say.
    private record Status(
            Terminals.Identity identity,
            Optional<Terminals.Heard> heard,
            long head,
            long verified,
            Waiting waiting,
            Optional<FeedState.Read> feed,
            boolean needsUpdate,
            long products,
            Optional<LocalDate> trustedUntil) {
        static Status read(Database db, Trust trust) {
            Waiting waiting = Waiting.read(db);
            return db.read(tx -> {
                Terminals.Identity identity = tx.terminal().identity().orElseThrow(() -> new Refusal(ExitCode.USAGE,
                        "This till was never set up. Enrol it with: evertill enrol --data DIR --central URL --code CODE"));
                Optional<Streams.Own> stream = tx.streams().open();
                long head = stream.flatMap(own -> tx.postings().head(identity.branch(), own.id())).map(Position::seq).orElse(0L);
                return new Status(identity, tx.terminal().heard(), head, stream.map(Streams.Own::verifiedSeq).orElse(0L), waiting,
                        tx.feedState().read(), tx.terminal().needsUpdate(), tx.catalogue().count(), trust.lastDay());
            });
        }

        long mismatches() {
            return feed.map(FeedState.Read::mismatches).orElse(0L);
        }

        boolean runsTwice() {
            return heard.map(Terminals.Heard::runsTwice).orElse(false);
        }

        Optional<Instant> heardAt() {
            return Optional.of(waiting.repliedAt()).filter(at -> at.isAfter(Instant.EPOCH));
        }
    }

    private static long free(Path till) {
        try {
            return Files.getFileStore(till).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("The disk of " + till + " does not say how much is free: " + e.getMessage(), e);
        }
    }

    private ObjectNode json(Status status, long freeBytes) {
        ObjectNode node = Json.object()
                .put("store", status.identity().branch())
                .put("till", status.identity().till())
                .put("terminal", status.identity().terminal())
                .put("central", status.identity().centreUrl())
                .put("entries", status.head())
                .put("verified", status.verified())
                .put("applied", status.heard().map(Terminals.Heard::appliedSeq).orElse(0L))
                .put("parked", status.waiting().parked())
                .put("revoked", status.heard().map(Terminals.Heard::isRevoked).orElse(false))
                .put("runsTwice", status.runsTwice())
                .put("needsUpdate", status.needsUpdate())
                .put("products", status.products())
                .put("freeBytes", freeBytes);
        status.heard().flatMap(Terminals.Heard::offsetMs).ifPresent(offset -> node.put("offsetMs", offset));
        ObjectNode waiting = node.putObject("waiting")
                .put("entries", status.waiting().entries())
                .put("sales", status.waiting().sales());
        status.waiting().value().ifPresent(value -> waiting
                .put("value", value.text()).put("currency", value.currency().getCurrencyCode()));
        status.waiting().oldest().ifPresent(oldest -> waiting
                .put("oldest", oldest.toString()).put("oldestSeconds", age(oldest).toSeconds()));
        status.trustedUntil().ifPresent(day -> node.put("trustedUntil", day.toString()));
        status.heardAt().ifPresent(at -> node.put("heardAt", at.toString()).put("heardSeconds", age(at).toSeconds()));
        status.feed().ifPresent(read -> node.put("feedReadAt", read.readAt().toString())
                .put("feedSeconds", age(read.readAt()).toSeconds())
                .put("feedMismatches", read.mismatches()));
        return node;
    }

    private String words(Status status, long freeBytes) {
        Waiting waiting = status.waiting();
        String centre = status.identity().centreUrl().isEmpty() ? "no centre" : status.identity().centreUrl();
        String waits = waiting.entries() == 0
                ? "Nothing waits."
                : waiting.entries() + " entries wait, " + waiting.sales() + " of them sales"
                        + waiting.value().map(value -> " worth " + value).orElse("")
                        + waiting.oldest().map(oldest -> ", the oldest for " + words(age(oldest))).orElse("")
                        + "; they are saved on this till.";
        String heard = status.heardAt()
                .map(at -> "The centre was last heard " + words(age(at)) + " ago.")
                .orElse("The centre was never heard.");
        String parked = waiting.parked() == 0 ? "" : " " + waiting.parked() + " entries wait for a person there.";
        String revoked = status.heard().map(Terminals.Heard::isRevoked).orElse(false)
                ? " This till is revoked: it may hand over what it has, nothing else."
                : "";
        String twice = status.runsTwice()
                ? " This till runs twice: two programs with its key take turns. Both go on selling and nothing is lost; enrol this one"
                        + " again, with a fresh code from the centre."
                : "";
        String update = status.needsUpdate()
                ? " Update needed: this program is too old for the centre's products and prices. It sells with what it knows and hands"
                        + " over its sales; install the newer program."
                : "";
        String mended = status.mismatches() == 0 ? "" : " " + status.mismatches()
                + " times a list of this till was not the centre's and was loaded again; the log names it."
                        + " If it happens again, check the disk.";
        String trusted = status.trustedUntil()
                .map(day -> " It is known by the certificates in ca.pem, until " + day + ".").orElse("");
        return "Till " + status.identity().till() + " of store " + status.identity().branch() + " (" + status.identity().terminal()
                + "), " + centre + ".\n" + status.head() + " entries in the ledger, " + status.verified()
                + " proved to be at the centre. " + waits + "\n" + heard + trusted + parked + revoked + twice + update + " "
                + status.products() + " products are known"
                + status.feed().map(read -> ", as of " + words(age(read.readAt())) + " ago").orElse("") + "." + mended + "\n"
                + status.heard().flatMap(Terminals.Heard::offsetMs).map(StatusCommand::clock).orElse("") + freeBytes / MEGABYTE
                + " MB are free on its disk.";
    }

    /// How its clock stands to the centre's.
    private static String clock(long offsetMs) {
        Duration off = Duration.ofMillis(offsetMs);
        return off.abs().toSeconds() == 0
                ? "Its clock is the centre's. "
                : "Its clock is " + words(off.abs()) + (off.isNegative() ? " ahead of" : " behind") + " the centre's. ";
    }

    private Duration age(Instant at) {
        Duration age = Duration.between(at, workplace.machine().clock().instant());
        return age.isNegative() ? Duration.ZERO : age.truncatedTo(ChronoUnit.SECONDS);
    }

    /// A span of time in the one or two units that matter.
    static String words(Duration span) {
        if (span.toDays() > 0) {
            return span.toDays() + " d " + span.toHoursPart() + " h";
        }
        if (span.toHours() > 0) {
            return span.toHours() + " h " + span.toMinutesPart() + " min";
        }
        return span.toMinutes() > 0 ? span.toMinutes() + " min" : span.toSeconds() + " s";
    }
}
