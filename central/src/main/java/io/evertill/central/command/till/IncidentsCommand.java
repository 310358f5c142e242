package io.evertill.central.command.till;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.command.Settling;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.TillFigures;
import io.evertill.central.office.Office;
import io.evertill.db.Incidents;
import io.evertill.db.Parked;
import io.evertill.db.Tx;
import io.evertill.ingest.Suspense;
import io.evertill.wire.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `incidents`: forks, copies, restores, gaps, wrong clocks and entries that wait, each in one sentence.
@Command(name = "incidents", mixinStandardHelpOptions = true,
        description = {
            "Lists what a person should know, each in one sentence: forks, copied and restored tills, a restored centre, gaps,"
                    + " wrong clocks, wrong signatures, and the entries that wait with their sums.",
            "With --settle, notes that somebody has looked at an incident. Nothing is deleted.",
        })
public final class IncidentsCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Mixin
    private Settling settling = new Settling();

    @Option(names = "--all", description = "Settled incidents too.")
    private boolean isAll;

    @Option(names = "--json", description = "Answers as one JSON object.")
    private boolean isJson;

    public IncidentsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            PrintWriter out = spec.commandLine().getOut();
            if (settling.settle(office, out, "incident", "incidents", (tx, id, settled) -> tx.incidents().settle(id, settled))) {
                return 0;
            }
            if (isJson) {
                out.println(Json.canonical(office.db().read(this::json)).text());
            } else {
                office.db().read(tx -> {
                    print(tx, out);
                    return tx.now();
                });
            }
            return 0;
        }
    }

    private void print(Tx tx, PrintWriter out) {
        List<Incidents.Incident> incidents = isAll ? tx.incidents().all() : tx.incidents().open();
        for (Incidents.Incident incident : incidents) {
            out.println(incident.noticedAt() + "  " + incident.kind() + "  " + incident.id());
            out.println("    " + incident.sentence());
            incident.settled().ifPresent(settled ->
                    out.println("    Settled " + settled.at() + " by " + settled.by() + ": " + settled.note()));
        }
        List<Parked.Waiting> waiting = TillFigures.waiting(tx);
        for (Parked.Waiting parked : waiting) {
            out.println(parked.parkedAt() + "  " + parked.code() + "  store " + parked.branch() + ", entry " + parked.seq()
                    + " of stream " + parked.stream().brief());
            out.println("    " + parked.cause());
        }
        Suspense.of(tx).forEach(sum -> out.println("In suspense in store " + sum.branch() + ": " + sum.total() + " in "
                + sum.entries() + " entries that wait."));
        out.println(incidents.size() + " incidents, " + waiting.size() + " entries wait.");
    }

    private ObjectNode json(Tx tx) {
        ObjectNode node = Json.object();
        ArrayNode incidents = node.putArray("incidents");
        for (Incidents.Incident incident : isAll ? tx.incidents().all() : tx.incidents().open()) {
            ObjectNode each = incidents.addObject()
                    .put("id", incident.id().toString())
                    .put("store", incident.branch())
                    .put("terminal", incident.terminal())
                    .put("kind", incident.kind())
                    .put("sentence", incident.sentence())
                    .put("noticedAt", incident.noticedAt().toString());
            incident.settled().ifPresent(settled -> each.put("settledAt", settled.at().toString())
                    .put("settledBy", settled.by())
                    .put("note", settled.note()));
        }
        ArrayNode parked = node.putArray("parked");
        TillFigures.waiting(tx).forEach(each -> parked.addObject()
                .put("store", each.branch())
                .put("stream", each.stream().toString())
                .put("seq", each.seq())
                .put("entryId", each.entry().toString())
                .put("code", each.code())
                .put("cause", each.cause()));
        ArrayNode suspense = node.putArray("suspense");
        Suspense.of(tx).forEach(sum -> suspense.addObject()
                .put("store", sum.branch())
                .put("currency", sum.total().currency().getCurrencyCode())
                .put("total", sum.total().text())
                .put("entries", sum.entries()));
        return node;
    }
}
