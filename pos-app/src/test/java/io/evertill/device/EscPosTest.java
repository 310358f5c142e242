package io.evertill.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.receipt.Receipt;
import io.evertill.receipt.ReceiptLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EscPosTest {
    private final EscPos escPos = new EscPos(CodePage.WESTERN);

    @Test
    void aReceiptIsInitTextSymbolAndCut() {
        Receipt receipt = new Receipt(List.of(
                new ReceiptLine("Shop", ReceiptLine.Style.LARGE),
                new ReceiptLine("Tea £1", ReceiptLine.Style.NORMAL),
                new ReceiptLine("Total", ReceiptLine.Style.BOLD),
                new ReceiptLine("S1-T1-9f3a-17", ReceiptLine.Style.SYMBOL)));

        String expected = "\u001b@\u001bt\u0010"
                + "\u001b!\u0018Shop\n"
                + "\u001b!\u0000Tea \u00a31\n"
                + "\u001b!\u0008Total\n"
                + "\u001b!\u0000\u001ba\u0001"
                + "\u001d(k\u0004\u00001A2\u0000\u001d(k\u0003\u00001C\u0006\u001d(k\u0003\u00001E1"
                + "\u001d(k\u0010\u00001P0S1-T1-9f3a-17\u001d(k\u0003\u00001Q0\n\u001ba\u0000"
                + "\u001bd\u0004\u001dVB\u0000";
        assertEquals(expected, new String(escPos.receipt(receipt), StandardCharsets.ISO_8859_1));
    }

    @Test
    void theNumberIsPrintedInBarsForScannersThatSeeNoPictures() {
        String bars = "\u001b!\u0000\u001ba\u0001\u001dhP\u001dw\u0002\u001dH\u0000\u001dkI\u000f{BS1-T1-9f3a-17\n\u001ba\u0000";

        String only = printed(EscPos.Symbol.CODE128, "S1-T1-9f3a-17");
        String both = printed(EscPos.Symbol.BOTH, "S1-T1-9f3a-17");

        assertEquals("\u001b@\u001bt\u0010" + bars + "\u001bd\u0004\u001dVB\u0000", only);
        assertTrue(both.contains("P0S1-T1-9f3a-17") && both.contains(bars), both);
    }

    @Test
    void aNumberThatIsLongerThanThePaperIsWideStaysAPicture() {
        String longer = "STORE-12-TILL-3-9f3a-170";

        assertEquals(printed(EscPos.Symbol.QR, longer), printed(EscPos.Symbol.CODE128, longer));
    }

    private static String printed(EscPos.Symbol symbol, String number) {
        Receipt receipt = new Receipt(List.of(new ReceiptLine(number, ReceiptLine.Style.SYMBOL)));
        return new String(new EscPos(CodePage.WESTERN, Optional.empty(), symbol).receipt(receipt), StandardCharsets.ISO_8859_1);
    }

    @Test
    void whatThePageLacksGetsAStandInOfTheSameWidth() {
        byte[] bytes = CodePage.WESTERN.bytes("Ťea žluťák 茶 Ω €");

        assertEquals("Tea \u009elut\u00e1k ?? ? \u0080", new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Test
    void aKickIsOnePulseOnTheFirstLine() {
        assertArrayEquals(new byte[] {0x1b, 'p', 0, 25, (byte) 250}, EscPos.kick());
    }
}
