package io.evertill.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A drawer that is a file: each opening adds the bytes of one kick to `drawer.escpos`.
public final class FileDrawer implements CashDrawer {
    private final Path folder;

    /// A drawer in a folder, which is made when it is needed.
    public FileDrawer(Path folder) {
        this.folder = folder;
    }

    @Override
    public Done open() {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("drawer.escpos"), EscPos.kick(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new Done.Well();
        } catch (IOException e) {
            return new Done.Failed("The drawer did not open: " + e.getMessage() + ". Open it with its key.");
        }
    }
}
