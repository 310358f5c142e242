package io.evertill.transfer;

import io.evertill.stock.Place;

/// From which branch goods go to which.
///
/// @param source the branch that sends
/// @param target the branch that receives, another one
public record Route(String source, String target) {
    /// Refuses a way from nowhere, to nowhere, or to where the goods are.
    public Route {
        if (!Place.isName(source) || !Place.isName(target) || source.equals(target)) {
            throw new IllegalArgumentException("goods go from one store to another, not from '" + source + "' to '" + target + "'");
        }
    }

    /// Whether a branch is at one of its ends.
    public boolean touches(String branch) {
        return branch.equals(source) || branch.equals(target);
    }

    @Override
    public String toString() {
        return source + " to " + target;
    }
}
