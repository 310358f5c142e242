package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.shift.CashCount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// A drawer while it is counted.
///
/// @param denominations what is counted, at least one
/// @param pieces how many of each
/// @param selected index of the marked denomination; behind the last one, of what seals the count
public record CashBox(List<Money> denominations, List<Integer> pieces, int selected) {
    /// Copies the lists.
    public CashBox {
        denominations = List.copyOf(denominations);
        pieces = List.copyOf(pieces);
    }

    static CashBox of(List<Money> denominations) {
        return new CashBox(denominations, Collections.nCopies(denominations.size(), 0), 0);
    }

    /// Whether nothing but the seal is left.
    public boolean isAtSeal() {
        return selected == denominations.size();
    }

    /// What was counted so far.
    public CashCount count() {
        return new CashCount(denominations.getFirst().currency(), IntStream.range(0, denominations.size())
                .filter(at -> pieces.get(at) > 0)
                .mapToObj(at -> new CashCount.Pile(denominations.get(at), pieces.get(at)))
                .toList());
    }

    CashBox at(int row) {
        return new CashBox(denominations, pieces, Math.clamp(row, 0, denominations.size()));
    }

    /// With so many pieces of the marked denomination, and the next one marked.
    CashBox with(int number) {
        List<Integer> other = new ArrayList<>(pieces);
        other.set(selected, number);
        return new CashBox(denominations, other, selected + 1);
    }
}
