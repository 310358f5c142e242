package io.evertill.transfer;

import io.evertill.stock.Quantity;
import java.util.Map;
import java.util.TreeMap;

/// What happened to the goods of one kind in a transfer, in ten-thousandths of their unit (domain 2c, I19).
///
/// @param dispatched D: left the source, without what was reversed
/// @param corrected what was found to be on the way besides, or not to be; also under another batch or number
/// @param good G: arrived in good order
/// @param damaged X: arrived damaged
/// @param returned B: came back to the source
/// @param lost L: lost on the way
/// @param gained arrived although nobody sent it, and was never on the way
public record Figures(long dispatched, long corrected, long good, long damaged, long returned, long lost, long gained) {
    /// Nothing.
    public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0);

    /// What is on the way: D + corr - G - X - B - L; below zero when more arrived than is known to have left.
    public long transit() {
        long arrived = Math.addExact(Math.addExact(good, damaged), Math.addExact(returned, lost));
        return Math.subtractExact(Math.addExact(dispatched, corrected), arrived);
    }

    /// Both together.
    public Figures plus(Figures other) {
        return new Figures(
                Math.addExact(dispatched, other.dispatched),
                Math.addExact(corrected, other.corrected),
                Math.addExact(good, other.good),
                Math.addExact(damaged, other.damaged),
                Math.addExact(returned, other.returned),
                Math.addExact(lost, other.lost),
                Math.addExact(gained, other.gained));
    }

    /// Whether something came off the way, or came besides.
    boolean hasArrived() {
        return (good | damaged | returned | lost | gained) != 0;
    }

    /// What an action does to the figures of the goods in a load.
    static Map<Consigned, Figures> of(Action action, Load load) {
        Map<Consigned, Figures> figures = new TreeMap<>();
        if (!load.was().equals(load.is())) {
            figures.merge(was(load), corrected(load.whole().negated()), Figures::plus);
            figures.merge(is(load), corrected(load.whole()), Figures::plus);
        }
        figures.merge(is(load), done(action, load), Figures::plus);
        return figures;
    }

    private static Figures done(Action action, Load load) {
        long whole = load.whole().tenThousandths();
        return switch (action) {
            case DISPATCH -> new Figures(whole, 0, 0, 0, 0, 0, 0);
            case DISPATCH_REVERSAL -> new Figures(-whole, 0, 0, 0, 0, 0, 0);
            case RECEIVE -> new Figures(0, 0, load.good().tenThousandths(), load.damaged().tenThousandths(), 0, 0, 0);
            case LOST -> new Figures(0, 0, 0, 0, 0, whole, 0);
            case NEVER_LEFT -> corrected(load.whole().negated());
            case SENT_MORE, RECEIVED_MORE -> corrected(load.whole());
            case UNEXPLAINED_GAIN -> new Figures(0, 0, 0, 0, 0, 0, whole);
            case RETURNED -> new Figures(0, 0, 0, 0, whole, 0, 0);
            case RELOT -> NONE;
        };
    }

    private static Figures corrected(Quantity by) {
        return new Figures(0, by.tenThousandths(), 0, 0, 0, 0, 0);
    }

    private static Consigned was(Load load) {
        return new Consigned(load.item().product(), load.was());
    }

    private static Consigned is(Load load) {
        return new Consigned(load.item().product(), load.is());
    }
}
