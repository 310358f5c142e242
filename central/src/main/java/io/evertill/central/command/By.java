package io.evertill.central.command;

import io.evertill.central.office.Refusal;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The option that names a person.
public final class By {
    @Option(names = "--by", paramLabel = "NAME", description = "Who does it.")
    private String name = "";

    /// The name; empty when it is missing.
    public Optional<String> find() {
        return Optional.of(name.strip()).filter(text -> !text.isEmpty());
    }

    /// The name.
    ///
    /// @param otherwise what to say when it is missing
    /// @throws Refusal when it is missing
    public String require(String otherwise) {
        return find().orElseThrow(() -> new Refusal(Refusal.Kind.USAGE, otherwise));
    }
}
