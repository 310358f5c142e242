package io.evertill.command;

import io.evertill.db.Database;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// Which till a command is about.
final class Where {
    private static final String TILL = "till-[0-9]{1,3}";

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The till's data folder.")
    Path data = Path.of("");

    /// The folders of tills: the one named, or those of a replay below it.
    ///
    /// @throws Refusal when there is none
    List<Path> tills() {
        if (DataFolder.holdsTill(data)) {
            return List.of(data);
        }
        List<Path> below = below();
        if (below.isEmpty()) {
            throw new Refusal(ExitCode.USAGE, "There is no till in " + data
                    + ". Set one up with: evertill enrol --data " + data + " --central URL --code CODE");
        }
        return below;
    }

    private List<Path> below() {
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(data)) {
            return entries.filter(path -> String.valueOf(path.getFileName()).matches(TILL) && DataFolder.holdsTill(path))
                    .sorted(Comparator.comparingInt((Path path) -> String.valueOf(path.getFileName()).length())
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw new Refusal(ExitCode.STORAGE, "The folder " + data + " cannot be read: " + e.getMessage());
        }
    }

    /// Opens a till's ledger beside a till that may be running. One of an older program is brought up to date first, which only
    /// whoever holds the folder may do: a till that was started before an update still works on the older tables.
    ///
    /// @throws Refusal when it would have to be brought up to date and a till is running there
    static Database open(Path till, Workplace workplace) {
        Path ledger = DataFolder.database(till);
        if (Database.isOfOlderProgram(ledger)) {
            try (DataFolder folder = holdForUpdate(till)) {
                Database.till(folder.database(), workplace.machine().clock()).close();
            }
        }
        return Database.till(ledger, workplace.machine().clock());
    }

    private static DataFolder holdForUpdate(Path till) {
        return switch (DataFolder.open(till)) {
            case DataFolder.Opening.Opened(DataFolder folder) -> folder;
            case DataFolder.Opening.Refused(String sentence) -> throw new Refusal(ExitCode.STORAGE, "The database in " + till
                    + " is of an older program and cannot be brought up to date now. " + sentence
                    + " It goes on as it was until it is started again with this program.");
        };
    }

    /// Holds a folder for this process alone.
    ///
    /// @throws Refusal when a till is running there or the folder cannot be used
    static DataFolder hold(Path path) {
        return switch (DataFolder.open(path)) {
            case DataFolder.Opening.Opened(DataFolder folder) -> folder;
            case DataFolder.Opening.Refused(String sentence) -> throw new Refusal(ExitCode.STORAGE, sentence);
        };
    }

    /// The settings of a folder.
    ///
    /// @throws Refusal when something is written wrongly
    static Settings settings(Path path, Workplace workplace) {
        return switch (Settings.read(path, workplace.environment())) {
            case Settings.Reading.Understood(Settings settings) -> settings;
            case Settings.Reading.Wrong(String sentence) -> throw new Refusal(ExitCode.USAGE, sentence);
        };
    }
}
