package io.evertill.faults;

import io.evertill.central.Centre;
import io.evertill.db.Database;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Handover;
import io.evertill.pos.Machine;
import io.evertill.pos.TillProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One run on one database: tills that sell and a centre, a trouble and a `kill -9` in each cycle, and the reckoning.
///
/// A cycle goes on when so many sales were acknowledged and an upload was answered, not after a time: a slow machine makes
/// it longer and nothing else.
final class Run implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile("The centre listens at http://[^ ]+:([0-9]+)\\. .*");
    /// Far beyond anything that a working till or centre needs; past it somebody waits for ever.
    private static final long PATIENCE_SECONDS = 180;
    private static final long HIT_SECONDS = 5;
    private static final int FAILURES_MAX = 20;
    private static final int BACKUPS_KEPT = 6;
    private static final int PROGRESS_CYCLES = 25;

    private final Order order;
    private final PrintStream out;
    private final Machine machine = Machine.real();
    private final Board board = new Board();
    private final SplittableRandom random;
    private final Vault vault;
    private final ChaosProxy proxy;
    private final Map<String, Long> seen = new TreeMap<>();
    private final List<Child> tills = new ArrayList<>();
    private Optional<Child> centre = Optional.empty();
    private volatile boolean isListening;
    private int backups;

    /// What is to be run.
    ///
    /// @param folder for everything that the processes keep
    record Order(Vault.Kind kind, int cycles, int tills, long seed, Path folder) {}

    /// How it ended.
    ///
    /// @param seen what happened how often
    /// @param broken what must not be: differences, processes that ended by themselves, tills that stood still
    record Ended(long sales, Reckoning reckoning, Map<String, Long> seen, List<String> broken, long seconds) {}

    private Run(Order order, PrintStream out) throws IOException {
        this.order = order;
        this.out = out;
        this.random = new SplittableRandom(order.seed());
        this.vault = Vault.open(order.kind(), order.folder().resolve("centre"), machine);
        this.proxy = new ChaosProxy(machine);
    }

    /// Runs.
    static Ended of(Order order, PrintStream out) throws IOException, InterruptedException {
        try (Run run = new Run(order, out)) {
            return run.run();
        }
    }

    private Ended run() throws InterruptedException {
        long begun = machine.monoMs().getAsLong();
        open();
        startCentre();
        for (int till = 0; till < order.tills(); till++) {
            tills.add(startTill(till));
        }
        int cycle = 0;
        while (cycle < order.cycles() && board.violations().isEmpty()) {
            cycle++;
            cycle(cycle);
            if (cycle % PROGRESS_CYCLES == 0) {
                out.printf("  cycle %d of %d: %d sales%n", cycle, order.cycles(), board.sales());
            }
        }
        saw("cycles", cycle);
        Reckoning reckoning = reckon();
        List<String> broken = new ArrayList<>(board.violations());
        broken.addAll(reckoning.differences());
        saw("uploads answered", board.delivered());
        return new Ended(board.sales(), reckoning, seen, broken, (machine.monoMs().getAsLong() - begun) / 1_000);
    }

    private void open() {
        try (Centre shop = Centre.start(vault.settings())) {
            proxy.lead(shop.port());
            Shop.define(shop);
            for (int till = 0; till < order.tills(); till++) {
                Shop.enrol(shop, folder(till), "T" + (till + 1), proxy.url(), machine);
            }
        }
    }

    private void cycle(int number) throws InterruptedException {
        long delivered = board.delivered();
        awaitSales(5 + random.nextInt(20));
        await("no till reached the centre", () -> isListening && board.delivered() > delivered);
        int still = random.nextInt(order.tills() + 1);
        boolean endsBeforeKill = random.nextBoolean();
        Trouble trouble = trouble();
        begin(trouble, still);
        awaitSales(5 + random.nextInt(15));
        if (endsBeforeKill) {
            end(trouble, still);
        }
        if (random.nextInt(5) < 2) {
            killCentre();
        } else {
            killTill(random.nextInt(order.tills()), number);
        }
        if (!endsBeforeKill) {
            end(trouble, still);
        }
    }

    private Trouble trouble() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> new Trouble.CutRequest(random.nextLong(4_000));
            case 2, 3 -> new Trouble.CutReply(random.nextLong(700));
            case 4 -> new Trouble.Reset(random.nextLong(700));
            case 5 -> new Trouble.Delay(1 + random.nextLong(400));
            case 6 -> new Trouble.Slow(16 + random.nextInt(200));
            case 7 -> new Trouble.HalfOpen();
            // A process stands still instead.
            default -> Trouble.NONE;
        };
    }

    /// @param still the number of the till that stands still if it is that; one more than there are tills for the centre
    private void begin(Trouble trouble, int still) throws InterruptedException {
        if (trouble instanceof Trouble.None) {
            process(still).stop();
            saw(still == order.tills() ? "SIGSTOP of the centre" : "SIGSTOP of a till", 1);
            return;
        }
        proxy.make(trouble);
        boolean isHit = board.await(() -> proxy.isHit(), HIT_SECONDS);
        saw("line: " + trouble.getClass().getSimpleName() + (isHit ? "" : ", met nothing"), 1);
    }

    private void end(Trouble trouble, int still) {
        if (trouble instanceof Trouble.None) {
            process(still).goOn();
        }
        proxy.calm();
    }

    private Child process(int number) {
        return number == order.tills() ? centre.orElseThrow() : tills.get(number);
    }

    private void killTill(int till, int number) throws InterruptedException {
        tills.get(till).kill();
        saw("kill -9 of a till", 1);
        tills.set(till, startTill(till));
        if (number % 7 == 0) {
            // Again, while it starts.
            tills.get(till).kill();
            saw("kill -9 of a till that starts", 1);
            tills.set(till, startTill(till));
        }
    }

    private void killCentre() throws InterruptedException {
        isListening = false;
        centre.orElseThrow().kill();
        saw("kill -9 of the centre", 1);
        if (backups > 0 && random.nextInt(4) == 0) {
            vault.putBack(backups - random.nextInt(Math.min(backups, BACKUPS_KEPT)));
            saw("centre put back to a backup", 1);
        } else if (random.nextBoolean()) {
            backups++;
            vault.backUp(backups);
            if (backups > BACKUPS_KEPT) {
                vault.forget(backups - BACKUPS_KEPT);
            }
            saw("backup of the centre", 1);
        }
        if (random.nextBoolean()) {
            awaitSales(10);
        }
        startCentre();
    }

    private void startCentre() {
        List<String> command = new ArrayList<>(List.of(CentreChild.class.getName(), "serve", "--port", "0"));
        command.addAll(vault.flags());
        centre = Optional.of(Child.start(command, order.folder().resolve("centre.log"), this::heardCentre,
                () -> board.violated("the centre ended by itself; see centre.log")));
    }

    private void heardCentre(String line) {
        Matcher listens = LISTENS.matcher(line);
        if (listens.matches()) {
            proxy.lead(Integer.parseInt(listens.group(1)));
            isListening = true;
            board.stir();
        }
    }

    private Child startTill(int till) {
        String name = "till T" + (till + 1);
        return Child.start(List.of(TillChild.class.getName(), folder(till).toString()),
                order.folder().resolve("till-" + (till + 1) + ".log"), line -> board.till(name, line),
                () -> board.violated(name + " ended by itself; see its log"));
    }

    private void awaitSales(int more) throws InterruptedException {
        int before = board.sales();
        await("the tills stopped selling", () -> board.sales() >= before + more);
    }

    private void await(String otherwise, java.util.function.BooleanSupplier what) throws InterruptedException {
        boolean isThere = board.await(() -> what.getAsBoolean() || !board.violations().isEmpty(), PATIENCE_SECONDS);
        if (!isThere) {
            board.violated(otherwise + " for " + PATIENCE_SECONDS + " s");
        }
    }

    /// Everything is calm, the tills hand over what they have, and the books are compared.
    private Reckoning reckon() throws InterruptedException {
        proxy.calm();
        for (Child till : tills) {
            till.kill();
        }
        await("the centre did not come up", () -> isListening);
        for (int till = 0; till < order.tills(); till++) {
            handOver(till);
        }
        centre.orElseThrow().kill();
        List<Database> ledgers = new ArrayList<>();
        try (Database held = vault.open()) {
            for (int till = 0; till < order.tills(); till++) {
                ledgers.add(Database.till(DataFolder.database(folder(till)), machine.clock()));
            }
            return Reckoning.of(held, ledgers, board.saved());
        } finally {
            ledgers.forEach(Database::close);
        }
    }

    private void handOver(int number) {
        try (TillProcess till = TillChild.open(folder(number), machine, _ -> {})) {
            saw("streams of tills", till.database().read(tx -> tx.streams().all().size()));
            Handover.End end = new Handover(till.database(), till.courier(), till.pull(),
                    new Handover.Patience(FAILURES_MAX, machine::pause)).run();
            if (!(end instanceof Handover.End.Complete)) {
                board.violated("till T" + (number + 1) + " could not hand over: " + end);
            }
        }
    }

    private Path folder(int till) {
        return order.folder().resolve("till-" + (till + 1));
    }

    private void saw(String what, long count) {
        seen.merge(what, count, Long::sum);
    }

    @Override
    public void close() {
        try {
            for (Child till : tills) {
                till.kill();
            }
            if (centre.isPresent()) {
                centre.get().kill();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            proxy.close();
            vault.close();
        }
    }
}
