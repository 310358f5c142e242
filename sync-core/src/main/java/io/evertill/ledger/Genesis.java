package io.evertill.ledger;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The beginning of a stream: whose it is, and which stream it goes on from.
///
/// @param terminal the till's id, as issued by the centre
/// @param stream the new stream
/// @param parent where the stream before it was left, after a restore or a copy
public record Genesis(String terminal, StreamId stream, Optional<Position> parent) {
    /// The position before the first posting.
    public Position position() {
        return new Position(stream, 0, Chain.genesis(this));
    }

    /// Streams in the order in which they followed each other, each behind the one that it goes on from; clocks say nothing
    /// about it, for they are set back.
    ///
    /// @param streams in any order; those that go on from none of the others keep theirs
    /// @param genesis each one's beginning
    public static <T> List<T> inOrder(List<T> streams, Function<T, Genesis> genesis) {
        Map<StreamId, List<T>> successors = new HashMap<>();
        Set<StreamId> known = streams.stream().map(genesis).map(Genesis::stream).collect(toSet());
        Deque<T> next = new ArrayDeque<>();
        for (T stream : streams) {
            Optional<StreamId> parent = genesis.apply(stream).parent().map(Position::stream).filter(known::contains);
            parent.ifPresentOrElse(
                    id -> successors.computeIfAbsent(id, _ -> new ArrayList<>()).add(stream), () -> next.addLast(stream));
        }
        List<T> ordered = new ArrayList<>(streams.size());
        while (!next.isEmpty()) {
            T stream = next.removeFirst();
            ordered.add(stream);
            successors.getOrDefault(genesis.apply(stream).stream(), List.of()).reversed().forEach(next::addFirst);
        }
        return ordered;
    }
}
