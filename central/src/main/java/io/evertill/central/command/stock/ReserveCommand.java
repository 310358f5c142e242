package io.evertill.central.command.stock;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.Desk;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.db.ReservationEntries.Held;
import io.evertill.reservation.Reservation;
import io.evertill.reserving.Modes;
import io.evertill.reserving.Placing;
import io.evertill.wire.ReservationForms;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/// `reserve`: keeps goods on a store's shelf for somebody.
@Command(name = "reserve", mixinStandardHelpOptions = true,
        description = "Keeps goods on a store's shelf for somebody for a while. The same order again is the same reservation.")
public final class ReserveCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--store", required = true, paramLabel = "STORE", description = "The store's code.")
    private String store = "";

    @Option(names = "--sku", required = true, paramLabel = "SKU", description = "What.")
    private String sku = "";

    @Option(names = "--quantity", paramLabel = "QUANTITY", description = "How much. Otherwise 1.")
    private String quantity = "1";

    @Option(names = "--lot", paramLabel = "LOT", description = "Of which batch. Otherwise of none that is known.")
    private String lot = "";

    @Option(names = "--order", required = true, paramLabel = "ORDER", description = "The order, by which it is known again.")
    private String order = "";

    @Option(names = "--owner", required = true, paramLabel = "OWNER", description = "For whom.")
    private String owner = "";

    @Option(names = "--for", paramLabel = "TIME", description = "For how long: 90s, 15m, 1h. Otherwise 10m.")
    private Duration lifetime = Duration.ofMinutes(10);

    @Option(names = "--by", paramLabel = "NAME", description = "Who asks. Otherwise office.")
    private String by = "office";

    public ReserveCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            Desk desk = Desk.at(office, workplace.machine().random(), _ -> Modes.Mode.PESSIMISTIC);
            return said(reserve(desk));
        }
    }

    private Placing reserve(Desk desk) {
        try {
            return desk.reserve(by, new ReservationForms.Ordered(store, order, owner, lifetime.toSeconds(),
                    List.of(new ReservationForms.Line("1", sku, lot, quantity))));
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE, "This cannot be reserved: " + e.getMessage() + ".");
        }
    }

    private int said(Placing placing) {
        switch (placing) {
            case Placing.Placed(var lines) -> {
                for (Held held : lines) {
                    Reservation one = held.reservation();
                    spec.commandLine().getOut().println(one.id() + "  " + one.quantity() + " of " + sku + " in store " + store
                            + " for " + owner + " until " + one.expiresAt());
                }
                return 0;
            }
            case Placing.Insufficient(_, var sellable) -> {
                spec.commandLine().getErr().println("Only " + sellable + " can be reserved. Nothing was.");
                return 1;
            }
            case Placing.TooManyForOwner _ -> {
                spec.commandLine().getErr().println(owner + " would keep more than anybody may. Nothing was reserved.");
                return 1;
            }
            case Placing.Conflict _ -> throw new Refusal(Refusal.Kind.USAGE,
                    "Order " + order + " was reserved before with other contents. Nothing was changed.");
            case Placing.Unknown _ -> throw new Refusal(Refusal.Kind.USAGE,
                    "There are no goods " + sku + ", or their tax is not defined.");
            case Placing.TooLong(var most) -> throw new Refusal(Refusal.Kind.USAGE,
                    "Goods are reserved for up to " + most.toMinutes() + " minutes.");
        }
    }
}
