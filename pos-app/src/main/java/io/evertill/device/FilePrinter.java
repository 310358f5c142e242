package io.evertill.device;

import io.evertill.receipt.Receipt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A printer that is a folder: each receipt becomes `TITLE.escpos`, as a printer would get it, and `TITLE.txt` to read.
///
/// Another print of the same title gets a number and replaces nothing.
public final class FilePrinter implements ReceiptPrinter {
    private static final int COPIES_MAX = 1_000;

    private final Path folder;
    private final EscPos escPos;

    /// Prints into a folder, which is made when it is needed.
    public FilePrinter(Path folder, EscPos escPos) {
        this.folder = folder;
        this.escPos = escPos;
    }

    @Override
    public Done print(Receipt receipt, String title) {
        String safe = title.replaceAll("[^A-Za-z0-9_.-]", "_");
        try {
            Files.createDirectories(folder);
            for (int copy = 1; copy <= COPIES_MAX; copy++) {
                String name = copy == 1 ? safe : safe + "_" + copy;
                if (written(folder.resolve(name + ".txt"), receipt.text().getBytes(StandardCharsets.UTF_8))) {
                    Files.write(folder.resolve(name + ".escpos"), escPos.receipt(receipt));
                    return new Done.Well();
                }
            }
            return new Done.Failed("There are " + COPIES_MAX + " prints of " + title + " in " + folder + "; clear the folder.");
        } catch (IOException e) {
            return new Done.Failed("The receipt could not be written to " + folder + ": " + e.getMessage()
                    + ". The sale is saved; print it again from the last receipt.");
        }
    }

    private static boolean written(Path file, byte[] content) throws IOException {
        try {
            Files.write(file, content, StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        }
    }
}
