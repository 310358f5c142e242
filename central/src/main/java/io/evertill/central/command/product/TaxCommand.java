package io.evertill.central.command.product;

import io.evertill.central.command.Phrases;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.feed.HeadOffice;
import io.evertill.stock.Decimals;
import io.evertill.tax.TaxRate;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `tax`: defines a tax rate.
@Command(name = "tax", mixinStandardHelpOptions = true, description = "Defines a tax rate, or changes it.")
public final class TaxCommand implements Callable<Integer> {
    private static final int PERCENT_SCALE = 4;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(index = "0", paramLabel = "CODE", description = "Names it in products and sales, such as STD.")
    private String code = "";

    @Parameters(index = "1", paramLabel = "PERCENT", description = "The rate in percent, such as 20 or 5.5.")
    private String percent = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "NAME", description = "What the receipt says. Otherwise the code.")
    private String name = "";

    @Option(names = "--exclusive", description = "The tax is added to prices. Otherwise prices contain it.")
    private boolean isExclusive;

    public TaxCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        TaxRate rate = rate();
        try (Office office = Office.open(where.settings(workplace.environment()), workplace.machine())) {
            HeadOffice.Change change = office.db().write(tx -> office.headOffice().define(tx, rate));
            spec.commandLine().getOut().println(Phrases.of(change) + ": tax " + rate.code() + ", " + percent + " %");
            return 0;
        }
    }

    private TaxRate rate() {
        try {
            return new TaxRate(code, name.isBlank() ? code : name, Math.toIntExact(Decimals.parse(percent, PERCENT_SCALE)),
                    isExclusive ? TaxRate.Kind.EXCLUSIVE : TaxRate.Kind.INCLUSIVE);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Refusal(Refusal.Kind.USAGE, "This is no tax rate: " + e.getMessage() + ".");
        }
    }
}
