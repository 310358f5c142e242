package io.evertill.central.command.stock;

import io.evertill.central.command.Verdict;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.Articles;
import io.evertill.central.desk.Batches;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.db.Lots;
import io.evertill.db.Tx;
import io.evertill.lot.Lot;
import io.evertill.product.Product;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lot`: defines a batch, and decides whether it is sold.
@Command(name = "lot", mixinStandardHelpOptions = true,
        description = "Lists the batches of a product. With LOT, defines the batch; with --state, decides about it.")
public final class LotCommand implements Callable<Integer> {
    private static final int PAGE = 500;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Mixin
    private Verdict verdict = new Verdict();

    @Parameters(index = "0", paramLabel = "SKU", description = "The product's SKU.")
    private String sku = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "LOT", description = "The batch, as printed on it.")
    private Optional<String> lot = Optional.empty();

    @Option(names = "--expires", paramLabel = "DATE", description = "The last day on which it may be sold, such as 2026-12-31.")
    private Optional<LocalDate> expires = Optional.empty();

    @Option(names = "--supplier", paramLabel = "NAME", description = "Who made or brought it.")
    private Optional<String> supplier = Optional.empty();

    @Option(names = "--state", paramLabel = "STATE", description = "${COMPLETION-CANDIDATES}; with --by and --note.")
    private Optional<Lot.State> state = Optional.empty();

    public LotCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            PrintWriter out = spec.commandLine().getOut();
            if (lot.isEmpty()) {
                office.db().read(tx -> list(tx, out));
            } else {
                Lot defined = office.db().write(tx -> define(tx, lot.orElseThrow()));
                out.println(sentence(defined));
            }
            return 0;
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE, "This is no batch: " + e.getMessage());
        }
    }

    private Lot define(Tx tx, String number) {
        Product product = Articles.find(tx, sku);
        Batches.define(tx, product.id(), number, expires, supplier);
        state.ifPresent(decided -> Batches.decide(
                tx, product.id(), number, new Lots.Decision(decided, tx.now(), verdict.by(), verdict.note())));
        return tx.lots().find(product.id(), number).orElseThrow();
    }

    private int list(Tx tx, PrintWriter out) {
        Product product = Articles.find(tx, sku);
        int count = 0;
        List<Lot> page = tx.lots().of(product.id(), "", PAGE);
        while (!page.isEmpty()) {
            page.forEach(each -> out.println(sentence(each)));
            count += page.size();
            page = tx.lots().of(product.id(), page.getLast().number(), PAGE);
        }
        out.println(count + " batches of " + sku + ".");
        return count;
    }

    private String sentence(Lot each) {
        return sku + " lot " + each.number() + "  " + each.state()
                + each.expiresOn().map(day -> "  expires " + day).orElse("")
                + (each.supplier().isEmpty() ? "" : "  from " + each.supplier());
    }
}
