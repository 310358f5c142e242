package io.evertill.feed;

import io.evertill.db.Database;
import io.evertill.ledger.Hash;
import io.evertill.wire.FeedLines;
import io.evertill.wire.FeedPage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.GZIPOutputStream;

/// Everything that a branch sees of the feed, as one file: gzip of feed lines, ending with a checkpoint (protocol 2.11).
///
/// Made once per state of the feed and kept, so that an interrupted download can go on in the very same bytes.
///
/// @param tag names the file: incarnation, feed number and branch
/// @param file where it is
/// @param length in bytes
/// @param digest of its bytes
public record Snapshot(String tag, Path file, long length, Hash digest) {
    /// Makes the snapshot of what a branch sees at this moment.
    ///
    /// @param folder where files are kept; it must exist
    public static Snapshot make(Database db, String branch, Path folder) {
        try {
            Path part = Files.createTempFile(folder, "snapshot-", ".part");
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            FeedPage.Cursor cursor;
            try (OutputStream out = new GZIPOutputStream(
                    new DigestOutputStream(Files.newOutputStream(part), digest), 64 * 1024)) {
                cursor = write(db, branch, out);
            }
            String tag = cursor.incarnation() + "-" + cursor.number() + "-" + Hash.sha256(branch.getBytes(
                    java.nio.charset.StandardCharsets.UTF_8)).brief();
            Path file = folder.resolve("snapshot-" + tag + ".gz");
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return new Snapshot(tag, file, Files.size(file), Hash.of(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException("the snapshot could not be written to " + folder, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static FeedPage.Cursor write(Database db, String branch, OutputStream out) {
        return db.read(tx -> {
            var centre = tx.centre().state();
            FeedPage.Cursor cursor = new FeedPage.Cursor(centre.incarnation(), centre.feedHead());
            tx.feedRows().eachLive(branch, row -> line(out, FeedLines.write(Feed.change(row)).content()));
            line(out, FeedLines.checkpoint(cursor, Feed.sums(tx, branch)).content());
            return cursor;
        });
    }

    private static void line(OutputStream out, byte[] line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
