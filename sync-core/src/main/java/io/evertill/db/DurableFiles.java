package io.evertill.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Files whose bytes and names are on the disk when a method returns.
final class DurableFiles {
    private DurableFiles() {}

    /// Puts the bytes of a file on the disk.
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Copies a file over what stands at the other place.
    static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        force(to);
    }

    /// Gives a file another name at once, over what had it.
    static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(to);
    }

    /// A second name for a file, or a copy where the disk knows no second names.
    ///
    /// @throws FileAlreadyExistsException when a file has the name; it stays as it is
    static void link(Path name, Path file) throws IOException {
        try {
            Files.createLink(name, file);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException _) {
            Files.copy(file, name);
            force(name);
        }
        forceFolder(name);
    }

    /// Puts the names in a file's folder on the disk; systems that cannot open a folder do this by themselves.
    static void forceFolder(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(Backups.folder(file), StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
