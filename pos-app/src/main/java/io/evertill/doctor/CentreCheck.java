package io.evertill.doctor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.link.CentreHealth;
import io.evertill.wire.Json;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Whether the centre answers, how fast, and which program it is. Asked once; [ClockCheck] reads the same answer.
public final class CentreCheck implements Check {
    private final String url;
    private final Supplier<CentreHealth> centre;
    private final LongSupplier monoMs;
    private Optional<CentreHealth> answer = Optional.empty();

    /// The centre at an address.
    ///
    /// @param url empty for a till without a centre
    /// @param centre asks it
    /// @param monoMs a clock that never jumps, in milliseconds
    public CentreCheck(String url, Supplier<CentreHealth> centre, LongSupplier monoMs) {
        this.url = url;
        this.centre = centre;
        this.monoMs = monoMs;
    }

    @Override
    public String name() {
        return "centre";
    }

    @Override
    public Finding look() {
        if (url.isEmpty()) {
            return Finding.warning(name(), "This folder knows no centre.", "Enrol it with evertill enrol, or set central.url.",
                    Json.object());
        }
        long begun = monoMs.getAsLong();
        CentreHealth heard = centre.get();
        long took = monoMs.getAsLong() - begun;
        answer = Optional.of(heard);
        ObjectNode figures = Json.object().put("url", url).put("tookMs", took);
        return switch (heard) {
            case CentreHealth.Silent(String cause) -> Finding.warning(name(), "The centre at " + url + " cannot be reached: " + cause,
                    "The till sells on and keeps what it records. Check the network, the address and that the centre runs.",
                    figures.put("reachable", false));
            case CentreHealth.Heard told -> judged(told, figures.put("reachable", true), took);
        };
    }

    private Finding judged(CentreHealth.Heard told, ObjectNode figures, long took) {
        told.version().ifPresent(version -> figures.put("version", version));
        String facts = "The centre at " + url + told.version().map(version -> " (version " + version + ")").orElse("") + " answered in "
                + took + " ms: " + told.sentence();
        return told.isUp()
                ? Finding.ok(name(), facts, figures.put("up", true))
                : Finding.warning(name(), facts, "Look at the centre; the till sells on and sends later.", figures.put("up", false));
    }

    /// What it answered; empty before it was asked.
    public Optional<CentreHealth> answer() {
        return answer;
    }
}
