package io.evertill.faults;

import io.evertill.outbox.Courier;
import io.evertill.person.Person;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Machine;
import io.evertill.pos.Settings;
import io.evertill.pos.Sync;
import io.evertill.pos.TillProcess;
import io.evertill.register.Lookup;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.rule.Wiring;
import io.evertill.sale.Basket;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A till without a window that sells until it is killed: the real [TillProcess], its ledger and its sync.
///
/// It prints each sale's id after the sale was saved, and each upload that was answered. Arguments: the data folder.
@Wiring
public final class TillChild {
    private static final Person ANNA = new Person("anna", "Anna");
    private static final int LINES_MAX = 4;
    private static final int PIECES_MAX = 3;
    private static final long PAUSE_MS_MAX = 120;
    private static final String PULL_SECONDS = "5";

    private final TillProcess till;
    private final Machine machine;

    private TillChild(TillProcess till, Machine machine) {
        this.till = till;
        this.machine = machine;
    }

    /// Opens the till and sells.
    public static void main(String[] arguments) {
        Child.endWithTheRun();
        Machine machine = Machine.real();
        TillProcess till = open(Path.of(arguments[0]), machine, TillChild::say);
        till.start();
        new TillChild(till, machine).work();
    }

    /// Opens the till of a folder.
    static TillProcess open(Path folder, Machine machine, Consumer<Sync.Tidings> listener) {
        DataFolder held = switch (DataFolder.open(folder)) {
            case DataFolder.Opening.Opened(DataFolder opened) -> opened;
            case DataFolder.Opening.Refused(String sentence) -> throw new IllegalStateException(sentence);
        };
        Settings.Reading.Understood read = (Settings.Reading.Understood) Settings.read(folder,
                variable -> Optional.of(PULL_SECONDS).filter(_ -> variable.equals("EVERTILL_PULL_SECONDS")));
        return switch (TillProcess.open(held, read.settings(), machine, listener)) {
            case TillProcess.Opening.Opened(TillProcess till) -> till;
            case TillProcess.Opening.NotEnrolled(String sentence) -> throw new IllegalStateException(sentence);
        };
    }

    private void work() {
        if (till.register().shift().isEmpty()) {
            require(till.keep(register -> register.openShift(ANNA)).join());
        }
        while (true) {
            Register.Checkout checkout = checkout();
            Outcome.Saved saved = require(till.keep(register -> register.sell(checkout)).join());
            say("saved " + saved.id().value() + " .");
            machine.pause(machine.random().nextLong(PAUSE_MS_MAX));
        }
    }

    private Register.Checkout checkout() {
        Basket basket = Basket.empty(Currency.getInstance(Shop.CURRENCY), TaxRule.USUAL);
        for (int lines = 1 + machine.random().nextInt(LINES_MAX); lines > 0; lines--) {
            String sku = Shop.SKUS.get(machine.random().nextInt(Shop.SKUS.size()));
            if (!(till.lookup().find(sku) instanceof Lookup.Meaning.Found found)) {
                say("refused the article " + sku + ", which it does not know");
                throw new IllegalStateException(sku);
            }
            basket = basket.ring(found.article().item(), Quantity.of(1 + machine.random().nextInt(PIECES_MAX), Unit.EACH),
                    found.article().price());
        }
        Settlement settlement = new Settlement(basket.total(), List.of(new Tender.Cash(basket.total())));
        return new Register.Checkout(till.register().entryId(), ANNA, Optional.empty(), basket, settlement);
    }

    private static Outcome.Saved require(Outcome outcome) {
        if (outcome instanceof Outcome.Saved saved) {
            return saved;
        }
        say("refused a sale: " + outcome);
        throw new IllegalStateException(outcome.toString());
    }

    private static void say(Sync.Tidings tidings) {
        if (tidings instanceof Sync.Tidings.Pushed(Courier.Round.Delivered delivered)) {
            say("delivered " + delivered.verified() + " .");
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
