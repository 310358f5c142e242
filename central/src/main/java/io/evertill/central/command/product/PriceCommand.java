package io.evertill.central.command.product;

import io.evertill.central.command.Phrases;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.Articles;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.closing.Closing;
import io.evertill.db.Tx;
import io.evertill.feed.HeadOffice;
import io.evertill.inventory.LateEntries;
import io.evertill.money.UnitPrice;
import io.evertill.price.PriceRule;
import io.evertill.price.WallTime;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `price`: a price for a product, in every store or in one, from a moment on and perhaps until another.
@Command(name = "price", mixinStandardHelpOptions = true,
        description = "Sets a price for a product. Tills have it at their next pull, and use it from its moment on.")
public final class PriceCommand implements Callable<Integer> {
    private static final int ID_LENGTH_MAX = 64;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(index = "0", arity = "0..1", paramLabel = "SKU", description = "The product's SKU.")
    private String sku = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "PRICE",
            description = "What one unit costs, such as 2.50; at most four decimals.")
    private String price = "";

    @Option(names = "--currency", paramLabel = "CODE", description = "Otherwise the product's own.")
    private Optional<String> currency = Optional.empty();

    @Option(names = "--store", paramLabel = "STORE", description = "The store that it is for. Otherwise every store.")
    private String store = "";

    @Option(names = "--level", paramLabel = "LEVEL",
            description = "A higher one wins: ${COMPLETION-CANDIDATES}. Otherwise BASE, or BRANCH with --store.")
    private Optional<PriceRule.Level> level = Optional.empty();

    @Option(names = "--priority", paramLabel = "N", description = "Within a level the higher one wins. Otherwise 0.")
    private int priority;

    @Option(names = "--from", paramLabel = "TIME",
            description = "Such as 2026-12-01T00:00:00Z, or 2026-12-01T00:00 by the clock of --store. Otherwise now.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "TIME", description = "The first moment at which it no longer applies. Otherwise never.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--id", paramLabel = "ID",
            description = "Names the rule, for a second one beside the first. The same id again replaces a rule.")
    private Optional<String> id = Optional.empty();

    private PriceCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    /// The command with what can be asked about prices.
    public static CommandLine line(Workplace workplace) {
        return new CommandLine(new PriceCommand(workplace)).addSubcommand(new PriceHistoryCommand(workplace));
    }

    @Override
    public Integer call() {
        if (price.isEmpty()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Say a SKU and a price, or: price history SKU");
        }
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            PriceRule rule = office.db().read(this::rule);
            HeadOffice.Change change = office.db().write(tx -> define(tx, office.headOffice(), rule));
            spec.commandLine().getOut().println(Phrases.of(change) + ": " + sku + " at " + rule.price()
                    + (store.isEmpty() ? "" : " in store " + store) + " from " + rule.validFrom()
                    + rule.validTo().map(end -> " to " + end).orElse("") + " (rule " + rule.id() + ")");
            return 0;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Refusal(Refusal.Kind.USAGE, "This is no price: " + e.getMessage());
        }
    }

    private static HeadOffice.Change define(Tx tx, HeadOffice headOffice, PriceRule rule) {
        LateEntries.refusal(tx, rule.branch(), rule.validFrom()).ifPresent(sentence -> {
            throw new Refusal(Refusal.Kind.USAGE, sentence + " Nothing was changed.");
        });
        return headOffice.define(tx, rule);
    }

    private PriceRule rule(Tx tx) {
        Product known = Articles.find(tx, sku);
        ProductId product = known.id();
        Currency in = currency.map(Currency::getInstance).orElse(known.basePrice().currency());
        PriceRule.Level of = level.orElse(store.isEmpty() ? PriceRule.Level.BASE : PriceRule.Level.BRANCH);
        UnitPrice unit = UnitPrice.parse(price, in);
        if (unit.tenThousandths() < 0) {
            throw new IllegalArgumentException("it is below zero");
        }
        Instant begin = from.map(text -> instant(tx, text)).orElse(tx.now());
        return new PriceRule(id.orElseGet(() -> usualId(of, product)), product, store, of, priority, unit, begin,
                to.map(text -> instant(tx, text)));
    }

    private String usualId(PriceRule.Level of, ProductId product) {
        String name = of.name() + "." + store + "." + product;
        return name.length() <= ID_LENGTH_MAX
                ? name
                : io.evertill.ledger.Bytes.of(name).hash().toString();
    }

    private Instant instant(Tx tx, String text) {
        if (store.isEmpty() && WallTime.isWall(text)) {
            throw new IllegalArgumentException("'" + text + "' is another moment in each store; say --store, or end it with an"
                    + " offset such as Z");
        }
        return WallTime.parse(text, Closing.zone(tx, store));
    }
}
