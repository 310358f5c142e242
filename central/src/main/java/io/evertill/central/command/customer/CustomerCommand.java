package io.evertill.central.command.customer;

import io.evertill.central.command.Phrases;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import io.evertill.customer.Exemption;
import io.evertill.customer.SearchWords;
import io.evertill.db.Tx;
import io.evertill.feed.Clientele;
import io.evertill.feed.HeadOffice;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `customer`: the book of customers, who can be reached after a recall, and who is exempt from taxes.
@Command(name = "customer", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "add|edit|list|import|merge|forget",
        description = {
            "Keeps the book of customers. Tills have it at their next pull, and tell of those whom they met themselves.",
            "A customer with a certificate pays no taxes until its last day. Only here somebody gets one: no till gives it.",
            "What is known of a person stands in this book and in no sale: sales name an id. forget takes everything out of the book,"
                    + " here and at every till; the id stays and says nothing. Backups made before still have it.",
        })
public final class CustomerCommand implements Runnable {
    private static final CustomerId FIRST = new CustomerId(new UUID(0, 0));
    private static final int PAGE = 500;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    public CustomerCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    /// What is said of a customer, each part if it is to be so.
    static final class Parts {
        @Option(names = "--phone", paramLabel = "NUMBER", description = "The phone number.")
        private Optional<String> phone = Optional.empty();

        @Option(names = "--email", paramLabel = "ADDRESS", description = "The e-mail address.")
        private Optional<String> email = Optional.empty();

        @Option(names = "--card", paramLabel = "NUMBER", description = "The loyalty number, as scanners send it.")
        private Optional<String> card = Optional.empty();

        @Option(names = "--certificate", paramLabel = "NUMBER",
                description = "The number of the certificate that frees the customer from taxes; an empty one takes it away.")
        private Optional<String> certificate = Optional.empty();

        @Option(names = "--until", paramLabel = "DATE", description = "Its last day, such as 2026-12-31.")
        private Optional<String> until = Optional.empty();

        Customer of(CustomerId id, String name, Optional<Customer> before) {
            return new Customer(id, name, phone.or(() -> before.map(Customer::phone)).orElse(""),
                    email.or(() -> before.map(Customer::email)).orElse(""), card.or(() -> before.map(Customer::card)).orElse(""),
                    exemption(before.flatMap(Customer::exemption)));
        }

        private Optional<Exemption> exemption(Optional<Exemption> before) {
            Optional<LocalDate> day = until.map(LocalDate::parse);
            String number = certificate.or(() -> before.map(Exemption::certificate)).orElse("").strip();
            if (number.isEmpty()) {
                if (day.isPresent()) {
                    throw new IllegalArgumentException("a last day is of a certificate; name it with --certificate");
                }
                return Optional.empty();
            }
            return Optional.of(new Exemption(number, day.or(() -> before.map(Exemption::until))
                    .orElseThrow(() -> new IllegalArgumentException("a certificate has a last day; name it with --until"))));
        }
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name add, edit, list, import, merge or forget.");
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a customer.")
    int add(@Mixin Where at, @Mixin Parts parts, @Parameters(index = "0", paramLabel = "NAME", description = "The name.") String name) {
        return change(at, office -> define(office, parts.of(newId(), name, Optional.empty())));
    }

    @Command(name = "edit", mixinStandardHelpOptions = true, description = "Changes what is known of a customer; what is not named stays.")
    int edit(
            @Mixin Where at,
            @Mixin Parts parts,
            @Parameters(index = "0", paramLabel = "ID", description = "The customer, as list shows it.") String id,
            @Option(names = "--name", paramLabel = "NAME", description = "The name.") Optional<String> name) {
        return change(at, office -> {
            Customer before = office.db().read(tx -> find(tx, id));
            define(office, parts.of(before.id(), name.orElse(before.name()), Optional.of(before)));
        });
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists customers.")
    int list(
            @Mixin Where at,
            @Parameters(index = "0", arity = "0..1", paramLabel = "TEXT",
                    description = "Only those of whom each word begins a word of name, phone, e-mail or loyalty number.")
                    Optional<String> text) {
        return change(at, office -> office.db().read(tx -> {
            List<String> sought = SearchWords.sought(text.orElse(""));
            List<Customer> page = Clientele.after(tx, FIRST, PAGE);
            while (!page.isEmpty()) {
                page.stream().filter(customer -> isMeant(customer, sought)).forEach(customer -> say(line(customer)));
                page = Clientele.after(tx, page.getLast().id(), PAGE);
            }
            return tx;
        }));
    }

    @Command(name = "import", mixinStandardHelpOptions = true,
            description = "Adds and changes customers from a CSV file whose first line names the columns: name, and if you like id, phone,"
                    + " email, card, certificate and until. A row is the customer with its id, else with its loyalty number, else a new"
                    + " one. A file with a mistake changes nothing.")
    int importFile(@Mixin Where at, @Parameters(index = "0", paramLabel = "FILE", description = "The file.") Path file) {
        List<CustomerFile.Row> rows = CustomerFile.read(file);
        return change(at, office -> {
            Clientele clientele = new Clientele(office.feed());
            Map<HeadOffice.Change, Integer> counts = office.db().write(tx -> {
                Map<HeadOffice.Change, Integer> done = new EnumMap<>(HeadOffice.Change.class);
                rows.forEach(row -> done.merge(define(tx, clientele, row), 1, Integer::sum));
                return done;
            });
            for (HeadOffice.Change change : HeadOffice.Change.values()) {
                say(counts.getOrDefault(change, 0) + " " + Phrases.of(change).toLowerCase(Locale.ROOT));
            }
        });
    }

    private HeadOffice.Change define(Tx tx, Clientele clientele, CustomerFile.Row row) {
        try {
            return clientele.define(tx, row.customer(row.id().orElseGet(() -> Clientele.byCard(tx, row.card()).orElseGet(this::newId))));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + row.line() + ": " + e.getMessage(), e);
        }
    }

    @Command(name = "merge", mixinStandardHelpOptions = true,
            description = "Says that two customers are one person, as when two tills met somebody: what is known of the first is forgotten,"
                    + " and its sales lead to the second.")
    int merge(
            @Mixin Where at,
            @Parameters(index = "0", paramLabel = "ID", description = "The customer who is forgotten.") String id,
            @Parameters(index = "1", paramLabel = "INTO", description = "The one who stays.") String into) {
        return change(at, office -> {
            office.db().run(tx -> new Clientele(office.feed()).merge(tx, parse(id), parse(into)));
            say("Merged. Tills know it after their next pull.");
        });
    }

    @Command(name = "forget", mixinStandardHelpOptions = true,
            description = "Forgets everything that is known of a customer, here and at every till at its next pull.")
    int forget(@Mixin Where at, @Parameters(index = "0", paramLabel = "ID", description = "The customer.") String id) {
        return change(at, office -> {
            if (!office.db().write(tx -> new Clientele(office.feed()).forget(tx, parse(id)))) {
                throw new IllegalArgumentException("there is no customer " + id);
            }
            say("Forgotten. Tills forget at their next pull; backups made before still know.");
        });
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
        } catch (DateTimeException _) {
            throw new Refusal(Refusal.Kind.USAGE, "Nothing was changed: a date is written like 2026-12-31.");
        }
    }

    private void define(Office office, Customer customer) {
        HeadOffice.Change done = office.db().write(tx -> new Clientele(office.feed()).define(tx, customer));
        say(Phrases.of(done) + ": " + line(customer));
    }

    private CustomerId newId() {
        return new CustomerId(workplace.machine().ids().get());
    }

    private static Customer find(Tx tx, String id) {
        return Clientele.resolve(tx, parse(id)).orElseThrow(() -> new IllegalArgumentException("there is no customer " + id));
    }

    private static CustomerId parse(String id) {
        if (!id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw new IllegalArgumentException("a customer's id is written like 0191f5e0-0000-7000-8000-000000000000");
        }
        return CustomerId.parse(id);
    }

    private static boolean isMeant(Customer customer, List<String> sought) {
        return sought.stream().allMatch(word -> SearchWords.of(customer).stream().anyMatch(known -> known.startsWith(word)));
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    private static String line(Customer customer) {
        return customer.id() + "  " + customer.name() + (customer.reach().isEmpty() ? "" : "  " + customer.reach())
                + (customer.card().isEmpty() ? "" : "  card " + customer.card())
                + customer.exemption().map(exemption -> "  exempt " + exemption.certificate() + " until " + exemption.until()).orElse("");
    }
}
