package io.evertill.central.command.stock;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.Articles;
import io.evertill.central.desk.RecallText;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.customer.Customer;
import io.evertill.db.Lots;
import io.evertill.db.Tx;
import io.evertill.feed.Clientele;
import io.evertill.inventory.Recall;
import io.evertill.product.Product;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.wire.Json;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `recall`: where a batch is, who has it, and where it came from.
@Command(name = "recall", mixinStandardHelpOptions = true,
        description = {
            "Follows a batch: what is left of it and where, who bought it, what may have been of it as well, and with which"
                    + " deliveries it came. It changes nothing; hold it back with: evertill-central lot SKU LOT --state RECALLED",
        })
public final class RecallCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(index = "0", paramLabel = "SKU", description = "The product's SKU.")
    private String sku = "";

    @Parameters(index = "1", paramLabel = "LOT", description = "The batch, as printed on it.")
    private String lot = "";

    @Option(names = "--json", description = "Answers as one JSON object.")
    private boolean isJson;

    public RecallCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        if (lot.isBlank()) {
            throw new Refusal(Refusal.Kind.USAGE, "Name the batch, as printed on it.");
        }
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            PrintWriter out = spec.commandLine().getOut();
            return office.db().read(tx -> {
                Product product = Articles.find(tx, sku);
                Recall recall = Recall.of(tx, product.id(), lot);
                if (isJson) {
                    out.println(Json.canonical(RecallText.json(tx, recall)).text());
                } else {
                    print(tx, recall, out);
                }
                return recall.addsUp() ? 0 : 1;
            });
        }
    }

    private void print(Tx tx, Recall recall, PrintWriter out) {
        recall.recalledAt().ifPresent(at -> out.println("Held back since " + at + "."));
        recall.held().forEach(held -> out.println("Left: " + amount(held.quantity()) + " in store " + held.place().branch() + " at "
                + held.place().code()));
        recall.came().forEach(came -> out.println("Came: " + amount(came.quantity()) + " to store " + came.branch() + ", "
                + came.occurredAt() + ", delivery " + came.document()));
        recall.sold().forEach(sold -> out.println((sold.movement().quantity() < 0 ? "Sold: " : "Back: ") + words(tx, sold.movement())
                + (sold.isAfterRecall() ? "  AFTER THE RECALL" : "")));
        long[] exposed = {0};
        recall.eachExposed(tx, movement -> {
            exposed[0]++;
            out.println("May be of it: " + words(tx, movement));
        });
        out.println(recall.sold().size() + " sales and returns, " + exposed[0] + " that may be of it. "
                + (recall.addsUp() ? "What is left and what went adds up to what came."
                        : "What is left and what went does not add up to what came: run evertill-central verify"));
    }

    private static String words(Tx tx, Lots.Traced movement) {
        return amount(Math.abs(movement.quantity())) + " in store " + movement.branch() + ", " + movement.occurredAt() + ", "
                + (movement.receipt().isEmpty() ? movement.document() : "receipt " + movement.receipt()) + ", "
                + customer(tx, movement);
    }

    /// Who bought and how to reach the person, as far as the book knows; else what the receipt says.
    private static String customer(Tx tx, Lots.Traced movement) {
        Optional<Customer> known = movement.buyer().flatMap(id -> Clientele.resolve(tx, id));
        String said = movement.customer().isEmpty() ? "" : " " + movement.customer();
        return known.map(customer -> "customer " + customer.name() + (customer.reach().isEmpty()
                        ? ", no way to reach is known"
                        : ", " + customer.reach()))
                .or(() -> movement.buyer().map(id -> "customer" + said + " " + id + ", not in the book any more"))
                .orElse(said.isEmpty() ? "customer not known" : "customer" + said);
    }

    private static String amount(long tenThousandths) {
        return Decimals.text(tenThousandths, Quantity.SCALE);
    }
}
