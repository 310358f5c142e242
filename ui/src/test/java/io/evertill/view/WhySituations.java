package io.evertill.view;

import io.evertill.till.Activity;
import io.evertill.till.SeeingWhy;
import io.evertill.till.Shop;
import java.util.Map;
import javafx.scene.input.KeyCode;

/// Of what a figure of stock is made, as it looks.
final class WhySituations {
    private WhySituations() {}

    static void add(Map<String, Situations.Way> all) {
        all.put("93-why-card", rig -> {
            rig.press(KeyCode.ESCAPE, KeyCode.ESCAPE, KeyCode.ESCAPE);
            Situations.shows(rig, Activity.Selling.class);
            rig.shop().stocks(Shop.COFFEE, 6, 3);
            rig.scan(Shop.COFFEE);
            rig.pressCtrl(KeyCode.S);
            Situations.shows(rig, Activity.SeeingStock.class);
        });
        all.put("94-why", rig -> {
            rig.pressCtrl(KeyCode.Y);
            rig.press(KeyCode.DOWN, KeyCode.DOWN);
            Situations.shows(rig, SeeingWhy.class);
        });
        all.put("95-why-at-the-centre", rig -> {
            for (int row = 0; row < 13; row++) {
                rig.press(KeyCode.DOWN);
            }
            Situations.shows(rig, SeeingWhy.class);
        });
        all.put("96-why-centre-silent", rig -> {
            rig.shop().silent(true);
            rig.pressCtrl(KeyCode.Y);
            Situations.shows(rig, SeeingWhy.class);
            rig.shop().silent(false);
        });
        all.put("97-why-never-told", rig -> {
            rig.press(KeyCode.ESCAPE, KeyCode.ESCAPE);
            rig.scan("BAG");
            rig.pressCtrl(KeyCode.S);
            rig.pressCtrl(KeyCode.Y);
            Situations.shows(rig, SeeingWhy.class);
        });
        all.put("98-why-elsewhere", rig -> {
            rig.press(KeyCode.ESCAPE, KeyCode.DOWN);
            rig.pressCtrl(KeyCode.Y);
            Situations.shows(rig, SeeingWhy.class);
        });
    }
}
