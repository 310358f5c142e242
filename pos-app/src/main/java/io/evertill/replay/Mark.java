package io.evertill.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// What a folder of replays was begun with, so that another file, number of tills or seed is not mixed into it.
final class Mark {
    private static final String FILE = "replay.properties";

    private Mark() {}

    /// Compares an order with what the folder was begun with, or begins it.
    ///
    /// @return why the order does not fit
    static Optional<String> check(Order order, SalesFile file) throws IOException {
        List<String> lines = List.of("sales = " + file.digest(), "tills = " + order.tills(), "seed = " + order.seed());
        Path path = order.folder().resolve(FILE);
        if (!Files.exists(path)) {
            Files.createDirectories(order.folder());
            Path part = order.folder().resolve(FILE + ".part");
            Files.write(part, lines);
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Optional.empty();
        }
        List<String> begun = Files.readAllLines(path);
        return begun.equals(lines)
                ? Optional.empty()
                : Optional.of("The folder " + order.folder() + " was begun with " + String.join(", ", begun) + "; this is "
                        + String.join(", ", lines) + ". Give the same again, or use a new folder.");
    }
}
