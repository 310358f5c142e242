package io.evertill.central.command.place;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.stock.Branch;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `branch`: defines a store, a warehouse or a vehicle, or lists them.
@Command(name = "branch", mixinStandardHelpOptions = true,
        description = "Defines a branch: a store, a warehouse or a service vehicle. Without a code, lists those that are defined.")
public final class BranchCommand implements Callable<Integer> {
    private static final int PAGE = 200;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(index = "0", arity = "0..1", paramLabel = "CODE", description = "What entries call it, such as S1.")
    private Optional<String> code = Optional.empty();

    @Option(names = "--name", paramLabel = "TEXT", description = "What people call it. Otherwise its code.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--kind", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}. Otherwise STORE.")
    private Branch.Kind kind = Branch.Kind.STORE;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Where its clock is, such as Europe/London: the setting zone.")
    private Optional<String> zone = Optional.empty();

    public BranchCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            if (code.isEmpty()) {
                list(office);
                return 0;
            }
            Branch branch = new Branch(code.get().strip(), name.map(String::strip).orElse(code.get().strip()), kind);
            zone.ifPresent(ZoneId::of);
            office.db().run(tx -> {
                tx.branches().put(branch, tx.now());
                zone.ifPresent(id -> office.headOffice().define(tx, branch.code(), "zone", id));
            });
            print(branch);
            return 0;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Refusal(Refusal.Kind.USAGE, "This is no branch: " + e.getMessage() + ". Nothing was changed.");
        }
    }

    private void list(Office office) {
        List<Branch> page = office.db().read(tx -> tx.branches().after("", PAGE));
        while (!page.isEmpty()) {
            page.forEach(this::print);
            String last = page.getLast().code();
            page = office.db().read(tx -> tx.branches().after(last, PAGE));
        }
    }

    private void print(Branch branch) {
        spec.commandLine().getOut().println(branch.kind() + " " + branch.code() + ": " + branch.name());
    }
}
