package io.evertill.till;

import io.evertill.availability.Shown;
import io.evertill.journal.StockReckoning;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the till knows of how much there is of a product.
///
/// @param here in this store; empty when the centre told nothing
/// @param elsewhere in other stores, by store
/// @param next behind which store there are more; empty when these are all
public record StockCard(Optional<Here> here, List<Elsewhere> elsewhere, Optional<String> next) {
    /// In this store.
    ///
    /// @param onHand what stands for sale
    /// @param promised how much of it is promised to somebody
    /// @param asOf when that was so, by the till's clock
    public record Here(Quantity onHand, Quantity promised, Instant asOf) {}

    /// What stands here as the till reckons it; empty when nothing was told, or the figures do not fit the unit.
    ///
    /// @param knownAt since when that is known to be so, by the till's clock
    public static Optional<Here> here(Shown shown, Unit unit, Instant knownAt) {
        return shown.in(unit).flatMap(onHand -> Shown.in(unit, shown.promised()).map(promised -> new Here(onHand, promised, knownAt)));
    }

    /// In another store.
    ///
    /// @param asOf when that was so, by the till's clock
    public record Elsewhere(String store, Quantity onHand, Instant asOf) {}

    /// Copies the list.
    public StockCard {
        elsewhere = List.copyOf(elsewhere);
    }

    /// With the stores of the next page.
    StockCard plus(StockCard page) {
        List<Elsewhere> all = new ArrayList<>(elsewhere);
        all.addAll(page.elsewhere);
        return new StockCard(here, all, page.next);
    }

    /// With the figure of this store as it was explained.
    StockCard explained(StockReckoning known, Unit unit) {
        return new StockCard(known.told().flatMap(told -> known.shown().flatMap(shown -> here(shown, unit, told.knownAt()))),
                elsewhere, next);
    }

    /// How many rows it has on screen.
    int rows() {
        return 1 + elsewhere.size();
    }
}
