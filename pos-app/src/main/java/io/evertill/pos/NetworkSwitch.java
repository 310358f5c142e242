package io.evertill.pos;

import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import io.evertill.product.ProductId;
import io.evertill.sale.ReceiptNumber;
import io.evertill.wire.FeedPage;
import io.evertill.wire.Inquiry;
import io.evertill.wire.Link;
import io.evertill.wire.PullReply;
import io.evertill.wire.Push;
import io.evertill.wire.PushReply;
import io.evertill.wire.ShiftSums;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// A link that can be cut and restored by hand, for demonstrations and replays.
///
/// While it is cut nothing is sent, and the answer to what was under way when it was cut is lost, as on a real line: the
/// centre may have it, the till does not know. Thread-safe.
public final class NetworkSwitch implements Link, ShiftSums {
    private static final String CAUSE = "the network is switched off";

    private final Link link;
    private final ShiftSums sums;
    private final AtomicLong turns = new AtomicLong();
    private final AtomicBoolean isUnheard = new AtomicBoolean();
    private final List<Runnable> whenRestored = new CopyOnWriteArrayList<>();

    /// A switch in front of a link that is asked for no sums, not cut.
    public NetworkSwitch(Link link) {
        this(link, _ -> new ShiftSums.Answer.None(CAUSE));
    }

    /// A switch in front of a link, not cut.
    ///
    /// @param sums answers through the same line
    public NetworkSwitch(Link link, ShiftSums sums) {
        this.link = link;
        this.sums = sums;
    }

    /// Cuts the line; a second time changes nothing.
    public void cut() {
        turns.updateAndGet(turn -> isCut(turn) ? turn : turn + 1);
    }

    /// Restores the line and tells who wants to know; a second time changes nothing.
    public void restore() {
        long before = turns.getAndUpdate(turn -> isCut(turn) ? turn + 1 : turn);
        if (isCut(before)) {
            whenRestored.forEach(Runnable::run);
        }
    }

    /// Whether the line is cut.
    public boolean isCut() {
        return isCut(turns.get());
    }

    /// Whether nobody is there to be asked, as far as is known: the line is cut, or nothing answered the last time.
    public boolean isDown() {
        return isCut() || isUnheard.get();
    }

    /// Runs something each time after the line was restored, on the thread that restores it.
    public void whenRestored(Runnable listener) {
        whenRestored.add(listener);
    }

    @Override
    public PushReply push(Push push) {
        PushReply reply = through(() -> link.push(push), new PushReply.Unreachable(CAUSE));
        isUnheard.set(reply instanceof PushReply.Unreachable || reply instanceof PushReply.TimedOut);
        return reply;
    }

    @Override
    public PullReply pull(Optional<FeedPage.Cursor> cursor) {
        PullReply reply = through(() -> link.pull(cursor), new PullReply.Unreachable(CAUSE));
        isUnheard.set(reply instanceof PullReply.Unreachable);
        return reply;
    }

    @Override
    public PullReply snapshot(Optional<String> tag, long offset) {
        return through(() -> link.snapshot(tag, offset), new PullReply.Unreachable(CAUSE));
    }

    /// An inquiry that is cut with this line.
    public Inquiry through(Inquiry inquiry) {
        return new Inquiry() {
            @Override
            public OfReceipt receipt(ReceiptNumber number) {
                OfReceipt answer = NetworkSwitch.this.through(() -> inquiry.receipt(number), new OfReceipt.Unheard(CAUSE));
                isUnheard.set(answer instanceof OfReceipt.Unheard);
                return answer;
            }

            @Override
            public OfPiece piece(ProductId product, String serial) {
                return NetworkSwitch.this.through(() -> inquiry.piece(product, serial), new OfPiece.Unheard(CAUSE));
            }

            @Override
            public OfStock stock(ProductId product, String store) {
                return NetworkSwitch.this.through(() -> inquiry.stock(product, store), new OfStock.Unheard(CAUSE));
            }
        };
    }

    @Override
    public Optional<Set<CustomerId>> introduce(List<Customer> customers) {
        return through(() -> link.introduce(customers), Optional.empty());
    }

    @Override
    public ShiftSums.Answer of(ShiftSums.Question question) {
        return through(() -> sums.of(question), new ShiftSums.Answer.None(CAUSE));
    }

    private <T> T through(Supplier<T> call, T cut) {
        long before = turns.get();
        if (isCut(before)) {
            return cut;
        }
        T answer = call.get();
        return turns.get() == before ? answer : cut;
    }

    /// Every turn of the switch counts one; it is cut after an odd number.
    private static boolean isCut(long turn) {
        return (turn & 1) == 1;
    }
}
