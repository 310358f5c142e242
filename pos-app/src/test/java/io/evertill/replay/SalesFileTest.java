package io.evertill.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.UnitPrice;
import io.evertill.product.Sku;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalesFileTest {
    private static final String HEADER = String.join(",", SalesFile.COLUMNS) + "\n";
    private static final String ROW = "536365, 85123a,\"WHITE, HANGING £ HEART\",6,2010-12-01 08:26:00,2.55,17850,United Kingdom\n";

    @TempDir
    Path folder;

    @Test
    void aRowIsReadAsItStands() throws IOException {
        SalesFile file = understood(HEADER + ROW);

        assertEquals(List.of(new Row(2, "536365", Sku.of("85123A"), "WHITE, HANGING £ HEART", Quantity.of(6, Unit.EACH),
                LocalDateTime.parse("2010-12-01T08:26:00"), UnitPrice.parse("2.55", SalesFile.CURRENCY), Optional.of("17850"))),
                file.rows());
        assertEquals(List.of(), file.listed());
    }

    @Test
    void aCompressedFileIsTheSameWithAnotherDigest() throws IOException {
        SalesFile plain = understood(HEADER + ROW);
        SalesFile packed = assertInstanceOf(SalesFile.Reading.Understood.class,
                SalesFile.read(Files.write(folder.resolve("a.csv.gz"), gzip(HEADER + ROW)))).file();

        assertEquals(plain.rows(), packed.rows());
        assertTrue(!plain.digest().equals(packed.digest()));
    }

    @Test
    void whatCannotBeUnderstoodIsListedWithItsLine() throws IOException {
        SalesFile file = understood(HEADER + ROW
                + "536366,A,X,six,2010-12-01 08:26:00,2.55,,UK\n"
                + "536366,A,X,0,2010-12-01 08:26:00,2.55,,UK\n"
                + "536366,A,X,1,2010-13-01 08:26:00,2.55,,UK\n"
                + "536366,A,X,1,2010-12-01 08:26:00,2.55555,,UK\n"
                + "536366,,X,1,2010-12-01 08:26:00,2.55,,UK\n"
                + ",A,X,1,2010-12-01 08:26:00,2.55,,UK\n");

        assertEquals(1, file.rows().size());
        assertEquals(List.of(3L, 4L, 5L, 6L, 7L, 8L), file.listed().stream().map(Listed::line).toList());
        assertEquals("its quantity is 0", file.listed().get(1).reason());
    }

    @Test
    void otherColumnsAreNoFileOfSales() throws IOException {
        String sentence = wrong("Invoice,Code\n1,2\n");

        assertTrue(sentence.contains("its first line is 'Invoice,Code' and should be 'InvoiceNo,StockCode"), sentence);
    }

    @Test
    void anEmptyFileIsNoFileOfSales() throws IOException {
        assertTrue(wrong("").contains("it is empty"));
    }

    @Test
    void aLineThatWasCutOffIsPointedOut() throws IOException {
        String sentence = wrong(HEADER + ROW + "536366,85123A,WHITE HANGING HE");

        assertTrue(sentence.contains("line 3 has 3 columns instead of 8: it was cut off there. Nothing was rung up."), sentence);
    }

    @Test
    void aLastLineWithoutAnEndIsNoted() throws IOException {
        assertTrue(understood(HEADER + ROW.strip()).isCutOff());
    }

    @Test
    void aCompressedFileThatEndsTooEarlyIsPointedOut() throws IOException {
        byte[] whole = gzip(HEADER + ROW.repeat(5_000));
        Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length / 2));

        String sentence = assertInstanceOf(SalesFile.Reading.Wrong.class, SalesFile.read(cut)).sentence();

        assertTrue(sentence.contains("ends too early or is damaged"), sentence);
    }

    @Test
    void anotherEncodingIsPointedOut() throws IOException {
        Path latin = Files.write(folder.resolve("latin.csv"), (HEADER + ROW).getBytes(StandardCharsets.ISO_8859_1));

        assertTrue(assertInstanceOf(SalesFile.Reading.Wrong.class, SalesFile.read(latin)).sentence().contains("not in UTF-8"));
    }

    @Test
    void aMissingFileAndAFolderAreToldApart() {
        assertInstanceOf(SalesFile.Reading.Wrong.class, SalesFile.read(folder.resolve("none.csv")));
        assertInstanceOf(SalesFile.Reading.Unreadable.class, SalesFile.read(folder));
    }

    private SalesFile understood(String text) throws IOException {
        SalesFile.Reading reading = SalesFile.read(Files.writeString(folder.resolve("a.csv"), text));
        return assertInstanceOf(SalesFile.Reading.Understood.class, reading).file();
    }

    private String wrong(String text) throws IOException {
        SalesFile.Reading reading = SalesFile.read(Files.writeString(folder.resolve("a.csv"), text));
        return assertInstanceOf(SalesFile.Reading.Wrong.class, reading).sentence();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
