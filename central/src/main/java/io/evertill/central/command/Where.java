package io.evertill.central.command;

import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.central.office.Settings;
import io.evertill.central.office.TlsSettings;
import io.evertill.central.tls.HostNames;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/// Where a command finds the centre: flags over the environment over `central.properties` in the data folder over the file of that
/// name in the folder that the variable `EVERTILL_CENTRAL_CONF` names, which an installed package sets.
public final class Where {
    /// The settings file in a data folder.
    public static final String FILE = "central.properties";

    private static final String PREFIX = "EVERTILL_CENTRAL_";
    private static final String MACHINE = "conf";
    private static final Set<String> KEYS = Set.of("bind", "port", "db", "lanes", "tls.certificate", "tls.key", "tls.names");

    @Option(names = "--data", paramLabel = "FOLDER",
            description = "The centre's data folder: the database " + Office.FILE + " and the settings " + FILE + ".")
    Optional<Path> data = Optional.empty();

    @Option(names = "--db", paramLabel = "URL",
            description = "A PostgreSQL database instead of the file: jdbc:postgresql://host/name?user=…&password=…")
    Optional<String> db = Optional.empty();

    /// Settings without an address to listen on.
    public Settings settings(Map<String, String> environment) {
        return settings(environment, Optional.empty(), Optional.empty());
    }

    /// All settings.
    public Settings settings(Map<String, String> environment, Optional<String> bindFlag, Optional<Integer> portFlag) {
        Optional<Path> folder = data.or(() -> variable(environment, "data").map(Path::of));
        Properties file = new Properties();
        variable(environment, MACHINE).map(Path::of).map(Where::read).ifPresent(file::putAll);
        folder.map(Where::read).ifPresent(file::putAll);
        return new Settings(
                folder,
                db.or(() -> choice(environment, file, "db")),
                bindFlag.or(() -> choice(environment, file, "bind")).orElse(Settings.BIND_USUALLY),
                portFlag.or(() -> choice(environment, file, "port").map(text -> number("port", text))).orElse(Settings.PORT_USUALLY),
                choice(environment, file, "lanes").map(text -> number("lanes", text)).orElse(Settings.LANES_USUALLY),
                tls(environment, file, folder));
    }

    /// Files are looked for from the data folder.
    private static TlsSettings tls(Map<String, String> environment, Properties file, Optional<Path> folder) {
        Path base = folder.orElse(Path.of(""));
        return new TlsSettings(
                choice(environment, file, "tls.certificate").map(base::resolve),
                choice(environment, file, "tls.key").map(base::resolve),
                choice(environment, file, "tls.names").map(Where::names).orElse(List.of()));
    }

    /// Host names and addresses, with commas between them.
    ///
    /// @throws Refusal naming the first that is none
    public static List<String> names(String text) {
        List<String> names = Arrays.stream(text.split(",", -1)).map(String::strip).filter(name -> !name.isEmpty()).toList();
        names.stream().filter(name -> !HostNames.isName(name)).findFirst().ifPresent(name -> {
            throw new Refusal(Refusal.Kind.USAGE, "'" + name + "' is no name of a machine and no address. Write it like"
                    + " till-centre.example or 192.168.1.10, several with commas between them.");
        });
        return names;
    }

    private static Optional<String> choice(Map<String, String> environment, Properties file, String key) {
        return variable(environment, key).or(() -> Optional.ofNullable(file.getProperty(key)).map(String::strip));
    }

    private static Optional<String> variable(Map<String, String> environment, String key) {
        return Optional.ofNullable(environment.get(PREFIX + key.replace('.', '_').toUpperCase(java.util.Locale.ROOT)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static int number(String key, String text) {
        if (!text.matches("[0-9]{1,5}")) {
            throw new Refusal(Refusal.Kind.USAGE, "The setting " + key + " is a number, not '" + text + "'.");
        }
        return Integer.parseInt(text);
    }

    private static Properties read(Path folder) {
        Properties properties = new Properties();
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new Refusal(Refusal.Kind.USAGE, "The settings in " + file + " cannot be read: " + e.getMessage());
            }
        }
        Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new Refusal(Refusal.Kind.USAGE, "The settings in " + file + " have no " + String.join(", ", unknown)
                    + ". There are: " + String.join(", ", new TreeSet<>(KEYS)) + ".");
        }
        return properties;
    }
}
