package io.evertill.central.command.stock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.command.By;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.AlertText;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.db.Alerts;
import io.evertill.db.Tx;
import io.evertill.inventory.Review;
import io.evertill.wire.Json;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `alerts`: the red cards, with the facts and one next step each.
@Command(name = "alerts", mixinStandardHelpOptions = true,
        description = {
            "Lists the red cards: low stock, shelves below zero, pieces that cannot be where they are said to be, entries that wait,"
                    + " silent tills. It looks first, so what is listed is so now; a running centre looks every 15 minutes.",
            "A card closes by itself when its cause is gone. Acknowledging or snoozing closes nothing.",
        })
public final class AlertsCommand implements Callable<Integer> {
    private static final int PAGE = 500;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Mixin
    private By by = new By();

    @Option(names = "--store", paramLabel = "STORE", description = "Only this store's.")
    private Optional<String> store = Optional.empty();

    @Option(names = "--json", description = "Answers as one JSON object.")
    private boolean isJson;

    @Option(names = "--acknowledge", paramLabel = "ID", description = "Somebody has seen this card; with --by.")
    private Optional<UUID> acknowledge = Optional.empty();

    @Option(names = "--snooze", paramLabel = "ID", description = "Puts this card away for a while; with --for.")
    private Optional<UUID> snooze = Optional.empty();

    @Option(names = "--for", paramLabel = "SPAN", description = "Such as 4h or 2d.")
    private Optional<Duration> span = Optional.empty();

    @Option(names = "--snoozed", description = "Snoozed cards too.")
    private boolean isAll;

    public AlertsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            PrintWriter out = spec.commandLine().getOut();
            if (acknowledge.isPresent()) {
                String name = by.require("Say who has seen it: --by NAME.");
                UUID id = acknowledge.orElseThrow();
                require(office.db().write(tx -> tx.alerts().acknowledge(id, new Alerts.Acknowledged(tx.now(), name))), none(id));
                out.println("The card is acknowledged.");
            } else if (snooze.isPresent()) {
                require(span.isPresent(), "Say for how long: --for 4h.");
                UUID id = snooze.orElseThrow();
                require(office.db().write(tx -> tx.alerts().snooze(
                        id, new Alerts.Snoozed(tx.now().plus(span.orElseThrow()), by.find().orElse("")))), none(id));
                out.println("The card is put away for " + span.orElseThrow().toHours() + " h.");
            } else {
                list(office, out);
            }
            return 0;
        }
    }

    private static void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new Refusal(Refusal.Kind.USAGE, otherwise);
        }
    }

    private static String none(UUID id) {
        return "There is no open card " + id + ". The command alerts lists them.";
    }

    private void list(Office office, PrintWriter out) {
        List<Alerts.Card> cards = office.db().write(tx -> {
            Review.run(tx);
            return cards(tx);
        });
        if (isJson) {
            ObjectNode node = Json.object();
            ArrayNode array = node.putArray("alerts");
            cards.forEach(card -> AlertText.put(card, array.addObject()));
            out.println(Json.canonical(node).text());
            return;
        }
        for (Alerts.Card card : cards) {
            out.println(card.finding().kind() + "  store " + card.finding().branch() + "  since " + card.openedAt() + "  " + card.id());
            out.println("    " + card.finding().sentence() + " " + card.finding().advice());
            card.acknowledged().ifPresent(seen -> out.println("    Seen by " + seen.by() + " at " + seen.at() + "."));
        }
        out.println(cards.size() + " cards.");
    }

    private List<Alerts.Card> cards(Tx tx) {
        List<Alerts.Card> cards = new ArrayList<>();
        List<Alerts.Card> page = tx.alerts().open("", new UUID(0, 0), PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(card -> store.map(card.finding().branch()::equals).orElse(true))
                    .filter(card -> isAll || card.snoozed().map(snoozed -> !snoozed.until().isAfter(tx.now())).orElse(true))
                    .forEach(cards::add);
            page = tx.alerts().open(page.getLast().finding().branch(), page.getLast().id(), PAGE);
        }
        return cards;
    }
}
