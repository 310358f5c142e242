package io.evertill.central.command.product;

import io.evertill.central.command.Phrases;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.ledger.EntryId;
import io.evertill.pricing.Variances;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `variances`: sales at another price than the one that applied.
@Command(name = "variances", mixinStandardHelpOptions = true,
        description = {
            "Lists what a store sold at another price than the one that applied at that moment by the centre's book as it is known now.",
            "OVERRIDE: somebody set it. CLOCK: it applied at the time that the till's clock showed. RULE_CHANGED_RETROACTIVELY: it"
                    + " was right as far as was known then, and the rule was made or changed afterwards. STALE_BOOK: the till's book was"
                    + " older.",
            "What was charged is a fact; nothing rewrites a receipt.",
        })
public final class VariancesCommand implements Callable<Integer> {
    private static final int PAGE = 500;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--store", paramLabel = "STORE", required = true, description = "The store.")
    private String store = "";

    @Option(names = "--from", paramLabel = "TIME", description = "Sales from then on. Otherwise from the first.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "TIME", description = "Sales before then. Otherwise up to now.")
    private Optional<String> to = Optional.empty();

    public VariancesCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Instant begin = from.map(Phrases::instant).orElse(Instant.EPOCH);
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            PrintWriter out = spec.commandLine().getOut();
            Instant end = to.map(Phrases::instant).orElseGet(() -> office.db().read(tx -> tx.now()));
            long found = 0;
            Optional<EntryId> after = Optional.of(new EntryId(new UUID(0, 0)));
            while (after.isPresent()) {
                EntryId behind = after.get();
                Variances.Page page = office.db().read(tx -> Variances.page(tx, store, begin, end, behind, PAGE));
                page.rows().forEach(row -> print(row, out));
                found += page.rows().size();
                after = page.last();
            }
            out.println(found + " lines of sales differ.");
            return 0;
        }
    }

    private static void print(Variances.Row row, PrintWriter out) {
        out.println(row.variance().kind() + "  " + row.receipt() + " line " + row.line() + "  " + row.occurredAt() + "  " + row.sku()
                + " at " + row.variance().charged().unit() + ", " + row.variance().expected().unit() + " applied");
    }
}
