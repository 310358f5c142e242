package io.evertill.view;

import io.evertill.till.Activity;
import io.evertill.till.Shop;
import java.util.Map;
import javafx.scene.input.KeyCode;

/// Counting goods, as it looks.
final class CountSituations {
    private CountSituations() {}

    static void add(Map<String, Situations.Way> all) {
        all.put("88-counting", rig -> {
            rig.press(KeyCode.ESCAPE, KeyCode.ESCAPE, KeyCode.ESCAPE);
            Situations.shows(rig, Activity.Selling.class);
            rig.pressCtrl(KeyCode.I);
            Situations.shows(rig, Activity.Counting.class);
            rig.scan(Shop.MILK);
            rig.scan(Shop.MILK);
            rig.scan(Shop.COFFEE);
        });
        all.put("89-count-which", rig -> rig.scan("SALMON"));
        all.put("90-count-results", rig -> {
            rig.press(KeyCode.F6);
            Situations.shows(rig, Activity.SeeingResults.class);
        });
        all.put("91-count-decision", rig -> {
            rig.press(KeyCode.ENTER);
            rig.scan("BADGE-bea");
            Situations.shows(rig, Activity.RulingCount.class);
        });
        all.put("92-counted", rig -> {
            rig.press(KeyCode.ESCAPE, KeyCode.ESCAPE);
            Situations.shows(rig, Activity.Counting.class);
            rig.press(KeyCode.F12);
            Situations.shows(rig, Activity.Counting.class);
        });
    }
}
