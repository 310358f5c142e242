package io.evertill.transfer;

import io.evertill.stock.Place.Kind;
import java.util.Set;

/// What was done with the goods of a transfer; each is a fact, recorded under the branch that did it.
public enum Action {
    /// They left the source.
    DISPATCH(Side.SOURCE, Kind.AVAILABLE, Kind.TRANSIT),
    /// They arrived at the target: good ones are for sale, damaged ones are held back.
    RECEIVE(Side.TARGET, Kind.TRANSIT, Kind.AVAILABLE),
    /// They were lost on the way.
    LOST(Side.EITHER, Kind.TRANSIT, Kind.LOSS),
    /// The source found that they never left.
    NEVER_LEFT(Side.SOURCE, Kind.TRANSIT, Kind.AVAILABLE),
    /// The source found that it sent more than it said.
    SENT_MORE(Side.SOURCE, Kind.AVAILABLE, Kind.TRANSIT),
    /// More arrived than was sent, and the source did not send it; in place of a receipt.
    UNEXPLAINED_GAIN(Side.TARGET, Kind.FOUND, Kind.AVAILABLE),
    /// The same for goods whose receipt is recorded already.
    RECEIVED_MORE(Side.TARGET, Kind.FOUND, Kind.TRANSIT),
    /// They came back to the source: good ones are for sale, damaged ones are held back.
    RETURNED(Side.SOURCE, Kind.TRANSIT, Kind.AVAILABLE),
    /// A dispatch was recorded by mistake.
    DISPATCH_REVERSAL(Side.SOURCE, Kind.TRANSIT, Kind.AVAILABLE),
    /// The batch or number of goods on the way turned out to be another.
    RELOT(Side.EITHER, Kind.TRANSIT, Kind.TRANSIT);

    /// Why goods were lost.
    public static final Set<String> LOSSES = Set.of("TRANSIT_LOSS", "THEFT");

    private final Side side;
    private final Kind from;
    private final Kind to;

    Action(Side side, Kind from, Kind to) {
        this.side = side;
        this.from = from;
        this.to = to;
    }

    private enum Side {
        SOURCE,
        TARGET,
        EITHER
    }

    /// The kind of place that the goods left.
    public Kind from() {
        return from;
    }

    /// The kind of place that good ones came to; damaged ones are held back.
    public Kind to() {
        return to;
    }

    /// Whether a branch can do it on a route.
    public boolean isAt(Route route, String branch) {
        return switch (side) {
            case SOURCE -> branch.equals(route.source());
            case TARGET -> branch.equals(route.target());
            case EITHER -> route.touches(branch);
        };
    }

    /// The end of a route where it is usually done.
    public String usualBranch(Route route) {
        return side == Side.SOURCE ? route.source() : route.target();
    }

    /// Whether somebody else has to agree to it: goods appear in the books out of nothing.
    public boolean needsApproval() {
        return from == Kind.FOUND;
    }

    /// Whether goods can be handled in it as a load says.
    public boolean allows(Load load) {
        boolean isRelot = !load.was().equals(load.is());
        boolean isWhole = load.damaged().isZero() || to == Kind.AVAILABLE;
        return switch (this) {
            case RECEIVE, RETURNED -> true;
            case UNEXPLAINED_GAIN -> !isRelot;
            case LOST -> !isRelot && isWhole && LOSSES.contains(load.reason());
            case RELOT -> isRelot && isWhole;
            case DISPATCH, NEVER_LEFT, SENT_MORE, RECEIVED_MORE, DISPATCH_REVERSAL -> !isRelot && load.damaged().isZero();
        };
    }
}
