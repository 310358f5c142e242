package io.evertill.central.command.upkeep;

import io.evertill.central.command.Phrases;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.entry.Move;
import io.evertill.inventory.Rebuild;
import io.evertill.product.ProductId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `rebuild`: computes the levels anew from the movements.
@Command(name = "rebuild", mixinStandardHelpOptions = true,
        description = {
            "Computes levels, and the exceptions of shelves below zero, anew from the movements. Movements are not changed, and a"
                    + " centre may run meanwhile.",
        })
public final class RebuildCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--sku", paramLabel = "SKU", description = "One product. Otherwise all of them.")
    private Optional<String> sku = Optional.empty();

    public RebuildCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            Optional<ProductId> product = sku.map(name -> office.db().read(tx -> Phrases.product(tx, name)));
            Predicate<Move.Key> isChosen = key -> product.map(key.product()::equals).orElse(true);
            Rebuild.Done done = Rebuild.of(office.db(), isChosen);
            spec.commandLine().getOut().println("Levels rebuilt: " + done.keys() + ", of which " + done.changed() + " were wrong.");
            return 0;
        }
    }
}
