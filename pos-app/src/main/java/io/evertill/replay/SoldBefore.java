package io.evertill.replay;

import io.evertill.ledger.EntryId;
import io.evertill.money.UnitPrice;
import io.evertill.product.Sku;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What customers bought at one till and have not brought back yet: where to look for the receipt of a return.
///
/// It follows from the invoices alone, so it is the same after an interruption; the ledger has the last word, and refuses a
/// return of more than was sold.
final class SoldBefore {
    private final Map<Key, Deque<Piece>> pieces = new HashMap<>();

    private record Key(String customer, Sku sku, UnitPrice price) {}

    /// So much of a line of a sale, in ten-thousandths.
    record Piece(EntryId sale, int line, long quantity) {}

    /// Remembers a sold row.
    void add(Row row, EntryId sale, int line) {
        row.customer().ifPresent(customer -> pieces
                .computeIfAbsent(new Key(customer, row.sku(), row.price()), _ -> new ArrayDeque<>())
                .add(new Piece(sale, line, row.quantity().tenThousandths())));
    }

    /// Takes what a row brings back from the same customer's earlier lines of the same code at the same price, the oldest
    /// first; empty, and nothing is taken, when too little is left of them.
    Optional<List<Piece>> take(Row row) {
        long wanted = -row.quantity().tenThousandths();
        Deque<Piece> left = row.customer()
                .map(customer -> pieces.get(new Key(customer, row.sku(), row.price())))
                .orElseGet(ArrayDeque::new);
        if (left.stream().mapToLong(Piece::quantity).sum() < wanted) {
            return Optional.empty();
        }
        List<Piece> taken = new ArrayList<>();
        while (wanted > 0) {
            Piece first = left.removeFirst();
            long part = Math.min(wanted, first.quantity());
            taken.add(new Piece(first.sale(), first.line(), part));
            if (part < first.quantity()) {
                left.addFirst(new Piece(first.sale(), first.line(), first.quantity() - part));
            }
            wanted -= part;
        }
        return Optional.of(taken);
    }
}
