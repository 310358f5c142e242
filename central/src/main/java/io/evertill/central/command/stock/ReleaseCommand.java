package io.evertill.central.command.stock;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.Desk;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.reserving.Modes;
import io.evertill.reserving.Taking;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/// `release`: gives back what is left of a reservation.
@Command(name = "release", mixinStandardHelpOptions = true,
        description = "Gives back what is left of a reservation, whoever made it.")
public final class ReleaseCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(paramLabel = "ID", description = "The reservation, as the command reservations lists it.")
    private UUID id = new UUID(0, 0);

    @Option(names = "--by", paramLabel = "NAME", description = "Who gives it back. Otherwise office.")
    private String by = "office";

    public ReleaseCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            Desk desk = Desk.at(office, workplace.machine().random(), _ -> Modes.Mode.PESSIMISTIC);
            return switch (desk.reservations().release(id, by, "", Optional.empty())) {
                case Taking.Done _ -> {
                    spec.commandLine().getOut().println("Reservation " + id + " was given back.");
                    yield 0;
                }
                case Taking.Already already -> {
                    spec.commandLine().getErr().println("Reservation " + id + " has ended already: "
                            + already.state().name().toLowerCase(Locale.ROOT) + ".");
                    yield 1;
                }
                case Taking.Unknown _ -> throw new Refusal(Refusal.Kind.USAGE,
                        "There is no reservation " + id + ". The command reservations lists those that are active.");
                case Taking.TooMuch _, Taking.Conflict _, Taking.Late _ ->
                        throw new IllegalStateException("a release is none of these");
            };
        }
    }
}
