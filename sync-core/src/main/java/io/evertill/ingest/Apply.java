package io.evertill.ingest;

import io.evertill.db.AcceptedStreams;
import io.evertill.db.Boots;
import io.evertill.db.Database;
import io.evertill.db.KeptPayments;
import io.evertill.db.Parked;
import io.evertill.db.Postings;
import io.evertill.db.Stock;
import io.evertill.db.Tx;
import io.evertill.entry.CountEntry;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.entry.ShiftEntry;
import io.evertill.entry.StockEntry;
import io.evertill.entry.TillEntry;
import io.evertill.feed.Feed;
import io.evertill.inventory.Books;
import io.evertill.inventory.LateEntries;
import io.evertill.inventory.ReturnWatch;
import io.evertill.inventory.StockPosting;
import io.evertill.inventory.TillCounts;
import io.evertill.inventory.TransferFacts;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Meta;
import io.evertill.ledger.StreamId;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.reserving.Collecting;
import io.evertill.stock.Wording;
import io.evertill.wire.Bodies;
import io.evertill.wire.Json;
import io.evertill.wire.Metas;
import io.evertill.wire.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/// Does what accepted entries say: movements, levels, sales, products (protocol 2.4, 2.7).
///
/// In order within a stream, once per entry. A fact is applied or set aside for a person, never refused, and what is set
/// aside holds up only what refers to it or touches the same voucher; it is tried again when a person has mended the cause by
/// adding to it. One step is one transaction over at most [#POSTINGS_MAX] postings of one stream; a crash in between changes
/// nothing.
public final class Apply {
    /// The most postings in one step: as many as one upload.
    public static final int POSTINGS_MAX = 500;

    private static final int STREAMS_MAX = 100;
    private static final int CAUSE_LENGTH_MAX = 300;

    private final Database db;
    private final Feed feed;
    private final Set<ProductId> known = new HashSet<>();
    private long triedAtFeed = -1;
    private boolean hasMended;
    private Optional<Parked.Waiting> triedUpTo = Optional.empty();

    /// Applies in the centre's database. Not thread-safe: one thread applies.
    public Apply(Database db, Feed feed) {
        this.db = db;
        this.feed = feed;
    }

    /// Applies the next postings of every stream that has some. When there are none, tries again what was set aside, once
    /// after each start and each change of what the centre defines.
    ///
    /// @return how many postings were taken; 0 when there was nothing to do
    public int step() {
        int taken = next();
        return taken > 0 ? taken : again();
    }

    private int next() {
        int taken = 0;
        for (AcceptedStreams.Held held : db.read(tx -> tx.acceptedStreams().unapplied(STREAMS_MAX))) {
            Batch batch = db.write(tx -> apply(tx, held));
            known.addAll(batch.met);
            taken += batch.taken;
        }
        return taken;
    }

    /// Tries a page of what was set aside, in order; answers how many entries were looked at.
    private int again() {
        long feedHead = db.read(tx -> tx.centre().state().feedHead());
        if (triedUpTo.isEmpty() && feedHead == triedAtFeed) {
            return 0;
        }
        triedAtFeed = triedUpTo.isEmpty() ? feedHead : triedAtFeed;
        List<Parked.Waiting> page = db.read(tx -> triedUpTo
                .map(last -> tx.parked().after(last.branch(), last.stream(), last.seq(), POSTINGS_MAX))
                .orElseGet(() -> tx.parked().after("", new StreamId(new UUID(0, 0)), 0, POSTINGS_MAX)));
        for (Parked.Waiting waiting : page) {
            if (!waiting.code().equals("ID_CONFLICT")) {
                Batch batch = db.write(tx -> again(tx, waiting));
                known.addAll(batch.met);
                hasMended |= batch.taken > 0;
            }
        }
        if (page.isEmpty() && hasMended) {
            // What was passed over because it waited for one that comes later in this order may fit now.
            hasMended = false;
            triedAtFeed = -1;
        }
        triedUpTo = page.isEmpty() ? Optional.empty() : Optional.of(page.getLast());
        return page.isEmpty() && triedAtFeed == -1 ? 1 : page.size();
    }

    private Batch again(Tx tx, Parked.Waiting waiting) {
        AcceptedStreams.Held held = tx.acceptedStreams().lock(waiting.branch(), waiting.stream()).orElseThrow();
        Batch batch = new Batch(tx.boots().clocks(held.branch(), held.genesis().terminal()));
        Postings.Stored stored =
                tx.postings().after(waiting.branch(), waiting.stream(), waiting.seq() - 1, 1).getFirst();
        Opened opened = open(stored);
        switch (judge(tx, held, opened, batch)) {
            case Judgement.Fit(Entry entry) -> {
                if (tx.parked().settle(waiting, tx.now())) {
                    take(tx, held, opened, entry, batch);
                    write(tx, held, batch);
                    batch.taken = 1;
                }
            }
            case Judgement.Unfit(String code, String cause) -> {
                if (!code.equals(waiting.code()) || !cause.equals(waiting.cause())) {
                    tx.parked().restate(waiting, code, cause);
                }
            }
        }
        return batch;
    }

    private static void write(Tx tx, AcceptedStreams.Held held, Batch batch) {
        Collecting.settle(tx, held.branch(), held.genesis().terminal(), batch.sales.stream()
                .map(sold -> new Collecting.Taken(sold.entry(), sold.sale()))
                .toList());
        batch.counts.forEach(count -> count.accept(tx));
        LateEntries late = LateEntries.of(tx, held.branch());
        batch.sources.forEach(source -> late.note(source.entry(), source.occurredAt()));
        batch.sales.forEach(sold -> late.note(sold.entry(), sold.occurredAt()));
        StockPosting.post(tx, batch.sources);
        tx.sales().appendAll(batch.sales, tx.now());
        ReturnWatch.returned(tx, batch.sales);
    }

    private Batch apply(Tx tx, AcceptedStreams.Held stale) {
        AcceptedStreams.Held held = tx.acceptedStreams().lock(stale.branch(), stale.id()).orElseThrow();
        Batch batch = new Batch(tx.boots().clocks(held.branch(), held.genesis().terminal()));
        List<Postings.Stored> postings =
                tx.postings().after(held.branch(), held.id(), held.appliedSeq(), POSTINGS_MAX);
        List<Opened> opened = postings.stream()
                .filter(stored -> stored.state() == Postings.State.FIRST)
                .map(Apply::open)
                .toList();
        new Notice(tx, held).clocks(postings, opened);
        postings.stream().filter(stored -> stored.state() == Postings.State.ALIAS).forEach(stored -> tellAgain(tx, held.branch(), stored));
        meetAll(tx, opened, batch);
        for (Opened each : opened) {
            Postings.Stored stored = each.stored();
            switch (judge(tx, held, each, batch)) {
                case Judgement.Fit(Entry entry) -> take(tx, held, each, entry, batch);
                case Judgement.Unfit(String code, String cause) -> {
                    tx.parked().park(new Parked.Waiting(held.branch(), held.id(), stored.posting().seq(),
                            stored.posting().fact().id(), code, cause, tx.now()),
                            each.meta().map(Meta::keys).orElse(List.of()), Optional.empty());
                    batch.parked.add(stored.posting().fact().id());
                    tellAgain(tx, each, batch);
                }
            }
        }
        if (!postings.isEmpty()) {
            // First, so that a correction that follows from it is posted at once also where it goes into the same stream.
            tx.acceptedStreams().applied(held.branch(), held.id(), postings.getLast().posting().seq());
            write(tx, held, batch);
        }
        batch.taken = postings.size();
        return batch;
    }

    /// What a step gathers before it is written.
    private static final class Batch {
        private final List<Stock.Source> sources = new ArrayList<>();
        private final List<io.evertill.db.Sales.Sold> sales = new ArrayList<>();
        /// What was counted and decided, in order: noted before levels are locked.
        private final List<Consumer<Tx>> counts = new ArrayList<>();
        private final Set<ProductId> met = new HashSet<>();
        private final Set<EntryId> parked = new HashSet<>();
        private final Boots.Clocks clocks;
        private int taken;

        Batch(Boots.Clocks clocks) {
            this.clocks = clocks;
        }
    }

    private sealed interface Judgement {
        record Fit(Entry entry) implements Judgement {}

        record Unfit(String code, String cause) implements Judgement {}
    }

    /// A posting and what its bytes say.
    record Opened(Postings.Stored stored, Optional<Meta> meta, Bodies.Reading reading) {
        EntryId id() {
            return stored.posting().fact().id();
        }
    }

    private static Opened open(Postings.Stored stored) {
        Meta meta;
        try {
            meta = Metas.read(stored.posting().fact().meta());
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Opened(stored, Optional.empty(), new Bodies.Reading.Unread("UNREADABLE", "The entry's description cannot be read: "
                    + Wording.brief(String.valueOf(e.getMessage()), CAUSE_LENGTH_MAX)));
        }
        return new Opened(stored, Optional.of(meta), Bodies.read(meta.schema(), stored.posting().fact().body()));
    }

    private Judgement judge(Tx tx, AcceptedStreams.Held held, Opened opened, Batch batch) {
        for (EntryId ref : opened.meta().map(Meta::refs).orElse(List.of())) {
            boolean waits = batch.parked.contains(ref) || tx.parked().holds(held.branch(), ref);
            if (waits && !Queue.isBehind(tx, held.branch(), ref, opened.id())) {
                return new Judgement.Unfit("WAITS_FOR", "The entry refers to " + ref + ", which waits for a person itself.");
            }
        }
        for (String key : opened.meta().map(Meta::keys).orElse(List.of())) {
            Optional<Parked.Waiting> first = tx.parked().touching(held.branch(), key);
            if (first.isPresent() && !first.get().entry().equals(opened.id())) {
                return new Judgement.Unfit("WAITS_FOR", "The entry touches the same " + key.replaceFirst(":.*", "") + " as entry "
                        + first.get().entry() + ", which waits for a person itself.");
            }
        }
        return switch (opened.reading()) {
            case Bodies.Reading.Unread(String code, String cause) -> new Judgement.Unfit(code, cause);
            case Bodies.Reading.Understood(Entry entry) -> judge(tx, held, opened.id(), entry, batch);
        };
    }

    private Judgement judge(Tx tx, AcceptedStreams.Held held, EntryId id, Entry entry, Batch batch) {
        if (!entry.branch().equals(held.branch())) {
            return new Judgement.Unfit("WRONG_BRANCH",
                    "The entry is about store " + entry.branch() + ", the till belongs to " + held.branch() + ".");
        }
        for (ProductId product : products(entry)) {
            if (!isKnown(tx, product, batch)) {
                return new Judgement.Unfit("UNKNOWN_PRODUCT", "The entry " + (entry instanceof CountEntry ? "counts" : "moves")
                        + " product " + product + ", which the centre does not know. Import the product.");
            }
        }
        if (entry instanceof StockEntry.Transferred transferred) {
            return TransferFacts.refusal(tx, id, transferred)
                    .<Judgement>map(refusal -> new Judgement.Unfit(refusal.code(), refusal.sentence()))
                    .orElseGet(() -> new Judgement.Fit(entry));
        }
        return new Judgement.Fit(entry);
    }

    /// What has to be known before an entry can be applied.
    private static List<ProductId> products(Entry entry) {
        return entry instanceof CountEntry.Counted counted
                ? counted.lines().stream().map(tally -> tally.item().product()).toList()
                : entry.moves().stream().map(Move::product).toList();
    }

    /// Asks for all products of a step at once: one by one they would be a round trip to a server each.
    private void meetAll(Tx tx, List<Opened> opened, Batch batch) {
        Set<ProductId> asked = new TreeSet<>();
        for (Opened each : opened) {
            if (each.reading() instanceof Bodies.Reading.Understood(Entry entry)) {
                products(entry).stream().filter(product -> !known.contains(product)).forEach(asked::add);
            }
        }
        batch.met.addAll(tx.definitions().held(asked));
    }

    private boolean isKnown(Tx tx, ProductId product, Batch batch) {
        if (known.contains(product) || batch.met.contains(product)) {
            return true;
        }
        boolean holds = tx.definitions().holdsProduct(product);
        if (holds) {
            batch.met.add(product);
        }
        return holds;
    }

    private void take(Tx tx, AcceptedStreams.Held held, Opened opened, Entry entry, Batch batch) {
        Postings.Stored stored = opened.stored();
        EntryId id = stored.posting().fact().id();
        Instant occurredAt = batch.clocks.corrected(opened.meta().orElseThrow().stamp(), entry.at(), stored.recordedAt());
        List<Move> moves = entry.moves();
        if (!moves.isEmpty()) {
            batch.sources.add(new Stock.Source(id, stored.posting().position(), occurredAt, entry.by().id(), moves));
        }
        switch (entry) {
            case TillEntry.Sold(var sale) -> batch.sales.add(new io.evertill.db.Sales.Sold(
                    id, held.genesis().terminal(), stored.posting().position(), occurredAt, sale));
            case TillEntry.ProductMet met -> meet(tx, met.product(), batch);
            case ShiftEntry.ShiftOpened _ -> tx.tills().shift(held.genesis().terminal(), true);
            case ShiftEntry.ShiftClosed _ -> tx.tills().shift(held.genesis().terminal(), false);
            case TillEntry.HistoryMissed missed -> new Notice(tx, held).missed(missed);
            case StockEntry.Transferred transferred -> TransferFacts.note(tx, id, transferred, occurredAt);
            case TillEntry.PaymentAttempted attempted when attempted.phase() == TillEntry.PaymentAttempted.Phase.KEPT ->
                tx.keptPayments().add(new KeptPayments.Kept(held.branch(), attempted.attempt(), id, held.genesis().terminal(),
                        attempted.amount(), attempted.told().orElse(""), attempted.by().name(), occurredAt));
            case TillEntry.Voided _, TillEntry.Approved _, TillEntry.Copied _, TillEntry.PaymentAttempted _, ShiftEntry.CashMoved _,
                    ShiftEntry.DrawerOpened _, StockEntry _ -> {}
            case CountEntry counted -> count(held, opened, counted, batch);
        }
    }

    /// What the centre's own stream says of counts was done when it was written.
    private static void count(AcceptedStreams.Held held, Opened opened, CountEntry entry, Batch batch) {
        Meta.Stamp stamp = opened.meta().orElseThrow().stamp();
        Instant receivedAt = opened.stored().recordedAt();
        String terminal = held.genesis().terminal();
        if (entry instanceof CountEntry.Counted counted && !terminal.equals(Books.TERMINAL)) {
            batch.counts.add(tx -> TillCounts.note(
                    tx, opened.id(), counted, at -> batch.clocks.corrected(stamp, at, receivedAt)));
        } else if (entry instanceof CountEntry.CountRuled ruled) {
            batch.counts.add(tx -> TillCounts.rule(tx, terminal, ruled));
        }
    }

    /// What stands in a second stream, or is set aside, changes no level, and how far its stream counts in the figures that tills
    /// have.
    private static void tellAgain(Tx tx, String branch, Postings.Stored alias) {
        EntryId id = alias.posting().fact().id();
        tx.feedDue().levels(tx.stock().of(branch, id).stream().map(Stock.Movement::key), id);
    }

    private void tellAgain(Tx tx, Opened parked, Batch batch) {
        if (parked.reading() instanceof Bodies.Reading.Understood(Entry entry)) {
            tx.feedDue().levels(
                    entry.moves().stream().filter(move -> isKnown(tx, move.product(), batch)).map(Move::key), parked.id());
        }
    }

    private void meet(Tx tx, Product product, Batch batch) {
        var row = Rows.product(product);
        if (tx.definitions().meetProduct(product.id(), product.sku(), Json.canonical(row), tx.now())) {
            feed.put(tx, Feed.PRODUCT, "", product.id().toString(), row);
        }
        batch.met.add(product.id());
    }
}
