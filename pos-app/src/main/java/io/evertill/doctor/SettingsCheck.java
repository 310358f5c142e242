package io.evertill.doctor;

import io.evertill.pos.Settings;
import io.evertill.wire.Json;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether the settings can be understood.
public final class SettingsCheck implements Check {
    private final Path folder;
    private final Settings.Reading reading;

    public SettingsCheck(Path folder, Settings.Reading reading) {
        this.folder = folder;
        this.reading = reading;
    }

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public Finding look() {
        Path file = folder.resolve(Settings.FILE);
        return switch (reading) {
            case Settings.Reading.Understood _ -> Finding.ok(name(), Files.exists(file)
                    ? "The settings in " + file + " are understood." : "There is no file " + file + ": everything is as usual.",
                    Json.object().put("understood", true));
            case Settings.Reading.Wrong(String sentence) -> Finding.problem(name(), sentence,
                    "Mend it: the till does not start before.", Json.object().put("understood", false));
        };
    }
}
