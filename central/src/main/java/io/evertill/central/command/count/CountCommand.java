package io.evertill.central.command.count;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.CountText;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.count.LineState;
import io.evertill.db.CountAttempts;
import io.evertill.db.CountLines;
import io.evertill.db.Tx;
import io.evertill.inventory.Assortment;
import io.evertill.inventory.CountPlanning;
import io.evertill.inventory.CountPosting;
import io.evertill.inventory.Counts;
import io.evertill.ledger.EntryId;
import io.evertill.lot.PieceDifference;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `count`: counts a few goods a day, without closing the shop.
@Command(name = "count", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "STEP",
        description = {
            "Counts a few goods a day while the shop goes on: what is due, blind sheets, what was counted, and what it does to"
                    + " the ledger.",
            "A count is compared with what the ledger says of the moment of the count. It is posted when every till of the store"
                    + " was heard a quarter of an hour past that moment; what comes later still is put right by itself.",
            "Goods are worth what they cost on average in the store, or their base price where nobody knows that.",
        })
public final class CountCommand implements Runnable {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    public CountCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a step: list, sheet, submit, post, approve, reject,"
                + " recount, cancel or show.");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Plans today's list and shows what is open, and why.")
    int list(
            @Mixin Where where,
            @Option(names = "--store", required = true, paramLabel = "STORE") String store,
            @Option(names = "--size", paramLabel = "N",
                    description = "How many the store can count in a day. Otherwise as many as needed.") Optional<Integer> size) {
        try (Office office = office(where)) {
            CountPlanning.Plan plan = office.db().write(tx -> CountPlanning.plan(tx, store, size, workplace.machine().ids()));
            office.db().read(tx -> lines(tx, store)).forEach(this::say);
            say(plan.listed() + " lines are new; the store counts " + plan.size() + " a day and needs " + plan.needed() + ".");
            plan.breachDay().ifPresent(day ->
                    say("In " + day + " days some goods will not have been counted for a quarter. Count more a day."));
            return 0;
        }
    }

    @Command(name = "sheet", mixinStandardHelpOptions = true,
            description = "Gives a person what is to be counted, as CSV, without what the ledger expects.")
    int sheet(
            @Mixin Where where,
            @Option(names = "--store", required = true, paramLabel = "STORE") String store,
            @Option(names = "--counter", required = true, paramLabel = "NAME") String counter) {
        Person person = person(counter);
        try (Office office = office(where)) {
            String sheet = office.db().write(tx -> {
                Counts.assign(tx, store, person);
                return CountFile.sheet(tx, Counts.sheet(tx, store, person));
            });
            spec.commandLine().getOut().print(sheet);
            spec.commandLine().getOut().flush();
            return 0;
        }
    }

    @Command(name = "submit", mixinStandardHelpOptions = true,
            description = "Records what a person counted: all rows or none. An empty 'counted' is not counted, which is not zero.")
    int submit(
            @Mixin Where where,
            @Parameters(paramLabel = "FILE", description = "The sheet, filled in.") Path file,
            @Option(names = "--store", required = true, paramLabel = "STORE") String store,
            @Option(names = "--counter", required = true, paramLabel = "NAME") String counter) {
        EntryId id = new EntryId(workplace.machine().ids().get());
        return change(where, "What was counted is recorded.", tx ->
                Counts.submit(tx, store, id, person(counter), CountFile.read(tx, file, store)));
    }

    @Command(name = "post", mixinStandardHelpOptions = true,
            description = "Judges what was counted, and brings the ledger to what may be believed.")
    int post(
            @Mixin Where where,
            @Option(names = "--store", required = true, paramLabel = "STORE") String store,
            @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who posts.") String by,
            @Option(names = "--waive", defaultValue = "", paramLabel = "TILL,...",
                    description = "Tills that are not waited for, by name.") String waived) {
        Set<String> tills = Pattern.compile(",").splitAsStream(waived).map(String::strip).collect(Collectors.toSet());
        try (Office office = office(where)) {
            LongAdder judged = new LongAdder();
            CountPosting.settleAll(office.db(), store, person(by), tills, (line, outcome) -> {
                judged.increment();
                say(line + "  " + CountText.sentence(outcome));
            });
            say(judged + " lines were judged.");
            return 0;
        }
    }

    @Command(name = "approve", mixinStandardHelpOptions = true,
            description = "Believes a count that waits for a decision; 'count post' posts it.")
    int approve(
            @Mixin Where where,
            @Parameters(paramLabel = "LINE") UUID line,
            @Option(names = "--store", required = true, paramLabel = "STORE") String store,
            @Option(names = "--by", required = true, paramLabel = "NAME") String by,
            @Option(names = "--cause", required = true, paramLabel = "CODE",
                    description = "Such as DAMAGE, THEFT, PICKING, DELIVERY or UNKNOWN.") String cause,
            @Option(names = "--note", required = true, paramLabel = "TEXT") String note) {
        return change(where, "The count is approved.", tx ->
                Counts.approve(tx, store, line, new CountLines.Approval(person(by), cause.strip(), note.strip())));
    }

    @Command(name = "reject", mixinStandardHelpOptions = true, description = "Ends a count that waits for a decision unposted.")
    int reject(@Mixin Where where, @Parameters(paramLabel = "LINE") UUID line,
            @Option(names = "--store", required = true, paramLabel = "STORE") String store,
            @Option(names = "--by", required = true, paramLabel = "NAME") String by,
            @Option(names = "--note", required = true, paramLabel = "TEXT") String note) {
        return change(where, "The count is rejected.", tx -> Counts.reject(tx, store, line, asking(by, note)));
    }

    @Command(name = "recount", mixinStandardHelpOptions = true,
            description = "Has a count that waits for a decision made again by another person.")
    int recount(@Mixin Where where, @Parameters(paramLabel = "LINE") UUID line,
            @Option(names = "--store", required = true, paramLabel = "STORE") String store,
            @Option(names = "--by", required = true, paramLabel = "NAME") String by,
            @Option(names = "--note", required = true, paramLabel = "TEXT") String note) {
        return change(where, "The goods are counted again.", tx -> Counts.recount(tx, store, line, asking(by, note)));
    }

    @Command(name = "cancel", mixinStandardHelpOptions = true, description = "Takes a line off the list.")
    int cancel(@Mixin Where where, @Parameters(paramLabel = "LINE") UUID line,
            @Option(names = "--store", required = true, paramLabel = "STORE") String store,
            @Option(names = "--by", required = true, paramLabel = "NAME") String by,
            @Option(names = "--note", required = true, paramLabel = "TEXT") String note) {
        return change(where, "The line is cancelled.", tx -> Counts.cancel(tx, store, line, asking(by, note)));
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows a line: who counted what, and what was posted.")
    int show(@Mixin Where where, @Parameters(paramLabel = "LINE") UUID line,
            @Option(names = "--store", required = true, paramLabel = "STORE") String store) {
        try (Office office = office(where)) {
            office.db().read(tx -> story(tx, store, line)).forEach(this::say);
            return 0;
        }
    }

    private int change(Where where, String done, Function<Tx, Counts.Outcome> step) {
        try (Office office = office(where)) {
            switch (office.db().write(step)) {
                case Counts.Outcome.Done _ -> say(done);
                case Counts.Outcome.Refused(List<String> sentences) ->
                        throw new Refusal(Refusal.Kind.USAGE, String.join(System.lineSeparator(), sentences));
            }
            return 0;
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE, "That cannot be: " + e.getMessage() + ". Nothing was changed.");
        }
    }

    private static List<String> lines(Tx tx, String store) {
        Assortment assortment = new Assortment(tx);
        return Counts.open(tx, store).stream().map(line -> {
            Product product = assortment.require(line.key().product());
            return line.id() + "  " + product.sku().code() + "  " + line.key().place().code()
                    + (line.key().lot().isEmpty() ? "" : "  lot " + line.key().lot()) + "  " + line.state()
                    + (line.assignee().isEmpty() ? "" : " by " + line.assignee()) + "  class " + line.countClass() + ", "
                    + line.reason();
        }).toList();
    }

    private static List<String> story(Tx tx, String store, UUID id) {
        CountLines.Line line = tx.countLines().find(store, id)
                .orElseThrow(() -> new Refusal(Refusal.Kind.USAGE, "There is no line " + id + " in store " + store + "."));
        Product product = new Assortment(tx).require(line.key().product());
        List<String> story = new ArrayList<>();
        story.add(product.sku().code() + " " + product.name() + ", " + line.key().place().code() + ", class " + line.countClass()
                + ", planned " + line.plannedAt() + " (" + line.reason() + "): " + line.state());
        if (line.state() == LineState.REVIEW || line.state().isEnd()) {
            for (CountAttempts.Attempt attempt : tx.countAttempts().of(store, id)) {
                story.add("Count " + attempt.number() + ": " + text(attempt.counted()) + " by " + attempt.counter().name() + " at "
                        + attempt.countedAt() + (line.state() == LineState.REVIEW
                                ? text(CountPosting.pieces(tx, line, attempt))
                                : ""));
            }
        }
        line.approval().ifPresent(approval -> story.add(
                "Approved by " + approval.by().name() + ", " + approval.cause() + ": " + approval.note()));
        tx.countDecisions().of(store, id).forEach(decision -> story.add(
                decision.state() + " " + decision.at() + " by " + decision.by() + ": " + decision.note()));
        line.posting().ifPresent(posting -> story.add("Posted " + posting.postedAt() + ": expected "
                + text(posting.finding().expected()) + ", variance " + text(posting.finding().variance()) + ", before "
                + text(posting.finding().before()) + ", after " + text(posting.finding().after()) + ", restated "
                + text(posting.restated()) + text(CountPosting.posted(tx, store, posting))));
        return story;
    }

    private static String text(Optional<PieceDifference> pieces) {
        return pieces.map(each -> ", missing " + each.missing() + ", found " + each.found()).orElse("");
    }

    private static String text(long quantity) {
        return Decimals.text(quantity, Quantity.SCALE);
    }

    private static Counts.Asking asking(String by, String note) {
        return new Counts.Asking(person(by), note.strip());
    }

    private static Person person(String name) {
        return new Person(name.strip(), name.strip());
    }

    private Office office(Where where) {
        return Office.find(where.settings(workplace.environment()), workplace.machine());
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
