package io.evertill.central.command.product;

import io.evertill.central.command.Phrases;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.db.PriceVersions;
import io.evertill.db.PriceVersions.Version;
import io.evertill.db.Tx;
import io.evertill.price.Price;
import io.evertill.price.PriceHistory;
import io.evertill.price.PriceRule;
import io.evertill.pricing.PriceArchive;
import io.evertill.product.ProductId;
import io.evertill.wire.Json;
import io.evertill.wire.Rows;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `price history`: what a product cost, and since when that was known.
@Command(name = "history", mixinStandardHelpOptions = true,
        description = {
            "Lists what a product's prices were and from when until when they were known, and with --at which price applied then.",
            "A change ends one version and begins another; none is ever changed. What was changed before version 21 of the centre's"
                    + " tables is not known.",
        })
public final class PriceHistoryCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(index = "0", paramLabel = "SKU", description = "The product's SKU.")
    private String sku = "";

    @Option(names = "--store", paramLabel = "STORE", description = "With the rules of this store. Otherwise those of every store alone.")
    private String store = "";

    @Option(names = "--at", paramLabel = "TIME", description = "Which price applied then, such as 2026-12-01T00:00:00Z.")
    private Optional<String> at = Optional.empty();

    @Option(names = "--known", paramLabel = "TIME", description = "With --at, as far as was known then. Otherwise as is known now.")
    private Optional<String> known = Optional.empty();

    public PriceHistoryCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Optional<Instant> moment = at.map(Phrases::instant);
        Instant knowledge = known.map(Phrases::instant).orElse(Instant.MAX);
        if (known.isPresent() && moment.isEmpty()) {
            throw new Refusal(Refusal.Kind.USAGE, "--known says as of when --at is asked: say --at as well.");
        }
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            office.db().read(tx -> {
                print(tx, Phrases.product(tx, sku), moment, knowledge);
                return tx.now();
            });
            return 0;
        }
    }

    private void print(Tx tx, ProductId product, Optional<Instant> moment, Instant knowledge) {
        PrintWriter out = spec.commandLine().getOut();
        PriceArchive.lines(tx, product, store).forEach(line -> out.println(words(line.version()) + "  known from "
                + line.version().knownFrom() + line.until().map(end -> " until " + end).orElse("")));
        PriceHistory history = PriceArchive.history(tx, product, store).orElseThrow();
        moment.ifPresent(then -> out.println("At " + then + known.map(text -> ", as known at " + text).orElse("") + ": "
                + words(history.effective(then, knowledge))));
    }

    private static String words(Version version) {
        if (version.subject().equals(PriceVersions.BASE)) {
            return "base  " + Rows.product(Json.parse(version.definition().content())).basePrice();
        }
        PriceRule rule = Rows.price(Json.parse(version.definition().content()));
        return rule.level() + " " + rule.id() + "  " + rule.price() + "  from " + rule.validFrom()
                + rule.validTo().map(end -> " to " + end).orElse("");
    }

    private static String words(Price price) {
        return price.unit() + (price.source() instanceof Price.Source.Rule(String id) ? " by rule " + id : ", the base price");
    }
}
