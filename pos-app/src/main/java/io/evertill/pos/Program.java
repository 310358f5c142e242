package io.evertill.pos;

import io.evertill.rule.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/// Which program this is and what it runs on.
///
/// @param version as its package says, such as `1.4.0`
/// @param commit of its source
/// @param java the version of the Java machine
/// @param javaFx the version of JavaFX; empty before the toolkit was started
/// @param system name and version of the operating system
@Wiring
public record Program(String version, String commit, String java, Optional<String> javaFx, String system) {
    private static final String FILE = "/io/evertill/version.properties";

    /// The one that runs.
    public static Program running() {
        Properties properties = new Properties();
        try (InputStream in = Program.class.getResourceAsStream(FILE)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Program(properties.getProperty("version", "unknown"), properties.getProperty("commit", "unknown"),
                System.getProperty("java.version", "unknown"), Optional.ofNullable(System.getProperty("javafx.runtime.version")),
                System.getProperty("os.name", "unknown") + " " + System.getProperty("os.version", "") + " "
                        + System.getProperty("os.arch", ""));
    }
}
