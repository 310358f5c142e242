package io.evertill.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.cable.Plug;
import io.evertill.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The ports of scanner, scale and card terminal. A port that talks to one program only is left alone while a till runs.
public final class PortsCheck implements Check {
    private final Map<String, Plug> plugs;
    private final boolean isTillRunning;

    /// The ports of devices.
    ///
    /// @param plugs what is connected where, such as `scale`
    public PortsCheck(Map<String, Plug> plugs, boolean isTillRunning) {
        this.plugs = Map.copyOf(plugs);
        this.isTillRunning = isTillRunning;
    }

    @Override
    public String name() {
        return "ports";
    }

    @Override
    public Finding look() {
        ObjectNode figures = Json.object();
        ArrayNode ports = figures.putArray("ports");
        List<String> troubles = new ArrayList<>();
        List<String> names = plugs.keySet().stream().sorted().toList();
        for (String device : names) {
            Plug plug = plugs.get(device);
            Optional<String> trouble = plug == null ? Optional.empty() : trouble(plug);
            ports.addObject().put("device", device).put("port", String.valueOf(plug)).put("found", trouble.isEmpty());
            trouble.ifPresent(what -> troubles.add("The " + device + " at " + plug + " is not there: " + what + "."));
        }
        if (!troubles.isEmpty()) {
            return Finding.problem(name(), String.join(" ", troubles), "Look whether it is on, at its cable, and at its setting.", figures);
        }
        String facts = names.isEmpty() ? "No scanner, scale or card terminal is set to a port." : String.join(", ", names)
                + (names.size() == 1 ? " has its port." : " have their ports.");
        return Finding.ok(name(), facts.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + facts.substring(1), figures);
    }

    private Optional<String> trouble(Plug plug) {
        return switch (plug) {
            case Plug.Serial(String port, int _) when port.startsWith("/") ->
                    Files.exists(Path.of(port)) ? Optional.empty() : Optional.of("the system knows no such port");
            case Plug.File(Path path) -> Files.exists(path) ? Optional.empty() : Optional.of("there is no such file");
            case Plug other -> isTillRunning ? Optional.empty() : opened(other);
        };
    }

    private static Optional<String> opened(Plug plug) {
        try {
            plug.open().close();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
