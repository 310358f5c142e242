package io.evertill.inventory;

import io.evertill.entry.Move;
import io.evertill.stock.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is really on the shelves, whatever the ledger was told: what people did, at once, and what nobody ever tells.
final class Truth {
    private final Map<Move.Key, Long> there = new TreeMap<>();
    private final Map<String, Place> pieces = new TreeMap<>();
    private final Map<Move.Key, List<Unseen>> unseen = new TreeMap<>();

    private record Unseen(Instant at, long quantity) {}

    /// Goods were moved, and somebody will tell.
    void moved(List<Move> moves) {
        for (Move move : moves) {
            there.merge(move.key(), move.quantity().tenThousandths(), Math::addExact);
            if (!move.serial().isEmpty() && !move.quantity().isNegative()) {
                pieces.put(move.serial(), move.place());
            } else if (!move.serial().isEmpty()) {
                pieces.remove(move.serial(), move.place());
            }
        }
    }

    /// Goods vanished, or turned up, and nobody noticed.
    void drifted(Move.Key key, long quantity, Instant at) {
        there.merge(key, quantity, Math::addExact);
        unseen.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Unseen(at, quantity));
    }

    /// What is there of a key; below zero when somebody moved what was not there.
    long at(Move.Key key) {
        return there.getOrDefault(key, 0L);
    }

    /// What the ledger must say in the end: everything but what nobody noticed since the last count.
    long known(Move.Key key, Instant counted) {
        return at(key) - unseen.getOrDefault(key, List.of()).stream()
                .filter(each -> each.at().isAfter(counted))
                .mapToLong(Unseen::quantity)
                .sum();
    }

    /// Every key of which there ever was something.
    List<Move.Key> keys() {
        return List.copyOf(there.keySet());
    }

    /// The keys of a place of which there is something.
    List<Move.Key> at(Place place) {
        return there.entrySet().stream()
                .filter(each -> each.getKey().place().equals(place) && each.getValue() > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The numbers of the pieces at a place.
    List<String> pieces(Place place) {
        return pieces.entrySet().stream().filter(each -> each.getValue().equals(place)).map(Map.Entry::getKey).toList();
    }
}
