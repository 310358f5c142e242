package io.evertill.central.command;

import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.db.Incidents;
import io.evertill.db.Tx;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that note that somebody looked at a matter: which, who, and what came of it.
public final class Settling {
    @Option(names = "--settle", paramLabel = "ID", description = "What somebody looked at; with --by and --note.")
    private Optional<UUID> id = Optional.empty();

    @Mixin
    private Verdict verdict = new Verdict();

    /// Settles an open matter; answers false when there is none of this id.
    public interface Book {
        boolean settle(Tx tx, UUID id, Incidents.Settled settled);
    }

    /// Settles the matter that is named; answers false and does nothing when none is.
    ///
    /// @param what what it is called, such as `conflict`
    /// @param list the command that lists what is open
    /// @throws Refusal when there is no such open matter, or nobody says who looked at it and what came of it
    public boolean settle(Office office, PrintWriter out, String what, String list, Book book) {
        id.ifPresent(matter -> {
            boolean isSettled = office.db().write(tx -> book.settle(tx, matter, verdict.at(tx.now())));
            if (!isSettled) {
                throw new Refusal(Refusal.Kind.USAGE,
                        "There is no open " + what + " " + matter + ". The command " + list + " lists them.");
            }
            out.println("The " + what + " is settled.");
        });
        return id.isPresent();
    }
}
