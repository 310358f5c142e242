package io.evertill.inventory;

import io.evertill.count.CountClass;
import io.evertill.count.LineState;
import io.evertill.count.Schedule;
import io.evertill.db.CountLines;
import io.evertill.db.Tx;
import io.evertill.entry.CountEntry;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.person.Person;
import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// Counting by people who see exactly what is there, as chance has it.
final class CountActs {
    private static final List<Person> PEOPLE =
            List.of(Warehouse.BEA, new Person("cal", "Cal"), new Person("dan", "Dan"), new Person("eve", "Eve"));
    private static final Set<String> ALL_TILLS = Set.of("T1", "T2");
    private static final Person IRA = new Person("ira", "Ira");
    private static final Counts.Asking ASKING = new Counts.Asking(IRA, "as asked");

    private final World world;
    private final Chance chance;
    private final Set<EntryId> atTills = new HashSet<>();

    CountActs(World world) {
        this.world = world;
        this.chance = world.chance;
    }

    /// One step of some count of a branch.
    void act() {
        String branch = chance.pick(World.BRANCHES);
        switch (chance.below(9)) {
            case 8 -> countAt(chance.pick(world.tills));
            case 0 -> plan(branch);
            case 1 -> count(branch);
            case 2 -> settle(branch);
            default -> {
                count(branch);
                settle(branch);
                decide(branch);
            }
        }
    }

    private <T> T write(Function<Tx, T> work) {
        return world.centre.surviving(chance, () -> world.centre.db().write(work));
    }

    private void plan(String branch) {
        write(tx -> CountPlanning.plan(tx, branch, Optional.of(3), world.centre::id));
    }

    /// A person takes the list, and perhaps something that is not on it, and writes down what is there.
    private void count(String branch) {
        Person person = chance.pick(PEOPLE);
        write(tx -> {
            Counts.assign(tx, branch, person);
            return 0;
        });
        List<CountLines.Line> sheet = write(tx -> Counts.sheet(tx, branch, person));
        Set<Move.Key> seen = new HashSet<>();
        List<Counts.Row> rows = new ArrayList<>();
        for (CountLines.Line line : sheet) {
            if (isThere(line.key()) && seen.add(line.key())) {
                rows.add(row(Optional.of(line.id()), line.key()));
            }
        }
        List<Move.Key> others = world.truth.at(Place.shelf(branch)).stream()
                .filter(key -> !key.product().equals(World.GHOST.id()) && !seen.contains(key))
                .toList();
        if (!others.isEmpty() && chance.oneIn(3)) {
            rows.add(row(Optional.empty(), chance.pick(others)));
        }
        if (!rows.isEmpty()) {
            EntryId id = world.entryId();
            write(tx -> Counts.submit(tx, branch, id, person, rows));
        }
    }

    /// A person counts at a till, which hands it in when there is a network: for a line of the list as it was told once, or for none.
    private void countAt(LocalTill till) {
        String branch = till.seat.branch();
        List<Move.Key> there = world.truth.at(Place.shelf(branch)).stream().filter(this::isThere).toList();
        if (!there.isEmpty()) {
            Move.Key key = chance.pick(there);
            UUID line = world.centre.db().read(tx -> tx.countLines().open(key)).stream()
                    .map(CountLines.Line::id)
                    .filter(_ -> chance.flip())
                    .findFirst()
                    .orElseGet(world.centre::id);
            Counts.Row row = row(Optional.empty(), key);
            Instant now = till.at(world.centre.now());
            CountEntry.Tally tally = new CountEntry.Tally(1, line, 1, Warehouse.item(World.product(key.product())), key.place(),
                    key.lot(), row.counted(), now, row.pieces());
            atTills.add(world.happened(till, new CountEntry.Counted(branch, now, chance.pick(PEOPLE), List.of(tally))));
        }
    }

    private boolean isThere(Move.Key key) {
        return world.truth.at(key) >= 0 && !key.product().equals(World.GHOST.id());
    }

    private Counts.Row row(Optional<UUID> line, Move.Key key) {
        return new Counts.Row(line, key, new Quantity(world.truth.at(key), World.product(key.product()).unit()), world.centre.now(),
                key.product().equals(World.PHONE.id()) ? Optional.of(numbers(key)) : Optional.empty());
    }

    /// The numbers of the pieces at a place; where more are there than anybody knows the numbers of, others are read off them.
    private List<String> numbers(Move.Key key) {
        int there = Math.toIntExact(world.truth.at(key) / Quantity.ONE);
        List<String> numbers = new ArrayList<>(world.truth.pieces(key.place()));
        for (int more = numbers.size(); more < there; more++) {
            numbers.add("OTHER " + key.place().branch() + " " + key.place().code() + " " + more);
        }
        return List.copyOf(numbers.subList(0, there));
    }

    private void settle(String branch) {
        open(branch).stream()
                .filter(line -> line.state() == LineState.COUNTED || line.state() == LineState.APPROVED)
                .forEach(line -> settle(branch, line.id()));
    }

    private CountPosting.Outcome settle(String branch, UUID line) {
        Set<String> waived = chance.below(3) > 0 ? ALL_TILLS : Set.of();
        CountPosting.Outcome outcome = write(tx -> CountPosting.settle(tx, branch, line, IRA, waived));
        boolean isOfTill = world.centre.db().read(tx -> tx.countAttempts().of(branch, line)).stream()
                .anyMatch(attempt -> atTills.contains(attempt.entry()));
        world.seen.add("count " + outcome.getClass().getSimpleName() + (isOfTill ? " of a till" : ""));
        return outcome;
    }

    private void decide(String branch) {
        for (CountLines.Line line : open(branch)) {
            if (line.state() == LineState.REVIEW) {
                boolean isDoubted = chance.oneIn(6);
                write(tx -> isDoubted ? Counts.recount(tx, branch, line.id(), ASKING) : approve(tx, branch, line.id()));
            } else if (chance.oneIn(12)) {
                write(tx -> Counts.cancel(tx, branch, line.id(), ASKING));
            }
        }
    }

    private static Counts.Outcome approve(Tx tx, String branch, UUID line) {
        return Counts.approve(tx, branch, line, new CountLines.Approval(IRA, "UNKNOWN", "as counted"));
    }

    private List<CountLines.Line> open(String branch) {
        return world.centre.db().read(tx -> Counts.open(tx, branch));
    }

    /// When a key was counted last by a count that was posted.
    Instant counted(Move.Key key) {
        return world.centre.db().read(tx -> tx.countLines().posted(key)).stream()
                .map(line -> line.posting().orElseThrow().finding().countedAt())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /// Counts what is there of a key, has it posted, and counts it again: the ledger says what is there, and the second count
    /// finds no difference (I26, I28).
    void countTwice(Move.Key key) {
        String branch = key.place().branch();
        for (int time = 1; time <= 2; time++) {
            UUID line = world.centre.id();
            Person person = PEOPLE.getFirst();
            world.centre.tick(Duration.ofHours(1));
            world.centre.db().run(tx -> {
                Counts.open(tx, branch).forEach(open -> Counts.cancel(tx, branch, open.id(), ASKING));
                tx.countLines().add(line, key, CountClass.A, Schedule.Reason.ASKED, tx.now());
                Counts.assign(tx, branch, person);
                Counts.sheet(tx, branch, person);
                Counts.submit(tx, branch, new EntryId(line), person, List.of(row(Optional.of(line), key)));
            });
            CountPosting.Outcome outcome = post(branch, line);
            if (outcome instanceof CountPosting.Outcome.Recount) {
                world.centre.db().run(tx -> tx.countLines().approve(
                        branch, line, new CountLines.Approval(IRA, "UNKNOWN", "as counted")));
                outcome = post(branch, line);
            }
            boolean isSame = outcome instanceof CountPosting.Outcome.Posted(var finding)
                    && (time == 1 || finding.variance() == 0);
            world.require(isSame, "I28: count " + time + " of " + key + " came to " + outcome);
            long level = world.centre.db().read(tx -> tx.stock().level(key)).quantity();
            world.require(level == world.truth.at(key), "I26: the ledger says " + level + " of " + key + " after a count of "
                    + world.truth.at(key));
        }
    }

    private CountPosting.Outcome post(String branch, UUID line) {
        return world.centre.db().write(tx -> CountPosting.settle(tx, branch, line, IRA, ALL_TILLS));
    }
}
