package io.evertill.pos;

import io.evertill.key.Scanner;
import io.evertill.link.CentreAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a person may decide about a till, with a usual value for everything.
///
/// From `till.properties` in the folder that the variable `EVERTILL_CONF` names, where there is one, overruled line by line by
/// the file of that name in the data folder (lines of `name = value`, `#` for notes), overruled by the environment (the name in
/// upper case behind `EVERTILL_`, with `_` for `.`), overruled by flags of a command:
///
/// | name | meaning | usual value |
/// |---|---|---|
/// | `central.url` | where the centre is, when it moved since the enrolment | as enrolled |
/// | `receipts.folder` | where receipts are written, from the data folder | `receipts` |
/// | `language` | of the screen: `en`, `de`, `fr` or `es` | `en` |
/// | `language.receipt` | of receipts | as `language` |
/// | `pull.seconds` | how often the feed is looked at when nothing says that there is more, 5 to 86400 | `300` |
/// | `sound` | whether the till sounds after a scan, `on` or `off` | `on` |
/// | `scanner.prefix` | the key that announces a code, such as `F24`, or `none` | `none` |
/// | `scanner.suffix` | the keys that end a code | `Enter, Tab` |
/// | `scanner.gap.ms` | the longest time between two keys of a scanner, 1 to 200 | `40` |
/// | `scanner.stall.ms` | the longest interruption of a code, up to 2000 | `300` |
/// | `scanner.characters` | the shortest code that is told from typing by its speed, 3 to 32 | `6` |
///
/// The names of devices are those of [Hardware].
///
/// @param centralUrl where the centre is; empty for where the till was enrolled
/// @param receipts the folder of receipts
/// @param languages of screen and receipts
/// @param pullSeconds how often the feed is looked at
/// @param scanner how the scanners send codes
/// @param sound whether the till can be heard
/// @param hardware the devices around the till
public record Settings(
        Optional<String> centralUrl, Path receipts, Languages languages, int pullSeconds, Scanner scanner, Sound sound,
        Hardware hardware) {
    /// The file in the data folder.
    public static final String FILE = "till.properties";
    /// The variable that names the folder of the machine's own settings; an installed package sets it.
    public static final String MACHINE = "EVERTILL_CONF";

    private static final List<String> NAMES = Stream.of(
                    List.of("central.url", "receipts.folder", "language", "language.receipt", "pull.seconds", "sound"),
                    Scanners.NAMES, Hardware.NAMES)
            .flatMap(List::stream)
            .toList();
    private static final int FILE_BYTES_MAX = 64 * 1024;
    private static final int PULL_SECONDS_MIN = 5;
    private static final int PULL_SECONDS_MAX = 86_400;

    /// Whether the till can be heard.
    public enum Sound {
        /// After every scan.
        ON,
        /// Never; the screen flashes all the same.
        OFF
    }

    /// What reading gave.
    public sealed interface Reading {
        /// The settings.
        record Understood(Settings settings) implements Reading {}

        /// Something is written wrongly.
        ///
        /// @param sentence what, where, and what to write instead
        record Wrong(String sentence) implements Reading {}
    }

    /// The usual settings of a data folder.
    public static Settings in(Path folder) {
        return of(folder, Map.of());
    }

    /// Reads the settings of a data folder.
    ///
    /// @param environment the value of a variable of the process
    public static Reading read(Path folder, Function<String, Optional<String>> environment) {
        Stream<Path> machine = environment.apply(MACHINE).filter(name -> !name.isBlank()).map(Path::of).stream();
        List<Path> files = Stream.concat(machine, Stream.of(folder))
                .map(place -> place.resolve(FILE))
                .filter(Files::exists)
                .toList();
        Map<String, String> values = new TreeMap<>();
        for (Path file : files) {
            try {
                values.putAll(lines(file));
            } catch (IOException e) {
                return new Reading.Wrong("The settings in " + file + " cannot be read: " + SecretFile.cause(e));
            } catch (IllegalArgumentException e) {
                return new Reading.Wrong("The settings in " + file + " are wrong: " + e.getMessage());
            }
        }
        try {
            for (String name : NAMES) {
                environment.apply("EVERTILL_" + name.replace('.', '_').toUpperCase(Locale.ROOT))
                        .ifPresent(value -> values.put(name, value));
            }
            return new Reading.Understood(of(folder, values));
        } catch (IllegalArgumentException e) {
            return new Reading.Wrong("The settings in " + named(files, folder) + " or the environment are wrong: " + e.getMessage());
        }
    }

    private static String named(List<Path> files, Path folder) {
        return files.isEmpty()
                ? folder.resolve(FILE).toString()
                : files.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private static Settings of(Path folder, Map<String, String> values) {
        Optional<String> url = Optional.ofNullable(values.get("central.url")).map(CentreAddress::written);
        int seconds = number(values.getOrDefault("pull.seconds", "300"));
        return new Settings(url, folder.resolve(values.getOrDefault("receipts.folder", "receipts")),
                Languages.of(values), seconds, Scanners.of(values),
                sound(values.getOrDefault("sound", "on")), Hardware.of(folder, values));
    }

    private static Sound sound(String text) {
        return switch (text) {
            case "on" -> Sound.ON;
            case "off" -> Sound.OFF;
            default -> throw new IllegalArgumentException("sound is on or off: '" + text + "'");
        };
    }

    private static Map<String, String> lines(Path file) throws IOException {
        if (Files.size(file) > FILE_BYTES_MAX) {
            throw new IllegalArgumentException("the file is larger than " + FILE_BYTES_MAX + " bytes");
        }
        Map<String, String> values = new TreeMap<>();
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            String name = equals < 0 ? line : line.substring(0, equals).strip();
            if (equals < 0 || !NAMES.contains(name)) {
                throw new IllegalArgumentException(
                        "line " + (at + 1) + ": '" + name + "' is none of " + String.join(", ", NAMES));
            }
            values.put(name, line.substring(equals + 1).strip());
        }
        return values;
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException("pull.seconds is no number: '" + text + "'");
        }
        int number = Integer.parseInt(text);
        if (number < PULL_SECONDS_MIN || number > PULL_SECONDS_MAX) {
            throw new IllegalArgumentException("pull.seconds is " + PULL_SECONDS_MIN + " to " + PULL_SECONDS_MAX + ": " + text);
        }
        return number;
    }
}
