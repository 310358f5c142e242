package io.evertill.availability;

import io.evertill.person.Person;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Goods that somebody at a till counts, and how many were counted so far. Nothing here says how many there should be.
///
/// @param line of the count list, or a new one for goods that are not on it
/// @param lot the batch; empty for goods of no known batch
/// @param isByPiece whether each piece has a number
/// @param task what the list says of them; empty for goods that are not on it
/// @param counted how many, perhaps none; empty when nobody has counted them, which is not none
/// @param pieces the numbers of the pieces among them, each once
public record ToCount(
        UUID line, Item item, Place place, String lot, boolean isByPiece, Optional<CountTask> task, Optional<Quantity> counted,
        List<String> pieces) {
    /// Copies the list; refuses fewer than none.
    public ToCount {
        pieces = List.copyOf(pieces);
        if (counted.filter(Quantity::isNegative).isPresent()) {
            throw new IllegalArgumentException("nobody counts fewer than none: " + counted);
        }
    }

    /// Goods that nobody has counted.
    public ToCount(UUID line, Item item, Place place, String lot, boolean isByPiece, Optional<CountTask> task) {
        this(line, item, place, lot, isByPiece, task, Optional.empty(), List.of());
    }

    /// With another count of them; pieces are no longer told apart.
    public ToCount with(Optional<Quantity> other) {
        return new ToCount(line, item, place, lot, isByPiece, task, other, List.of());
    }

    /// With more of them.
    public ToCount plus(Quantity more) {
        return new ToCount(line, item, place, lot, isByPiece, task, Optional.of(counted.map(more::plus).orElse(more)), pieces);
    }

    /// With one piece more, whose number was seen.
    public ToCount plus(String piece) {
        List<String> more = new ArrayList<>(pieces);
        more.add(piece);
        ToCount grown = plus(Quantity.of(1, item.unit()));
        return new ToCount(line, item, place, lot, isByPiece, task, grown.counted, more);
    }

    /// The numbers of all pieces; empty where somebody did not look at them.
    public Optional<List<String>> numbers() {
        long all = counted.map(Quantity::tenThousandths).orElse(0L);
        return Optional.of(pieces).filter(_ -> isByPiece && all == pieces.size() * Quantity.ONE);
    }

    /// Whether these are the same goods at the same place.
    public boolean isSame(ToCount other) {
        return item.product().equals(other.item.product()) && place.equals(other.place) && lot.equals(other.lot);
    }
}
