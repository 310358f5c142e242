package io.evertill.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SheetTest {
    private final SoldBefore before = new SoldBefore();

    @Test
    void aReturnIsTakenFromTheOldestSalesThatCoverIt() {
        Sheet first = sheet(Sample.row(2, "1", "A1", 3, "2.50"));
        Sheet second = sheet(Sample.row(3, "2", "B1", 1, "1"), Sample.row(4, "2", "A1", 5, "2.50"));
        Row back = Sample.row(5, "C3", "A1", -4, "2.50");

        Sheet third = sheet(back);

        assertEquals(List.of(
                        new Sheet.Rung(back, Optional.of(new SoldBefore.Piece(first.sale(), 1, 30_000))),
                        new Sheet.Rung(back, Optional.of(new SoldBefore.Piece(second.sale(), 2, 10_000)))),
                third.lines());
    }

    @Test
    void aReturnOfMoreThanIsLeftHasNoReceipt() {
        sheet(Sample.row(2, "1", "A1", 3, "2.50"));
        sheet(Sample.row(3, "C2", "A1", -2, "2.50"));
        Row back = Sample.row(4, "C3", "A1", -2, "2.50");

        assertEquals(List.of(new Sheet.Rung(back, Optional.empty())), sheet(back).lines());
    }

    @Test
    void anotherPriceOrCustomerHasNoReceipt() {
        sheet(Sample.row(2, "1", "A1", 3, "2.50"));
        Row dearer = Sample.row(3, "C2", "A1", -1, "2.55");

        assertEquals(List.of(new Sheet.Rung(dearer, Optional.empty())), sheet(dearer).lines());
    }

    @Test
    void nothingPaidAndNegativeIsWrittenOffUnlessItIsAReturn() {
        Row off = Sample.row(2, "1", "A1", -3, "0");
        Row back = Sample.row(3, "C2", "A1", -3, "0");

        assertEquals(List.of(off), sheet(off).writtenOff());
        assertEquals(1, sheet(back).lines().size());
    }

    @Test
    void nothingPaidAndPositiveIsASaleAtZero() {
        assertEquals(1, sheet(Sample.row(2, "1", "A1", 3, "0")).lines().size());
    }

    @Test
    void whatHasNoStockIsNotWrittenOff() {
        assertEquals(List.of(2L), sheet(Sample.row(2, "1", "POST", -3, "0")).listed().stream().map(Listed::line).toList());
    }

    @Test
    void aCodeThatRepeatsStaysTwoLines() {
        assertEquals(2, sheet(Sample.row(2, "1", "A1", 3, "2.50"), Sample.row(3, "1", "A1", 3, "2.50")).lines().size());
    }

    private Sheet sheet(Row... rows) {
        return Sheet.of(Invoice.of(Arrays.asList(rows)).getFirst(), Sample.names(), before);
    }
}
