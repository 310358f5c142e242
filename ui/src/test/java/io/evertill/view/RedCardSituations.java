package io.evertill.view;

import io.evertill.alert.RedCards;
import io.evertill.money.Money;
import io.evertill.till.Activity;
import io.evertill.till.Alarms;
import io.evertill.till.Shop;
import io.evertill.till.SyncStatus;
import io.evertill.till.TillEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/// Red cards, as they look.
final class RedCardSituations {
    private RedCardSituations() {}

    static void add(Map<String, Situations.Way> all) {
        all.put("93-red-cards-first", rig -> {
            rig.press(KeyCode.ESCAPE, KeyCode.ESCAPE);
            rig.tell(new TillEvent.RosterTold(rig.shop().staffed("").roster()),
                    new TillEvent.Synced(new SyncStatus(Optional.empty(), 0, Money.of(0, "EUR"), Optional.empty(),
                            Optional.of(Shop.NOW.minus(Duration.ofMinutes(2))), 0, List.of())),
                    new TillEvent.CardsTold(Alarms.all()));
            rig.pressCtrl(KeyCode.L);
            rig.scan("BADGE-cy");
            rig.type("736590");
            rig.press(KeyCode.ENTER);
            Situations.shows(rig, Activity.SeeingCards.class);
        });
        for (int row = 1; row < Alarms.all().worst().size(); row++) {
            all.put("93-red-card-" + row, rig -> rig.press(KeyCode.DOWN));
        }
        all.put("94-red-cards-alone", rig -> {
            rig.press(KeyCode.UP, KeyCode.UP, KeyCode.UP, KeyCode.UP, KeyCode.UP, KeyCode.UP, KeyCode.UP, KeyCode.UP);
            rig.tell(new TillEvent.Synced(new SyncStatus(Optional.of(Shop.NOW.minus(Duration.ofMinutes(192))), 46,
                    Money.of(120_400, "EUR"), Optional.of(Shop.NOW.minus(Duration.ofMinutes(190))),
                    Optional.of(Shop.NOW.minus(Duration.ofHours(5))), 2, Shop.leftCards(1), List.of())));
            rig.press(KeyCode.UP);
        });
        all.put("94-red-card-own-parked", rig -> rig.press(KeyCode.DOWN, KeyCode.DOWN));
        all.put("94-red-card-own-offline", rig -> rig.press(KeyCode.DOWN, KeyCode.DOWN));
        all.put("95-red-cards-many", rig -> rig.tell(new TillEvent.CardsTold(Alarms.low(5_000))));
        all.put("96-red-cards-in-the-bar", rig -> {
            rig.press(KeyCode.ENTER);
            Situations.shows(rig, Activity.Selling.class);
        });
        all.put("97-red-cards-none", rig -> {
            rig.tell(new TillEvent.CardsTold(RedCards.NONE), new TillEvent.Synced(SyncStatus.calm(Money.of(0, "EUR"))));
            rig.pressCtrl(KeyCode.W);
            Situations.shows(rig, Activity.SeeingCards.class);
        });
    }
}
