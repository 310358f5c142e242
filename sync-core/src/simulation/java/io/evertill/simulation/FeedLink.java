package io.evertill.simulation;

import io.evertill.db.Database;
import io.evertill.feed.Feed;
import io.evertill.feed.Snapshot;
import io.evertill.ledger.Bytes;
import io.evertill.wire.FeedLines;
import io.evertill.wire.FeedPage;
import io.evertill.wire.Link;
import io.evertill.wire.PullReply;
import io.evertill.wire.Push;
import io.evertill.wire.PushReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The way down: the centre's feed as bytes, without a network.
record FeedLink(Database centre, Feed feed, String branch, Path folder) implements Link {
    @Override
    public PushReply push(Push push) {
        throw new IllegalStateException("uploads travel over the simulated network");
    }

    @Override
    public PullReply pull(Optional<FeedPage.Cursor> cursor) {
        return switch (feed.page(branch, cursor)) {
            case Feed.Answer.Page(FeedPage page) -> new PullReply.Page(FeedLines.page(FeedLines.write(page).content()));
            case Feed.Answer.Gone _ -> new PullReply.Gone();
        };
    }

    @Override
    public PullReply snapshot(Optional<String> tag, long offset) {
        Snapshot snapshot = Snapshot.make(centre, branch, folder);
        try {
            byte[] bytes = Files.readAllBytes(snapshot.file());
            Files.delete(snapshot.file());
            return new PullReply.SnapshotPart(snapshot.tag(), bytes.length, snapshot.digest(), 0, Bytes.of(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
