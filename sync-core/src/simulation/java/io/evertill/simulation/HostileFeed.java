package io.evertill.simulation;

import io.evertill.wire.FeedPage;
import io.evertill.wire.Link;
import io.evertill.wire.PullReply;
import io.evertill.wire.Push;
import io.evertill.wire.PushReply;
import java.util.Optional;

/// The way down over the simulated network: it answers at once or not at all.
record HostileFeed(World world, TillNode till) implements Link {
    @Override
    public PushReply push(Push push) {
        throw new IllegalStateException("uploads travel over the simulated network");
    }

    @Override
    public PullReply pull(Optional<FeedPage.Cursor> cursor) {
        if (isLost()) {
            return new PullReply.Unreachable("no answer");
        }
        PullReply reply = link().pull(cursor);
        if (reply instanceof PullReply.Gone && cursor.filter(this::isForgotten).isPresent()) {
            world.saw(Seen.BELOW_HORIZON, till.name());
        }
        return reply;
    }

    private boolean isForgotten(FeedPage.Cursor cursor) {
        var centre = world.centre.db().read(tx -> tx.centre().state());
        return cursor.incarnation().equals(centre.incarnation()) && cursor.number() < centre.feedHorizon();
    }

    @Override
    public PullReply snapshot(Optional<String> tag, long offset) {
        if (isLost()) {
            return new PullReply.Unreachable("no answer");
        }
        world.saw(Seen.SNAPSHOT_LOADED, till.name());
        return link().snapshot(tag, offset);
    }

    private boolean isLost() {
        return !world.centre.isUp() || world.network.isCut(till) || world.network.loses();
    }

    private FeedLink link() {
        return new FeedLink(world.centre.db(), world.centre.feed(), till.seat().branch(), world.folder);
    }
}
