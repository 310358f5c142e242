package io.evertill.central.command.product;

import io.evertill.central.command.Phrases;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.feed.HeadOffice;
import io.evertill.register.Store;
import io.evertill.staff.Permissions;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `setting`: gives a setting to every till, or to those of one store.
@Command(name = "setting", mixinStandardHelpOptions = true,
        description = "Gives a setting to every till, or to those of one store. They have it at their next pull.",
        footer = {
            "%nNames: shop.name, shop.address (lines separated by |), shop.footer, currency, zone,",
            "tax.where (PER_RECEIPT, PER_LINE), tax.rounding (HALF_UP, HALF_EVEN, DOWN), barcode.layouts,",
            "barcode.separator, barcode.eight (EAN_8_FIRST, UPC_E_FIRST), cashiers and supervisors (id:name, separated by |),",
            "favourites (SKUs separated by blanks), cash.change.max, stock.policy (OFF, WARN, SUPERVISOR,",
            "BLOCK_ONLINE), price.age.warn and price.age.supervisor (hours), price.wait.minutes, discount.max.cashier (percent),",
            "price.set.supervisor (yes, no), permissions (ACT:ROLE, separated by blanks: VOID_SALE, NO_SALE,",
            "SEE_FIGURES, RETURN_WITHOUT_RECEIPT, DISCOUNT, SET_PRICE, SELL_BEYOND_STOCK, SELL_AT_OLD_PRICES, CLOSE_SHIFT,",
            "SETTLE_CARD, VOID_LINE, VOID_LAST, CASH_OUT), void.line.max, void.paid.max, cash.out.max and return.open.max (ROLE:AMOUNT,",
            "separated by blanks), void.line.reason (yes, no), lock.minutes, drawer.denominations (separated by blanks), drawer.float",
            "(CARRIED, COUNTED), drawer.cashiers (SHARED, OWN), drawer.close (BLIND, OPEN).",
        })
public final class SettingCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(index = "0", paramLabel = "NAME", description = "The setting's name.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "VALUE", description = "Its value.")
    private String value = "";

    @Option(names = "--store", paramLabel = "STORE", description = "The store that it is for. Otherwise every store.")
    private String store = "";

    public SettingCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        if (!Store.names().contains(name)) {
            throw new Refusal(Refusal.Kind.USAGE, "There is no setting " + name + ", so nothing was changed. There are: "
                    + String.join(", ", Store.names()) + ".");
        }
        try (Office office = Office.open(where.settings(workplace.environment()), workplace.machine())) {
            HeadOffice.Change change = define(office);
            spec.commandLine().getOut().println(Phrases.of(change) + ": " + name + " = " + value
                    + (store.isEmpty() ? "" : " in store " + store));
            return 0;
        }
    }

    private HeadOffice.Change define(Office office) {
        try {
            if (name.equals("permissions")) {
                // A till takes what it understands; whoever types it is told of a mistake.
                Permissions.parse(value);
            }
            return office.db().write(tx -> {
                // A till that cannot read its settings cannot sell: they are read here first, as it will read them.
                Store.read(other -> other.equals(name)
                        ? Optional.of(value)
                        : tx.definitions().setting(store, other).or(() -> tx.definitions().setting("", other)));
                return office.headOffice().define(tx, store, name, value);
            });
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Refusal(Refusal.Kind.USAGE, "No till could use " + name + " = " + value + ", so nothing was changed"
                    + Optional.ofNullable(e.getMessage()).map(reason -> ": " + reason).orElse("."));
        }
    }
}
