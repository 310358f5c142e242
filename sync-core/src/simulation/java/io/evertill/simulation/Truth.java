package io.evertill.simulation;

import io.evertill.audit.CentreAudit;
import io.evertill.audit.Difference;
import io.evertill.audit.TillAudit;
import io.evertill.availability.Shown;
import io.evertill.db.Database;
import io.evertill.db.Parked;
import io.evertill.db.Postings;
import io.evertill.db.Streams;
import io.evertill.db.Tx;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.entry.TillEntry;
import io.evertill.inventory.Books;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Meta;
import io.evertill.ledger.StreamId;
import io.evertill.product.Product;
import io.evertill.register.Outcome;
import io.evertill.register.StockLookup;
import io.evertill.stock.Place;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// What every party was told, kept apart from all databases, and the judgement in the end: nothing lost, nothing doubled.
final class Truth {
    private static final int PARKED_MAX = 1_000;

    private final Map<TillNode, Set<EntryId>> promised = new LinkedHashMap<>();
    private final Map<TillNode, List<EntryId>> sales = new HashMap<>();
    private final Map<EntryId, List<Move>> moves = new HashMap<>();
    private final Set<EntryId> attempted = new LinkedHashSet<>();
    private long lost;
    private long doubled;

    /// An entry is about to be recorded.
    void attempted(EntryId id) {
        attempted.add(id);
    }

    /// A cashier was told that an entry is saved.
    void saved(TillNode till, Outcome.Saved saved) {
        recorded(till, saved.id());
        moves.put(saved.id(), saved.entry().moves());
        if (saved.entry() instanceof TillEntry.Sold) {
            sales.computeIfAbsent(till, _ -> new ArrayList<>()).add(saved.id());
        }
    }

    /// An entry is in a till's ledger.
    void recorded(TillNode till, EntryId id) {
        promised.computeIfAbsent(till, _ -> new LinkedHashSet<>()).add(id);
    }

    List<EntryId> salesOf(TillNode till) {
        return sales.getOrDefault(till, List.of());
    }

    /// A till was put back or cloned: from here on it has to have what the image has.
    void putBack(TillNode till, Database image) {
        promised.put(till, entries(till, image));
        sales.computeIfAbsent(till, _ -> new ArrayList<>()).removeIf(id -> !promised.getOrDefault(till, Set.of()).contains(id));
    }

    /// After a start, everything that a cashier was told is there.
    void requireDurable(World world, TillNode till, Database db) {
        Set<EntryId> there = promised.containsKey(till) ? entries(till, db) : Set.of();
        for (EntryId id : promised.getOrDefault(till, Set.of())) {
            if (!there.contains(id)) {
                lost++;
                world.violated(till.name() + " lost entry " + id + " although it was said to be saved");
            }
        }
    }

    long lost() {
        return lost;
    }

    long doubled() {
        return doubled;
    }

    /// Judges the end of a schedule.
    void judge(World world, boolean isThorough) {
        Database centre = world.centre.db();
        Map<String, Set<EntryId>> expected = new TreeMap<>();
        for (TillNode till : world.tills) {
            Set<EntryId> own = expected.computeIfAbsent(till.seat().branch(), _ -> new LinkedHashSet<>());
            own.addAll(entries(till, till.db()));
            own.addAll(promised.getOrDefault(till, Set.of()));
            if (!till.isDelivered()) {
                world.violated(till.name() + " has entries that the centre does not hold long after all faults have ended");
            }
            requireBelowCentre(world, till);
        }
        expected.forEach((branch, entries) -> entries.forEach(id -> {
            if (centre.read(tx -> tx.facts().find(branch, id)).isEmpty()) {
                lost++;
                world.violated("entry " + id + " of store " + branch + " did not reach the centre");
            }
        }));
        requireSums(world, centre);
        requireIncidents(world, centre);
        requireRedriven(world, centre);
        if (isThorough) {
            audit(world, centre);
        }
    }

    private static Set<EntryId> entries(TillNode till, Database db) {
        Set<EntryId> entries = new LinkedHashSet<>();
        db.read(tx -> {
            for (Streams.Own stream : tx.streams().all()) {
                tx.postings().eachEntry(till.seat().branch(), stream.id(), entries::add);
            }
            return tx;
        });
        return entries;
    }

    private static void requireBelowCentre(World world, TillNode till) {
        till.db().read(tx -> tx.streams().open()).ifPresent(open -> {
            long accepted = world.centre.db()
                    .read(tx -> tx.acceptedStreams().find(till.seat().branch(), open.id()))
                    .map(held -> held.accepted().seq())
                    .orElse(0L);
            if (open.verifiedSeq() > accepted) {
                world.violated(till.name() + " believes that the centre holds " + open.verifiedSeq() + " entries, it holds "
                        + accepted);
            }
        });
    }

    /// Every level at the centre is the sum of what its distinct entries moved, each once.
    private void requireSums(World world, Database centre) {
        Map<Move.Key, Long> sums = new TreeMap<>();
        centre.read(tx -> {
            tx.postings().each((branch, stored) -> {
                EntryId id = stored.posting().fact().id();
                if (stored.state() == Postings.State.ALIAS) {
                    world.saw(Seen.ALIAS, "centre");
                }
                if (tx.parked().holds(branch, id)) {
                    world.saw(Seen.PARKED, "centre");
                }
                if (stored.state() == Postings.State.FIRST && !tx.parked().holds(branch, id)) {
                    moves(id, stored.posting().fact()).forEach(move ->
                            sums.merge(move.key(), move.quantity().tenThousandths(), Long::sum));
                }
            });
            return tx;
        });
        Map<Move.Key, Long> told = new TreeMap<>();
        for (Map.Entry<EntryId, List<Move>> entry : moves.entrySet()) {
            String branch = entry.getValue().isEmpty() ? "" : entry.getValue().getFirst().place().branch();
            boolean counts = !branch.isEmpty() && centre.read(tx ->
                    tx.facts().find(branch, entry.getKey()).isPresent() && !tx.parked().holds(branch, entry.getKey()));
            if (counts) {
                entry.getValue().forEach(move -> told.merge(move.key(), move.quantity().tenThousandths(), Long::sum));
            }
        }
        told.values().removeIf(sum -> sum == 0);
        compare(world, centre, sums);
        Set<EntryId> applied = applied(centre);
        for (EntryId id : applied) {
            if (!attempted.contains(id)) {
                doubled++;
                world.violated("the centre counts entry " + id + ", which nobody recorded: something counts twice");
            }
        }
        if (moves.keySet().containsAll(applied) && !told.equals(sums)) {
            doubled++;
            world.violated("the centre's entries move " + sums + ", the cashiers were told " + told);
        }
    }

    private static Set<EntryId> applied(Database centre) {
        Set<EntryId> applied = new LinkedHashSet<>();
        centre.read(tx -> {
            tx.stock().eachMovement(movement -> applied.add(movement.entry()));
            return tx;
        });
        return applied;
    }

    private void compare(World world, Database centre, Map<Move.Key, Long> sums) {
        Map<Move.Key, Long> levels = new TreeMap<>();
        centre.read(tx -> {
            tx.stock().eachLevel((level, _) -> levels.put(level.key(), level.quantity()));
            return tx;
        });
        sums.values().removeIf(sum -> sum == 0);
        levels.values().removeIf(level -> level == 0);
        if (!sums.equals(levels)) {
            doubled++;
            world.violated("the centre's levels are " + levels + ", its entries move " + sums);
        }
    }

    private List<Move> moves(EntryId id, Fact fact) {
        return Optional.ofNullable(moves.get(id)).orElseGet(() ->
                switch (Bodies.read(Metas.read(fact.meta()).schema(), fact.body())) {
                    case Bodies.Reading.Understood(Entry entry) -> entry.moves();
                    case Bodies.Reading.Unread _ -> List.of();
                });
    }

    /// Every fork and every till that was behind has an incident that a person can read.
    private static void requireIncidents(World world, Database centre) {
        boolean hasForked = world.seen().containsKey(Seen.REHOMED) || world.seen().containsKey(Seen.BEHIND);
        boolean wasPutBack = world.seen().containsKey(Seen.CENTRE_PUT_BACK) || world.seen().containsKey(Seen.CENTRE_PUT_BACK_UNAWARE);
        if (hasForked && !wasPutBack && centre.read(tx -> tx.incidents().all()).isEmpty()) {
            world.violated("a till had to move to a new stream and nobody was told");
        }
    }

    /// What a person mended by defining the product has been applied.
    private static void requireRedriven(World world, Database centre) {
        List<Parked.Waiting> parked = centre.read(tx -> tx.parked().after("", new StreamId(new UUID(0, 0)), 0, PARKED_MAX));
        Set<EntryId> rightly = centre.read(tx -> behindPoison(tx, parked));
        if (parked.stream().anyMatch(each -> each.cause().contains("the same voucher"))) {
            world.saw(Seen.WAITS_BY_KEY, "centre");
        }
        long waiting = parked.stream().filter(each -> !rightly.contains(each.entry())).count();
        if (waiting > 0) {
            world.violated(waiting + " entries still wait for a product that is defined");
        }
        Move.Key ghost = new Move.Key(Template.GHOST.id(), Place.shelf("S1"), "");
        if (waiting == 0 && centre.read(tx -> tx.stock().level(ghost)).keySeq() > 0) {
            world.saw(Seen.REDRIVEN, "centre");
        }
    }

    /// The entries that nobody here can read and all that wait behind them, directly or not.
    private static Set<EntryId> behindPoison(Tx tx, List<Parked.Waiting> parked) {
        Set<EntryId> behind = new LinkedHashSet<>();
        Set<String> keys = new LinkedHashSet<>();
        boolean isMore = true;
        while (isMore) {
            isMore = false;
            for (Parked.Waiting each : parked) {
                Meta meta = Metas.read(tx.facts().find(each.branch(), each.entry()).orElseThrow().meta());
                boolean isBehind = each.code().equals("UNKNOWN_SCHEMA") || meta.refs().stream().anyMatch(behind::contains)
                        || meta.keys().stream().map(key -> each.branch() + key).anyMatch(keys::contains);
                if (isBehind && behind.add(each.entry())) {
                    meta.keys().forEach(key -> keys.add(each.branch() + key));
                    isMore = true;
                }
            }
        }
        return behind;
    }

    /// A till that has read everything shows what the centre has: its own sales count once, whatever streams they went through.
    private static void requireShown(World world, TillNode till, Database centre) {
        String branch = till.seat().branch();
        for (Product product : Template.PRODUCTS) {
            long there = centre.read(tx -> tx.forSale().figure(branch, product.id(), Books.TERMINAL, tx.now())).quantity();
            long shown = new StockLookup(till.db(), branch).here(product.id()).map(Shown::quantity).orElse(0L);
            if (shown != there) {
                world.violated(till.name() + " shows " + shown + " of " + product.sku() + ", the centre has " + there);
            }
        }
    }

    private static void audit(World world, Database centre) {
        world.centre.tellAllStock();
        for (Difference difference : CentreAudit.of(centre).differences()) {
            world.violated("audit of the centre: " + difference.sentence());
        }
        for (TillNode till : world.tills) {
            for (Difference difference : TillAudit.of(till.db()).differences()) {
                if (difference.sentence().contains(Poison.SCHEMA)) {
                    continue;
                }
                world.violated("audit of " + till.name() + ": " + difference.sentence());
            }
            if (!till.isFed()) {
                world.violated(till.name() + " does not get to the end of the feed");
            }
            requireShown(world, till, centre);
        }
    }
}
