package io.evertill.alert;

import java.util.List;
import java.util.PriorityQueue;

/// The worst of the open cards, and how many there are in all.
///
/// @param worst those that are shown, the worst first
/// @param total how many are open, with those that are not shown
public record RedCards(List<RedCard> worst, long total) {
    /// None.
    public static final RedCards NONE = new RedCards(List.of(), 0);

    /// Copies the list.
    public RedCards {
        worst = List.copyOf(worst);
    }

    /// Takes cards in any order and keeps no more than the worst of them in memory.
    public static final class Sorter {
        private final int limit;
        private final PriorityQueue<RedCard> worst = new PriorityQueue<>(RedCard.WORST_FIRST.reversed());
        private long total;

        /// @param limit how many are kept, at least 1
        public Sorter(int limit) {
            if (limit < 1) {
                throw new IllegalArgumentException("at least one card is kept, not " + limit);
            }
            this.limit = limit;
        }

        /// Takes one more.
        public void add(RedCard card) {
            total++;
            worst.add(card);
            if (worst.size() > limit) {
                worst.remove();
            }
        }

        /// What was taken so far.
        public RedCards sorted() {
            return new RedCards(worst.stream().sorted(RedCard.WORST_FIRST).toList(), total);
        }
    }
}
