package io.evertill.central.command.product;

import io.evertill.central.command.Phrases;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.closing.Closing;
import io.evertill.db.Tx;
import io.evertill.feed.HeadOffice;
import io.evertill.money.Money;
import io.evertill.price.Deal;
import io.evertill.price.Hours;
import io.evertill.price.Promotion;
import io.evertill.price.WallTime;
import io.evertill.product.ProductId;
import io.evertill.stock.Decimals;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `promotion set`: defines a promotion, or changes one.
@Command(name = "set", mixinStandardHelpOptions = true,
        description = "Defines a promotion. The same id again replaces it as a whole.")
public final class PromotionSetCommand implements Callable<Integer> {
    private static final int PERCENT_DECIMALS = 2;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(index = "0", paramLabel = "ID", description = "Names the promotion in sales and reports.")
    private String id = "";

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "As the customer knows it: the receipt says it.")
    private String name = "";

    @Option(names = "--percent", paramLabel = "P", description = "So many percent off, such as 10 or 12.5.")
    private Optional<String> percent = Optional.empty();

    @Option(names = "--amount", paramLabel = "AMOUNT", description = "So much off each unit.")
    private Optional<String> amount = Optional.empty();

    @Option(names = "--pieces", paramLabel = "N", description = "With --pay or --price: how many pieces make a set.")
    private int pieces;

    @Option(names = "--pay", paramLabel = "M", description = "Of each set the M dearest pieces are paid: --pieces 3 --pay 2.")
    private Optional<Integer> pay = Optional.empty();

    @Option(names = "--price", paramLabel = "PRICE", description = "What a set of any pieces costs: --pieces 3 --price 5.00.")
    private Optional<String> price = Optional.empty();

    @Option(names = "--currency", paramLabel = "CODE", description = "Of --amount or --price. Otherwise the store's.")
    private Optional<String> currency = Optional.empty();

    @Option(names = "--sku", paramLabel = "SKU", split = ",", description = "What it is for, again for each. Otherwise everything.")
    private List<String> skus = new ArrayList<>();

    @Option(names = "--store", paramLabel = "STORE", description = "The store that it is for. Otherwise every store.")
    private String store = "";

    @Option(names = "--priority", paramLabel = "N", description = "Between equal prices the higher one is named. Otherwise 0.")
    private int priority;

    @Option(names = "--stacks", description = "It comes on top of others; only with --percent or --amount.")
    private boolean stacks;

    @Option(names = "--from", paramLabel = "TIME",
            description = "Such as 2026-12-01T00:00:00Z, or 2026-12-01T00:00 by the clock of --store. Otherwise now.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "TIME", description = "The first moment at which it no longer applies. Otherwise never.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--days", paramLabel = "DAY", split = ",",
            description = "Only on these days, such as FRIDAY,SATURDAY, by the clock of each store: ${COMPLETION-CANDIDATES}.")
    private List<DayOfWeek> days = new ArrayList<>();

    @Option(names = "--between", paramLabel = "HH:MM-HH:MM",
            description = "Only in these hours, by the clock of each store; past midnight when the second is the earlier one.")
    private Optional<String> between = Optional.empty();

    public PromotionSetCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            Promotion promotion = office.db().read(this::promotion);
            HeadOffice.Change change = office.db().write(tx -> office.headOffice().define(tx, promotion));
            spec.commandLine().getOut().println(Phrases.of(change) + ": " + PromotionListCommand.words(promotion));
            return 0;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Refusal(Refusal.Kind.USAGE, "This is no promotion: " + e.getMessage());
        }
    }

    private Promotion promotion(Tx tx) {
        Set<ProductId> products = skus.stream().map(sku -> Phrases.product(tx, sku.strip())).collect(Collectors.toSet());
        Instant begin = from.map(text -> instant(tx, text)).orElse(tx.now());
        return new Promotion(id, name, store, products, deal(tx), priority, stacks, begin, to.map(text -> instant(tx, text)), hours());
    }

    private Deal deal(Tx tx) {
        List<Deal> deals = new ArrayList<>();
        percent.ifPresent(text -> deals.add(new Deal.PercentOff(Math.toIntExact(Decimals.parse(text, PERCENT_DECIMALS)))));
        amount.ifPresent(text -> deals.add(new Deal.AmountOff(Money.parse(text, currency(tx)))));
        pay.ifPresent(paid -> deals.add(new Deal.NForM(pieces, paid)));
        price.ifPresent(text -> deals.add(new Deal.AnyFor(pieces, Money.parse(text, currency(tx)))));
        if (deals.size() != 1) {
            throw new IllegalArgumentException("say one of --percent, --amount, --pieces with --pay, and --pieces with --price");
        }
        return deals.getFirst();
    }

    private Currency currency(Tx tx) {
        return Currency.getInstance(currency
                .or(() -> tx.definitions().setting(store, "currency"))
                .or(() -> tx.definitions().setting("", "currency"))
                .orElse("EUR"));
    }

    private Optional<Hours> hours() {
        if (days.isEmpty() && between.isEmpty()) {
            return Optional.empty();
        }
        Set<DayOfWeek> on = days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : EnumSet.copyOf(days);
        String[] times = between.orElse("00:00-00:00").split("-", -1);
        if (times.length != 2) {
            throw new IllegalArgumentException("hours are written like 17:00-19:00, not '" + between.orElse("") + "'");
        }
        return Optional.of(new Hours(on, LocalTime.parse(times[0].strip()), LocalTime.parse(times[1].strip())));
    }

    private Instant instant(Tx tx, String text) {
        if (store.isEmpty() && WallTime.isWall(text)) {
            throw new IllegalArgumentException("'" + text + "' is another moment in each store; say --store, or end it with an"
                    + " offset such as Z");
        }
        return WallTime.parse(text, Closing.zone(tx, store));
    }
}
