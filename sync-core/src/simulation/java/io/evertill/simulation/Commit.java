package io.evertill.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Which code is run, for those who want to run it again: the commit of the checkout around the working folder.
final class Commit {
    static final String NAME = find().orElse("unknown");

    private static final int LENGTH = 10;

    private Commit() {}

    private static Optional<String> find() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".git"))) {
                return read(folder.resolve(".git"));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> read(Path git) {
        try {
            String head = Files.readString(git.resolve("HEAD")).strip();
            if (!head.startsWith("ref: ")) {
                return Optional.of(brief(head));
            }
            Path reference = git.resolve(head.substring("ref: ".length()));
            if (Files.exists(reference)) {
                return Optional.of(brief(Files.readString(reference).strip()));
            }
            String name = " " + head.substring("ref: ".length());
            return Files.readAllLines(git.resolve("packed-refs")).stream()
                    .filter(line -> line.endsWith(name))
                    .map(Commit::brief)
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static String brief(String hash) {
        return hash.substring(0, Math.min(LENGTH, hash.length()));
    }
}
