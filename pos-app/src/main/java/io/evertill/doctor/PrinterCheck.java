package io.evertill.doctor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.device.Done;
import io.evertill.wire.Json;
import java.util.function.Supplier;

/// Whether the receipt printer can be reached and, where it answers, whether it has paper.
public final class PrinterCheck implements Check {
    private final String where;
    private final Supplier<Done> asked;

    /// A printer.
    ///
    /// @param where as the settings name it
    /// @param asked speaks to it
    public PrinterCheck(String where, Supplier<Done> asked) {
        this.where = where;
        this.asked = asked;
    }

    @Override
    public String name() {
        return "printer";
    }

    @Override
    public Finding look() {
        ObjectNode figures = Json.object().put("port", where);
        return switch (asked.get()) {
            case Done.Well() -> Finding.ok(name(), "The printer (" + where + ") can be reached and reports no trouble.", figures);
            case Done.Failed(String sentence) -> Finding.problem(name(), sentence,
                    "Sales are saved all the same; evertill devices test printer tries it again.", figures);
        };
    }
}
