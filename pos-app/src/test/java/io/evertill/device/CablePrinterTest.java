package io.evertill.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.cable.Plug;
import io.evertill.device.CablePrinter.Asking;
import io.evertill.device.FakePrinter.Mood;
import io.evertill.ledger.Bytes;
import io.evertill.receipt.Receipt;
import io.evertill.receipt.ReceiptLine;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CablePrinterTest {
    private static final Receipt RECEIPT = new Receipt(List.of(
            new ReceiptLine("Tea", ReceiptLine.Style.NORMAL), new ReceiptLine("S1-T1-9f3a-17", ReceiptLine.Style.SYMBOL)));
    private static final EscPos ESC_POS = new EscPos(CodePage.WESTERN);

    @TempDir
    Path folder;

    @Test
    void aReceiptAndAKickGoOverTheNetworkAsTheyAre() throws IOException {
        try (FakePrinter fake = new FakePrinter()) {
            CablePrinter printer = printer(fake, Asking.ALWAYS);

            assertEquals(new Done.Well(), printer.print(RECEIPT, "17"));

            assertArrayEquals(ESC_POS.receipt(RECEIPT), fake.paper());
        }
    }

    @ParameterizedTest
    @CsvSource({"NO_PAPER, is out of paper", "COVER_OPEN, has its cover open", "PAPER_ENDS, stopped in the middle",
        "MUTE, does not answer"})
    void aPrinterThatCannotPrintSaysWhy(Mood mood, String why) throws IOException {
        try (FakePrinter fake = new FakePrinter()) {
            fake.is(mood);

            Done done = hasty(fake).print(RECEIPT, "17");

            String sentence = assertInstanceOf(Done.Failed.class, done).sentence();
            assertTrue(sentence.contains(why), sentence);
            assertEquals(mood == Mood.PAPER_ENDS, fake.paper().length > 0);
            assertTrue(fake.paper().length < ESC_POS.receipt(RECEIPT).length);
        }
    }

    /// Neither is printed twice by the till: what the printer holds comes out of it when it can go on.
    @ParameterizedTest
    @CsvSource({"PAPER_ENDS, is out of paper", "STALLS, does not answer"})
    void aReceiptThatStopsInTheMiddleIsSaidSoIsTheNextAndTheRestComesLater(Mood mood, String why) throws IOException {
        try (FakePrinter fake = new FakePrinter()) {
            CablePrinter printer = hasty(fake);
            fake.is(mood);

            Done stopped = printer.print(RECEIPT, "17");
            Done next = printer.print(RECEIPT, "18");
            fake.is(Mood.FINE);
            assertEquals(new Done.Well(), printer.print(RECEIPT, "19"));

            assertTrue(assertInstanceOf(Done.Failed.class, stopped).sentence().contains("stopped in the middle"), stopped.toString());
            assertTrue(assertInstanceOf(Done.Failed.class, next).sentence().contains(why), next.toString());
            ByteArrayOutputStream twice = new ByteArrayOutputStream();
            twice.writeBytes(ESC_POS.receipt(RECEIPT));
            twice.writeBytes(ESC_POS.receipt(RECEIPT));
            assertArrayEquals(twice.toByteArray(), fake.paper());
        }
    }

    /// However long it takes: the till waits for the end of the receipt, which the printer itself says.
    @Test
    void aPrinterThatStandsStillAndGoesOnHasPrinted() throws Exception {
        try (FakePrinter fake = new FakePrinter()) {
            fake.is(Mood.STALLS);
            CompletableFuture<Done> printed = CompletableFuture.supplyAsync(() -> printer(fake, Asking.ALWAYS).print(RECEIPT, "17"));
            fake.awaitStall();

            assertFalse(printed.isDone());
            fake.is(Mood.FINE);

            assertEquals(new Done.Well(), printed.get());
            assertArrayEquals(ESC_POS.receipt(RECEIPT), fake.paper());
        }
    }

    @Test
    void aConnectionThatGoesOneWayIsBelievedUntilItHasAnswered() throws IOException {
        try (FakePrinter fake = new FakePrinter()) {
            CablePrinter printer = printer(fake, Asking.AUTO);
            fake.is(Mood.MUTE);
            assertEquals(new Done.Well(), printer.print(RECEIPT, "17"));
            fake.is(Mood.FINE);
            assertEquals(new Done.Well(), printer.print(RECEIPT, "18"));
            fake.is(Mood.MUTE);

            assertInstanceOf(Done.Failed.class, printer.print(RECEIPT, "19"));
        }
    }

    @Test
    void aPrinterThatIsOffOrReadsNothingIsGivenUp() throws IOException {
        try (FakePrinter fake = new FakePrinter()) {
            fake.is(Mood.STUCK);
            byte[] large = new byte[8_000_000];
            Raster logo = new Raster(1, large.length, Bytes.of(large));

            Done done = new CablePrinter(new Plug.Network("127.0.0.1", fake.port()),
                    new EscPos(CodePage.WESTERN, Optional.of(logo)), Asking.NEVER).print(RECEIPT, "17");

            assertTrue(assertInstanceOf(Done.Failed.class, done).sentence().contains("it takes nothing more"), done.toString());
            fake.switchOff();
            assertInstanceOf(Done.Failed.class, printer(fake, Asking.AUTO).print(RECEIPT, "18"));
            assertInstanceOf(Done.Failed.class, printer(fake, Asking.AUTO).open());
        }
    }

    @Test
    void aFileOfTheSystemTakesReceiptAndKick() throws IOException {
        Path file = folder.resolve("lp0");
        CablePrinter printer = new CablePrinter(new Plug.File(file), ESC_POS, Asking.AUTO);

        assertEquals(new Done.Well(), printer.open());
        assertEquals(new Done.Well(), printer.print(RECEIPT, "17"));

        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(EscPos.kick());
        both.writeBytes(ESC_POS.receipt(RECEIPT));
        assertArrayEquals(both.toByteArray(), Files.readAllBytes(file));
    }

    /// A dark square on a transparent ground, twelve dots wide: one row is 11111111 1111.
    @Test
    void aLogoIsBlackWhereThePictureIsDark() throws IOException {
        BufferedImage image = new BufferedImage(20, 2, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.BLACK);
        pen.fillRect(0, 0, 12, 1);
        pen.dispose();
        Path file = folder.resolve("logo.png");
        ImageIO.write(image, "png", file.toFile());

        Raster logo = Raster.read(file);

        assertEquals(3, logo.widthBytes());
        assertArrayEquals(new byte[] {(byte) 0xff, (byte) 0xf0, 0, 0, 0, 0}, logo.dots().content());
        byte[] receipt = new EscPos(CodePage.WESTERN, Optional.of(logo)).receipt(RECEIPT);
        String head = new String(receipt, StandardCharsets.ISO_8859_1);
        assertTrue(head.startsWith("\u001b@\u001bt\u0010\u001ba\u0001\u001dv0\u0000\u0003\u0000\u0002\u0000\u00ff\u00f0"), head);
    }

    @ParameterizedTest
    @CsvSource({"windows-1252, 16", "IBM850, 2", "21:IBM850, 21", "windows-1251, 46"})
    void aCodePageIsKnownByItsName(String text, int number) {
        assertEquals(Optional.of(number), CodePage.parse(text).map(CodePage::number));
    }

    private static CablePrinter hasty(FakePrinter fake) {
        return new CablePrinter(new Plug.Network("127.0.0.1", fake.port()), ESC_POS, Asking.ALWAYS, Duration.ofMillis(100));
    }

    private static CablePrinter printer(FakePrinter fake, Asking asking) {
        return new CablePrinter(new Plug.Network("127.0.0.1", fake.port()), ESC_POS, asking);
    }
}
