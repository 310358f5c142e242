package io.evertill.central.office;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which version of the program this is, as the build wrote it.
public final class Edition {
    private static final String FILE = "/io/evertill/version.properties";

    private Edition() {}

    /// Such as `1.4.0`.
    public static String version() {
        Properties properties = new Properties();
        try (InputStream in = Edition.class.getResourceAsStream(FILE)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
