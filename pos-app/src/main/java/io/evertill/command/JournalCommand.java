package io.evertill.command;

import io.evertill.db.Database;
import io.evertill.db.Terminals;
import io.evertill.outbox.Waiting;
import io.evertill.register.SalesJournal;
import io.evertill.register.Store;
import io.evertill.sale.Sale;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `journal`: the sales of a till and how far each has come.
@Command(name = "journal", mixinStandardHelpOptions = true,
        description = "Lists the sales of a till, the newest first, with how far each has come: on this till only, with the centre, or"
                + " applied there. Works beside a running till.")
final class JournalCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "Only sales about this: a part of the receipt's number, the whole total"
            + " (7.14), a business date (2026-03-14), an SKU, or a part of an article's name.")
    private String text = "";

    @Option(names = "--limit", paramLabel = "N", description = "The most sales. Otherwise 20.")
    private int limit = 20;

    JournalCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new Refusal(ExitCode.USAGE, "--limit is a number of sales, at least 1, not " + limit + ".");
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
        List<SalesJournal.Row> rows = new SalesJournal(db).find(text, limit);
        TextTable table = new TextTable().add(List.of("receipt", "time", "cashier", "lines", "total", "entry", ""));
        rows.forEach(row -> table.add(row(row, zone)));
        out.print(rows.isEmpty() ? "No sale" + (text.isBlank() ? "" : " about '" + text + "'") + ".\n" : table.text());
        if (rows.size() == limit) {
            out.println("There may be more: ask for something, or raise --limit.");
        }
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

    private static List<String> row(SalesJournal.Row row, ZoneId zone) {
        Sale sale = row.sale();
        return List.of(sale.receipt().text(), TIME.format(sale.at().atZone(zone)), sale.cashier().name(),
                Integer.toString(sale.lines().size()), sale.total().toString(), Long.toString(row.position().seq()),
                switch (row.progress()) {
                    case SAVED -> "on this till only";
                    case ACCEPTED -> "with the centre";
                    case APPLIED -> "applied at the centre";
                });
    }
}
