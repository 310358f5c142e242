package io.evertill.outbox;

import io.evertill.db.Database;
import io.evertill.db.JournalRows;
import io.evertill.db.ShiftProofs;
import io.evertill.db.Streams;
import io.evertill.db.Tx;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Meta;
import io.evertill.money.Money;
import io.evertill.report.SalesDigest;
import io.evertill.wire.Metas;
import io.evertill.wire.ShiftSums;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Asks the centre what it holds of each closed shift, until it holds the same: how many sales, what they come to, and which they are
/// to the byte.
///
/// What is still to be asked follows from the database, so it goes on after a restart. It holds up nothing: one question at a time,
/// after everything was handed over.
public final class ShiftProving {
    /// A shift that differs is asked about again after this.
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Database db;
    private final ShiftSums centre;

    /// Proves the shifts of a till's database.
    public ShiftProving(Database db, ShiftSums centre) {
        this.db = db;
        this.centre = centre;
    }

    /// Asks about the next shift of which this till has entries, and keeps the answer.
    ///
    /// @return whether there was an answer
    public boolean step() {
        Optional<Due> due = db.read(tx -> tx.shiftProofs().due(tx.now().minus(AGAIN)).stream()
                .flatMap(shift -> due(tx, shift).stream())
                .findFirst());
        return due.filter(this::ask).isPresent();
    }

    /// A shift, and what this till has of it.
    private record Due(ShiftSums.Question question, Own own) {}

    private record Own(long sales, Optional<Money> total, Hash digest) {}

    private boolean ask(Due due) {
        if (!(centre.of(due.question()) instanceof ShiftSums.Answer.Told told)) {
            return false;
        }
        Own own = due.own();
        boolean isSame = told.sales() == own.sales() && told.total().equals(own.total()) && told.digest().equals(own.digest());
        db.run(tx -> tx.shiftProofs().put(due.question().shift(), new ShiftProofs.Told(
                told.sales(), told.total().map(Money::minor).orElse(0L), told.digest(), isSame, tx.now())));
        return true;
    }

    /// Where the shift's entries stand in the stream that is open: what was left is sent again in it.
    private static Optional<Due> due(Tx tx, UUID shift) {
        String branch = tx.terminal().identity().orElseThrow().branch();
        return tx.streams().all().reversed().stream()
                .filter(stream -> stream.state() != Streams.State.NEXT)
                .flatMap(stream -> question(tx, branch, stream, shift).stream())
                .findFirst()
                .map(question -> new Due(question, own(tx.facts().of(branch, shift))));
    }

    private static Optional<ShiftSums.Question> question(Tx tx, String branch, Streams.Own stream, UUID shift) {
        List<Long> places = tx.journal().ofShift(
                new JournalRows.Stretch(branch, stream.id(), Long.MAX_VALUE, ShiftSums.ENTRIES_MAX), shift);
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(new ShiftSums.Question(shift, stream.id(), places.getLast(), places.getFirst()));
    }

    private static Own own(List<Fact> facts) {
        SortedMap<EntryId, Hash> bodies = new TreeMap<>();
        Optional<Money> total = Optional.empty();
        for (Fact fact : facts) {
            Meta meta = Metas.read(fact.meta());
            if (meta.kind().equals("sale")) {
                bodies.put(fact.id(), fact.body().hash());
                Optional<Money> before = total;
                total = meta.summary().total().map(sale -> before.map(sale::plus).orElse(sale));
            }
        }
        return new Own(bodies.size(), total, SalesDigest.of(bodies));
    }
}
