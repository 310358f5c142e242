package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.sale.ReceiptNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PrintedMarkTest {
    @TempDir
    Path folder;

    private static ReceiptNumber number(String stream, long number) {
        return ReceiptNumber.of("S1", "T1", stream, number);
    }

    private List<String> unprinted(ReceiptNumber last) {
        return new PrintedMark(folder).unprinted(Optional.of(last));
    }

    @Test
    void whatIsBehindTheNewestReceiptOnPaperMayNotBeThere() {
        PrintedMark mark = new PrintedMark(folder);
        assertEquals(List.of(), mark.unprinted(Optional.empty()));

        assertEquals(List.of("S1-T1-9f3a-1", "S1-T1-9f3a-2"), unprinted(number("9f3a", 2)));
        mark.printed(number("9f3a", 2));
        assertEquals(List.of(), unprinted(number("9f3a", 2)));
        assertEquals(List.of("S1-T1-9f3a-3"), unprinted(number("9f3a", 3)));
        assertEquals(List.of("S1-T1-0c44-1"), unprinted(number("0c44", 1)), "of another stream");
        assertEquals(List.of(), unprinted(number("9f3a", 1)), "of a ledger that was put back");
    }

    /// A till that is updated has printed for years.
    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void aTillThatNeverHadItBeginsWithItsNewestSale(String text) throws IOException {
        Files.writeString(folder.resolve("printed"), text);

        assertEquals(List.of(), unprinted(number("9f3a", 5_000)));
        assertEquals(List.of("S1-T1-9f3a-5001"), unprinted(number("9f3a", 5_001)));
    }

    @Test
    void aFolderThatTakesNothingHurtsNobody() {
        PrintedMark mark = new PrintedMark(folder.resolve("none"));

        mark.printed(number("9f3a", 1));

        assertEquals(List.of(), mark.unprinted(Optional.of(number("9f3a", 2))));
    }
}
