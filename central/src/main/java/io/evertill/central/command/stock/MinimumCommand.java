package io.evertill.central.command.stock;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.Articles;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.product.Product;
import io.evertill.stock.Quantity;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `minimum`: how much a store wants to have of a product at the least.
@Command(name = "minimum", mixinStandardHelpOptions = true,
        description = "Says how much a store wants to have of a product on the shelf at the least; 0 ends it. Below it, a red card"
                + " LOW_STOCK opens.")
public final class MinimumCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(index = "0", paramLabel = "SKU", description = "The product's SKU.")
    private String sku = "";

    @Parameters(index = "1", paramLabel = "AMOUNT", description = "Such as 12 or 2.500.")
    private String amount = "";

    @Option(names = "--store", paramLabel = "STORE", required = true, description = "The store.")
    private String store = "";

    public MinimumCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            Quantity least = office.db().write(tx -> {
                Product product = Articles.find(tx, sku);
                Quantity quantity = Quantity.parse(amount, product.unit());
                if (quantity.isNegative()) {
                    throw new IllegalArgumentException("it is below zero");
                }
                tx.minimums().put(store, product.id(), quantity.tenThousandths(), tx.now());
                return quantity;
            });
            spec.commandLine().getOut().println(least.isZero()
                    ? "Store " + store + " wants no least amount of " + sku + "."
                    : "Store " + store + " wants at least " + least + " of " + sku + ".");
            return 0;
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE, "This is no amount: " + e.getMessage() + ".");
        }
    }
}
