package io.evertill.central.command.stock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.command.Phrases;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.StockForms;
import io.evertill.central.office.Office;
import io.evertill.db.Database;
import io.evertill.db.StockHistory.AsOf;
import io.evertill.db.StockHistory.Choice;
import io.evertill.db.StockHistory.Figures;
import io.evertill.db.StockHistory.Travelling;
import io.evertill.money.Money;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
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

/// `stock`: how much of each product there is and where, now or at a moment.
@Command(name = "stock", mixinStandardHelpOptions = true,
        description = {
            "Shows how much of each product each store has: on its shelves and not promised, promised, held back (in inspection, come"
                    + " back, in quarantine), picked for orders, altogether, on the way to it, and what that cost on average;"
                    + " and, for all stores, what is on the way between them.",
            "With --as-of, what there was at a moment as far as is known now; with --known, what was known at a moment; with"
                    + " both, what was known at one of what there was at the other. Promises and costs are told of now alone.",
        })
public final class StockCommand implements Callable<Integer> {
    private static final int PAGE = 500;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--store", paramLabel = "STORE", description = "One store. Otherwise all of them.")
    private String store = "";

    @Option(names = "--sku", paramLabel = "SKU", description = "One product. Otherwise all of them.")
    private String sku = "";

    @Option(names = "--place", paramLabel = "PLACE", description = "One place, such as MAIN/AVAILABLE. Otherwise all of them.")
    private String place = "";

    @Option(names = "--as-of", paramLabel = "TIME", description = "What had happened by then, such as 2026-12-01T00:00:00Z.")
    private Optional<String> happened = Optional.empty();

    @Option(names = "--known", paramLabel = "TIME", description = "What the centre had recorded by then.")
    private Optional<String> known = Optional.empty();

    @Option(names = "--json", description = "Answers as one JSON object.")
    private boolean isJson;

    public StockCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        AsOf asOf = new AsOf(happened.map(Phrases::instant), known.map(Phrases::instant));
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            PrintWriter out = spec.commandLine().getOut();
            List<Figures> figures = figures(office.db(), asOf);
            List<Travelling> travelling = store.isEmpty() && place.isEmpty() ? travelling(office.db(), asOf) : List.of();
            if (isJson) {
                out.println(Json.canonical(json(figures, travelling)).text());
            } else {
                print(figures, travelling, out);
            }
            return 0;
        }
    }

    private List<Figures> figures(Database db, AsOf asOf) {
        List<Figures> all = new ArrayList<>();
        List<Figures> page;
        do {
            String branch = all.isEmpty() ? "" : all.getLast().branch();
            String after = all.isEmpty() ? "" : all.getLast().sku();
            page = db.read(tx -> tx.stockHistory().figures(new Choice(store, sku, place), asOf, tx.now(), branch, after, PAGE));
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    private List<Travelling> travelling(Database db, AsOf asOf) {
        List<Travelling> all = new ArrayList<>();
        List<Travelling> page;
        do {
            String after = all.isEmpty() ? "" : all.getLast().sku();
            String transfer = all.isEmpty() ? "" : all.getLast().place();
            page = db.read(tx -> tx.stockHistory().travelling(sku, asOf, after, transfer, PAGE));
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    private static void print(List<Figures> figures, List<Travelling> travelling, PrintWriter out) {
        String row = "%-8s %-20s %12s %12s %12s %12s %12s %12s %16s%n";
        out.printf(row, "store", "product", "available", "reserved", "held back", "staged", "on hand", "inbound", "value");
        figures.forEach(of -> out.printf(row, of.branch(), of.sku(), text(of.available()), text(of.reserved()), text(of.heldBack()),
                text(of.staged()), text(of.onHand()), text(of.inbound()), of.value().map(Money::toString).orElse("unknown")));
        travelling.forEach(of -> out.println("On the way: " + text(of.quantity()) + " of " + of.sku() + " in " + of.place()));
    }

    private static ObjectNode json(List<Figures> figures, List<Travelling> travelling) {
        ObjectNode node = Json.object();
        ArrayNode stock = node.putArray("stock");
        figures.forEach(of -> StockForms.put(of, stock.addObject()));
        ArrayNode onTheWay = node.putArray("onTheWay");
        travelling.forEach(of -> onTheWay.addObject()
                .put("sku", of.sku())
                .put("place", of.place())
                .put("quantity", text(of.quantity())));
        return node;
    }

    private static String text(long quantity) {
        return Decimals.text(quantity, Quantity.SCALE);
    }
}
