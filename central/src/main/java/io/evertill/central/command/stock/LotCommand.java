package io.evertill.central.command.stock;

import io.evertill.central.command.Phrases;
import io.evertill.central.command.Verdict;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.Articles;
import io.evertill.central.desk.BatchTasks;
import io.evertill.central.desk.Batches;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.db.BatchStock;
import io.evertill.db.Lots;
import io.evertill.db.Tx;
import io.evertill.inventory.LotResolution;
import io.evertill.ledger.EntryId;
import io.evertill.lot.Expiry;
import io.evertill.lot.Fefo;
import io.evertill.lot.Lot;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lot`: defines a batch, and decides whether it is sold.
@Command(name = "lot", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "[suggest|unassigned|resolve]",
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

    @Parameters(index = "0", arity = "0..1", paramLabel = "SKU", description = "The product's SKU.")
    private String sku = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "LOT", description = "The batch, as printed on it.")
    private Optional<String> lot = Optional.empty();

    @Option(names = "--expires", paramLabel = "DATE",
            description = "The last day on which it may be sold, such as 2026-12-31, or 'never'. Tills refuse it behind that day.")
    private Optional<String> expires = Optional.empty();

    @Option(names = "--supplier", paramLabel = "NAME", description = "Who made or brought it.")
    private Optional<String> supplier = Optional.empty();

    @Option(names = "--state", paramLabel = "STATE", description = "${COMPLETION-CANDIDATES}; with --by and --note.")
    private Optional<Lot.State> state = Optional.empty();

    public LotCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        if (sku.isEmpty()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Name a product, or suggest, unassigned or resolve.");
        }
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

    @Command(name = "suggest", mixinStandardHelpOptions = true,
            description = "Says which batches to take of a product: first expired, first out. It takes nothing.")
    int suggest(
            @Mixin Where at,
            @Parameters(index = "0", paramLabel = "SKU", description = "The product's SKU.") String code,
            @Parameters(index = "1", paramLabel = "AMOUNT", description = "How much, such as 12 or 0.750.") String amount,
            @Option(names = {"--store", "--branch"}, required = true, paramLabel = "STORE", description = "Where.") String store,
            @Option(names = "--shelf-days", paramLabel = "N", defaultValue = "0",
                    description = "How many days each must be good after today.") int shelfDays) {
        try (Office office = office(at)) {
            Fefo.Suggestion suggestion = office.db().read(tx -> {
                Product product = Articles.find(tx, code);
                return BatchTasks.suggest(tx, product, Place.shelf(store), Quantity.parse(amount, product.unit()), shelfDays);
            });
            say(BatchTasks.text(suggestion));
            return suggestion.missing().isPositive() ? 1 : 0;
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE, "Nothing can be suggested: " + e.getMessage());
        }
    }

    @Command(name = "unassigned", mixinStandardHelpOptions = true,
            description = "Lists goods that left or came without their batch, and which batch they probably were.")
    int unassigned(
            @Mixin Where at,
            @Option(names = {"--store", "--branch"}, paramLabel = "STORE", description = "Only of this store.") Optional<String> store) {
        try (Office office = office(at)) {
            say(office.db().read(tx -> unassigned(tx, store)) + " goods of no known batch.");
            return 0;
        }
    }

    @Command(name = "resolve", mixinStandardHelpOptions = true,
            description = {
                "Says which batch goods were that left or came without it. The goods are named anew; nothing that was recorded changes.",
                "They are dated when goods last moved there without a batch, so that a count after that is put right.",
            })
    int resolve(
            @Mixin Where at,
            @Mixin Verdict said,
            @Parameters(index = "0", paramLabel = "SKU", description = "The product's SKU.") String code,
            @Parameters(index = "1", paramLabel = "LOT", description = "The batch, as printed on it.") String number,
            @Parameters(index = "2", paramLabel = "AMOUNT", description = "How much of them.") String amount,
            @Option(names = {"--store", "--branch"}, required = true, paramLabel = "STORE", description = "Where.") String store,
            @Option(names = "--place", paramLabel = "PLACE", defaultValue = "MAIN/AVAILABLE", description = "Where in the store.")
            String place,
            @Option(names = "--at", paramLabel = "TIME", description = "When they moved.") Optional<String> moved,
            @Option(names = "--id", paramLabel = "UUID", description = "Names the fact: the same id again records nothing.")
            Optional<UUID> id) {
        EntryId entry = new EntryId(id.orElseGet(workplace.machine().ids()));
        Person by = new Person(said.by(), said.by());
        try (Office office = office(at)) {
            LotResolution.Outcome outcome = office.db().write(tx -> {
                Product product = Articles.find(tx, code);
                return LotResolution.resolve(tx, entry, new LotResolution.Asking(product, Place.parse(store, place), number,
                        Quantity.parse(amount, product.unit()), by, said.note(), moved.map(Phrases::instant)));
            });
            say(BatchTasks.text(outcome));
            return 0;
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE, "This cannot be recorded: " + e.getMessage() + ". Nothing was done.");
        }
    }

    private int unassigned(Tx tx, Optional<String> store) {
        int count = 0;
        List<BatchStock.Unassigned> page = BatchTasks.page(tx, store, Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            page.forEach(task -> say(BatchTasks.line(tx, task)));
            count += page.size();
            page = BatchTasks.page(tx, store, Optional.of(page.getLast().key()), PAGE);
        }
        return count;
    }

    private Office office(Where at) {
        return Office.find(at.settings(workplace.environment()), workplace.machine());
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    private Lot define(Tx tx, String number) {
        Product product = Articles.find(tx, sku);
        Batches.define(tx, product.id(), number, expires.map(Expiry::parse), supplier);
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
