package io.evertill.central.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.db.Alerts;

/// What a program reads of a red card.
public final class AlertText {
    private AlertText() {}

    /// Writes a card.
    public static void put(Alerts.Card card, ObjectNode node) {
        node.put("id", card.id().toString())
                .put("kind", card.finding().kind().name())
                .put("store", card.finding().branch())
                .put("sentence", card.finding().sentence())
                .put("advice", card.finding().advice())
                .put("openedAt", card.openedAt().toString())
                .put("seenAt", card.seenAt().toString());
        card.acknowledged().ifPresent(seen ->
                node.put("acknowledgedAt", seen.at().toString()).put("acknowledgedBy", seen.by()));
        card.snoozed().ifPresent(snoozed -> node.put("snoozedUntil", snoozed.until().toString()).put("snoozedBy", snoozed.by()));
    }
}
