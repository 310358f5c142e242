package io.evertill.doctor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.link.CentreHealth;
import io.evertill.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/// The clock of this machine, compared with the centre's where it answers, and its time zone.
public final class ClockCheck implements Check {
    /// From here on the centre makes an incident of it.
    private static final Duration FAR = Duration.ofMinutes(5);
    private static final Duration NEAR = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final ZoneId zone;
    private final Supplier<Optional<CentreHealth>> centre;

    /// The clock beside that of the centre.
    ///
    /// @param centre what the centre just answered
    public ClockCheck(InstantSource clock, ZoneId zone, Supplier<Optional<CentreHealth>> centre) {
        this.clock = clock;
        this.zone = zone;
        this.centre = centre;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Finding look() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        ObjectNode figures = Json.object().put("now", now.toString()).put("zone", zone.getId());
        String here = "It is " + now + " by this machine, whose time zone is " + zone.getId();
        Optional<Instant> there = centre.get().flatMap(answer ->
                answer instanceof CentreHealth.Heard heard ? heard.at() : Optional.<Instant>empty());
        if (there.isEmpty()) {
            return Finding.ok(name(), here + "; the centre's clock is not known now.", figures);
        }
        Duration ahead = Duration.between(there.get(), now);
        figures.put("aheadOfCentreSeconds", ahead.toSeconds());
        String facts = here + "; it is " + ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of")
                + " the centre's.";
        String advice = "Let it follow a time server (timedatectl set-ntp true): sales carry its time, and the centre corrects them.";
        if (ahead.abs().compareTo(FAR) > 0) {
            return Finding.problem(name(), facts, advice, figures);
        }
        return ahead.abs().compareTo(NEAR) > 0 ? Finding.warning(name(), facts, advice, figures) : Finding.ok(name(), facts, figures);
    }
}
