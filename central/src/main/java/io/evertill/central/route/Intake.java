package io.evertill.central.route;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads the body of a request, packed with gzip or not, and never more of it than is allowed.
public final class Intake {
    /// The most bytes of a body, unpacked: 1 MiB of entries as base64 with their frame is far below.
    public static final int BYTES_MAX = 8 * 1024 * 1024;

    private Intake() {}

    /// The bytes of a body, unpacked.
    ///
    /// @param bytesMax the most bytes, unpacked; a body that has more is left unread from there on
    /// @throws Problem 400, 413 or 415
    public static byte[] read(Context context, int bytesMax) {
        if (context.req().getContentLengthLong() > bytesMax) {
            throw tooLarge(bytesMax);
        }
        try (InputStream body = unpacked(context)) {
            byte[] bytes = body.readNBytes(bytesMax + 1);
            if (bytes.length > bytesMax) {
                throw tooLarge(bytesMax);
            }
            return bytes;
        } catch (IOException e) {
            throw Problem.bad("UNREADABLE", "The body ended early or is not packed as its header says.");
        }
    }

    private static InputStream unpacked(Context context) throws IOException {
        @Nullable String encoding = context.header("Content-Encoding");
        String name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "identity", "" -> context.req().getInputStream();
            case "gzip", "x-gzip" -> new GZIPInputStream(context.req().getInputStream(), 8 * 1024);
            case String other -> throw Problem.of(415, "ENCODING", "A body is sent plain or packed with gzip, not as "
                    + other.replaceAll("[^a-z0-9, -]", "?") + ".");
        };
    }

    private static Problem tooLarge(int bytesMax) {
        return Problem.of(413, "TOO_LARGE", "The body has more than " + bytesMax + " bytes. Send less at once.");
    }
}
