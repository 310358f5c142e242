package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.cable.Plug;
import io.evertill.device.CablePrinter;
import io.evertill.device.CodePage;
import io.evertill.device.EscPos;
import io.evertill.key.Scanner;
import io.evertill.key.Stroke;
import io.evertill.receipt.ReceiptLanguage;
import io.evertill.till.Appearance;
import java.io.IOException;
import java.nio.charset.Charset;
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
                Settings.Sound.ON, Hardware.USUAL);

        assertEquals(usual, read(Map.of()));
        assertEquals(usual, Settings.in(folder));
    }

    @Test
    void theEnvironmentOverrulesTheFile() throws IOException {
        write("# our shop\nlanguage = de\npull.seconds=60\n");

        Settings settings = read(Map.of("EVERTILL_PULL_SECONDS", "30", "EVERTILL_CENTRAL_URL", "http://127.0.0.1:8480"));

        assertEquals(new Settings(Optional.of("http://127.0.0.1:8480/"), folder.resolve("receipts"),
                new Languages(Appearance.Language.GERMAN, ReceiptLanguage.DE), 30,
                Scanner.USUAL, Settings.Sound.ON, Hardware.USUAL), settings);
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
                Settings.Sound.OFF, Hardware.USUAL), settings);
    }

    @Test
    void devicesAreNamedByWhereTheyArePluggedIn() throws IOException {
        write("""
                printer = tcp:192.168.1.50:9100
                printer.status = always
                printer.codepage = 2:IBM850
                printer.symbol = both
                drawer = none
                scale = serial:/dev/ttyUSB0:19200
                scanner.plug = serial:COM3
                display = off
                terminal = tcp:10.0.0.7:20007
                terminal.seconds = 90
                """);

        Hardware hardware = read(Map.of()).hardware();

        assertEquals(new Hardware(Optional.of(new Plug.Network("192.168.1.50", 9100)), CablePrinter.Asking.ALWAYS,
                new CodePage(2, Charset.forName("IBM850")), Optional.empty(), EscPos.Symbol.BOTH, Hardware.Drawer.NONE,
                Optional.of(new Plug.Serial("/dev/ttyUSB0", 19_200)), Optional.of(new Plug.Serial("COM3", 9_600)),
                Hardware.Display.OFF, new Hardware.Terminal.Network("10.0.0.7", 20_007), 90), hardware);
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
            printer = lp0               | printer is folder, tcp:HOST:PORT, serial:PORT:BAUD or file:PATH: 'lp0'
            printer = tcp:box:70000     | printer is folder, tcp:HOST:PORT
            printer.status = maybe      | printer.status is always or auto or never: 'maybe'
            printer.codepage = latin    | printer.codepage is a set of characters such as windows-1252
            printer.codepage = 300:IBM850 | printer.codepage is a set of characters
            printer.logo = gone.png     | printer.logo cannot be read
            printer.symbol = ean        | printer.symbol is qr or code128 or both: 'ean'
            drawer = left               | drawer is printer or none: 'left'
            scale = serial:             | scale is none, tcp:HOST:PORT
            display = third             | display is auto or off: 'third'
            terminal = serial:COM1      | terminal is manual, simulator or tcp:HOST:PORT: 'serial:COM1'
            terminal.seconds = 5        | terminal.seconds is a number from 10 to 600: '5'
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
