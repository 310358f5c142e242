package io.evertill.central.command.place;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.stock.Location;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `location`: defines a physical space below a branch, or lists them.
@Command(name = "location", mixinStandardHelpOptions = true,
        description = "Defines a location in a branch, with its aisle and shelf; every branch has MAIN. Without a name, lists those that"
                + " are defined.")
public final class LocationCommand implements Callable<Integer> {
    private static final int PAGE = 200;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "What places call it, such as BACK.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--store", paramLabel = "STORE", description = "The branch. Without it, lists those of all branches.")
    private String store = "";

    @Option(names = "--aisle", paramLabel = "TEXT", description = "Its aisle.")
    private String aisle = "";

    @Option(names = "--shelf", paramLabel = "TEXT", description = "Its shelf.")
    private String shelf = "";

    public LocationCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            if (name.isEmpty()) {
                list(office);
                return 0;
            }
            Location location = new Location(store, name.get().strip(), aisle.strip(), shelf.strip());
            office.db().run(tx -> tx.branches().put(location, tx.now()));
            print(location);
            return 0;
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE, "This is no location: " + e.getMessage() + ". Nothing was changed.");
        }
    }

    private void list(Office office) {
        List<Location> page = office.db().read(tx -> tx.branches().locationsAfter("", "", PAGE));
        while (!page.isEmpty()) {
            page.stream().filter(location -> store.isEmpty() || location.branch().equals(store)).forEach(this::print);
            Location last = page.getLast();
            page = office.db().read(tx -> tx.branches().locationsAfter(last.branch(), last.name(), PAGE));
        }
    }

    private void print(Location location) {
        spec.commandLine().getOut().println("Store " + location.branch() + " " + location.name()
                + (location.aisle().isEmpty() ? "" : ", aisle " + location.aisle())
                + (location.shelf().isEmpty() ? "" : ", shelf " + location.shelf()));
    }
}
