package io.evertill.central.command.upkeep;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.db.Database;
import io.evertill.entry.Move;
import io.evertill.inventory.Finding;
import io.evertill.inventory.Reconciliation;
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

/// `reconcile`: compares levels, snapshots and exceptions with the movements, and movements with their entries.
@Command(name = "reconcile", mixinStandardHelpOptions = true,
        description = {
            "Compares levels, snapshots and exceptions with the movements, and the movements since the last snapshot with their"
                    + " entries. A running centre does so each night, with --repair. What was found makes the exit code 1.",
            "With --repair, a figure that is not what the movements say is computed anew. Movements that are damaged are never"
                    + " repaired: promises on that stock are refused until the incident is settled (incidents --settle).",
        })
public final class ReconcileCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--repair", description = "Repairs what can be computed, and freezes what cannot.")
    private boolean isRepair;

    @Option(names = "--by", paramLabel = "NAME", description = "Who repairs; it stands beside the repair.")
    private String by = "a person";

    @Option(names = "--json", description = "Answers as one JSON object.")
    private boolean isJson;

    public ReconcileCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            PrintWriter out = spec.commandLine().getOut();
            List<Finding> findings = new ArrayList<>();
            long keys = 0;
            Reconciliation reconciliation = new Reconciliation(office.db());
            Optional<Move.Key> after = Optional.empty();
            do {
                Reconciliation.Page page = reconciliation.look(after);
                keys += page.keys();
                findings.addAll(page.findings());
                after = page.last();
            } while (after.isPresent());
            if (isRepair) {
                findings.forEach(finding -> reconciliation.mend(finding.key(), by));
            }
            if (isJson) {
                out.println(Json.canonical(json(office.db(), keys, findings)).text());
            } else {
                print(office.db(), keys, findings, out);
            }
            return findings.isEmpty() ? 0 : Refusal.Kind.DIFFERENCE.exitCode();
        }
    }

    private void print(Database db, long keys, List<Finding> findings, PrintWriter out) {
        findings.forEach(finding -> out.println("[" + what(finding) + "] " + sentence(db, finding)));
        out.println("Looked at: " + keys + " balances. Found: " + findings.size() + ".");
        if (!findings.isEmpty()) {
            out.println(isRepair
                    ? "Drift is repaired. Damage is left as it is; see: evertill-central incidents"
                    : "Nothing was changed. --repair repairs drift and freezes what is damaged.");
        }
    }

    private static ObjectNode json(Database db, long keys, List<Finding> findings) {
        ObjectNode node = Json.object().put("balances", keys);
        ArrayNode rows = node.putArray("findings");
        findings.forEach(finding -> rows.addObject()
                .put("what", what(finding))
                .put("store", finding.key().place().branch())
                .put("place", finding.key().place().code())
                .put("lot", finding.key().lot())
                .put("sentence", sentence(db, finding)));
        return node;
    }

    private static String what(Finding finding) {
        return switch (finding) {
            case Finding.Drift _ -> "drift";
            case Finding.Damage _ -> "damage";
        };
    }

    private static String sentence(Database db, Finding finding) {
        return finding.sentence(db.read(tx -> Reconciliation.name(tx, finding.key().product())));
    }
}
