package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.key.Scanner;
import io.evertill.key.Stroke;
import io.evertill.receipt.ReceiptLanguage;
import io.evertill.till.Appearance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void withoutAFileEverythingIsAsUsual() {
        Settings usual = new Settings(Optional.empty(), folder.resolve("receipts"),
                new Languages(Appearance.Language.ENGLISH, ReceiptLanguage.EN), 300, Scanner.USUAL,
                Settings.Sound.ON);

        assertEquals(usual, read(Map.of()));
        assertEquals(usual, Settings.in(folder));
    }

    @Test
    void theEnvironmentOverrulesTheFile() throws IOException {
        write("# our shop\nlanguage = de\npull.seconds=60\n");

        Settings settings = read(Map.of("EVERTILL_PULL_SECONDS", "30", "EVERTILL_CENTRAL_URL", "http://127.0.0.1:8480"));

        assertEquals(new Settings(Optional.of("http://127.0.0.1:8480/"), folder.resolve("receipts"),
                new Languages(Appearance.Language.GERMAN, ReceiptLanguage.DE), 30,
                Scanner.USUAL, Settings.Sound.ON), settings);
    }

    @Test
    void receiptsMaySpeakAnotherLanguageThanTheScreen() {
        assertEquals(new Languages(Appearance.Language.SPANISH, ReceiptLanguage.ES),
                read(Map.of("EVERTILL_LANGUAGE", "es")).languages());
        assertEquals(new Languages(Appearance.Language.SPANISH, ReceiptLanguage.FR),
                read(Map.of("EVERTILL_LANGUAGE", "es", "EVERTILL_LANGUAGE_RECEIPT", "fr")).languages());
    }

    @Test
    void aLanguageThatTheTillDoesNotSpeakIsPointedOut() throws IOException {
        write("language.receipt = nl\n");

        assertTrue(assertInstanceOf(Settings.Reading.Wrong.class, Settings.read(folder, _ -> Optional.empty()))
                .sentence().contains("language.receipt is en, de, fr or es: 'nl'"));
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

    @Test
    void aScannerAndSilenceCanBeSet() throws IOException {
        write("""
                sound = off
                scanner.prefix = F24
                scanner.suffix = Tab, F23
                scanner.gap.ms = 60
                scanner.stall.ms = 500
                scanner.characters = 4
                """);

        Settings settings = read(Map.of());

        assertEquals(new Settings(Optional.empty(), folder.resolve("receipts"),
                new Languages(Appearance.Language.ENGLISH, ReceiptLanguage.EN), 300,
                new Scanner(Optional.of(Stroke.of("F24")), Set.of(Stroke.of("TAB"), Stroke.of("F23")), 60_000, 500_000, 4),
                Settings.Sound.OFF), settings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scanner.prefix = ~          | scanner.prefix is a key that a scanner can send
            scanner.prefix = F12        | scanner.prefix F12 is the key of EXACT_CASH: choose another, such as F24
            scanner.prefix = Enter      | scanner.prefix and scanner.suffix are both ENTER
            scanner.suffix =            | scanner.suffix has 1 to 4 keys such as Enter, Tab
            scanner.suffix = F11        | scanner.suffix F11 is the key of CASH
            scanner.gap.ms = 0          | scanner.gap.ms is a number from 1 to 200: '0'
            scanner.gap.ms = fast       | scanner.gap.ms is a number from 1 to 200: 'fast'
            scanner.stall.ms = 10       | scanner.stall.ms is a number from 40 to 2000: '10'
            scanner.characters = 2      | scanner.characters is a number from 3 to 32: '2'
            sound = loud                | sound is on or off: 'loud'
            """)
    void whatNoScannerDoesIsPointedOut(String line, String sentence) throws IOException {
        write(line + "\n");

        Settings.Reading reading = Settings.read(folder, _ -> Optional.empty());

        Settings.Reading.Wrong wrong = assertInstanceOf(Settings.Reading.Wrong.class, reading);
        assertTrue(wrong.sentence().contains(sentence), wrong.sentence());
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve(Settings.FILE), text);
    }

    private Settings read(Map<String, String> environment) {
        Settings.Reading reading = Settings.read(folder, name -> Optional.ofNullable(environment.get(name)));
        return assertInstanceOf(Settings.Reading.Understood.class, reading).settings();
    }
}
