package io.evertill.device;

import io.evertill.ledger.Bytes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// A picture in black dots, as a printer prints it.
///
/// @param widthBytes eight dots each
/// @param height rows
/// @param dots row by row, the leftmost dot the highest bit
public record Raster(int widthBytes, int height, Bytes dots) {
    /// Dots in a line of an 80 mm printer.
    public static final int WIDTH_MAX = 576;
    private static final int HEIGHT_MAX = 400;
    private static final int DARK_MAX = 127;
    private static final int DOTS_A_BYTE = 8;

    /// Reads a picture file (PNG, JPEG, GIF or BMP); a larger one is made to fit.
    ///
    /// @throws IOException when it is no picture
    public static Raster read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        if (image == null) {
            throw new IOException(file + " is no picture that can be read: use PNG, JPEG, GIF or BMP");
        }
        return of(image);
    }

    /// The dark parts of a picture on white paper.
    static Raster of(BufferedImage image) {
        double scale = Math.min(1, Math.min((double) WIDTH_MAX / image.getWidth(), (double) HEIGHT_MAX / image.getHeight()));
        int width = Math.max(1, (int) (image.getWidth() * scale));
        int height = Math.max(1, (int) (image.getHeight() * scale));
        BufferedImage paper = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = paper.createGraphics();
        pen.setBackground(Color.WHITE);
        pen.clearRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        int widthBytes = (width + DOTS_A_BYTE - 1) / DOTS_A_BYTE;
        byte[] dots = new byte[widthBytes * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (paper.getRaster().getSample(x, y, 0) <= DARK_MAX) {
                    dots[y * widthBytes + x / DOTS_A_BYTE] |= (byte) (0x80 >> (x % DOTS_A_BYTE));
                }
            }
        }
        return new Raster(widthBytes, height, Bytes.of(dots));
    }
}
