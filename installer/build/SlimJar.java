import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Copies a jar for a package: `java SlimJar.java FROM TO NATIVES NATIVE UNWANTED SECONDS`.
///
/// Entries are stored without compression (read faster, and the package compresses them better), in the order of their names and
/// with one time, so that the same input gives the same bytes. Native libraries whose name matches NATIVE go to the folder
/// NATIVES, those that match UNWANTED are left out, and signatures too, because they no longer fit.
///
/// Folders stay: Flyway finds migrations by the entry of theirs.
///
/// A jar in which two libraries would have the same name ends with an error: which one counts would be chance.
public final class SlimJar {
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

    private SlimJar() {}

    /// Copies.
    ///
    /// @param arguments source, target, folder of native libraries, pattern of those to unpack, pattern of entries to leave out,
    ///     seconds since 1970 for every entry
    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[1]);
        Path natives = Path.of(arguments[2]);
        Pattern wanted = Pattern.compile(arguments[3]);
        Pattern unwanted = Pattern.compile(arguments[4]);
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochSecond(Long.parseLong(arguments[5])), ZoneOffset.UTC);
        Files.createDirectories(natives);
        try (ZipFile source = new ZipFile(arguments[0]);
                OutputStream file = Files.newOutputStream(target);
                ZipOutputStream jar = new ZipOutputStream(file)) {
            jar.setMethod(ZipOutputStream.STORED);
            List<? extends ZipEntry> entries = source.stream()
                    .filter(entry -> !SIGNATURE.matcher(entry.getName()).matches())
                    .sorted((one, other) -> order(one.getName()).compareTo(order(other.getName())))
                    .toList();
            for (ZipEntry entry : entries) {
                byte[] content;
                try (InputStream in = source.getInputStream(entry)) {
                    content = in.readAllBytes();
                }
                if (wanted.matcher(entry.getName()).matches()) {
                    Files.write(natives.resolve(entry.getName().substring(entry.getName().lastIndexOf('/') + 1)), content,
                            java.nio.file.StandardOpenOption.CREATE_NEW);
                } else if (!unwanted.matcher(entry.getName()).matches()) {
                    jar.putNextEntry(stored(entry.getName(), content, time));
                    jar.write(content);
                    jar.closeEntry();
                }
            }
        }
    }

    /// The manifest comes first, as tools expect it.
    private static String order(String name) {
        return (name.equals("META-INF/MANIFEST.MF") ? "0" : "1") + name;
    }

    private static ZipEntry stored(String name, byte[] content, LocalDateTime time) {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(sum.getValue());
        return entry;
    }
}
