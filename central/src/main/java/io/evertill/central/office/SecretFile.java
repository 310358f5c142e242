package io.evertill.central.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Small files that nobody else may read (0600 where the system knows such a thing), there as a whole or not at all.
public final class SecretFile {
    private static final FileAttribute<?>[] NONE = {};

    private SecretFile() {}

    /// Makes a folder that only its owner may enter; one that exists is left as it is.
    public static void folder(Path path) {
        if (!Files.isDirectory(path)) {
            try {
                Files.createDirectories(path, attributes(path, "rwx------"));
            } catch (IOException e) {
                throw new UncheckedIOException("The folder " + path + " cannot be made: " + cause(e), e);
            }
        }
    }

    /// Writes a file; after a power cut either the old or the new content is there.
    ///
    /// @throws UncheckedIOException with a sentence; the old content is still there
    public static void write(Path file, byte[] content) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            put(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written: " + cause(e), e);
        }
    }

    /// Writes a file that is not there yet.
    ///
    /// @throws IOException also when it is there
    public static void writeNew(Path file, byte[] content) throws IOException {
        put(file, content);
    }

    /// A file failure in a few words for a person.
    public static String cause(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "access to " + denied.getFile() + " is denied";
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            case FileAlreadyExistsException there -> there.getFile() + " is there already";
            default -> String.valueOf(e.getMessage());
        };
    }

    private static void put(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes(file, "rw-------"))) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : NONE;
    }
}
