package io.evertill.device;

import io.evertill.receipt.Receipt;
import io.evertill.receipt.ReceiptLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Receipts and drawer kicks in ESC/POS, the language of nearly every receipt printer (Epson, ESC/POS Command Reference).
public final class EscPos {
    private static final int ESC = 0x1b;
    private static final int GS = 0x1d;
    private static final int BOLD = 0x08;
    private static final int TALL = 0x10;
    private static final int FEED_LINES = 4;

    private static final int CODE_128 = 73;
    private static final int CODE_LENGTH_MAX = 22;
    private static final int BAR_DOTS = 2;
    private static final int DELETE = 0x7f;
    private static final int BARS_HIGH = 80;

    /// What the number of a receipt is printed as, for scanners.
    public enum Symbol {
        /// For scanners that see pictures.
        QR,
        /// For scanners that see a line only.
        CODE128,
        /// One below the other.
        BOTH
    }

    private final CodePage page;
    private final Optional<Raster> logo;
    private final Symbol symbol;

    /// Writes in a code page.
    public EscPos(CodePage page) {
        this(page, Optional.empty());
    }

    /// Writes in a code page, with a picture at the top of each receipt.
    public EscPos(CodePage page, Optional<Raster> logo) {
        this(page, logo, Symbol.QR);
    }

    /// Writes in a code page, with a picture at the top of each receipt and its number as this symbol.
    public EscPos(CodePage page, Optional<Raster> logo, Symbol symbol) {
        this.page = page;
        this.logo = logo;
        this.symbol = symbol;
    }

    /// A receipt from the first line to the cut.
    public byte[] receipt(Receipt receipt) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put(out, ESC, '@');
        put(out, ESC, 't', page.number());
        logo.ifPresent(picture -> picture(out, picture));
        receipt.lines().forEach(line -> line(out, line));
        put(out, ESC, 'd', FEED_LINES);
        put(out, GS, 'V', 'B', 0);
        return out.toByteArray();
    }

    /// A pulse on the first drawer's line: 50 ms on, 500 ms off.
    public static byte[] kick() {
        return new byte[] {ESC, 'p', 0, 25, (byte) 250};
    }

    private void line(ByteArrayOutputStream out, ReceiptLine line) {
        switch (line.style()) {
            case NORMAL -> text(out, 0, line.text());
            case BOLD -> text(out, BOLD, line.text());
            case LARGE -> text(out, BOLD | TALL, line.text());
            case SYMBOL -> symbol(out, line.text());
        }
    }

    private void text(ByteArrayOutputStream out, int mode, String text) {
        put(out, ESC, '!', mode);
        out.writeBytes(page.bytes(text));
        out.write('\n');
    }

    /// A picture in the middle (`GS v 0`).
    private static void picture(ByteArrayOutputStream out, Raster picture) {
        put(out, ESC, 'a', 1);
        put(out, GS, 'v', '0', 0, picture.widthBytes() & 0xff, picture.widthBytes() >> 8, picture.height() & 0xff,
                picture.height() >> 8);
        out.writeBytes(picture.dots().content());
        put(out, ESC, 'a', 0);
    }

    /// What does not fit into bars is a QR code also where those were chosen: longer than the paper is wide, or not in ASCII.
    private void symbol(ByteArrayOutputStream out, String content) {
        boolean hasBars = content.length() <= CODE_LENGTH_MAX && content.chars().allMatch(each -> each >= ' ' && each < DELETE);
        if (symbol != Symbol.CODE128 || !hasBars) {
            qr(out, content);
        }
        if (symbol != Symbol.QR && hasBars) {
            bars(out, content);
        }
    }

    /// Code 128 in the middle, set B, 80 dots high, bars from 2 dots, without a text below: 14 characters take 378 of the 384 dots of
    /// 58 mm paper, 22 take 554 of the 576 of 80 mm.
    private static void bars(ByteArrayOutputStream out, String content) {
        byte[] bytes = content.replace("{", "{{").getBytes(StandardCharsets.US_ASCII);
        put(out, ESC, '!', 0);
        put(out, ESC, 'a', 1);
        put(out, GS, 'h', BARS_HIGH);
        put(out, GS, 'w', BAR_DOTS);
        put(out, GS, 'H', 0);
        put(out, GS, 'k', CODE_128, bytes.length + 2, '{', 'B');
        out.writeBytes(bytes);
        put(out, '\n', ESC, 'a', 0);
    }

    /// A QR code in the middle: model 2, 6 dots a module, error correction M.
    private static void qr(ByteArrayOutputStream out, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        int length = bytes.length + 3;
        put(out, ESC, '!', 0);
        put(out, ESC, 'a', 1);
        put(out, GS, '(', 'k', 4, 0, '1', 'A', '2', 0);
        put(out, GS, '(', 'k', 3, 0, '1', 'C', 6);
        put(out, GS, '(', 'k', 3, 0, '1', 'E', '1');
        put(out, GS, '(', 'k', length & 0xff, length >> 8, '1', 'P', '0');
        out.writeBytes(bytes);
        put(out, GS, '(', 'k', 3, 0, '1', 'Q', '0');
        put(out, '\n', ESC, 'a', 0);
    }

    private static void put(ByteArrayOutputStream out, int... bytes) {
        for (int each : bytes) {
            out.write(each);
        }
    }
}
