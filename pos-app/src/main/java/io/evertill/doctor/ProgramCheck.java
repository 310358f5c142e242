package io.evertill.doctor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.db.Database;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Program;
import io.evertill.pos.Trial;
import io.evertill.wire.Json;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// Which program this is, what it runs on, and whether its selling screen was there since it was installed.
public final class ProgramCheck implements Check {
    private final Path folder;
    private final Supplier<Program> program;
    private final String engine;

    /// This program on a folder.
    ///
    /// @param engine the version of SQLite
    public ProgramCheck(Path folder, Supplier<Program> program, String engine) {
        this.folder = folder;
        this.program = program;
        this.engine = engine;
    }

    @Override
    public String name() {
        return "program";
    }

    @Override
    public Finding look() {
        Program running = program.get();
        ObjectNode figures = Json.object().put("version", running.version()).put("commit", running.commit())
                .put("java", running.java()).put("sqlite", engine).put("system", running.system()).put("schema", Database.tillVersion());
        running.javaFx().ifPresent(version -> figures.put("javafx", version));
        Optional<String> started = Trial.started(folder);
        started.ifPresent(version -> figures.put("lastReady", version));
        String facts = "Evertill " + running.version() + " (" + running.commit() + ") for version " + Database.tillVersion()
                + " of the database, on Java " + running.java() + running.javaFx().map(version -> ", JavaFX " + version).orElse("")
                + ", SQLite " + engine + ", " + running.system() + ".";
        boolean isNew = DataFolder.holdsTill(folder) && started.filter(running.version()::equals).isEmpty();
        return isNew && started.isPresent()
                ? Finding.warning(name(), facts + " The till last got ready with version " + started.get() + ".",
                        "Start the till once: an update is finished when its selling screen was there.", figures)
                : Finding.ok(name(), facts, figures);
    }
}
