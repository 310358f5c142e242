package io.evertill.command;

import io.evertill.db.Database;
import io.evertill.db.Terminals;
import io.evertill.journal.JournalLine;
import io.evertill.journal.JournalPage;
import io.evertill.journal.Story;
import io.evertill.money.Money;
import io.evertill.outbox.Waiting;
import io.evertill.register.Lookup;
import io.evertill.register.SalesJournal;
import io.evertill.register.Store;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `journal`: what happened at a till and how far each has come.
@Command(name = "journal", mixinStandardHelpOptions = true,
        description = "Lists what happened at a till, the newest first, with how far each has come: on this till only, sent, with the"
                + " centre, applied there, or set aside. Works beside a running till.")
final class JournalCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "Only what is about this: the number of a receipt, whole or as the"
            + " running number, the whole total (7.14), a business date (2026-03-14), an SKU, a barcode, or words of an article's name.")
    private String text = "";

    @Option(names = "--limit", paramLabel = "N", description = "The most lines. Otherwise 20.")
    private int limit = 20;

    JournalCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new Refusal(ExitCode.USAGE, "--limit is a number of lines, at least 1, not " + limit + ".");
        }
        for (Path till : where.tills()) {
            try (Database db = Where.open(till, workplace)) {
                tell(db, spec.commandLine().getOut());
            }
        }
        return ExitCode.WELL.number();
    }

    private void tell(Database db, PrintWriter out) {
        ZoneId zone = db.read(tx -> Store.read(tx.terms())).zone();
        SalesJournal journal = new SalesJournal(db, new Lookup(db, db.read(tx -> tx.terminal().identity().orElseThrow()).branch()));
        JournalPage page = journal.page(text, Optional.empty(), limit);
        TextTable table = new TextTable().add(List.of("what", "time", "by", "lines", "amount", "entry", ""));
        page.lines().forEach(line -> table.add(row(line, zone)));
        out.print(page.lines().isEmpty() ? "Nothing" + (text.isBlank() ? "" : " about '" + text + "'") + ".\n" : table.text());
        if (page.next().isPresent()) {
            out.println("There is more: ask for something, or raise --limit.");
        }
        journal.aside().forEach(story -> out.println(sentence(story)));
        Waiting waiting = Waiting.read(db);
        if (waiting.parked() > 0) {
            out.println(waiting.parked() + " entries of this till wait at the centre for a person: evertill-central parked tells why.");
        }
        String heard = db.read(tx -> tx.terminal().heard()).map(Terminals.Heard::repliedAt)
                .filter(at -> at.isAfter(Instant.EPOCH))
                .map(at -> "As the centre said " + TIME.format(at.atZone(zone)) + ".")
                .orElse("The centre never answered yet.");
        out.println(heard);
        out.flush();
    }

    private static List<String> row(JournalLine line, ZoneId zone) {
        String name = line.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return List.of(line.isSale() ? line.number() : (name + " " + line.number()).strip(), TIME.format(line.at().atZone(zone)),
                line.by().name(), line.lines() == 0 ? "" : Integer.toString(line.lines()),
                line.amount().map(Money::toString).orElse(""), Long.toString(line.position().seq()),
                switch (line.stage()) {
                    case SAVED -> "on this till only";
                    case SENT -> "sent, no answer yet";
                    case ACCEPTED -> "with the centre";
                    case APPLIED -> "applied at the centre";
                    case SET_ASIDE -> "SET ASIDE at the centre";
                });
    }

    private static String sentence(Story story) {
        String name = story.line().number().isEmpty() ? "Entry " + story.line().position().seq() : story.line().number();
        return story.aside()
                .map(aside -> name + " is set aside: " + aside.code()
                        + aside.behind().map(behind -> ", it waits for " + behind).orElse("")
                        + (aside.holds().isEmpty() ? "" : "; " + String.join(", ", aside.holds()) + " waits for it") + ".")
                .orElse("");
    }
}
