package io.evertill.pos;

import io.evertill.wire.FeedPage;
import io.evertill.wire.Link;
import io.evertill.wire.PullReply;
import io.evertill.wire.Push;
import io.evertill.wire.PushReply;
import java.util.Optional;

/// A link that counts what is asked of it and never reaches anybody.
final class Answers implements Link {
    int pushes;
    int pulls;
    Runnable meanwhile = () -> {};

    @Override
    public PushReply push(Push push) {
        pushes++;
        meanwhile.run();
        return new PushReply.Overloaded(0);
    }

    @Override
    public PullReply pull(Optional<FeedPage.Cursor> cursor) {
        pulls++;
        meanwhile.run();
        return new PullReply.Overloaded(0);
    }

    @Override
    public PullReply snapshot(Optional<String> tag, long offset) {
        pulls++;
        meanwhile.run();
        return new PullReply.Overloaded(0);
    }
}
