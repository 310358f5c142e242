package io.evertill.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which code is run, for those who want to run it again.
final class Commit {
    static final String NAME = name();

    private Commit() {}

    private static String name() {
        Properties version = new Properties();
        try (InputStream file = Commit.class.getResourceAsStream("/io/evertill/version.properties")) {
            version.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return version.getProperty("commit", "unknown");
    }
}
