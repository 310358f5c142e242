package io.evertill.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.device.Speaker;
import io.evertill.pos.Window;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole product from the keyboard to the centre's database: the demo's tour is walked and must hold.
class TourTest {
    @TempDir
    Path folder;

    @Test
    void theTourEndsWithTillAndCentreInAgreement() throws Exception {
        Window.startToolkit();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (Site site = new Site(folder, Speaker.SILENT)) {
            DemoShop.open(site.centre());
            assertEquals(2_000, site.enrol());

            boolean holds = new Tour(site, folder.resolve("screenshots"),
                    new PrintStream(told, true, StandardCharsets.UTF_8)).walk();

            assertTrue(holds, told.toString(StandardCharsets.UTF_8));
            assertEquals(15, count(folder.resolve("screenshots"), ".png"));
            assertEquals(12, count(site.receipts(), ".escpos") - 1, "eleven receipts and one copy, beside the drawer's file");
        }
    }

    private static long count(Path in, String ending) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.filter(file -> file.toString().endsWith(ending)).count();
        }
    }
}
