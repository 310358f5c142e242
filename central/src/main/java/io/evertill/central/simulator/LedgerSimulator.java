package io.evertill.central.simulator;

import io.evertill.central.command.Workplace;
import io.evertill.central.office.Machine;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.central.office.Settings;
import io.evertill.db.Database;
import io.evertill.db.Terminals;
import io.evertill.db.Tills;
import io.evertill.entry.Move;
import io.evertill.ingest.Apply;
import io.evertill.ingest.Reception;
import io.evertill.inventory.Assortment;
import io.evertill.inventory.Counts;
import io.evertill.ledger.EntryId;
import io.evertill.money.UnitPrice;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.rule.Exempt;
import io.evertill.rule.Wiring;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import io.evertill.wire.Ed25519;
import io.evertill.wire.Enrolment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import picocli.CommandLine;

/// A centre and tills on ledgers in memory, driven line by line (R23).
///
/// A line is a command: those of `evertill-central`, or one of the simulator's own ([SimulatorCommands]). After each line the
/// tills that have a connection hand over, the centre applies, its jobs look, and what is new in the ledger is answered. The
/// clock moves by a second a line and when it is told to; ids and chance come from a fixed seed, so that the same lines give
/// the same ledger. Thread-safe: one line at a time.
@Wiring
@Exempt(rule = "imports", reason = "plays every kind of event on a whole centre", until = "2028-12-31")
public final class LedgerSimulator implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    private static final Duration LINE = Duration.ofSeconds(1);
    private static final Currency CURRENCY = Currency.getInstance("GBP");
    private static final TaxRate TAX = new TaxRate("STD", "VAT 20%", 200_000, TaxRate.Kind.INCLUSIVE);
    /// What the simulator is not: a server, a file, another ledger.
    private static final List<String> ABSENT = List.of("serve", "restore", "drill", "simulator");

    private final String name;
    private final Path folder;
    private final Function<Workplace, CommandLine> commands;
    private final SimulatedClock clock = new SimulatedClock(START);
    private final Machine machine;
    private final Office office;
    private final Apply apply;
    private final Reception reception;
    private final Jobs jobs;
    private final Sight sight;
    private final Map<String, SimulatedTill> tills = new TreeMap<>();

    /// An empty shop.
    ///
    /// @param name tells this ledger from others in the same process
    /// @param folder for the lists that tills load when they are let in
    /// @param commands makes the commands of the centre
    public LedgerSimulator(String name, Path folder, Function<Workplace, CommandLine> commands) {
        this.commands = commands;
        this.name = name;
        this.folder = folder;
        Random random = new Random(1);
        this.machine = Machine.of(clock, clock::nanos, random);
        this.office = Office.open(settings(), machine);
        this.apply = new Apply(office.db(), office.feed());
        this.reception = new Reception(office.db(), Ed25519.verifier(), machine.ids());
        this.jobs = new Jobs(office);
        this.sight = new Sight(office.db());
        office.db().run(tx -> {
            office.headOffice().define(tx, TAX);
            office.headOffice().define(tx, "", "currency", CURRENCY.getCurrencyCode());
        });
        office.feed().publish();
    }

    /// What became of a line.
    ///
    /// @param exit 0 when all is well, as the command would have ended
    /// @param said what the command said
    /// @param state what is new in the ledger
    public record Answer(int exit, String said, Sight.State state) {}

    /// Does what a line says.
    public synchronized Answer run(String line) {
        List<String> words;
        try {
            words = Words.of(line);
        } catch (IllegalArgumentException e) {
            return new Answer(Refusal.Kind.USAGE.exitCode(), e.getMessage() + System.lineSeparator(), sight.fresh());
        }
        if (words.isEmpty()) {
            return new Answer(0, "", sight.fresh());
        }
        if (words.stream().anyMatch(word -> word.startsWith("--data") || word.startsWith("--db"))) {
            return new Answer(Refusal.Kind.USAGE.exitCode(), "The simulator touches no ledger but its own: leave --data and --db out."
                    + System.lineSeparator(), sight.fresh());
        }
        clock.advance(LINE);
        StringWriter said = new StringWriter();
        CommandLine command = commands(words.getFirst());
        PrintWriter out = new PrintWriter(said, true);
        command.setOut(out);
        command.setErr(out);
        int exit = command.execute(words.toArray(String[]::new));
        settle();
        return new Answer(exit, said.toString(), sight.fresh());
    }

    /// Everything that is in the ledger.
    public synchronized Sight.State state() {
        return sight.all();
    }

    /// The time.
    public Instant now() {
        return clock.instant();
    }

    /// The tills, by name.
    List<SimulatedTill> tills() {
        return List.copyOf(tills.values());
    }

    /// Lets a till in.
    void enrol(String till, String store) {
        if (tills.containsKey(till)) {
            throw new Refusal(Refusal.Kind.USAGE, "There is a till " + till + " already.");
        }
        Ed25519.Keys keys = Ed25519.generate();
        String code = office.admission().code(new Tills.Seat(store, till), Duration.ofMinutes(1));
        Enrolment.Grant grant = office.admission().admit(new Enrolment.Request(code, keys.open())).orElseThrow();
        LocalLink link = new LocalLink(office.db(), reception, office.feed(), store, grant.token(), folder);
        Terminals.Identity identity = new Terminals.Identity(grant.terminal(), store, till, "");
        tills.put(till, new SimulatedTill(identity, link, keys, Database.inMemory(name + "-" + tills.size()), machine));
    }

    /// The till of a name.
    SimulatedTill till(String till) {
        return Optional.ofNullable(tills.get(till)).orElseThrow(() -> new Refusal(Refusal.Kind.USAGE,
                "There is no till " + till + ". Let it in: till " + till + " --store S1"));
    }

    /// Defines a product.
    void define(String sku, Unit unit, String price) {
        Product product = new Product(ProductId.of(Sku.of(sku)), Sku.of(sku), sku, unit, Product.Kind.GOODS, TAX.code(),
                UnitPrice.parse(price, CURRENCY), List.of());
        office.db().run(tx -> office.headOffice().define(tx, product));
    }

    /// Notes what somebody counted on a store's shelf now.
    void count(String store, String sku, String amount, String counter) {
        EntryId id = new EntryId(machine.ids().get());
        Counts.Outcome outcome = office.db().write(tx -> {
            Product product = new Assortment(tx).find(ProductId.of(Sku.of(sku)))
                    .orElseThrow(() -> new Refusal(Refusal.Kind.USAGE, "There is no product " + sku + "."));
            Counts.Row row = new Counts.Row(Optional.empty(), new Move.Key(product.id(), Place.shelf(store), ""),
                    Quantity.parse(amount, product.unit()), tx.now());
            return Counts.submit(tx, store, id, new Person(counter, counter), List.of(row));
        });
        if (outcome instanceof Counts.Outcome.Refused(List<String> sentences)) {
            throw new Refusal(Refusal.Kind.USAGE, String.join(System.lineSeparator(), sentences));
        }
    }

    /// Lets time pass.
    void advance(Duration by) {
        clock.advance(by);
    }

    private Settings settings() {
        return new Settings(Optional.empty(), Optional.of(Database.inMemory(name)), Settings.BIND_USUALLY, Settings.PORT_USUALLY);
    }

    private CommandLine commands(String command) {
        CommandLine centre = commands.apply(new Workplace(machine, Map.of("EVERTILL_CENTRAL_DB", Database.inMemory(name)), false));
        ABSENT.forEach(centre.getCommandSpec()::removeSubcommand);
        CommandLine own = SimulatorCommands.line(this, centre);
        return own.getSubcommands().containsKey(command) ? own : centre;
    }

    private void settle() {
        publish();
        tills.values().forEach(SimulatedTill::exchange);
        while (apply.step() > 0) {
            // Entries that were set aside may fit now.
        }
        jobs.look();
        publish();
    }

    private void publish() {
        while (office.feed().publish() > 0) {
            // Page by page.
        }
    }

    @Override
    public void close() {
        tills.values().forEach(SimulatedTill::close);
        office.close();
    }
}
