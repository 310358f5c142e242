package io.evertill.pos;

import io.evertill.sale.ReceiptNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file `printed` of a data folder: the number of the newest receipt of which the printer has said that it is on paper.
///
/// Receipts are printed in the order of their numbers, so whatever has a higher one may not be on paper. No sale depends on the file: one
/// that cannot be read, as that of a till that never had it, begins anew with the newest sale, and one that cannot be written is a line
/// in the log.
final class PrintedMark {
    private static final Logger LOG = LoggerFactory.getLogger(PrintedMark.class);
    private static final String FILE = "printed";
    private static final String NONE = "none";

    private final Path file;

    PrintedMark(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /// Receipts that may not be on paper, the oldest first; of a stream that was left only those of the newer one.
    ///
    /// @param last the newest sale of the till
    List<String> unprinted(Optional<ReceiptNumber> last) {
        Optional<String> mark = read();
        if (mark.isEmpty()) {
            write(last.map(ReceiptNumber::text).orElse(NONE));
        }
        return mark.flatMap(printed -> last.map(newest -> behind(printed, newest))).orElse(List.of());
    }

    private static List<String> behind(String printed, ReceiptNumber last) {
        String stream = last.text().substring(0, last.text().lastIndexOf('-') + 1);
        boolean isSame = printed.startsWith(stream) && ReceiptNumber.looksLike(printed);
        long from = isSame ? new ReceiptNumber(printed).number() : 0;
        return LongStream.rangeClosed(from + 1, last.number()).mapToObj(number -> stream + number).toList();
    }

    /// The printer says that a receipt is on paper.
    void printed(ReceiptNumber receipt) {
        write(receipt.text());
    }

    private Optional<String> read() {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty()) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("which receipts are on paper was not read from {}: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private void write(String text) {
        Path part = file.resolveSibling(FILE + ".part");
        try {
            Files.write(part, (text + "\n").getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.DSYNC);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("which receipts are on paper was not kept: {}", e.getMessage());
        }
    }
}
