package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void withoutAFileEverythingIsAsUsual() {
        assertEquals(new Settings(Optional.empty(), folder.resolve("receipts"), Locale.ENGLISH, 300), read(Map.of()));
    }

    @Test
    void theEnvironmentOverrulesTheFile() throws IOException {
        write("# our shop\nlanguage = de\npull.seconds=60\n");

        Settings settings = read(Map.of("EVERTILL_PULL_SECONDS", "30", "EVERTILL_CENTRAL_URL", "http://127.0.0.1:8480"));

        assertEquals(new Settings(Optional.of("http://127.0.0.1:8480/"), folder.resolve("receipts"), Locale.GERMAN, 30),
                settings);
    }

    @Test
    void aMisspeltNameIsPointedOut() throws IOException {
        write("language = de\nlanguag = de\n");

        Settings.Reading reading = Settings.read(folder, _ -> Optional.empty());

        Settings.Reading.Wrong wrong = assertInstanceOf(Settings.Reading.Wrong.class, reading);
        assertTrue(wrong.sentence().contains("line 2: 'languag'"), wrong.sentence());
    }

    @Test
    void clearTextToAnotherMachineIsRefused() {
        Settings.Reading reading = Settings.read(folder,
                name -> Optional.of("http://centre.example").filter(_ -> name.equals("EVERTILL_CENTRAL_URL")));

        assertTrue(assertInstanceOf(Settings.Reading.Wrong.class, reading).sentence().contains("clear text"));
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve(Settings.FILE), text);
    }

    private Settings read(Map<String, String> environment) {
        Settings.Reading reading = Settings.read(folder, name -> Optional.ofNullable(environment.get(name)));
        return assertInstanceOf(Settings.Reading.Understood.class, reading).settings();
    }
}
