package io.evertill.device;

import io.evertill.receipt.Receipt;
import io.evertill.receipt.ReceiptLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.Barcode128;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/// A receipt as a PDF as wide as the paper of a till, 80 mm, and as long as it has to be.
///
/// Its font has Latin, Greek and Cyrillic letters; glyphs beyond them are left blank.
public final class PdfPaper {
    private static final String FONT = "/liberation/LiberationMono-Regular.ttf";
    private static final String BOLD_FONT = "/liberation/LiberationMono-Bold.ttf";
    private static final float WIDTH = 80 / 25.4f * 72;
    private static final float SIZE = 8;
    private static final float LINE = 10;
    private static final float MARGIN = 12;
    private static final float SYMBOL_HEIGHT = 48;
    private static final float BAR_HEIGHT = 30;
    private static final int PERCENT = 100;
    /// A page of a PDF is at most 14,400 points high.
    private static final int LINES_A_PAGE = 500;

    private final BaseFont font = font(FONT);
    private final BaseFont bold = font(BOLD_FONT);

    private static BaseFont font(String file) {
        try (InputStream in = Objects.requireNonNull(PdfPaper.class.getResourceAsStream(file), file)) {
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The bytes of the file.
    public byte[] bytes(Receipt receipt) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document();
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        List<ReceiptLine> lines = receipt.lines();
        for (int from = 0; from < lines.size(); from += LINES_A_PAGE) {
            List<ReceiptLine> page = lines.subList(from, Math.min(lines.size(), from + LINES_A_PAGE));
            float height = 2 * MARGIN + (float) page.stream().mapToDouble(PdfPaper::height).sum();
            document.setPageSize(new Rectangle(WIDTH, height));
            if (from == 0) {
                document.open();
            } else {
                document.newPage();
            }
            draw(page, height - MARGIN, writer.getDirectContent());
        }
        document.close();
        return bytes.toByteArray();
    }

    private static float height(ReceiptLine line) {
        return switch (line.style()) {
            case NORMAL, BOLD -> LINE;
            case LARGE -> 2 * LINE;
            case SYMBOL -> SYMBOL_HEIGHT;
        };
    }

    private void draw(List<ReceiptLine> lines, float top, PdfContentByte page) {
        float below = top;
        for (ReceiptLine line : lines) {
            below -= height(line);
            switch (line.style()) {
                case NORMAL -> text(line.text(), font, SIZE, below, page);
                case BOLD -> text(line.text(), bold, SIZE, below, page);
                case LARGE -> text(line.text(), bold, 2 * SIZE, below, page);
                case SYMBOL -> symbol(line.text(), below, page);
            }
        }
    }

    /// A taller line has glyphs as narrow as any other.
    private static void text(String text, BaseFont font, float size, float baseline, PdfContentByte page) {
        page.beginText();
        page.setFontAndSize(font, size);
        page.setHorizontalScaling(PERCENT * SIZE / size);
        page.setTextMatrix(MARGIN, baseline + size / 4);
        page.showText(text);
        page.endText();
    }

    private void symbol(String text, float below, PdfContentByte page) {
        Barcode128 barcode = new Barcode128();
        barcode.setCode(text);
        barcode.setFont(font);
        barcode.setSize(SIZE);
        barcode.setBaseline(SIZE);
        barcode.setBarHeight(BAR_HEIGHT);
        PdfTemplate drawn = barcode.createTemplateWithBarcode(page, null, null);
        float scale = Math.min(1, (WIDTH - 2 * MARGIN) / drawn.getWidth());
        page.addTemplate(drawn, scale, 0, 0, 1, (WIDTH - drawn.getWidth() * scale) / 2, below);
    }
}
