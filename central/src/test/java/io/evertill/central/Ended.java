package io.evertill.central;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Machine;
import io.evertill.ledger.Bytes;
import io.evertill.wire.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/// How a command ended and what it said; it ran in this process, as the program runs it.
public record Ended(int exitCode, String out, String err) {
    public static Ended of(String... arguments) {
        return of(new Workplace(Machine.real(), Map.of(), false), arguments);
    }

    public static Ended of(Workplace workplace, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = CentralApp.run(workplace, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Ended(exitCode, out.toString(), err.toString());
    }

    public List<String> lines() {
        return out.lines().toList();
    }

    /// What it said as one JSON object.
    public JsonNode json() {
        return Json.parse(Bytes.of(out).content());
    }

    /// Everything a person reads.
    public String said() {
        return out + err;
    }
}
