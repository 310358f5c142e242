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
import io.evertill.stock.Place;
import io.evertill.wire.ReservationForms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/// `reserve`: keeps goods on a store's shelves for somebody, all or none.
@Command(name = "reserve", mixinStandardHelpOptions = true,
        description = "Keeps goods on a store's shelves for somebody for a while, all of an order or nothing. The same order again"
                + " is the same reservation. Name the goods as SKU=QTY, or one of them with --sku.")
public final class ReserveCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--store", required = true, paramLabel = "STORE", description = "The store's code.")
    private String store = "";

    @Parameters(arity = "0..*", paramLabel = "SKU=QTY",
            description = "What and how much of it, with ,lot=L for a batch and ,location=BACK for another shelf than the main one.")
    private List<String> goods = List.of();

    @Option(names = "--sku", paramLabel = "SKU", description = "What, for one line.")
    private Optional<String> sku = Optional.empty();

    @Option(names = "--quantity", paramLabel = "QUANTITY", description = "How much of --sku. Otherwise 1.")
    private String quantity = "1";

    @Option(names = "--lot", paramLabel = "LOT", description = "Of which batch of --sku. Otherwise of none that is known.")
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
            return said(desk, reserve(desk));
        }
    }

    private Placing reserve(Desk desk) {
        List<ReservationForms.Line> lines = lines();
        try {
            return desk.reserve(by, new ReservationForms.Ordered(store, order, owner, lifetime.toSeconds(), lines));
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE, "This cannot be reserved: " + e.getMessage() + ".");
        }
    }

    private List<ReservationForms.Line> lines() {
        if (sku.isPresent() != goods.isEmpty()) {
            throw new Refusal(Refusal.Kind.USAGE, "Name the goods, either as SKU=QTY or one of them with --sku.");
        }
        return sku.map(one -> List.of(new ReservationForms.Line("1", one, Place.MAIN, lot, quantity)))
                .orElseGet(() -> Wanted.parse(goods));
    }

    private int said(Desk desk, Placing placing) {
        switch (placing) {
            case Placing.Placed(var lines) -> {
                for (Held held : lines) {
                    Reservation one = held.reservation();
                    spec.commandLine().getOut().println(one.id() + "  " + one.quantity() + " of "
                            + desk.reservations().sku(one.product()) + " in store " + store + " for " + owner + " until "
                            + one.expiresAt());
                }
                return 0;
            }
            case Placing.Insufficient(var lines) -> {
                lines.forEach(this::say);
                spec.commandLine().getErr().println("Nothing was reserved.");
                return 1;
            }
            case Placing.NotForSale(String line, var batch) -> {
                spec.commandLine().getErr().println("Line " + line + " names batch " + batch.number()
                        + ", which may not be sold: it is held back, called back or expired. Nothing was reserved.");
                return 1;
            }
            case Placing.TooManyForOwner _ -> {
                spec.commandLine().getErr().println(owner + " would keep more than anybody may. Nothing was reserved.");
                return 1;
            }
            case Placing.Conflict _ -> throw new Refusal(Refusal.Kind.USAGE,
                    "Order " + order + " was reserved before with other contents. Nothing was changed.");
            case Placing.Unknown(String line) -> throw new Refusal(Refusal.Kind.USAGE,
                    "There are no such goods as line " + line + " names, or their tax is not defined.");
            case Placing.TooLong(var most) -> throw new Refusal(Refusal.Kind.USAGE,
                    "Goods are reserved for up to " + most.toMinutes() + " minutes.");
        }
    }

    private void say(Placing.Missing line) {
        spec.commandLine().getErr().println("Line " + line.line() + ": only " + line.sellable() + " can be reserved.");
        line.batches().ifPresent(batches -> {
            batches.picks().forEach(pick -> spec.commandLine().getErr().println("  Name the batch: lot=" + pick.lot().number() + " has "
                    + pick.quantity() + pick.lot().expiresOn().map(day -> ", until " + day).orElse("") + "."));
            if (batches.missing().isPositive()) {
                spec.commandLine().getErr().println("  No batch has the other " + batches.missing() + ".");
            }
        });
    }
}
