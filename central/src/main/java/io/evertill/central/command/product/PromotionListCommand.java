package io.evertill.central.command.product;

import io.evertill.central.command.Phrases;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.closing.Closing;
import io.evertill.db.Tx;
import io.evertill.price.Deal;
import io.evertill.price.Hours;
import io.evertill.price.Promotion;
import io.evertill.stock.Decimals;
import io.evertill.wire.Json;
import io.evertill.wire.PromotionRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `promotion list`: which promotions there are.
@Command(name = "list", mixinStandardHelpOptions = true,
        description = "Lists promotions by id, with --at only those that apply then by the clock of --store.")
public final class PromotionListCommand implements Callable<Integer> {
    private static final int PAGE = 100;
    private static final int PERCENT_DECIMALS = 2;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--store", paramLabel = "STORE", description = "Those of this store and of every store. Otherwise all.")
    private Optional<String> store = Optional.empty();

    @Option(names = "--at", paramLabel = "TIME", description = "Only those that apply then, such as 2026-12-01T00:00:00Z.")
    private Optional<String> at = Optional.empty();

    public PromotionListCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Optional<Instant> moment = at.map(Phrases::instant);
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            List<Promotion> some = office.db().read(tx -> all(tx).stream()
                    .filter(promotion -> store.isEmpty() || isFor(promotion, store.get()))
                    .filter(promotion -> moment.isEmpty()
                            || promotion.appliesAt(moment.get(), Closing.zone(tx, store.orElse(promotion.branch()))))
                    .toList());
            some.forEach(promotion -> spec.commandLine().getOut().println(words(promotion)));
            return 0;
        }
    }

    /// Every promotion that the centre defines, by id.
    static List<Promotion> all(Tx tx) {
        List<Promotion> all = new ArrayList<>();
        List<Promotion> page = page(tx, "");
        while (!page.isEmpty()) {
            all.addAll(page);
            page = page(tx, page.getLast().id());
        }
        return all;
    }

    private static List<Promotion> page(Tx tx, String after) {
        return tx.definitions().promotionsAfter(after, PAGE).stream()
                .map(definition -> PromotionRows.read(Json.parse(definition.content())))
                .toList();
    }

    /// Whether a store has a promotion.
    static boolean isFor(Promotion promotion, String store) {
        return promotion.branch().isEmpty() || promotion.branch().equals(store);
    }

    /// A promotion in a line.
    static String words(Promotion promotion) {
        return promotion.id() + "  " + promotion.name() + "  " + words(promotion.deal())
                + (promotion.products().isEmpty() ? " on everything" : " on " + promotion.products().size() + " products")
                + (promotion.branch().isEmpty() ? "" : " in store " + promotion.branch())
                + (promotion.stacks() ? ", on top of others" : "")
                + (promotion.priority() == 0 ? "" : ", priority " + promotion.priority())
                + "  from " + promotion.validFrom() + promotion.validTo().map(end -> " to " + end).orElse("")
                + promotion.hours().map(hours -> "  " + words(hours)).orElse("");
    }

    private static String words(Deal deal) {
        return switch (deal) {
            case Deal.PercentOff(int hundredths) -> Decimals.text(hundredths, PERCENT_DECIMALS) + " % off";
            case Deal.AmountOff(var each) -> each + " off each";
            case Deal.NForM(int pieces, int paid) -> pieces + " for the price of " + paid;
            case Deal.AnyFor(int pieces, var price) -> "any " + pieces + " for " + price;
        };
    }

    private static String words(Hours hours) {
        return hours.days().stream().sorted().map(Enum::name).collect(Collectors.joining(",")) + " "
                + hours.from() + "-" + hours.to();
    }
}
