package io.evertill.inventory;

import io.evertill.db.Postings;
import io.evertill.db.Stock;
import io.evertill.db.Tx;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Hash;
import io.evertill.ledger.StreamId;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What entries say that they move, kept in short: an entry of many lines is read once, not once for each of its movements.
///
/// A move is kept as 64 bits of its hash, so that the entries of a day fit into memory; the entries that were asked for longest
/// ago make room. Not thread-safe.
final class EntryMoves {
    private static final int MOVES_MAX = 2_000_000;

    private final Map<Where, Kept> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long moves;

    private record Where(String branch, StreamId stream, long seq) {}

    private static final class Kept {
        private final EntryId id;
        /// Of the moves, by line from 1.
        private final long[] marks;

        Kept(EntryId id, long[] marks) {
            this.id = id;
            this.marks = marks;
        }
    }

    /// The entry of a posting; empty when it cannot be read.
    static Optional<Entry> read(Postings.Stored stored) {
        try {
            String schema = Metas.read(stored.posting().fact().meta()).schema();
            return Bodies.read(schema, stored.posting().fact().body()) instanceof Bodies.Reading.Understood(Entry entry)
                    ? Optional.of(entry)
                    : Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    /// Whether the entry at a movement's position is the movement's, and moves just that.
    boolean has(Tx tx, Stock.Movement movement) {
        Where where = new Where(movement.key().place().branch(), movement.stream(), movement.seq());
        Kept kept = entries.get(where);
        if (kept == null) {
            Optional<Kept> found = find(tx, where);
            found.ifPresent(entry -> keep(where, entry));
            return found.filter(entry -> isOf(entry, movement)).isPresent();
        }
        return isOf(kept, movement);
    }

    /// Forgets everything.
    void clear() {
        entries.clear();
        moves = 0;
    }

    private static Optional<Kept> find(Tx tx, Where where) {
        return tx.postings().after(where.branch(), where.stream(), where.seq() - 1, 1).stream()
                .filter(stored -> stored.posting().seq() == where.seq())
                .findFirst()
                .flatMap(stored -> read(stored).map(entry -> new Kept(stored.posting().fact().id(), marks(entry))));
    }

    private void keep(Where where, Kept entry) {
        entries.put(where, entry);
        moves += entry.marks.length;
        var oldest = entries.entrySet().iterator();
        while (moves > MOVES_MAX && entries.size() > 1) {
            moves -= oldest.next().getValue().marks.length;
            oldest.remove();
        }
    }

    private static boolean isOf(Kept entry, Stock.Movement movement) {
        int line = movement.line();
        return entry.id.equals(movement.entry())
                && line >= 1
                && line <= entry.marks.length
                && entry.marks[line - 1] == mark(movement);
    }

    private static long[] marks(Entry entry) {
        List<Move> all = entry.moves();
        long[] marks = new long[all.size()];
        for (Move move : all) {
            marks[move.line() - 1] = mark(move.key(), move.type().name(), move.quantity().tenThousandths(), move.serial(),
                    move.reference(), move.counterpart().code(), move.reason(), entry.by().id());
        }
        return marks;
    }

    private static long mark(Stock.Movement movement) {
        return mark(movement.key(), movement.type(), movement.quantity(), movement.serial(), movement.reference(),
                movement.counterpart(), movement.reason(), movement.actor());
    }

    private static long mark(Move.Key key, String type, long quantity, Object... rest) {
        StringBuilder text = new StringBuilder(key.toString()).append('\0').append(type).append('\0').append(quantity);
        for (Object part : rest) {
            text.append('\0').append(part);
        }
        return Hash.sha256(text.toString().getBytes(StandardCharsets.UTF_8)).first();
    }
}
