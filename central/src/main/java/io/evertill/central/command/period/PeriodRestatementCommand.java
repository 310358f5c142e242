package io.evertill.central.command.period;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.db.Database;
import io.evertill.db.Periods;
import io.evertill.db.Periods.Lock;
import io.evertill.ledger.EntryId;
import io.evertill.money.Rounding;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `period restatement`: a closed period as it was closed, beside how it happened.
@Command(name = "restatement", mixinStandardHelpOptions = true,
        description = "Shows what a store had at the end of a closed period and sold in it, as it was closed and as it happened as far as"
                + " is known now, and every entry that became known later.")
final class PeriodRestatementCommand implements Callable<Integer> {
    private static final int PAGE = 500;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--store", paramLabel = "STORE", required = true, description = "The store.")
    private String store = "";

    @Option(names = "--through", paramLabel = "DAY", required = true, description = "The period's last day.")
    private String through = "";

    @Option(names = "--all", description = "Goods that are as they were closed, too.")
    private boolean isAll;

    PeriodRestatementCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        LocalDate day = PeriodCommand.day(through);
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            Database db = office.db();
            Lock lock = db.read(tx -> PeriodCommand.find(tx, store, day));
            PrintWriter out = spec.commandLine().getOut();
            out.printf("%-20s %14s %14s %14s %16s%n", "product", "as closed", "as happened", "difference", "value");
            stock(db, lock, out);
            db.read(tx -> tx.periods().sales(lock)).forEach(sold -> out.println("Sold as closed: " + text(sold)));
            db.read(tx -> tx.periods().salesHappened(lock)).forEach(sold -> out.println("Sold as happened: " + text(sold)));
            late(db, lock, out);
            return 0;
        }
    }

    private void stock(Database db, Lock lock, PrintWriter out) {
        List<Periods.Restated> page = db.read(tx -> tx.periods().restated(lock, "", PAGE));
        while (!page.isEmpty()) {
            page.stream().filter(each -> isAll || each.closed() != each.happened()).forEach(each -> print(each, out));
            String last = page.getLast().sku();
            page = db.read(tx -> tx.periods().restated(lock, last, PAGE));
        }
    }

    private static void print(Periods.Restated each, PrintWriter out) {
        long difference = each.happened() - each.closed();
        out.printf("%-20s %14s %14s %14s %16s%n", each.sku(), text(each.closed()), text(each.happened()), text(difference),
                each.unitCost().map(cost -> Rounding.HALF_UP.total(cost, difference).toString()).orElse("unknown"));
    }

    private static void late(Database db, Lock lock, PrintWriter out) {
        Optional<EntryId> after = Optional.of(new EntryId(new UUID(0, 0)));
        while (after.isPresent()) {
            EntryId from = after.get();
            List<Periods.Late> page = db.read(tx -> tx.periods().late(lock, from, PAGE));
            page.forEach(late -> out.println("LATE_FOR_PERIOD: entry " + late.entry() + " of " + late.occurredAt()
                    + " became known at " + late.notedAt() + " and counts on " + late.accountingDate()));
            after = page.size() < PAGE ? Optional.empty() : Optional.of(page.getLast().entry());
        }
    }

    private static String text(Periods.Sold sold) {
        return sold.sales() + " sales, " + sold.total() + ", of which tax " + sold.tax();
    }

    private static String text(long quantity) {
        return Decimals.text(quantity, Quantity.SCALE);
    }
}
