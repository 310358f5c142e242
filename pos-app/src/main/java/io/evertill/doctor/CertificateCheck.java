package io.evertill.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.link.Certificate;
import io.evertill.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// The certificate that an https centre shows: what it is for, and its last day. Whether it is trusted shows in [CentreCheck].
public final class CertificateCheck implements Check {
    private static final int HTTPS = 443;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofDays(14);

    private final String url;
    private final InstantSource clock;

    public CertificateCheck(String url, InstantSource clock) {
        this.url = url;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "certificate";
    }

    @Override
    public Finding look() {
        if (!url.startsWith("https://")) {
            return Finding.ok(name(), "The centre is spoken to without a certificate, which is for this machine alone.",
                    Json.object().put("https", false));
        }
        URI uri = URI.create(url);
        ObjectNode figures = Json.object().put("https", true);
        try {
            return judged(Certificate.at(String.valueOf(uri.getHost()), uri.getPort() < 0 ? HTTPS : uri.getPort(), PATIENCE), figures);
        } catch (IOException e) {
            return Finding.warning(name(), "The centre's certificate could not be looked at: " + e.getMessage() + ".",
                    "Check the network, the address, and that the centre speaks https there.", figures);
        }
    }

    private Finding judged(Certificate shown, ObjectNode figures) {
        Instant now = clock.instant();
        LocalDate last = LocalDate.ofInstant(shown.until(), ZoneOffset.UTC);
        figures.put("lastDay", last.toString()).put("issuer", shown.issuer());
        ArrayNode names = figures.putArray("names");
        shown.names().forEach(names::add);
        String facts = "The centre's certificate is for " + named(shown.names()) + ", its last day is " + last + ".";
        if (now.isAfter(shown.until())) {
            return Finding.problem(name(), facts + " That is over.",
                    "Renew it at the centre. If the day of this machine is wrong, set its clock.", figures);
        }
        if (now.isBefore(shown.from())) {
            return Finding.problem(name(), facts + " It is not valid yet.", "Set the clock of this machine, or that of the centre.",
                    figures);
        }
        return now.plus(SOON).isAfter(shown.until())
                ? Finding.warning(name(), facts, "Renew it at the centre in time: after that day tills cannot send.", figures)
                : Finding.ok(name(), facts, figures);
    }

    private static String named(List<String> names) {
        return names.isEmpty() ? "no name" : String.join(", ", names);
    }
}
