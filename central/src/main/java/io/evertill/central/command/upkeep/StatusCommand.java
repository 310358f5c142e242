package io.evertill.central.command.upkeep;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.central.office.Settings;
import io.evertill.central.tls.Certificates;
import io.evertill.central.tls.ServerIdentity;
import io.evertill.db.AcceptedStreams;
import io.evertill.db.Tills;
import io.evertill.db.Tx;
import io.evertill.wire.Json;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `status`: the tills, what was taken from them, and what waits.
@Command(name = "status", mixinStandardHelpOptions = true,
        description = "Shows the tills, what the centre holds of each, and what waits for a person.")
public final class StatusCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--json", description = "Answers as one JSON object.")
    private boolean isJson;

    public StatusCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Settings settings = where.settings(workplace.environment());
        try (Office office = Office.find(settings, workplace.machine())) {
            PrintWriter out = spec.commandLine().getOut();
            Shown shown = shown(settings);
            if (isJson) {
                ObjectNode node = office.db().read(StatusCommand::json);
                shown.into(node);
                out.println(Json.canonical(node).text());
            } else {
                office.db().read(tx -> {
                    print(tx, out);
                    return tx.now();
                });
                shown.sentences().forEach(out::println);
            }
            return 0;
        }
    }

    /// What the centre shows over TLS, and what a person should know about it.
    private record Shown(Optional<ServerIdentity> identity, Optional<String> warning) {
        void into(ObjectNode node) {
            identity.ifPresent(shown -> {
                ObjectNode certificate = node.putObject("certificate").put("lastDay", shown.lastDay().toString()).put("own", shown.isOwn());
                ArrayNode names = certificate.putArray("names");
                shown.names().forEach(names::add);
            });
            warning.ifPresent(sentence -> node.put("certificateWarning", sentence));
        }

        List<String> sentences() {
            return Stream.concat(
                    identity.map(shown -> "The certificate is for " + String.join(", ", shown.names()) + "; its last day is "
                            + shown.lastDay() + (shown.isOwn() ? ", and it is renewed by itself before." : ".")).stream(),
                    warning.stream()).toList();
        }
    }

    /// Files that cannot be used are a sentence here and no reason to say nothing else.
    private Shown shown(Settings settings) {
        Certificates certificates = new Certificates(settings, workplace.machine(), Set::of);
        try {
            Optional<ServerIdentity> identity = certificates.look();
            return new Shown(identity, identity.flatMap(certificates::warning));
        } catch (Refusal e) {
            return new Shown(Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private static ObjectNode json(Tx tx) {
        var centre = tx.centre().state();
        ObjectNode node = Json.object()
                .put("incarnation", centre.incarnation().toString())
                .put("startedAt", centre.startedAt().toString())
                .put("now", tx.now().toString())
                .put("feedHead", centre.feedHead())
                .put("feedPending", tx.feedRows().pendingCount())
                .put("products", tx.definitions().productCount())
                .put("entries", tx.facts().count())
                .put("movements", tx.stock().count())
                .put("parked", tx.parked().count())
                .put("incidents", tx.incidents().openCount());
        ArrayNode sales = node.putArray("sales");
        tx.sales().totals().forEach(total -> sales.addObject()
                .put("currency", total.sum().currency().getCurrencyCode())
                .put("count", total.count())
                .put("total", total.sum().text()));
        List<AcceptedStreams.Held> streams = tx.acceptedStreams().all();
        ArrayNode tills = node.putArray("tills");
        for (Tills.Till till : tx.tills().all()) {
            ObjectNode each = tills.addObject()
                    .put("store", till.branch())
                    .put("till", till.name())
                    .put("terminal", till.terminal())
                    .put("enrolledAt", till.enrolledAt().toString())
                    .put("revoked", till.revokedAt().isPresent())
                    .put("headSeq", till.headSeq());
            each.put("heardAt", isHeard(till) ? till.heardAt().toString() : null);
            ArrayNode held = each.putArray("streams");
            streams.stream().filter(stream -> isOf(stream, till)).forEach(stream -> held.addObject()
                    .put("stream", stream.id().toString())
                    .put("acceptedSeq", stream.accepted().seq())
                    .put("acceptedHash", stream.accepted().hash().toString())
                    .put("appliedSeq", stream.appliedSeq()));
        }
        return node;
    }

    private static void print(Tx tx, PrintWriter out) {
        var centre = tx.centre().state();
        List<AcceptedStreams.Held> streams = tx.acceptedStreams().all();
        out.printf("%-8s %-12s %-14s %10s %10s %10s  %s%n", "store", "till", "heard", "its head", "accepted", "applied", "");
        for (Tills.Till till : tx.tills().all()) {
            long accepted = streams.stream().filter(each -> isOf(each, till)).mapToLong(each -> each.accepted().seq()).sum();
            long applied = streams.stream().filter(each -> isOf(each, till)).mapToLong(AcceptedStreams.Held::appliedSeq).sum();
            out.printf("%-8s %-12s %-14s %10d %10d %10d  %s%n", till.branch(), till.name(), heard(till, tx.now()),
                    till.headSeq(), accepted, applied, till.revokedAt().isPresent() ? "revoked" : "");
        }
        tx.sales().totals().forEach(total -> out.println(total.count() + " sales come to " + total.sum() + "."));
        out.println(tx.facts().count() + " entries, " + tx.stock().count() + " movements, "
                + tx.definitions().productCount() + " products. The feed is at " + centre.feedHead() + ".");
        long parked = tx.parked().count();
        long incidents = tx.incidents().openCount();
        if (parked > 0) {
            out.println(parked + " entries wait for a person:");
            streams.stream()
                    .flatMap(stream -> tx.parked().list(stream.branch(), stream.id(), 5).stream())
                    .limit(10)
                    .forEach(waiting -> out.println("  " + waiting.code() + ": " + waiting.cause()));
        }
        if (incidents > 0) {
            out.println(incidents + " incidents; the newest: " + tx.incidents().open().getLast().sentence());
        }
    }

    private static boolean isOf(AcceptedStreams.Held stream, Tills.Till till) {
        return stream.branch().equals(till.branch()) && stream.genesis().terminal().equals(till.terminal());
    }

    private static boolean isHeard(Tills.Till till) {
        return till.heardAt().getEpochSecond() > 0;
    }

    private static String heard(Tills.Till till, Instant now) {
        if (!isHeard(till)) {
            return "never";
        }
        Duration age = Duration.between(till.heardAt(), now);
        if (age.toMinutes() < 1) {
            return Math.max(0, age.toSeconds()) + " s ago";
        }
        return age.toHours() < 1 ? age.toMinutes() + " min ago" : age.toHours() + " h ago";
    }
}
