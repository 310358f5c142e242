package io.evertill.register;

import io.evertill.db.CommitUnknown;
import io.evertill.db.Database;
import io.evertill.db.Postings;
import io.evertill.db.Stock;
import io.evertill.db.StorageFailure;
import io.evertill.db.Streams;
import io.evertill.db.Terminals;
import io.evertill.db.Tx;
import io.evertill.entry.Entry;
import io.evertill.entry.ShiftEntry;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.Chain;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Genesis;
import io.evertill.ledger.Meta;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import io.evertill.ledger.StreamId;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.sale.Basket;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.Returnable;
import io.evertill.sale.Sale;
import io.evertill.shift.CashCount;
import io.evertill.shift.Shift;
import io.evertill.tender.Settlement;
import io.evertill.wire.Bodies;
import io.evertill.wire.KeptBasket;
import io.evertill.wire.Metas;
import io.evertill.wire.SoldReceipt;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// Records what happens at the counter in the till's ledger: one transaction each, durable before it answers.
///
/// One transaction writes the entry with its exact bytes, its position in the hash chain, the movements and levels, the
/// drawer and the receipt number. A failure leaves nothing behind and is answered, not thrown. The drawer opens and the
/// receipt is printed after [Outcome.Saved], never otherwise.
public final class Register {
    private final Database db;
    private final Stamps stamps;
    private final Supplier<UUID> ids;

    /// A register on a till's database.
    ///
    /// @param ids time-ordered random ids
    public Register(Database db, Stamps stamps, Supplier<UUID> ids) {
        this.db = db;
        this.stamps = stamps;
        this.ids = ids;
    }

    /// A sale that is paid and wants to be recorded.
    ///
    /// @param id its identity; the same id a second time records nothing
    /// @param customer what the receipt calls who buys
    /// @param buyer who buys, when known
    /// @param age the proof that the customer is old enough, where goods want one
    public record Checkout(
            EntryId id,
            Person cashier,
            Optional<String> customer,
            Optional<Sale.Buyer> buyer,
            Optional<Sale.AgeCheck> age,
            Basket basket,
            Settlement settlement) {
        /// Of goods for everybody.
        public Checkout(EntryId id, Person cashier, Optional<String> customer, Basket basket, Settlement settlement) {
            this(id, cashier, customer, Optional.empty(), Optional.empty(), basket, settlement);
        }
    }

    /// Makes this till somebody, with a first stream if it has none.
    public void enrol(Terminals.Identity identity) {
        db.run(tx -> {
            tx.terminal().enrol(identity);
            if (tx.streams().open().isEmpty()) {
                tx.streams().add(new Genesis(identity.terminal(), new StreamId(ids.get()), Optional.empty()),
                        Streams.State.OPEN, tx.now());
            }
        });
    }

    /// A fresh id for an entry.
    public EntryId entryId() {
        return new EntryId(ids.get());
    }

    /// Records a sale.
    public Outcome sell(Checkout checkout) {
        return keep(checkout.id(), (tx, till) -> {
            Optional<Shift> shift = tx.shifts().open();
            if (shift.isEmpty()) {
                return new Draft.Refused(Outcome.Why.SHIFT, "No shift is open. Open one first; the basket is kept.");
            }
            Optional<String> tooMuch = tooMuchReturned(tx, checkout.basket());
            if (tooMuch.isPresent()) {
                return new Draft.Refused(Outcome.Why.CONTENT, tooMuch.get());
            }
            ReceiptNumber number = ReceiptNumber.of(till.identity().branch(), till.identity().till(),
                    till.stream().brief(), tx.receipts().last(till.stream()) + 1);
            Sale.Occasion occasion = new Sale.Occasion(till.identity().branch(), shift.get().id(),
                    shift.get().businessDate(), tx.now(), checkout.cashier(), Buyers.named(tx, checkout),
                    Buyers.of(tx, till.identity(), checkout), checkout.age());
            return new Draft.Ready(new TillEntry.Sold(Sale.of(number, occasion, checkout.basket(), checkout.settlement())));
        });
    }

    /// Records any other fact.
    ///
    /// @param id its identity; the same id a second time records nothing
    /// @param fact makes the entry from the moment and the branch of the transaction
    public Outcome record(EntryId id, BiFunction<Tx, String, Entry> fact) {
        return keep(id, (tx, till) -> new Draft.Ready(fact.apply(tx, till.identity().branch())));
    }

    /// Opens a shift; answers [Outcome.NotSaved] when one is open.
    public Outcome openShift(Shift shift) {
        return keep(new EntryId(ids.get()), (tx, till) -> tx.shifts().open().isPresent()
                ? new Draft.Refused(Outcome.Why.SHIFT, "A shift is open already. Close it before opening another.")
                : new Draft.Ready(new ShiftEntry.ShiftOpened(till.identity().branch(), shift)));
    }

    /// Opens a shift now, on the store's date, with what the last one left in the drawer; answers [Outcome.NotSaved] when one is
    /// open.
    public Outcome openShift(Person by) {
        return openShift(by, Optional.empty());
    }

    /// Opens a shift now, on the store's date.
    ///
    /// @param counted what is in the drawer; empty for what the last shift left
    /// @return [Outcome.NotSaved] when one is open
    public Outcome openShift(Person by, Optional<CashCount> counted) {
        return keep(new EntryId(ids.get()), (tx, till) -> {
            Store store = Store.read(tx.terms());
            Money cash = counted.map(CashCount::total).orElseGet(() -> ShiftBook.carried(tx, store));
            Shift shift = new Shift(ids.get(), LocalDate.ofInstant(tx.now(), store.zone()), tx.now(), by, cash);
            return tx.shifts().open().isPresent()
                    ? new Draft.Refused(Outcome.Why.SHIFT, "A shift is open already. Close it before opening another.")
                    : new Draft.Ready(new ShiftEntry.ShiftOpened(till.identity().branch(), shift, counted));
        });
    }

    /// Closes the open shift with what was counted and the next number of a report. What should have been there is written beside
    /// it, whatever the difference.
    ///
    /// @return [Outcome.NotSaved] when none is open, or it counts another currency
    public Outcome closeShift(Person by, CashCount count) {
        return keep(new EntryId(ids.get()), (tx, till) -> {
            Optional<Shift> open = tx.shifts().open();
            if (open.isEmpty()) {
                return new Draft.Refused(Outcome.Why.SHIFT, "No shift is open. There is nothing to close.");
            }
            if (!open.get().openingFloat().currency().equals(count.currency())) {
                return new Draft.Refused(Outcome.Why.CONTENT, "The shift counts " + open.get().openingFloat().currency()
                        + ", the drawer was counted in " + count.currency() + ". Nothing was saved.");
            }
            return new Draft.Ready(ShiftBook.end(tx, till.stream(), open.get(), by, count));
        });
    }

    /// The open shift.
    public Optional<Shift> shift() {
        return db.read(tx -> tx.shifts().open());
    }

    /// The receipt number that a person means: a whole one, or the running number of this till's open stream.
    public Optional<ReceiptNumber> number(String text) {
        String typed = text.strip();
        if (ReceiptNumber.looksLike(typed)) {
            return Optional.of(new ReceiptNumber(typed));
        }
        if (!typed.matches("[1-9][0-9]{0,9}")) {
            return Optional.empty();
        }
        return db.read(tx -> tx.streams().open().map(stream -> {
            Terminals.Identity identity = tx.terminal().identity().orElseThrow();
            return ReceiptNumber.of(identity.branch(), identity.till(), stream.id().brief(), Long.parseLong(typed));
        }));
    }

    /// The lines of an earlier sale of this till and what of them can still come back; empty when it is not known here.
    public Optional<List<Returnable>> find(ReceiptNumber number) {
        return db.read(tx -> stream(tx, number)
                .flatMap(stream -> tx.receipts().find(stream, number.number()))
                .flatMap(id -> ReturnCheck.of(tx, tx.terminal().identity().orElseThrow(), id)));
    }

    /// Lines of this till's own sales that bring something back of a receipt, and that the centre had not applied when it told of it.
    public List<Line> unheard(SoldReceipt told) {
        return db.read(tx -> ReturnCheck.unheard(tx, told));
    }

    /// What can still come back of a receipt by what the centre told and what this till knows, whichever is less; kept, so that two
    /// baskets never bring the same goods back.
    ///
    /// @param unheard as [#unheard] found it
    public List<Returnable> elsewhere(SoldReceipt told, List<Line> unheard) {
        return db.write(tx -> ReturnCheck.elsewhere(tx, told, unheard));
    }

    /// The stream of this till whose receipts have such numbers.
    private static Optional<StreamId> stream(Tx tx, ReceiptNumber number) {
        Terminals.Identity identity = tx.terminal().identity().orElseThrow();
        return tx.streams().all().stream()
                .map(Streams.Own::id)
                .filter(stream -> ReceiptNumber.of(identity.branch(), identity.till(), stream.brief(), number.number()).equals(number))
                .findFirst();
    }

    /// A sale of this till and where its entry stands.
    public record Recorded(Sale sale, Position position) {}

    /// The newest sale of this till; empty before the first.
    public Optional<Recorded> last() {
        return db.read(tx -> tx.streams().all().reversed().stream()
                .flatMap(stream -> last(tx, stream).stream())
                .findFirst());
    }

    private static Optional<Recorded> last(Tx tx, Streams.Own stream) {
        return recorded(tx, stream.id(), tx.receipts().last(stream.id()));
    }

    /// An earlier sale of this till; empty when it is not known here.
    public Optional<Recorded> recorded(ReceiptNumber number) {
        return db.read(tx -> stream(tx, number).flatMap(stream -> recorded(tx, stream, number.number())));
    }

    /// The entry of a sale of this till; empty when it is not known here.
    public Optional<EntryId> entry(ReceiptNumber number) {
        return db.read(tx -> stream(tx, number).flatMap(stream -> tx.receipts().find(stream, number.number())));
    }

    static Optional<Recorded> recorded(Tx tx, StreamId stream, long number) {
        Terminals.Identity identity = tx.terminal().identity().orElseThrow();
        return tx.receipts().find(stream, number)
                .flatMap(id -> tx.postings().find(identity.branch(), stream, id)
                        .flatMap(position -> sale(tx, identity, id).map(sale -> new Recorded(sale, position))));
    }

    /// Keeps the basket on the counter for after a crash, in place of the one kept before.
    ///
    /// @throws StorageFailure when the disk does not take it; the basket on the counter is not touched
    public void keep(KeptBasket basket) {
        db.run(tx -> {
            if (basket.isEmpty() && basket.customer().isEmpty()) {
                tx.counter().clear();
            } else {
                tx.counter().keep(basket.write(), tx.now());
            }
        });
    }

    /// The basket that was on the counter when the program ended; empty when there was none.
    public Optional<Resumed> kept() {
        return db.read(tx -> tx.counter().basket().flatMap(KeptBasket::read).map(kept -> Resumed.of(tx, kept)));
    }

    static Optional<Sale> sale(Tx tx, Terminals.Identity identity, EntryId id) {
        return tx.facts().find(identity.branch(), id)
                .map(fact -> Bodies.read(Metas.read(fact.meta()).schema(), fact.body()))
                .flatMap(reading -> reading instanceof Bodies.Reading.Understood(TillEntry.Sold(Sale sale))
                        ? Optional.of(sale)
                        : Optional.empty());
    }

    /// The lines of a sale of this till and what of them can still come back; empty when it is not known here.
    public Optional<List<Returnable>> find(EntryId sale) {
        return db.read(tx -> ReturnCheck.of(tx, tx.terminal().identity().orElseThrow(), sale));
    }

    /// Who writes, and into which stream.
    private record Till(Terminals.Identity identity, StreamId stream, Position head) {}

    private sealed interface Draft {
        record Ready(Entry entry) implements Draft {}

        record Refused(Outcome.Why why, String sentence) implements Draft {}
    }

    private interface Drafting {
        Draft draft(Tx tx, Till till);
    }

    private Outcome keep(EntryId id, Drafting drafting) {
        try {
            return db.write(tx -> keepIn(tx, id, drafting));
        } catch (StorageFailure e) {
            return new Outcome.NotSaved(why(e.kind()), e.sentence());
        } catch (CommitUnknown e) {
            return afterUnknownCommit(id, e.kind());
        }
    }

    private Outcome keepIn(Tx tx, EntryId id, Drafting drafting) {
        Terminals.Identity identity = tx.terminal().identity()
                .orElseThrow(() -> new IllegalStateException("the till was not set up"));
        Streams.Own stream = tx.streams().open().orElseThrow();
        Position head = tx.postings().head(identity.branch(), stream.id()).orElseGet(() -> stream.genesis().position());
        return switch (drafting.draft(tx, new Till(identity, stream.id(), head))) {
            case Draft.Refused(Outcome.Why why, String sentence) -> new Outcome.NotSaved(why, sentence);
            case Draft.Ready(Entry entry) -> {
                Optional<String> foreign = foreignMoney(tx, entry);
                yield foreign.isPresent()
                        ? new Outcome.NotSaved(Outcome.Why.CONTENT, foreign.get())
                        : append(tx, id, identity.branch(), head, entry);
            }
        };
    }

    /// A drawer holds one currency: what would put another into it is refused, a card payment before its terminal is asked.
    /// What a terminal answered is recorded whatever it is.
    private static Optional<String> foreignMoney(Tx tx, Entry entry) {
        boolean isAnswer = entry instanceof TillEntry.PaymentAttempted attempted
                && attempted.phase() != TillEntry.PaymentAttempted.Phase.ASKED;
        Optional<Shift> shift = tx.shifts().open().filter(open -> entry.summary().shift().equals(Optional.of(open.id())));
        if (isAnswer || shift.isEmpty()) {
            return Optional.empty();
        }
        Currency drawer = shift.get().openingFloat().currency();
        return entry.summary().total()
                .map(Money::currency)
                .filter(currency -> !currency.equals(drawer))
                .map(currency -> "The shift counts " + drawer + ", this is in " + currency + ". Nothing was saved. Close the shift and"
                        + " open another; then ring this up again.");
    }

    private Outcome append(Tx tx, EntryId id, String branch, Position head, Entry entry) {
        Bodies.Written written = Bodies.write(entry);
        if (written.body().length() > Fact.BODY_BYTES_MAX) {
            return new Outcome.NotSaved(Outcome.Why.CONTENT, "This has too many lines or too long names to be kept in one piece ("
                    + written.body().length() / 1024 + " KiB). Nothing was saved; make two of it.");
        }
        Meta meta = new Meta(written.schema(), stamps.stamp(tx.now()), entry.refs(), entry.keys(), entry.summary());
        Posting posting = Chain.next(head, new Fact(id, Metas.write(meta), written.body()));
        if (!tx.facts().append(branch, posting.fact())) {
            return new Outcome.Known(id);
        }
        tx.postings().append(branch, posting, Postings.State.FIRST, tx.now());
        tx.stock().post(
                List.of(new Stock.Source(id, posting.position(), entry.at(), entry.by().id(), entry.moves())), tx.now());
        Projection.apply(tx, id, posting.position().stream(), entry);
        return new Outcome.Saved(id, entry, posting.position());
    }

    private Outcome afterUnknownCommit(EntryId id, StorageFailure.Kind kind) {
        try {
            return db.read(tx -> {
                Terminals.Identity identity = tx.terminal().identity().orElseThrow();
                StreamId stream = tx.streams().open().orElseThrow().id();
                return tx.facts().find(identity.branch(), id)
                        .map(fact -> saved(tx, identity.branch(), stream, fact))
                        .orElseGet(() -> new Outcome.NotSaved(why(kind), kind == StorageFailure.Kind.DISK_FULL
                                ? "The disk is full. Nothing was saved; free some space and try again."
                                : "The disk failed while saving. Nothing was saved; check the disk and try again."));
            });
        } catch (StorageFailure e) {
            return new Outcome.Uncertain("The disk does not answer, so it is not known whether this was saved. "
                    + "Do not take the payment again; restart the till: it will say. " + e.sentence());
        }
    }

    private static Outcome.Why why(StorageFailure.Kind kind) {
        return switch (kind) {
            case DISK_FULL -> Outcome.Why.DISK_FULL;
            case READ_ONLY -> Outcome.Why.READ_ONLY;
            case INPUT_OUTPUT, CORRUPT, NEWER_VERSION, BUSY, OTHER -> Outcome.Why.STORAGE;
        };
    }

    private static Outcome saved(Tx tx, String branch, StreamId stream, Fact fact) {
        Position head = tx.postings().head(branch, stream).orElseThrow();
        return switch (Bodies.read(Metas.read(fact.meta()).schema(), fact.body())) {
            case Bodies.Reading.Understood(Entry entry) -> new Outcome.Saved(fact.id(), entry, head);
            case Bodies.Reading.Unread(_, String cause) -> throw new IllegalStateException(cause);
        };
    }

    private static Optional<String> tooMuchReturned(Tx tx, Basket basket) {
        return ReturnCheck.firstExcess(tx, basket)
                .map(line -> "Line " + line.number() + " brings back more of " + line.item().name()
                        + " than was sold on that receipt and not returned yet. Take the line out.");
    }
}
