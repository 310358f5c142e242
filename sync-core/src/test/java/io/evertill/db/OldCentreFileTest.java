package io.evertill.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A centre of an older program: a file is copied before its update, and a server's operator is reminded to do it.
class OldCentreFileTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-27T12:00:00Z"));

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    void aVerifiedCopyStandsBesideAFile() {
        Path file = folder.resolve("centre.db");
        OldTill.migrate(file, "central", 26);

        Database.centre(file, CLOCK, Updating.telling(told::add)).close();

        Path backup = folder.resolve("centre-before-V" + Migrations.CENTRE.version() + "-20261127-120000-000.db");
        try (DatabaseFile copy = DatabaseFile.still(backup); DatabaseFile now = DatabaseFile.open(file)) {
            assertEquals(26, copy.version());
            assertEquals(Migrations.CENTRE.version(), now.version());
        }
        assertTrue(told.getLast().endsWith("As it was before it stands in " + backup + "."), told::toString);
    }

    @Test
    void whoeverRunsAServerIsReminded() {
        String url = CentreOn.freshPostgresql();
        Flyway.configure().dataSource(url, null, null).locations("classpath:io/evertill/db/central/postgresql")
                .table("flyway_schema_history").target("26").load().migrate();

        Database.centre(url, CLOCK, Updating.telling(told::add)).close();
        Database.centre(url, CLOCK, Updating.telling(told::add)).close();

        assertEquals(List.of("The tables are brought from version 26 to " + Migrations.CENTRE.version()
                + ". Copies of a PostgreSQL database are made with its own tools; this program makes none."), told);
    }
}
