package io.evertill.central.simulator;

import io.evertill.db.Database;
import io.evertill.feed.Feed;
import io.evertill.feed.Snapshot;
import io.evertill.ingest.Reception;
import io.evertill.ledger.Bytes;
import io.evertill.wire.FeedLines;
import io.evertill.wire.FeedPage;
import io.evertill.wire.Frames;
import io.evertill.wire.Link;
import io.evertill.wire.PullReply;
import io.evertill.wire.Push;
import io.evertill.wire.PushReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// A line from a till to the centre inside one process, in the bytes of the protocol.
///
/// @param store the till's
/// @param token the till's
/// @param folder where the centre writes its snapshots
record LocalLink(Database centre, Reception reception, Feed feed, String store, String token, Path folder) implements Link {
    @Override
    public PushReply push(Push push) {
        PushReply reply = reception.push(
                reception.find(token).orElseThrow(), push.before().stream(), Frames.write(push).content());
        return reply instanceof PushReply.Answered(var answer)
                ? new PushReply.Answered(Frames.reply(Frames.write(answer).content()))
                : reply;
    }

    @Override
    public PullReply pull(Optional<FeedPage.Cursor> cursor) {
        return switch (feed.page(store, cursor)) {
            case Feed.Answer.Page(FeedPage page) -> new PullReply.Page(FeedLines.page(FeedLines.write(page).content()));
            case Feed.Answer.Gone _ -> new PullReply.Gone();
        };
    }

    @Override
    public PullReply snapshot(Optional<String> tag, long offset) {
        try {
            Snapshot snapshot = Snapshot.make(centre, store, folder);
            byte[] bytes = Files.readAllBytes(snapshot.file());
            int end = (int) Math.min(bytes.length, offset + SNAPSHOT_PART_BYTES_MAX);
            return new PullReply.SnapshotPart(snapshot.tag(), bytes.length, snapshot.digest(), offset,
                    Bytes.of(Arrays.copyOfRange(bytes, (int) offset, end)));
        } catch (IOException e) {
            throw new UncheckedIOException("The centre's lists cannot be written to " + folder, e);
        }
    }
}
