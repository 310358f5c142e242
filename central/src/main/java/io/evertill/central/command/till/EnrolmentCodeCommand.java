package io.evertill.central.command.till;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.db.Tills;
import io.evertill.ingest.Admission;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `enrolment-code`: a one-time code with which a till enrols.
@Command(name = "enrolment-code", mixinStandardHelpOptions = true,
        description = "Makes a one-time code for a till. The last line of the output is the code.")
public final class EnrolmentCodeCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--store", required = true, paramLabel = "STORE", description = "The store's code, such as S1.")
    private String store = "";

    @Option(names = "--till", required = true, paramLabel = "TILL", description = "The till's name in the store, such as T1.")
    private String till = "";

    @Option(names = "--valid", paramLabel = "TIME", description = "How long the code is valid: 90s, 15m, 72h, 3d. Otherwise 15m.")
    private Duration valid = Admission.VALID_USUALLY;

    public EnrolmentCodeCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            Tills.Seat seat = new Tills.Seat(store, till);
            boolean isTaken = office.db().read(tx -> tx.tills().all()).stream()
                    .anyMatch(known -> new Tills.Seat(known.branch(), known.name()).equals(seat) && known.revokedAt().isEmpty());
            String code = code(office, seat);
            PrintWriter out = spec.commandLine().getOut();
            if (isTaken) {
                out.println("Till " + till + " in store " + store + " is enrolled already. If this code is for another machine,"
                        + " revoke the old one first: evertill-central revoke --store " + store + " --till " + till);
            }
            out.println("This code enrols till " + till + " in store " + store + " once, until "
                    + workplace.machine().clock().instant().plus(valid).truncatedTo(ChronoUnit.SECONDS) + ".");
            out.println(code);
            return 0;
        }
    }

    private String code(Office office, Tills.Seat seat) {
        try {
            return office.admission().code(seat, valid);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE,
                    "This code cannot be made: store and till are letters, digits, '_' and '.', and the time is up to "
                            + Admission.VALID_MAX.toDays() + " days (" + e.getMessage() + ").");
        }
    }
}
