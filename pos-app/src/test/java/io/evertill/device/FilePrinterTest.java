package io.evertill.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.receipt.Receipt;
import io.evertill.receipt.ReceiptLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePrinterTest {
    private static final Receipt RECEIPT = new Receipt(List.of(new ReceiptLine("Tea", ReceiptLine.Style.NORMAL)));

    @TempDir
    Path place;

    @Test
    void aReceiptIsBytesAndTextAndACopyReplacesNothing() throws IOException {
        ReceiptPrinter printer = new FilePrinter(place.resolve("receipts"), new EscPos(CodePage.WESTERN));

        printer.print(RECEIPT, "S1-T1-9f3a-17");
        Done again = printer.print(RECEIPT, "S1-T1-9f3a-17");

        assertEquals(new Done.Well(), again);
        assertEquals("Tea\n", Files.readString(place.resolve("receipts/S1-T1-9f3a-17.txt")));
        try (Stream<Path> files = Files.list(place.resolve("receipts"))) {
            assertEquals(
                    List.of("S1-T1-9f3a-17.escpos", "S1-T1-9f3a-17.txt", "S1-T1-9f3a-17_2.escpos", "S1-T1-9f3a-17_2.txt"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void aPrinterThatFailsAnswersInWords() throws IOException {
        Path file = Files.createFile(place.resolve("file"));

        assertInstanceOf(Done.Failed.class, new FilePrinter(file, new EscPos(CodePage.WESTERN)).print(RECEIPT, "1"));
        assertInstanceOf(Done.Failed.class, new FileDrawer(file).open());
    }

    @Test
    void eachOpeningOfTheDrawerIsAKick() throws IOException {
        CashDrawer drawer = new FileDrawer(place);

        drawer.open();
        drawer.open();

        assertEquals(2L * EscPos.kick().length, Files.size(place.resolve("drawer.escpos")));
    }
}
