package io.evertill.central.command.till;

import io.evertill.central.command.Phrases;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.db.Tx;
import io.evertill.feed.HeadOffice;
import io.evertill.feed.Personnel;
import io.evertill.feed.Personnel.Employed;
import io.evertill.ingest.Admission;
import io.evertill.ledger.Bytes;
import io.evertill.person.Person;
import io.evertill.staff.Badge;
import io.evertill.staff.Pin;
import io.evertill.staff.StaffMember;
import io.evertill.staff.TillRole;
import io.evertill.stock.Place;
import io.evertill.wire.PinHash;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `staff`: who works at the tills of a store, and with which PIN and badge.
@Command(name = "staff", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "add|role|pin|badge|remove|list",
        description = {
            "Says who works at the tills. Tills have it at their next pull and need no network to check a PIN. A CASHIER sells; a"
                    + " SUPERVISOR agrees to what a cashier may not do alone; a MANAGER may do both; IT looks after the machine.",
            "A till without anybody here who sells believes the names of the settings cashiers and supervisors, as before.",
            "A PIN is kept as Argon2id, a badge as SHA-256. Who has a till's disk can still try all PINs of few digits: take"
                    + " more digits where a till can be carried away, and new PINs when one was.",
        })
public final class StaffCommand implements Runnable {
    private static final int BADGE_LENGTH = 16;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    public StaffCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name add, role, pin, badge, remove or list.");
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds somebody, who may then sign in.")
    int add(
            @Mixin Where at,
            @Parameters(index = "0", paramLabel = "ID", description = "What entries call the person, such as anna.") String id,
            @Parameters(index = "1", paramLabel = "NAME", description = "What people read.") String name,
            @Option(names = "--role", paramLabel = "ROLE", defaultValue = "CASHIER",
                    description = "${COMPLETION-CANDIDATES}. Otherwise CASHIER.") TillRole role,
            @Option(names = "--store", paramLabel = "STORE", description = "Where. Otherwise in every store.") Optional<String> store,
            @Option(names = "--pin", paramLabel = "PIN", arity = "0..1", interactive = true,
                    description = "4 to 8 digits, 6 to 8 above CASHIER; asked for without an echo when none follows."
                            + " Otherwise one is made by chance and shown this once.") Optional<String> pin) {
        return change(at, office -> {
            String branch = store.orElse("");
            if (store.isPresent() && !Place.isName(branch)) {
                throw new IllegalArgumentException("no store is called '" + branch + "'");
            }
            Chosen chosen = chosen(role, pin);
            StaffMember member = new StaffMember(new Person(id.strip(), name.strip()), role, hash(chosen.pin()), Optional.empty());
            office.db().run(tx -> {
                if (Personnel.find(tx, id.strip()).isPresent()) {
                    throw new IllegalArgumentException(id + " is there already; use staff role, staff pin or staff badge");
                }
                personnel(office).define(tx, new Employed(branch, member));
            });
            say(text(new Employed(branch, member)) + chosen.sentence());
        });
    }

    @Command(name = "role", mixinStandardHelpOptions = true,
            description = "Gives somebody another role. Above CASHIER the PIN must have 6 digits, which nobody can tell from its hash: a"
                    + " new one is made unless one is given.")
    int role(
            @Mixin Where at,
            @Parameters(index = "0", paramLabel = "ID", description = "The person.") String id,
            @Parameters(index = "1", paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}.") TillRole role,
            @Option(names = "--pin", paramLabel = "PIN", arity = "0..1", interactive = true,
                    description = "As of staff add.") Optional<String> pin) {
        return change(at, office -> {
            Chosen chosen = chosen(role, pin);
            String hash = hash(chosen.pin());
            boolean isShort = TillRole.CASHIER == find(office, id).member().role() && role != TillRole.CASHIER;
            boolean isNew = isShort || pin.isPresent();
            redefine(office, id, member -> isNew ? member.in(role).withPin(hash) : member.in(role));
            say(isNew ? chosen.sentence().strip() : "The PIN stays.");
        });
    }

    @Command(name = "pin", mixinStandardHelpOptions = true, description = "Gives somebody a new PIN, and ends a wait after wrong ones.")
    int pin(
            @Mixin Where at,
            @Parameters(index = "0", paramLabel = "ID", description = "The person.") String id,
            @Option(names = "--pin", paramLabel = "PIN", arity = "0..1", interactive = true,
                    description = "As of staff add.") Optional<String> pin) {
        return change(at, office -> {
            Chosen chosen = chosen(find(office, id).member().role(), pin);
            String hash = hash(chosen.pin());
            redefine(office, id, member -> member.withPin(hash));
            say(chosen.sentence().strip());
        });
    }

    @Command(name = "badge", mixinStandardHelpOptions = true,
            description = "Gives somebody a badge: prints the code this once, to be made a barcode of. Whoever holds the badge of a"
                    + " supervisor agrees to single acts with it; signing in always wants the PIN as well.")
    int badge(
            @Mixin Where at,
            @Parameters(index = "0", paramLabel = "ID", description = "The person.") String id,
            @Option(names = "--code", paramLabel = "CODE", description = "The code of a badge that is there already, as scanners send"
                    + " it. Otherwise one is made by chance.") Optional<String> code,
            @Option(names = "--none", description = "Takes the badge away.") boolean isNone) {
        return change(at, office -> {
            String text = code.orElseGet(this::badgeCode);
            Optional<Badge> badge = isNone ? Optional.empty() : Optional.of(Badge.issue(text));
            redefine(office, id, member -> member.withBadge(badge));
            if (badge.isPresent() && code.isEmpty()) {
                say("The badge, shown this once: " + text);
            }
        });
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes somebody. What the person did stays in the ledger.")
    int remove(@Mixin Where at, @Parameters(index = "0", paramLabel = "ID", description = "The person.") String id) {
        return change(at, office -> {
            if (!office.db().write(tx -> personnel(office).remove(tx, id))) {
                throw new IllegalArgumentException("there is nobody called " + id);
            }
            say("Removed: " + id + ". Tills know it after their next pull.");
        });
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the staff.")
    int list(
            @Mixin Where at,
            @Option(names = "--store", paramLabel = "STORE", description = "Only who may work there.") Optional<String> store) {
        return change(at, office -> office.db().read(tx -> {
            Optional<Employed> next = Personnel.next(tx, "");
            while (next.isPresent()) {
                next.filter(each -> each.branch().isEmpty() || store.isEmpty() || store.get().equals(each.branch()))
                        .ifPresent(each -> say(text(each)));
                next = Personnel.next(tx, next.get().member().person().id());
            }
            return tx;
        }));
    }

    private interface Work {
        void in(Office office);
    }

    private int change(Where at, Work work) {
        try (Office office = Office.find(at.settings(workplace.environment()), workplace.machine())) {
            work.in(office);
            return 0;
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE, "Nothing was changed: " + e.getMessage() + ".");
        }
    }

    private void redefine(Office office, String id, UnaryOperator<StaffMember> change) {
        HeadOffice.Change done = office.db().write(tx -> {
            Employed before = find(tx, id);
            return personnel(office).define(tx, new Employed(before.branch(), change.apply(before.member())));
        });
        say(Phrases.of(done) + ": " + text(find(office, id)));
    }

    private static Personnel personnel(Office office) {
        return new Personnel(office.feed());
    }

    private static Employed find(Office office, String id) {
        return office.db().read(tx -> find(tx, id));
    }

    private static Employed find(Tx tx, String id) {
        return Personnel.find(tx, id).orElseThrow(() -> new IllegalArgumentException("there is nobody called " + id));
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    private static String text(Employed employed) {
        StaffMember member = employed.member();
        return member.person().id() + "  " + member.person().name() + "  " + member.role()
                + (employed.branch().isEmpty() ? "" : "  in store " + employed.branch()) + (member.badge().isPresent() ? "  badge" : "");
    }

    /// A PIN and whether it was made here, so that somebody must be shown it.
    private record Chosen(Pin pin, boolean isMade) {
        String sentence() {
            return isMade ? "  The PIN, shown this once: " + pin.digits() : "";
        }
    }

    private Chosen chosen(TillRole role, Optional<String> typed) {
        Chosen chosen = typed.map(digits -> new Chosen(new Pin(digits), false)).orElseGet(() -> new Chosen(made(role), true));
        if (!chosen.pin().isEnoughFor(role)) {
            throw new IllegalArgumentException(
                    "the PIN of a " + role + " has " + role.pinLengthMin() + " to " + Pin.LENGTH_MAX + " digits");
        }
        return chosen;
    }

    private Pin made(TillRole role) {
        Pin pin = Pin.EMPTY;
        while (!pin.isEnoughFor(role)) {
            pin = pin.plus('0' + random().nextInt(10));
        }
        return pin;
    }

    private String badgeCode() {
        StringBuilder code = new StringBuilder();
        while (code.length() < BADGE_LENGTH) {
            code.append(Admission.ALPHABET.charAt(random().nextInt(Admission.ALPHABET.length())));
        }
        return code.toString();
    }

    private String hash(Pin pin) {
        byte[] salt = new byte[PinHash.SALT_LENGTH];
        random().nextBytes(salt);
        return PinHash.of(pin, Bytes.of(salt));
    }

    private RandomGenerator random() {
        return workplace.machine().random();
    }
}
