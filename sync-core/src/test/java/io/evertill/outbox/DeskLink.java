package io.evertill.outbox;

import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import io.evertill.feed.Clientele;
import io.evertill.feed.Feed;
import io.evertill.feed.Snapshot;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A link that carries bytes to the centre's front desk in this process.
final class DeskLink implements Link {
    private final Shop shop;
    private final String token;

    DeskLink(Shop shop, String token) {
        this.shop = shop;
        this.token = token;
    }

    @Override
    public PushReply push(Push push) {
        byte[] sent = Frames.write(push).content();
        PushReply reply = shop.reception.push(shop.reception.find(token).orElseThrow(), push.before().stream(), sent);
        return reply instanceof PushReply.Answered(var answer)
                ? new PushReply.Answered(Frames.reply(Frames.write(answer).content()))
                : reply;
    }

    @Override
    public PullReply pull(Optional<FeedPage.Cursor> cursor) {
        return switch (shop.feed.page("S1", cursor)) {
            case Feed.Answer.Page(FeedPage page) -> new PullReply.Page(FeedLines.page(FeedLines.write(page).content()));
            case Feed.Answer.Gone _ -> new PullReply.Gone();
        };
    }

    @Override
    public PullReply snapshot(Optional<String> tag, long offset) {
        try {
            Path folder = Files.createTempDirectory("snapshot");
            Snapshot snapshot = Snapshot.make(shop.centre, "S1", folder);
            byte[] bytes = Files.readAllBytes(snapshot.file());
            int end = (int) Math.min(bytes.length, offset + 500);
            return new PullReply.SnapshotPart(snapshot.tag(), bytes.length, snapshot.digest(), offset,
                    Bytes.of(Arrays.copyOfRange(bytes, (int) offset, end)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Set<CustomerId>> introduce(List<Customer> customers) {
        return Optional.of(Set.copyOf(shop.centre.write(tx -> new Clientele(shop.feed).meet(tx, customers))));
    }
}
