package io.evertill.pos;

import io.evertill.till.Appearance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file `appearance` of a data folder: how the window looked last, such as `GERMAN DARK 125`.
///
/// Nothing depends on it: a file that cannot be read is as good as none, and one that cannot be written is a line in the log.
final class KeptAppearance {
    private static final Logger LOG = LoggerFactory.getLogger(KeptAppearance.class);
    private static final String FILE = "appearance";

    private final Path file;

    KeptAppearance(Path folder) {
        this.file = folder.resolve(FILE);
    }

    Optional<Appearance> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String[] words = Files.readString(file).strip().split(" ", -1);
            return words.length == 3
                    ? Optional.of(new Appearance(Appearance.Language.valueOf(words[0]), Appearance.Theme.valueOf(words[1]),
                            Integer.parseInt(words[2])))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the look of the window in {} was not understood: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    void write(Appearance appearance) {
        Path part = file.resolveSibling(FILE + ".part");
        try {
            Files.write(part, (appearance.language() + " " + appearance.theme() + " " + appearance.fontPercent() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("the look of the window was not kept: {}", e.getMessage());
        }
    }
}
