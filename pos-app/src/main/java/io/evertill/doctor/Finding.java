package io.evertill.doctor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.wire.Json;

/// What a check found.
///
/// @param check its name
/// @param verdict how bad it is
/// @param facts one sentence of what is there
/// @param advice one sentence of what to do; empty when all is well
/// @param figures the same for programs: names are stable
public record Finding(String check, Verdict verdict, String facts, String advice, ObjectNode figures) {
    /// How bad it is.
    public enum Verdict {
        /// As it should be.
        OK,
        /// The till sells; somebody should look at it.
        WARNING,
        /// The till cannot sell, or what it records is in danger.
        PROBLEM
    }

    /// All is well.
    public static Finding ok(String check, String facts, ObjectNode figures) {
        return new Finding(check, Verdict.OK, facts, "", figures);
    }

    /// Somebody should look at it.
    public static Finding warning(String check, String facts, String advice, ObjectNode figures) {
        return new Finding(check, Verdict.WARNING, facts, advice, figures);
    }

    /// Something is broken.
    public static Finding problem(String check, String facts, String advice, ObjectNode figures) {
        return new Finding(check, Verdict.PROBLEM, facts, advice, figures);
    }

    /// As a program reads it.
    public ObjectNode json() {
        ObjectNode node = Json.object().put("check", check).put("verdict", verdict.name()).put("facts", facts).put("advice", advice);
        node.set("figures", figures);
        return node;
    }
}
