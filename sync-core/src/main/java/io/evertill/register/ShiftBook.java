package io.evertill.register;

import io.evertill.db.Database;
import io.evertill.db.Terminals;
import io.evertill.db.Tx;
import io.evertill.entry.Entry;
import io.evertill.entry.ShiftEntry;
import io.evertill.journal.CentreCount;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Hash;
import io.evertill.ledger.StreamId;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.report.SalesDigest;
import io.evertill.report.ShiftFigures;
import io.evertill.sale.ReceiptNumber;
import io.evertill.shift.CashCount;
import io.evertill.shift.Drawer;
import io.evertill.shift.Shift;
import io.evertill.shift.ShiftReport;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// The shifts of a till: how one ends, and what its report says. Every report is made of the entries, whenever it is asked for.
public final class ShiftBook {
    private final Database db;

    /// Reads a till's database.
    public ShiftBook(Database db) {
        this.db = db;
    }

    /// The X report of the open shift; empty when none is open.
    public Optional<ShiftReport> open() {
        return db.read(tx -> tx.shifts().open().flatMap(shift -> report(tx, shift.id())));
    }

    /// The report of any shift of this till; empty when there was no such shift.
    public Optional<ShiftReport> report(UUID shift) {
        return db.read(tx -> report(tx, shift));
    }

    /// The newest Z report of this till; empty before the first.
    public Optional<ShiftReport> last() {
        return db.read(tx -> tx.streams().all().reversed().stream()
                .flatMap(stream -> tx.zReports().find(stream.id(), tx.zReports().last(stream.id())).stream())
                .findFirst()
                .flatMap(shift -> report(tx, shift)));
    }

    /// What the centre last said to have of a closed shift; empty before it was asked.
    public Optional<CentreCount> centre(ShiftReport report) {
        return db.read(tx -> tx.shiftProofs().find(report.shift().id())).map(told -> new CentreCount(told.sales(),
                new Money(told.total(), report.sales().receipts().amount().currency()), told.isSame(), told.askedAt()));
    }

    /// The Z report with a number: a whole one, or the running number of this till's open stream.
    public Optional<ShiftReport> find(String number) {
        return db.read(tx -> {
            Terminals.Identity identity = tx.terminal().identity().orElseThrow();
            boolean isWhole = ReceiptNumber.looksLike(number);
            if (!isWhole && !number.matches("[1-9][0-9]{0,9}")) {
                return Optional.empty();
            }
            long running = isWhole ? new ReceiptNumber(number).number() : Long.parseLong(number);
            return tx.streams().all().stream()
                    .filter(stream -> isWhole ? number(identity, stream.id(), running).text().equals(number) : stream.isOpen())
                    .flatMap(stream -> tx.zReports().find(stream.id(), running).stream())
                    .findFirst()
                    .flatMap(shift -> report(tx, shift));
        });
    }

    private static Optional<ShiftReport> report(Tx tx, UUID shift) {
        Terminals.Identity identity = tx.terminal().identity().orElseThrow();
        List<Entry> entries = tx.facts().of(identity.branch(), shift).stream().flatMap(fact -> read(fact).stream()).toList();
        return ShiftFigures.of(identity.till(), shift, entries);
    }

    private static Optional<Entry> read(Fact fact) {
        return Bodies.read(Metas.read(fact.meta()).schema(), fact.body()) instanceof Bodies.Reading.Understood(Entry entry)
                ? Optional.of(entry)
                : Optional.empty();
    }

    /// A shift that begins with what the last one left in the drawer, or with nothing when that is unknown or another currency.
    static Money carried(Tx tx, Store store) {
        return tx.shifts().left()
                .filter(left -> left.currency().equals(store.currency()))
                .orElseGet(() -> Money.zero(store.currency()));
    }

    /// The end of the open shift, with the next number of the stream.
    static ShiftEntry.ShiftClosed end(Tx tx, StreamId stream, Shift shift, Person by, CashCount count) {
        Terminals.Identity identity = tx.terminal().identity().orElseThrow();
        Drawer expected = tx.shifts().drawer(shift.id()).orElseThrow();
        ReceiptNumber number = number(identity, stream, tx.zReports().last(stream) + 1);
        return new ShiftEntry.ShiftClosed(identity.branch(), tx.now(), by, shift.id(), expected, count.total(),
                Optional.of(new ShiftEntry.Seal(number, count, digest(tx.facts().of(identity.branch(), shift.id())))));
    }

    /// Notes the end of a shift beside the entries.
    static void close(Tx tx, StreamId stream, ShiftEntry.ShiftClosed closed) {
        tx.shifts().close(closed.shift(), closed.at(), closed.counted());
        closed.seal().ifPresent(seal -> tx.zReports().put(stream, seal.number().number(), closed.shift()));
    }

    private static Hash digest(List<Fact> facts) {
        SortedMap<EntryId, Hash> sales = new TreeMap<>();
        facts.stream()
                .filter(fact -> Metas.read(fact.meta()).kind().equals("sale"))
                .forEach(fact -> sales.put(fact.id(), fact.body().hash()));
        return SalesDigest.of(sales);
    }

    private static ReceiptNumber number(Terminals.Identity identity, StreamId stream, long number) {
        return ReceiptNumber.of(identity.branch(), identity.till(), stream.brief(), number);
    }
}
