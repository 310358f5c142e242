package io.evertill.central.command;

import io.evertill.central.office.Refusal;
import io.evertill.db.Incidents;
import java.time.Instant;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say who decided a matter, and why.
public final class Verdict {
    private static final String MISSING = "Say who decided and why: --by NAME --note TEXT.";

    @Mixin
    private By by = new By();

    @Option(names = "--note", paramLabel = "TEXT", description = "Why, or what was found and done.")
    private String note = "";

    /// Who decided.
    ///
    /// @throws Refusal when it is missing
    public String by() {
        return by.require(MISSING);
    }

    /// Why.
    ///
    /// @throws Refusal when it is missing
    public String note() {
        if (note.isBlank()) {
            throw new Refusal(Refusal.Kind.USAGE, MISSING);
        }
        return note.strip();
    }

    /// Both, at a moment.
    ///
    /// @throws Refusal when one of them is missing
    public Incidents.Settled at(Instant now) {
        return new Incidents.Settled(now, by(), note());
    }
}
