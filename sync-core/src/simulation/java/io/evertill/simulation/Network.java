package io.evertill.simulation;

import io.evertill.ledger.Meta;
import io.evertill.wire.Frames;
import io.evertill.wire.Metas;
import io.evertill.wire.Push;
import io.evertill.wire.PushReply;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// A network that loses, doubles, delays and reorders, is cut for a while, lets only small uploads through, and sometimes
/// carries a request but not its answer.
final class Network {
    private static final int LIMIT_BYTES_USUALLY = Integer.MAX_VALUE;
    private static final int LIMIT_BYTES_SMALL = 9_000;

    private final World world;
    private final Map<TillNode, Long> cutUntilMs = new HashMap<>();
    private int lossPerMille;
    private int doublePerMille;
    private int delayMsMax = 200;
    private int limitBytes = LIMIT_BYTES_USUALLY;
    private boolean refusesNews;

    Network(World world) {
        this.world = world;
    }

    /// Draws how hostile it is in this schedule.
    void draw() {
        lossPerMille = world.chance.pick(0, 20, 100, 300);
        doublePerMille = world.chance.pick(0, 50, 200);
        delayMsMax = world.chance.pick(50, 500, 8_000);
        limitBytes = world.chance.oneIn(8) ? LIMIT_BYTES_SMALL : LIMIT_BYTES_USUALLY;
        refusesNews = world.chance.oneIn(4);
    }

    /// Ends all hostility.
    void quieten() {
        cutUntilMs.clear();
        lossPerMille = 0;
        doublePerMille = 0;
        delayMsMax = 50;
    }

    /// Cuts a till off.
    void cut(TillNode till, long forMs) {
        cutUntilMs.put(till, world.time.nowMs() + forMs);
        world.note(till.name() + " is cut off");
    }

    boolean isCut(TillNode till) {
        return cutUntilMs.getOrDefault(till, 0L) > world.time.nowMs();
    }

    /// Whether a message is lost.
    boolean loses() {
        return lossPerMille > 0 && world.chance.below(1_000) < lossPerMille;
    }

    /// Carries an upload and its answer.
    void carry(TillNode till, Push push, Consumer<PushReply> answer) {
        if (isCut(till)) {
            world.time.in(delay(), () -> answer.accept(new PushReply.Unreachable("cut off")));
            return;
        }
        byte[] bytes = Frames.write(push).content();
        if (bytes.length > limitBytes) {
            world.saw(Seen.HALVED, till.name());
            world.time.in(delay(), () -> answer.accept(new PushReply.TooLarge()));
            return;
        }
        if (refusesNews && push.form() == Push.Form.PLAIN && hasNews(push)) {
            world.time.in(delay(), () -> answer.accept(new PushReply.Unparsable("a description that is too new")));
            return;
        }
        if (push.form() == Push.Form.OPAQUE) {
            world.saw(Seen.OPAQUE, till.name());
        }
        if (loses()) {
            world.saw(Seen.REQUEST_LOST, till.name());
        } else {
            deliver(till, push, bytes, answer);
        }
        if (doublePerMille > 0 && world.chance.below(1_000) < doublePerMille) {
            world.saw(Seen.DUPLICATED, till.name());
            deliver(till, push, bytes, answer);
        }
    }

    private void deliver(TillNode till, Push push, byte[] bytes, Consumer<PushReply> answer) {
        world.time.in(delay(), () -> world.centre.receive(till, push.before().stream(), bytes, reply -> {
            if (isCut(till) || loses()) {
                world.saw(Seen.REPLY_LOST, till.name());
            } else {
                world.time.in(delay(), () -> answer.accept(reply));
            }
        }));
    }

    private static boolean hasNews(Push push) {
        return push.postings().stream()
                .map(posting -> Metas.read(posting.fact().meta()))
                .map(Meta::schema)
                .anyMatch(Poison.SCHEMA::equals);
    }

    private long delay() {
        return 1L + world.chance.below(delayMsMax);
    }
}
