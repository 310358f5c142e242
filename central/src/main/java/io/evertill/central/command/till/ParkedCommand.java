package io.evertill.central.command.till;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.command.Verdict;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.TillFigures;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.db.Parked;
import io.evertill.db.Tills;
import io.evertill.db.Tx;
import io.evertill.ingest.Apply;
import io.evertill.ingest.Mending;
import io.evertill.ingest.Suspense;
import io.evertill.ledger.StreamId;
import io.evertill.wire.Json;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `parked`: the entries that wait for a person, and what a person decides about them.
@Command(name = "parked", mixinStandardHelpOptions = true,
        description = {
            "Lists the entries that were taken and wait for a person: why, from which till, and what they come to.",
            "What waits for a product or for a newer centre is applied by itself when it is there; --redrive tries at once.",
            "Of two entries with one id (ID_CONFLICT) the first counts. The second is accepted as an entry of its own, or"
                    + " dismissed; both keep a name and a reason, and nothing is changed or deleted.",
        })
public final class ParkedCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Mixin
    private Verdict verdict = new Verdict();

    @Option(names = "--json", description = "Answers as one JSON object.")
    private boolean isJson;

    @Option(names = "--redrive", description = "Tries now, in order, whether what waits can be applied.")
    private boolean isRedrive;

    @Option(names = "--accept", paramLabel = "STREAM:SEQ",
            description = "Lets the second contents of an ID_CONFLICT count as an entry of their own.")
    private Optional<String> accept = Optional.empty();

    @Option(names = "--dismiss", paramLabel = "STREAM:SEQ", description = "Lets the second contents of an ID_CONFLICT count nowhere.")
    private Optional<String> dismiss = Optional.empty();

    public ParkedCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            accept.ifPresent(place -> decide(office, place, Parked.Decision.ACCEPTED));
            dismiss.ifPresent(place -> decide(office, place, Parked.Decision.DISMISSED));
            if (isRedrive) {
                redrive(office);
            }
            if (isJson) {
                say(Json.canonical(office.db().read(ParkedCommand::json)).text());
            } else if (accept.isEmpty() && dismiss.isEmpty()) {
                office.db().read(ParkedCommand::lines).forEach(this::say);
            }
            return 0;
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
    }

    private void decide(Office office, String place, Parked.Decision decision) {
        if (!place.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:[1-9][0-9]{0,17}")) {
            throw new Refusal(Refusal.Kind.USAGE, "An entry is named STREAM:SEQ, as the command parked lists it, not '" + place + "'.");
        }
        int colon = place.indexOf(':');
        Mending.Outcome outcome = new Mending(office.db()).decide(
                StreamId.parse(place.substring(0, colon)), Long.parseLong(place.substring(colon + 1)), decision, verdict.by(),
                verdict.note());
        switch (outcome) {
            case Mending.Outcome.Done done -> say(done.entry()
                    .map(entry -> "The second contents count from now on as entry " + entry + ".")
                    .orElse("The second contents are dismissed; they stay on record and count nowhere."));
            case Mending.Outcome.NoSuch _ -> throw new Refusal(Refusal.Kind.USAGE,
                    "At " + place + " no second contents wait for a decision. The command parked lists what waits, and for what.");
        }
    }

    private static void redrive(Office office) {
        Apply apply = new Apply(office.db(), office.feed());
        int taken = 1;
        while (taken > 0) {
            taken = apply.step();
        }
    }

    private static List<String> lines(Tx tx) {
        List<String> lines = new ArrayList<>();
        List<Parked.Waiting> waiting = TillFigures.waiting(tx);
        for (Parked.Waiting each : waiting) {
            lines.add(each.parkedAt() + "  " + each.code() + "  store " + each.branch() + ", till " + till(tx, each)
                    + Suspense.total(tx, each).map(total -> ", " + total).orElse("") + "  " + each.stream() + ":" + each.seq());
            lines.add("    " + each.cause());
        }
        lines.add(waiting.size() + " entries wait.");
        return lines;
    }

    private static ObjectNode json(Tx tx) {
        ObjectNode node = Json.object();
        ArrayNode parked = node.putArray("parked");
        for (Parked.Waiting each : TillFigures.waiting(tx)) {
            ObjectNode row = parked.addObject()
                    .put("store", each.branch())
                    .put("till", till(tx, each))
                    .put("stream", each.stream().toString())
                    .put("seq", each.seq())
                    .put("entryId", each.entry().toString())
                    .put("code", each.code())
                    .put("cause", each.cause())
                    .put("parkedAt", each.parkedAt().toString());
            Suspense.total(tx, each).ifPresent(total ->
                    row.put("currency", total.currency().getCurrencyCode()).put("total", total.text()));
        }
        return node;
    }

    private static String till(Tx tx, Parked.Waiting waiting) {
        return tx.acceptedStreams().find(waiting.branch(), waiting.stream())
                .map(held -> held.genesis().terminal())
                .map(terminal -> tx.tills().find(terminal).map(Tills.Till::name).orElse(terminal))
                .orElse("");
    }
}
