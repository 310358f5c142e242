package io.evertill.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.receipt.Receipt;
import io.evertill.receipt.ReceiptLine;
import io.evertill.receipt.ReceiptLine.Style;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class PdfPaperTest {
    @Test
    void everyLineIsOnPaperAsWideAsATills() throws IOException {
        Receipt receipt = new Receipt(List.of(
                new ReceiptLine("               Corner Shop", Style.LARGE),
                new ReceiptLine("Crème brûlée, Ω                     1.59 A", Style.NORMAL),
                new ReceiptLine("Change                              3.41", Style.BOLD),
                new ReceiptLine("S1-T1-9f3a-17", Style.SYMBOL)));

        try (PdfReader read = new PdfReader(new PdfPaper().bytes(receipt))) {
            String text = new PdfTextExtractor(read).getTextFromPage(1);
            assertEquals(1, read.getNumberOfPages());
            assertEquals(80 / 25.4 * 72, read.getPageSize(1).getWidth(), 0.01);
            assertTrue(text.contains("Corner Shop"), text);
            assertTrue(text.contains("Crème brûlée, Ω") && text.contains("1.59 A"), text);
            assertTrue(text.contains("Change") && text.contains("S1-T1-9f3a-17"), text);
        }
    }

    @Test
    void aVeryLongReceiptGoesOnOverPages() throws IOException {
        Receipt receipt = new Receipt(Collections.nCopies(1_001, new ReceiptLine("Bread", Style.LARGE)));

        try (PdfReader read = new PdfReader(new PdfPaper().bytes(receipt))) {
            assertEquals(3, read.getNumberOfPages());
            assertTrue(read.getPageSize(1).getHeight() <= 14_400);
        }
    }
}
