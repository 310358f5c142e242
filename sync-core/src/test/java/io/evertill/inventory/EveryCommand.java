package io.evertill.inventory;

import io.evertill.entry.Move;
import io.evertill.feed.HeadOffice;
import io.evertill.ingest.Accept;
import io.evertill.ingest.Comparison;
import io.evertill.ingest.Memory;
import io.evertill.money.UnitPrice;
import io.evertill.product.Product;
import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A history of three branches as chance has it: everything that people, tills, a web shop and jobs can do with stock, in any
/// order, with crashes, lost answers and clocks that are wrong.
final class EveryCommand {
    private static final int STEPS = 240;
    private static final int TOLD = 60;

    private final World world;
    private final Chance chance;
    private final TillActs atTills;
    private final TransferActs transfers;
    private final CountActs counts;
    private final WebActs web;
    private final Invariants invariants;

    private EveryCommand(World world) {
        this.world = world;
        this.chance = world.chance;
        this.atTills = new TillActs(world);
        this.transfers = new TransferActs(world);
        this.counts = new CountActs(world);
        this.web = new WebActs(world);
        this.invariants = new Invariants(world);
    }

    /// How a history ended.
    ///
    /// @param broken what was not as it must be, each as the invariant's number and a sentence
    /// @param seen what occurred in it
    record Ended(List<String> broken, Set<String> seen) {}

    /// Plays the history of a seed in memory.
    ///
    /// @param empty the bytes of an empty centre's database
    static Ended play(Chance chance, byte[] empty, Accept.Parts parts) {
        try (World world = new World(chance, new RunningCentre(empty, parts))) {
            return new EveryCommand(world).play();
        }
    }

    /// The same of a seed with the usual parts; answers what was broken.
    static List<String> broken(long seed, byte[] empty) {
        return play(new Chance(seed), empty, new Accept.Parts(Comparison.USUAL, Memory.USUAL)).broken();
    }

    /// Plays the history of a seed on a PostgreSQL server.
    static Ended play(Chance chance, Accept.Parts parts) {
        try (World world = new World(chance, new RunningCentre(parts))) {
            return new EveryCommand(world).play();
        }
    }

    /// Tells two centres the same facts of tills, the one as they happen, the other in any order; answers how they differ.
    static List<String> tellTwo(Chance chance, RunningCentre one, RunningCentre other) {
        try (World first = new World(chance, one)) {
            TillActs acts = new TillActs(first);
            for (int step = 1; step <= TOLD; step++) {
                first.centre.tick(Duration.ofSeconds(1L + chance.below(600)));
                acts.act(chance.pick(first.tills));
                first.upload(chance.pick(first.tills));
                first.apply();
            }
            first.settle();
            other.tick(Duration.between(other.now(), one.now()));
            first.tills.forEach(LocalTill::meetAnother);
            try (World second = new World(chance, other, first.tills)) {
                for (int step = 1; step <= TOLD; step++) {
                    second.upload(chance.pick(second.tills));
                    if (chance.oneIn(3)) {
                        second.apply();
                    }
                }
                second.settle();
                second.require(new Invariants(first).balances().equals(new Invariants(second).balances()),
                        "I13: the order in which tills were heard changed a balance");
                return second.broken;
            }
        }
    }

    private Ended play() {
        for (int step = 1; step <= STEPS && world.broken.isEmpty(); step++) {
            world.centre.tick(Duration.ofSeconds(1L + chance.below(chance.oneIn(12) ? 9_000 : 120)));
            act();
            invariants.check();
        }
        if (world.broken.isEmpty()) {
            end();
        }
        if (world.centre.ended() > 0) {
            world.seen.add("session ended");
        }
        return new Ended(List.copyOf(world.broken), Set.copyOf(world.seen));
    }

    private void act() {
        switch (chance.below(24)) {
            case 22, 23 -> atTills.collect();
            case 20, 21 -> web.act();
            case 0, 1, 2, 3, 4 -> atTills.act(chance.pick(world.tills));
            case 5, 6, 7 -> world.upload(chance.pick(world.tills));
            case 8, 9 -> world.apply();
            case 10, 11 -> transfers.act();
            case 12, 13, 14, 15 -> counts.act();
            case 16 -> web.act();
            case 17 -> atTills.goods(chance.pick(World.BRANCHES)).ifPresent(world::recorded);
            case 18 -> drift();
            default -> job();
        }
    }

    private void drift() {
        String branch = chance.pick(World.BRANCHES);
        List<Move.Key> keys = world.truth.at(Place.shelf(branch));
        if (!keys.isEmpty()) {
            Move.Key key = chance.pick(keys);
            long some = world.some(key).tenThousandths();
            world.truth.drifted(key, chance.oneIn(4) ? some : -some, world.centre.now());
        }
    }

    private void job() {
        switch (chance.below(7)) {
            case 0 -> world.centre.surviving(chance, () -> new Snapshots(world.centre.db()).all());
            case 1 -> world.require(new Reconciliation(world.centre.db()).look(Optional.empty()).findings().isEmpty(),
                    "I36: something was found in a ledger that is whole");
            case 2 -> world.centre.surviving(chance, () -> world.centre.nightly().step());
            case 3 -> invariants.cards();
            case 4 -> changePrice();
            case 5 -> chance.pick(world.tills).rehome();
            default -> world.centre.restart();
        }
    }

    private void changePrice() {
        Product tea = Warehouse.TEA;
        Product changed = new Product(tea.id(), tea.sku(), tea.name(), tea.unit(), tea.kind(), tea.taxCode(),
                UnitPrice.parse(1 + chance.below(9) + ".49", Warehouse.GBP), tea.gtins());
        world.centre.surviving(chance, () -> world.centre.db().write(tx -> new HeadOffice(world.centre.feed()).define(tx, changed)));
        world.centre.surviving(chance, () -> world.centre.feed().publish());
    }

    private void end() {
        world.settle();
        invariants.see();
        web.see();
        invariants.checkAtRest();
        transfers.check();
        web.check();
        Set<Move.Key> waiting = world.waiting();
        for (Move.Key key : world.truth.keys()) {
            long level = world.centre.db().read(tx -> tx.stock().level(key)).quantity();
            long truth = world.truth.known(key, counts.counted(key));
            world.require(waiting.contains(key) || level == truth,
                    "I26: the ledger says " + level + " of " + key + ", it must say " + truth);
        }
        if (world.broken.isEmpty()) {
            world.truth.at(Place.shelf(chance.pick(World.BRANCHES))).stream().limit(2).forEach(counts::countTwice);
            invariants.check();
        }
    }
}
