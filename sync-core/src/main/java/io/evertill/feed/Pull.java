package io.evertill.feed;

import io.evertill.db.Database;
import io.evertill.db.FeedState;
import io.evertill.db.Terminals;
import io.evertill.db.Tx;
import io.evertill.ledger.Hash;
import io.evertill.wire.FeedLines;
import io.evertill.wire.FeedPage;
import io.evertill.wire.Link;
import io.evertill.wire.PullReply;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// The till's end of the feed: asks for what is new and applies each page in one transaction, so that prices, taxes and
/// settings move together (protocol 2.11).
///
/// A cursor that the centre does not know, and the very first start, load a snapshot: a file that is downloaded in parts,
/// goes on after an interruption, is checked by its SHA-256 and applied in one transaction. A table whose rows are not the
/// centre's, as its count or sum says, is counted and marked; the next steps download a snapshot and replace this table's rows
/// alone, in one transaction. Whatever keeps a table from being replaced makes the next step load everything. A centre whose feed
/// this program is too old for is noted in the database until one answers that it is not. Not thread-safe: one thread pulls.
public final class Pull {
    private static final int LINE_BYTES_MAX = 256 * 1024;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Database db;
    private final Link link;
    private final Path folder;

    /// A pull into a till's database.
    ///
    /// @param folder where a snapshot is kept while it is downloaded; it must exist
    public Pull(Database db, Link link, Path folder) {
        this.db = db;
        this.link = link;
        this.folder = folder;
    }

    /// What a step did.
    public sealed interface Step {
        /// A page or snapshot was applied.
        ///
        /// @param changes how many rows
        /// @param hasMore whether more is known to follow
        record Applied(long changes, boolean hasMore) implements Step {}

        /// The till knows everything that the centre published.
        record UpToDate() implements Step {}

        /// A part of a snapshot was downloaded.
        record Downloaded(long bytes, long length) implements Step {}

        /// Some tables are not the centre's; the next steps load them again.
        record Mismatched(List<String> tables) implements Step {}

        /// Tables that were not the centre's were loaded again; no other was touched.
        ///
        /// @param rows how many rows they have
        record Repaired(List<String> tables, long rows) implements Step {}

        /// The centre's news are written for a newer program; what was known stays, and entries are handed over as before.
        record UpdateNeeded(String sentence) implements Step {}

        /// Nothing could be pulled; what was known stays.
        record Failed(String sentence) implements Step {}
    }

    /// Asks for what comes next and applies it.
    public Step step() {
        Step step = ask();
        boolean needsUpdate = step instanceof Step.UpdateNeeded;
        if (!(step instanceof Step.Failed) && db.read(tx -> tx.terminal().needsUpdate()) != needsUpdate) {
            db.run(tx -> tx.terminal().putNeedsUpdate(needsUpdate));
        }
        return step;
    }

    private Step ask() {
        Optional<FeedPage.Cursor> cursor = db.read(tx -> tx.feedState().read().map(FeedState.Read::cursor));
        if (cursor.isEmpty() || !db.read(tx -> tx.feedState().wrong()).isEmpty()) {
            return load();
        }
        return switch (link.pull(cursor)) {
            case PullReply.Page(FeedPage page) -> apply(page);
            case PullReply.Gone _ -> load();
            case PullReply.SnapshotPart _ -> new Step.Failed("The centre answered with something that was not asked for.");
            case PullReply.Unauthorized(String cause) ->
                    new Step.Failed("The centre does not accept this till: " + cause + " Enrol the till again.");
            case PullReply.UpdateNeeded(String cause) -> new Step.UpdateNeeded(cause);
            case PullReply.Overloaded _ -> new Step.Failed("The centre is busy.");
            case PullReply.Unreachable(String cause) -> new Step.Failed("The centre cannot be reached: " + cause);
        };
    }

    private Step apply(FeedPage page) {
        boolean isQuiet = page.changes().isEmpty() && !page.hasMore();
        boolean isDamaged = isQuiet && !isRight(page);
        if (isQuiet && !isDamaged && isKnown(page.cursor())) {
            freshen(page.cursor());
            return new Step.UpToDate();
        }
        try {
            return db.write(tx -> {
                Changes changes = new Changes(tx);
                page.changes().forEach(changes::apply);
                if (isDamaged) {
                    changes.recount();
                }
                changes.finish();
                tx.feedState().advance(page.cursor(), tx.now());
                List<String> wrong = changes.wrong(page.tables());
                if (!wrong.isEmpty()) {
                    wrong.forEach(tx.feedState()::wrong);
                    return new Step.Mismatched(wrong);
                }
                if (!page.hasMore()) {
                    confirm(tx);
                }
                return new Step.Applied(page.changes().size(), page.hasMore());
            });
        } catch (IllegalArgumentException e) {
            return new Step.Failed("The centre sent a row that this program does not understand: " + e.getMessage());
        }
    }

    /// What is shown says how old it is; written down no more often than anybody would notice.
    private void freshen(FeedPage.Cursor cursor) {
        boolean isOld = db.read(tx -> tx.feedState().read().map(read -> isOld(read.readAt(), tx.now())).orElse(false));
        if (isOld) {
            db.run(tx -> tx.feedState().advance(cursor, tx.now()));
        }
        if (db.read(tx -> tx.feedState().confirmedAt().map(at -> isOld(at, corrected(tx))).orElse(true))) {
            db.run(Pull::confirm);
        }
    }

    private static boolean isOld(Instant at, Instant now) {
        return Duration.between(at, now).abs().compareTo(FRESH) > 0;
    }

    private static void confirm(Tx tx) {
        tx.feedState().confirm(corrected(tx));
    }

    private static Instant corrected(Tx tx) {
        return tx.now().plus(tx.terminal().heard().map(Terminals.Heard::ahead).orElse(Duration.ZERO));
    }

    private boolean isKnown(FeedPage.Cursor cursor) {
        return db.read(tx -> tx.feedState().read().map(FeedState.Read::cursor).equals(Optional.of(cursor)));
    }

    /// The rows themselves are counted, not only their sums compared; beside selling, which this never holds.
    private boolean isRight(FeedPage page) {
        return db.read(tx -> {
            Changes changes = new Changes(tx);
            boolean isRight = changes.wrong(page.tables()).isEmpty();
            changes.recount();
            return isRight && changes.wrong(page.tables()).isEmpty();
        });
    }

    /// Loads everything again at the next step.
    public void reload() {
        db.run(tx -> tx.feedState().requireReload());
    }

    private Step load() {
        Path part = folder.resolve("snapshot.part");
        Path tag = folder.resolve("snapshot.tag");
        try {
            Optional<String> begun = Files.exists(part) && Files.exists(tag)
                    ? Optional.of(Files.readString(tag))
                    : Optional.empty();
            long offset = begun.isPresent() ? Files.size(part) : 0;
            return switch (link.snapshot(begun, offset)) {
                case PullReply.SnapshotPart got -> keep(got, part, tag, begun);
                case PullReply.Gone _ -> {
                    Files.deleteIfExists(part);
                    Files.deleteIfExists(tag);
                    yield new Step.Downloaded(0, 0);
                }
                case PullReply.Page _ -> new Step.Failed("The centre answered with something that was not asked for.");
                case PullReply.Unauthorized(String cause) ->
                        new Step.Failed("The centre does not accept this till: " + cause + " Enrol the till again.");
                case PullReply.UpdateNeeded(String cause) -> new Step.UpdateNeeded(cause);
                case PullReply.Overloaded _ -> new Step.Failed("The centre is busy.");
                case PullReply.Unreachable(String cause) -> new Step.Failed("The centre cannot be reached: " + cause);
            };
        } catch (IOException e) {
            return new Step.Failed("The product list could not be kept in " + folder + ": " + e.getMessage());
        }
    }

    private Step keep(PullReply.SnapshotPart got, Path part, Path tag, Optional<String> begun) throws IOException {
        boolean continues = begun.equals(Optional.of(got.tag())) && Files.exists(part) && Files.size(part) == got.offset();
        if (!continues) {
            if (got.offset() != 0) {
                Files.deleteIfExists(part);
                Files.deleteIfExists(tag);
                return new Step.Downloaded(0, got.length());
            }
            Files.writeString(tag, got.tag());
            Files.write(part, new byte[0]);
        }
        Files.write(part, got.content().content(), StandardOpenOption.APPEND);
        long size = Files.size(part);
        if (size < got.length()) {
            return new Step.Downloaded(size, got.length());
        }
        Step step = digest(part).equals(got.digest())
                ? applyFile(part)
                : new Step.Failed("The product list arrived damaged and is loaded again.");
        Files.deleteIfExists(part);
        Files.deleteIfExists(tag);
        return step;
    }

    private Step applyFile(Path file) {
        boolean isRepair = db.read(tx -> tx.feedState().read().isPresent() && !tx.feedState().wrong().isEmpty());
        try {
            return db.write(tx -> isRepair ? repair(tx, file) : replace(tx, file));
        } catch (IllegalArgumentException e) {
            if (isRepair) {
                reload();
            }
            return new Step.Failed("The product list has a row that this program does not understand: " + e.getMessage());
        }
    }

    private static Step replace(Tx tx, Path file) {
        Changes changes = new Changes(tx);
        changes.clear(Feed.TABLES);
        Applied applied = applyLines(file, changes);
        tx.feedState().advance(applied.cursor(), tx.now());
        return new Step.Applied(applied.rows(), false);
    }

    /// The cursor stays where it is: what the file knows beyond it comes once more, and changes nothing.
    private static Step repair(Tx tx, Path file) {
        List<String> wrong = tx.feedState().wrong();
        FeedPage.Cursor known = tx.feedState().read().orElseThrow().cursor();
        Changes changes = new Changes(tx);
        changes.clear(wrong);
        Applied applied = applyLines(file, changes);
        if (!applied.cursor().incarnation().equals(known.incarnation()) || applied.cursor().number() < known.number()) {
            throw new IllegalArgumentException("it is of another feed, or older than what this till knows");
        }
        return new Step.Repaired(wrong, applied.rows());
    }

    private record Applied(FeedPage.Cursor cursor, long rows) {}

    private static Applied applyLines(Path file, Changes changes) {
        long count = 0;
        try (InputStream in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file)), 64 * 1024)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    line.write(next);
                    if (line.size() > LINE_BYTES_MAX) {
                        throw new IllegalArgumentException("a line is longer than " + LINE_BYTES_MAX + " bytes");
                    }
                    continue;
                }
                byte[] bytes = line.toByteArray();
                line.reset();
                switch (FeedLines.line(bytes, 0, bytes.length)) {
                    case FeedLines.FeedLine.Changed(FeedPage.Change change) -> count += changes.apply(change) ? 1 : 0;
                    case FeedLines.FeedLine.Checkpoint(FeedPage.Cursor cursor, Map<String, FeedPage.Sum> tables) -> {
                        changes.finish();
                        List<String> wrong = changes.wrong(tables);
                        if (!wrong.isEmpty()) {
                            throw new IllegalArgumentException("the sum of " + String.join(", ", wrong) + " is wrong");
                        }
                        return new Applied(cursor, count);
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("the file cannot be read: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("it ended without a checkpoint");
    }

    private static Hash digest(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return Hash.of(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
