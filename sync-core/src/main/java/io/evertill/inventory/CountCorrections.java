package io.evertill.inventory;

import static java.util.stream.Collectors.toSet;

import io.evertill.count.PostedCounts;
import io.evertill.db.CountLines;
import io.evertill.db.Stock;
import io.evertill.db.Tx;
import io.evertill.entry.CountEntry;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.stock.Tracking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The late rule of counts (domain 2d): what becomes known after a count was posted, and had happened before it was counted,
/// is taken back once, at the earliest such count of the key.
///
/// Where nothing is late it costs two looks into an index that is empty behind the newest counts.
final class CountCorrections {
    private static final String COUNT = "count";
    private static final int KEYS_ASKED_MAX = 5;

    private CountCorrections() {}

    /// Takes the lock of the centre's stream when there will be corrections to record: it comes before those of levels.
    static void lock(Tx tx, List<Stock.Source> sources) {
        branches(sources).forEach((branch, since) -> {
            if (!posted(tx, branch, since, sources).isEmpty()) {
                Books.openAndLock(tx, branch);
            }
        });
    }

    /// Records the corrections. Looks again, because a count may have been posted until the levels were locked.
    static void record(Tx tx, List<Stock.Source> sources) {
        branches(sources).forEach((branch, since) -> {
            Map<Move.Key, List<PostedCounts.Posted>> posted = posted(tx, branch, since, sources);
            if (!posted.isEmpty()) {
                sources.forEach(source -> record(tx, source, posted));
            }
        });
    }

    private static void record(Tx tx, Stock.Source source, Map<Move.Key, List<PostedCounts.Posted>> posted) {
        for (Move move : source.moves()) {
            if (isCorrected(move)) {
                List<PostedCounts.Posted> others = posted.getOrDefault(move.key(), List.of()).stream()
                        .filter(line -> !isOf(move, line))
                        .toList();
                PostedCounts.corrected(others, source.occurredAt()).ifPresent(line -> correct(tx, source, move, line));
            }
        }
    }

    private static void correct(Tx tx, Stock.Source source, Move move, PostedCounts.Posted line) {
        String branch = move.place().branch();
        boolean isPiece = !move.serial().isEmpty() && isByPiece(tx, branch, line);
        Tracking goods = new Tracking(move.lot(), isPiece ? move.serial() : "");
        EntryId id = new EntryId(Derived.id("count correction", branch, line.line().toString(), source.entry().toString(),
                String.valueOf(move.line())));
        Entry correction = new CountEntry.CountCorrected(branch, line.countedAt(), Books.CENTRE, line.line(), source.entry(),
                move.line(), move.product(), move.place(), goods, move.quantity().negated());
        if (Books.record(tx, id, correction) instanceof Books.Recorded.Posted) {
            tx.countLines().restate(branch, line.line(), -move.quantity().tenThousandths());
        }
    }

    /// Whether the count looked at the numbers of pieces, so that a piece is taken back by its number.
    private static boolean isByPiece(Tx tx, String branch, PostedCounts.Posted line) {
        return tx.countLines().find(branch, line.line()).flatMap(CountLines.Line::posting)
                .flatMap(posting -> CountPosting.posted(tx, branch, posting))
                .isPresent();
    }

    /// A correction triggers none, and only real places are counted.
    private static boolean isCorrected(Move move) {
        return move.type() != Move.Type.COUNT_CORRECTION && move.place().kind().isReal();
    }

    /// Whether a move is what the line itself posted.
    private static boolean isOf(Move move, PostedCounts.Posted line) {
        return move.type() == Move.Type.COUNT_ADJUSTMENT && move.reference().type().equals(COUNT)
                && move.reference().id().equals(line.line().toString());
    }

    /// The branches where something moved that a count may have seen, each with the earliest moment.
    private static Map<String, Instant> branches(List<Stock.Source> sources) {
        Map<String, Instant> earliest = new HashMap<>();
        for (Stock.Source source : sources) {
            Optional<String> branch = source.moves().stream()
                    .filter(CountCorrections::isCorrected)
                    .map(move -> move.place().branch())
                    .findFirst();
            branch.ifPresent(name -> earliest.merge(name, source.occurredAt(),
                    (one, other) -> one.isBefore(other) ? one : other));
        }
        return earliest;
    }

    /// The posted lines that may have seen what moved. A few keys are asked for one by one: many lines of a sheet have one moment.
    private static Map<Move.Key, List<PostedCounts.Posted>> posted(
            Tx tx, String branch, Instant since, List<Stock.Source> sources) {
        Set<Move.Key> keys = sources.stream()
                .flatMap(source -> source.moves().stream())
                .filter(move -> isCorrected(move) && move.place().branch().equals(branch))
                .map(Move::key)
                .collect(toSet());
        Map<Move.Key, List<PostedCounts.Posted>> posted = new HashMap<>();
        if (keys.size() <= KEYS_ASKED_MAX) {
            for (Move.Key key : keys) {
                List<PostedCounts.Posted> lines = tx.countLines().posted(key, since);
                if (!lines.isEmpty()) {
                    posted.put(key, lines);
                }
            }
        } else {
            tx.countLines().eachPosted(branch, since,
                    (key, line) -> posted.computeIfAbsent(key, _ -> new ArrayList<>()).add(line));
        }
        return posted;
    }
}
