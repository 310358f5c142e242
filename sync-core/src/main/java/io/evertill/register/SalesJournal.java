package io.evertill.register;

import io.evertill.db.Database;
import io.evertill.db.Deliveries;
import io.evertill.db.JournalRows;
import io.evertill.db.Streams;
import io.evertill.db.Terminals;
import io.evertill.db.Tx;
import io.evertill.entry.Entry;
import io.evertill.entry.ShiftEntry;
import io.evertill.entry.TillEntry;
import io.evertill.journal.JournalLine;
import io.evertill.journal.JournalLine.Kind;
import io.evertill.journal.JournalPage;
import io.evertill.journal.Stage;
import io.evertill.journal.Story;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Meta;
import io.evertill.ledger.Position;
import io.evertill.ledger.StreamId;
import io.evertill.money.Money;
import io.evertill.product.ProductId;
import io.evertill.rule.Exempt;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.Sale;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// What happened at a till, the newest first, each with how far it has come: sales and returns, voids, what was done with the drawer,
/// shifts, copies, and card payments that a terminal keeps.
///
/// Made of the ledger and of what the centre proved to hold; nothing is kept for it but when which step was heard of. It is read a page at
/// a time, and a page of everything, or about a receipt or a day, costs the same after years. A total is looked for shift by shift, an
/// article among all its movements: both grow with the history.
@Exempt(rule = "imports", reason = "reads every kind of entry that a person looks for", until = "2028-12-31")
public final class SalesJournal {
    /// Of so many articles at the most that a text may mean, the most popular first, sales are looked for.
    public static final int ARTICLES_MAX = 50;

    private final Database db;
    private final Lookup lookup;

    /// A journal on a till's database.
    ///
    /// @param lookup says which article a text means
    public SalesJournal(Database db, Lookup lookup) {
        this.db = db;
        this.lookup = lookup;
    }

    /// A stretch of the ledger that is read backwards.
    ///
    /// @param upTo its newest place that counts
    private record Reach(Streams.Own stream, long upTo) {}

    /// What a text may mean, all at once.
    private record Wanted(Set<EntryId> entries, Optional<Money> total, Set<ProductId> products, List<UUID> shifts) {}

    /// A page of what a text says something about.
    ///
    /// @param text the number of a receipt, whole or the running number; a whole total (`7.14`); a business date (`2026-03-14`), which
    ///        shows everything of that day; an SKU, a barcode, or words of an article's name; with an empty one everything is meant
    /// @param from where the page begins, as the one before says; empty for the newest
    /// @param limit the most lines, at least 1
    public JournalPage page(String text, Optional<JournalPage.Place> from, int limit) {
        String wanted = text.strip();
        Lookup.Meaning meaning = lookup.find(wanted);
        Set<ProductId> products = wanted.isEmpty() ? Set.of() : products(wanted, meaning);
        String plain = meaning instanceof Lookup.Meaning.ReceiptCode(ReceiptNumber number) ? number.text() : wanted;
        return db.read(tx -> {
            Optional<Wanted> about = wanted.isEmpty() ? Optional.empty() : Optional.of(wanted(tx, plain, products));
            List<String> aside = about.isPresent() || from.isPresent() ? List.of() : asideNames(tx);
            List<JournalLine> lines = new ArrayList<>();
            for (Reach reach : lineage(tx, from)) {
                lines.addAll(lines(tx, reach, about, limit + 1 - lines.size()));
                if (lines.size() > limit) {
                    Position next = lines.getLast().position();
                    return new JournalPage(
                            lines.subList(0, limit), Optional.of(new JournalPage.Place(next.stream(), next.seq())), aside);
                }
            }
            return new JournalPage(lines, Optional.empty(), aside);
        });
    }

    /// What became of an entry; empty when it is not known here.
    public Optional<Story> story(EntryId id) {
        return db.read(tx -> {
            String branch = branch(tx);
            return lineage(tx, Optional.empty()).stream()
                    .flatMap(reach -> find(tx, reach, id).stream())
                    .findFirst()
                    .map(line -> story(tx, branch, line));
        });
    }

    /// The newest entries that the centre set aside, named; those of streams that were left are sent again in the open one.
    public List<Story> aside() {
        return db.read(tx -> tx.streams().open().stream()
                .flatMap(open -> tx.deliveries().aside(open.id(), 0).reversed().stream())
                .flatMap(aside -> lineage(tx, Optional.empty()).stream()
                        .flatMap(reach -> find(tx, reach, aside.entry()).stream())
                        .limit(1))
                .map(line -> story(tx, branch(tx), line))
                .toList());
    }

    /// Says how far entries have come that stand in the open stream or in one that it goes on from.
    static Function<EntryId, Stage> stages(Tx tx) {
        String branch = branch(tx);
        List<Reach> lineage = lineage(tx, Optional.empty());
        return id -> lineage.stream()
                .flatMap(reach -> tx.journal()
                        .ofEntry(new JournalRows.Stretch(branch, reach.stream().id(), reach.upTo(), 1), id).stream()
                        .map(seq -> stage(tx, reach.stream(), seq)))
                .findFirst()
                .orElse(Stage.SAVED);
    }

    private static String branch(Tx tx) {
        return tx.terminal().identity().orElseThrow().branch();
    }

    /// The open stream and those that it goes on from, each only as far as the next one does not hold it.
    private static List<Reach> lineage(Tx tx, Optional<JournalPage.Place> from) {
        Map<StreamId, Streams.Own> byId = new HashMap<>();
        tx.streams().all().forEach(own -> byId.put(own.id(), own));
        List<Reach> lineage = new ArrayList<>();
        Optional<Reach> next = tx.streams().open().map(open -> new Reach(open, Long.MAX_VALUE));
        while (next.isPresent()) {
            lineage.add(next.get());
            next = next.get().stream().genesis().parent()
                    .flatMap(parent -> Optional.ofNullable(byId.get(parent.stream())).map(own -> new Reach(own, parent.seq())));
        }
        if (from.isEmpty()) {
            return lineage;
        }
        List<Reach> rest = lineage.stream().dropWhile(reach -> !reach.stream().id().equals(from.get().stream())).toList();
        return Stream.concat(
                rest.stream().limit(1).map(reach -> new Reach(reach.stream(), Math.min(reach.upTo(), from.get().seq()))),
                rest.stream().skip(1)).toList();
    }

    private Set<ProductId> products(String text, Lookup.Meaning meaning) {
        Set<ProductId> products = new LinkedHashSet<>();
        switch (meaning) {
            case Lookup.Meaning.Found found -> products.add(found.article().product().id());
            case Lookup.Meaning.WithoutTax(var product) -> products.add(product.id());
            case Lookup.Meaning.ReceiptCode _, Lookup.Meaning.Card _, Lookup.Meaning.Misread _, Lookup.Meaning.Unknown _ -> {}
        }
        lookup.search(text, ARTICLES_MAX).forEach(article -> products.add(article.product().id()));
        return products;
    }

    private static Wanted wanted(Tx tx, String text, Set<ProductId> products) {
        return new Wanted(receipts(tx, text), total(tx, text), products,
                date(text).map(day -> tx.shifts().of(day)).orElse(List.of()));
    }

    private static Set<EntryId> receipts(Tx tx, String text) {
        Terminals.Identity identity = tx.terminal().identity().orElseThrow();
        boolean isWhole = ReceiptNumber.looksLike(text);
        Set<EntryId> entries = new LinkedHashSet<>();
        if (isWhole || text.matches("[1-9][0-9]{0,9}")) {
            long running = isWhole ? new ReceiptNumber(text).number() : Long.parseLong(text);
            tx.streams().all().stream()
                    .map(Streams.Own::id)
                    .filter(stream -> !isWhole
                            || ReceiptNumber.of(identity.branch(), identity.till(), stream.brief(), running).text().equals(text))
                    .flatMap(stream -> tx.receipts().find(stream, running).stream())
                    .forEach(entries::add);
        }
        return entries;
    }

    private static Optional<Money> total(Tx tx, String text) {
        try {
            return Optional.of(Money.parse(text.replace(',', '.'), Store.read(tx.terms()).currency()));
        } catch (IllegalArgumentException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static List<JournalLine> lines(Tx tx, Reach reach, Optional<Wanted> about, int limit) {
        String branch = branch(tx);
        JournalRows.Stretch stretch = new JournalRows.Stretch(branch, reach.stream().id(), reach.upTo(), limit);
        List<JournalRows.Stored> rows = about.map(wanted -> places(tx, stretch, wanted).stream()
                        .flatMap(seq -> tx.journal().at(branch, reach.stream().id(), seq).stream())
                        .toList())
                .orElseGet(() -> tx.journal().page(stretch));
        return rows.stream().flatMap(row -> line(tx, reach, row).stream()).toList();
    }

    private static List<Long> places(Tx tx, JournalRows.Stretch stretch, Wanted wanted) {
        Stream<Long> places = Stream.of(
                        wanted.entries().stream().flatMap(entry -> tx.journal().ofEntry(stretch, entry).stream()),
                        wanted.total().stream().flatMap(total -> tx.journal().ofTotal(stretch, total).stream()),
                        wanted.products().stream().flatMap(product -> tx.journal().ofProduct(stretch, product).stream()),
                        wanted.shifts().stream().flatMap(shift -> tx.journal().ofShift(stretch, shift).stream()))
                .flatMap(each -> each);
        return places.distinct().sorted(Comparator.reverseOrder()).limit(stretch.limit()).toList();
    }

    private static Optional<JournalLine> find(Tx tx, Reach reach, EntryId id) {
        JournalRows.Stretch stretch = new JournalRows.Stretch(branch(tx), reach.stream().id(), reach.upTo(), 1);
        return tx.journal().ofEntry(stretch, id).stream()
                .findFirst()
                .flatMap(seq -> tx.journal().at(stretch.branch(), stretch.stream(), seq))
                .flatMap(row -> line(tx, reach, row));
    }

    private static Optional<Entry> read(Fact fact) {
        return Bodies.read(Metas.read(fact.meta()).schema(), fact.body()) instanceof Bodies.Reading.Understood(Entry entry)
                ? Optional.of(entry)
                : Optional.empty();
    }

    private record Title(Kind kind, String number, Optional<Money> amount, int lines, String about) {}

    private static Optional<JournalLine> line(Tx tx, Reach reach, JournalRows.Stored row) {
        Position position = new Position(reach.stream().id(), row.seq(), row.hash());
        return read(row.fact()).flatMap(entry -> title(entry).map(title -> new JournalLine(row.fact().id(), position, title.kind(),
                title.number(), entry.at(), entry.by(), title.amount(), title.lines(), title.about(),
                stage(tx, reach.stream(), row.seq()))));
    }

    private static Optional<Title> title(Entry entry) {
        return switch (entry) {
            case TillEntry.Sold(Sale sale) -> Optional.of(new Title(isBack(sale) ? Kind.RETURN : Kind.SALE, sale.receipt().text(),
                    Optional.of(sale.total()), sale.lines().size(), ""));
            case TillEntry.Voided voided ->
                Optional.of(new Title(Kind.VOID, "", Optional.of(voided.total()), voided.lines().size(), voided.reason()));
            case ShiftEntry.CashMoved moved -> Optional.of(new Title(
                    moved.amount().isNegative() ? Kind.CASH_OUT : Kind.CASH_IN, "", Optional.of(moved.amount()), 0, moved.reason()));
            case ShiftEntry.DrawerOpened opened -> Optional.of(new Title(Kind.NO_SALE, "", Optional.empty(), 0, opened.reason()));
            case ShiftEntry.ShiftOpened opened ->
                Optional.of(new Title(Kind.SHIFT_OPEN, "", Optional.of(opened.shift().openingFloat()), 0, ""));
            case ShiftEntry.ShiftClosed closed -> Optional.of(new Title(Kind.SHIFT_CLOSE,
                    closed.seal().map(seal -> "Z " + seal.number().text()).orElse(""), Optional.of(closed.expected().total()), 0, ""));
            case TillEntry.Copied copied ->
                Optional.of(new Title(Kind.COPY, copied.receipt().text(), Optional.empty(), 0, copied.manner().name()));
            case TillEntry.PaymentAttempted attempted when attempted.phase() == TillEntry.PaymentAttempted.Phase.KEPT -> Optional.of(
                    new Title(Kind.CARD_KEPT, "", Optional.of(attempted.amount()), 0, attempted.told().orElse("")));
            case Entry _ -> Optional.empty();
        };
    }

    private static boolean isBack(Sale sale) {
        return !sale.lines().isEmpty() && sale.lines().stream().allMatch(line -> line.returned().isPresent());
    }

    /// What the centre says of the open stream says nothing of the ones before: there, what was noted while they were open counts.
    private static Stage stage(Tx tx, Streams.Own stream, long seq) {
        if (tx.deliveries().find(stream.id(), seq).isPresent()) {
            return Stage.SET_ASIDE;
        }
        if (seq > stream.verifiedSeq()) {
            return seq <= tx.deliveries().last(stream.id(), Deliveries.Mark.SENT) ? Stage.SENT : Stage.SAVED;
        }
        long applied = stream.isOpen()
                ? tx.terminal().heard().map(Terminals.Heard::appliedSeq).orElse(0L)
                : tx.deliveries().last(stream.id(), Deliveries.Mark.APPLIED);
        return seq <= applied ? Stage.APPLIED : Stage.ACCEPTED;
    }

    private static Story story(Tx tx, String branch, JournalLine line) {
        StreamId stream = line.position().stream();
        long seq = line.position().seq();
        Optional<Story.Aside> aside = tx.deliveries().find(stream, seq).map(held -> aside(tx, branch, stream, held));
        List<Story.Copy> copies = tx.journal().copies(branch, line.entry()).stream()
                .flatMap(fact -> read(fact).stream())
                .filter(TillEntry.Copied.class::isInstance)
                .map(TillEntry.Copied.class::cast)
                .map(copied -> new Story.Copy(copied.manner(), copied.by(), copied.at()))
                .toList();
        boolean isAccepted = line.stage() != Stage.SAVED && line.stage() != Stage.SENT;
        return new Story(line, at(tx, stream, Deliveries.Mark.SENT, seq),
                isAccepted ? at(tx, stream, Deliveries.Mark.ACCEPTED, seq) : Optional.empty(),
                line.stage() == Stage.APPLIED ? at(tx, stream, Deliveries.Mark.APPLIED, seq) : Optional.empty(), aside, copies);
    }

    private static Optional<Instant> at(Tx tx, StreamId stream, Deliveries.Mark mark, long seq) {
        return tx.deliveries().at(stream, mark, seq);
    }

    private static Story.Aside aside(Tx tx, String branch, StreamId stream, Deliveries.Aside held) {
        List<Deliveries.Aside> all = tx.deliveries().aside(stream, 0);
        Set<EntryId> refs = Set.copyOf(refs(tx, branch, held.entry()));
        Optional<String> behind = all.stream().filter(other -> refs.contains(other.entry())).findFirst()
                .map(other -> name(tx, branch, other));
        List<String> holds = all.stream()
                .filter(other -> refs(tx, branch, other.entry()).contains(held.entry()))
                .map(other -> name(tx, branch, other))
                .toList();
        return new Story.Aside(held.code(), held.heardAt(), behind, holds);
    }

    private static List<EntryId> refs(Tx tx, String branch, EntryId entry) {
        return tx.facts().find(branch, entry).map(fact -> Metas.read(fact.meta())).map(Meta::refs).orElse(List.of());
    }

    private static List<String> asideNames(Tx tx) {
        return tx.streams().open().stream()
                .flatMap(open -> tx.deliveries().aside(open.id(), 0).reversed().stream())
                .map(aside -> name(tx, branch(tx), aside))
                .toList();
    }

    private static String name(Tx tx, String branch, Deliveries.Aside aside) {
        return tx.facts().find(branch, aside.entry())
                .flatMap(SalesJournal::read)
                .flatMap(SalesJournal::title)
                .map(Title::number)
                .filter(number -> !number.isEmpty())
                .orElseGet(() -> Long.toString(aside.seq()));
    }
}
