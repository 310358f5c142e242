package io.evertill.central.command.stock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.Desk;
import io.evertill.central.office.Office;
import io.evertill.reservation.Reservation;
import io.evertill.reserving.Modes;
import io.evertill.reserving.Reservations;
import io.evertill.stock.Place;
import io.evertill.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/// `reservations`: what is kept on a store's shelf for whom, and which of it is not there any more.
@Command(name = "reservations", mixinStandardHelpOptions = true,
        description = {
            "Lists the active reservations of a store. AT RISK are those that the shelf does not cover any more, because goods were"
                    + " sold there that were promised here; the oldest promises are kept first.",
        })
public final class ReservationsCommand implements Callable<Integer> {
    private static final int PAGE = 500;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--store", required = true, paramLabel = "STORE", description = "The store's code.")
    private String store = "";

    @Option(names = "--json", description = "Answers as one JSON object.")
    private boolean isJson;

    public ReservationsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            Desk desk = Desk.at(office, workplace.machine().random(), _ -> Modes.Mode.PESSIMISTIC);
            List<Reservations.Standing> all = all(desk);
            if (isJson) {
                ObjectNode node = Json.object();
                ArrayNode reservations = node.putArray("reservations");
                all.forEach(each -> reservations.add(desk.json(each)));
                spec.commandLine().getOut().println(Json.canonical(node).text());
            } else {
                all.forEach(each -> spec.commandLine().getOut().println(line(desk, each)));
                spec.commandLine().getOut().println(all.size() + " reservations are active.");
            }
            return 0;
        }
    }

    private List<Reservations.Standing> all(Desk desk) {
        List<Reservations.Standing> all = new ArrayList<>();
        List<Reservations.Standing> page = desk.reservations().after(store, new UUID(0, 0), PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = desk.reservations().after(store, page.getLast().held().reservation().id(), PAGE);
        }
        return all;
    }

    private static String line(Desk desk, Reservations.Standing standing) {
        Reservation one = standing.held().reservation();
        return one.id() + "  " + one.reserved(standing.at()) + " of " + desk.reservations().sku(one.product())
                + (one.lot().isEmpty() ? "" : ", batch " + one.lot())
                + (one.shelf().location().equals(Place.MAIN) ? "" : ", in " + one.shelf().location()) + " for "
                + one.owner() + " until " + one.expiresAt() + (standing.isAtRisk() ? "  AT RISK" : "");
    }
}
