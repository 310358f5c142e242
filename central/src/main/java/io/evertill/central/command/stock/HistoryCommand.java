package io.evertill.central.command.stock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.command.Phrases;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.StockForms;
import io.evertill.central.office.Office;
import io.evertill.db.Database;
import io.evertill.db.Stock;
import io.evertill.inventory.History;
import io.evertill.product.ProductId;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.wire.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `history`: why there is as much of a product as there is.
@Command(name = "history", mixinStandardHelpOptions = true,
        description = {
            "Lists every movement of a product, in each place in the order in which the centre recorded them: when it happened, of"
                    + " which document, by whom, how much, and the balance after it.",
            "A balance never changes afterwards: what becomes known late stands where it became known.",
        })
public final class HistoryCommand implements Callable<Integer> {
    private static final int PAGE = 500;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--sku", required = true, paramLabel = "SKU", description = "The product.")
    private String sku = "";

    @Option(names = "--store", paramLabel = "STORE", description = "One store. Otherwise all of them.")
    private String store = "";

    @Option(names = "--json", description = "Answers as one JSON object.")
    private boolean isJson;

    public HistoryCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            PrintWriter out = spec.commandLine().getOut();
            ProductId product = office.db().read(tx -> Phrases.product(tx, sku));
            if (isJson) {
                ObjectNode node = Json.object().put("sku", sku);
                ArrayNode rows = node.putArray("movements");
                each(office.db(), product, line -> StockForms.put(line, rows.addObject()));
                out.println(Json.canonical(node).text());
            } else {
                out.printf("%-8s %-20s %-12s %6s %-28s %12s %12s  %s%n",
                        "store", "place", "lot", "no.", "happened", "quantity", "balance", "what");
                each(office.db(), product, line -> print(line, out));
            }
            return 0;
        }
    }

    private void each(Database db, ProductId product, Consumer<History.Line> consumer) {
        if (!store.isEmpty()) {
            each(db, store, product, consumer);
            return;
        }
        String after = "";
        List<String> branches;
        do {
            String from = after;
            branches = db.read(tx -> tx.stockHistory().branches(product, from, PAGE));
            branches.forEach(branch -> each(db, branch, product, consumer));
            after = branches.isEmpty() ? after : branches.getLast();
        } while (branches.size() == PAGE);
    }

    private static void each(Database db, String branch, ProductId product, Consumer<History.Line> consumer) {
        History.Cursor last = History.Cursor.START;
        List<History.Line> page;
        do {
            History.Cursor after = last;
            page = db.read(tx -> History.page(tx, branch, product, after, PAGE));
            page.forEach(consumer);
            last = page.isEmpty() ? last : page.getLast().cursor();
        } while (page.size() == PAGE);
    }

    private static void print(History.Line line, PrintWriter out) {
        Stock.Movement of = line.movement();
        out.printf("%-8s %-20s %-12s %6d %-28s %12s %12s  %s%n", of.key().place().branch(), of.key().place().code(),
                of.key().lot(), of.keySeq(), of.occurredAt(), text(of.quantity()), text(line.balance()),
                of.type() + " " + of.reference().type() + " " + of.reference().id() + " line " + of.reference().line()
                        + " by " + of.actor() + ", to or from " + of.counterpart()
                        + (of.serial().isEmpty() ? "" : ", piece " + of.serial())
                        + line.unitCost().map(cost -> ", at " + cost + " each").orElse("")
                        + (of.reason().isEmpty() ? "" : ": " + of.reason()));
    }

    private static String text(long quantity) {
        return Decimals.text(quantity, Quantity.SCALE);
    }
}
