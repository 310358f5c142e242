package io.evertill.closing;

import io.evertill.db.AcceptedStreams;
import io.evertill.db.Postings;
import io.evertill.db.Tx;
import io.evertill.entry.ShiftEntry;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Meta;
import io.evertill.money.Money;
import io.evertill.report.SalesDigest;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import io.evertill.wire.ShiftSums;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/// Compares the sales that the centre holds of a closed shift with what the till said at its end: number, total, and digest to the byte.
///
/// A till's streams are read from their beginning, each behind the one that it goes on from, so the sales of a shift come before its
/// end. Memory holds those of open shifts.
public final class ShiftProof {
    private static final int PAGE = 500;

    private final Map<UUID, Sales> open = new HashMap<>();
    private final Consumer<Row> rows;

    private ShiftProof(Consumer<Row> rows) {
        this.rows = rows;
    }

    /// A closed shift.
    ///
    /// @param said what the till wrote at its end
    /// @param count how many of its sales are here
    /// @param total what they come to
    /// @param isDigestEqual whether they are the same to the byte; true where the till wrote no digest
    public record Row(ShiftEntry.ShiftClosed said, long count, Money total, boolean isDigestEqual) {
        /// Whether both ends hold the same.
        public boolean isMatch() {
            return count == said.expected().sales() && total.equals(said.expected().total()) && isDigestEqual;
        }
    }

    private record Sales(SortedMap<EntryId, Hash> bodies, Map<EntryId, Money> totals) {}

    /// Hands over the closed shifts of a store, till by till, the oldest first.
    public static void each(Tx tx, String branch, Consumer<Row> rows) {
        List<String> terminals = tx.acceptedStreams().all().stream()
                .filter(held -> held.branch().equals(branch))
                .map(held -> held.genesis().terminal())
                .distinct()
                .toList();
        for (String terminal : terminals) {
            ShiftProof proof = new ShiftProof(rows);
            for (AcceptedStreams.Held held : tx.acceptedStreams().of(branch, terminal)) {
                tx.postings().each(branch, held.id(), proof::take);
            }
        }
    }

    /// What the centre holds of a till's shift among some places of a stream; empty when the till made no such stream.
    ///
    /// @param terminal the till
    public static Optional<ShiftSums.Answer.Told> sums(Tx tx, String branch, String terminal, ShiftSums.Question question) {
        return tx.acceptedStreams().find(branch, question.stream())
                .filter(held -> held.genesis().terminal().equals(terminal))
                .map(held -> sums(tx, branch, question));
    }

    private static ShiftSums.Answer.Told sums(Tx tx, String branch, ShiftSums.Question question) {
        ShiftProof proof = new ShiftProof(_ -> {});
        long after = question.from() - 1;
        while (after < question.to()) {
            int most = (int) Math.min(PAGE, question.to() - after);
            List<Postings.Stored> page = tx.postings().after(branch, question.stream(), after, most);
            page.forEach(proof::sale);
            after = page.size() < most ? question.to() : page.getLast().posting().seq();
        }
        Sales sales = Optional.ofNullable(proof.open.get(question.shift())).orElseGet(() -> new Sales(new TreeMap<>(), Map.of()));
        return new ShiftSums.Answer.Told(
                sales.bodies().size(), sales.totals().values().stream().reduce(Money::plus), SalesDigest.of(sales.bodies()));
    }

    private void sale(Postings.Stored stored) {
        Fact fact = stored.posting().fact();
        Meta meta = Metas.read(fact.meta());
        if (meta.kind().equals("sale")) {
            take(fact, meta);
        }
    }

    private void take(Fact fact, Meta meta) {
        meta.summary().shift().ifPresent(shift -> {
            Sales sales = open.computeIfAbsent(shift, _ -> new Sales(new TreeMap<>(), new HashMap<>()));
            sales.bodies().put(fact.id(), fact.body().hash());
            meta.summary().total().ifPresent(total -> sales.totals().put(fact.id(), total));
        });
    }

    private void take(Postings.Stored stored) {
        Fact fact = stored.posting().fact();
        Meta meta = Metas.read(fact.meta());
        if (meta.kind().equals("sale")) {
            take(fact, meta);
        } else if (meta.kind().equals("shift_close") && stored.state() == Postings.State.FIRST
                && Bodies.read(meta.schema(), fact.body()) instanceof Bodies.Reading.Understood(ShiftEntry.ShiftClosed closed)) {
            rows.accept(row(closed));
        }
    }

    private Row row(ShiftEntry.ShiftClosed closed) {
        Sales sales = Optional.ofNullable(open.remove(closed.shift())).orElseGet(() -> new Sales(new TreeMap<>(), Map.of()));
        Money total = sales.totals().values().stream().reduce(Money.zero(closed.expected().total().currency()), Money::plus);
        Hash digest = SalesDigest.of(sales.bodies());
        return new Row(closed, sales.bodies().size(), total,
                closed.seal().map(seal -> seal.digest().equals(digest)).orElse(true));
    }
}
