package io.evertill.view;

import io.evertill.staff.ActLimits;
import io.evertill.staff.RoleLimits;
import io.evertill.till.Activity;
import io.evertill.till.DrawerAct;
import io.evertill.till.Shop;
import java.util.Map;
import javafx.scene.input.KeyCode;

/// The last [Situations]: a store that asks why something is taken out, and limits what a cashier may alone.
final class OutSituations {
    private OutSituations() {}

    static void add(Map<String, Situations.Way> all) {
        all.put("80-why-out", rig -> {
            rig.press(KeyCode.ESCAPE);
            rig.shop().with(new ActLimits(RoleLimits.parse("CASHIER:5", Shop.EUR), RoleLimits.NONE,
                    RoleLimits.parse("CASHIER:100", Shop.EUR), RoleLimits.NONE, true));
            rig.restart();
            rig.scan(Shop.COFFEE);
            rig.press(KeyCode.DELETE, KeyCode.DOWN);
            Situations.shows(rig, Activity.TakingOut.class);
        });
        all.put("81-approving-out", rig -> {
            rig.press(KeyCode.ENTER);
            Situations.shows(rig, Activity.Approving.class);
        });
        all.put("82-not-out", rig -> {
            rig.press(KeyCode.ESCAPE);
            Situations.shows(rig, Activity.Selling.class);
        });
        all.put("84-part-of-a-code", rig -> {
            rig.type("381");
            rig.press(KeyCode.ENTER);
            Situations.shows(rig, Activity.Choosing.class);
        });
        all.put("85-back-by-name", rig -> {
            rig.press(KeyCode.ESCAPE, KeyCode.F6, KeyCode.F7, KeyCode.ENTER);
            rig.type("2*te");
            rig.press(KeyCode.ENTER);
            Situations.shows(rig, Activity.ChoosingBack.class);
        });
        all.put("86-back", rig -> {
            rig.press(KeyCode.ESCAPE, KeyCode.ESCAPE);
            Situations.shows(rig, Activity.Selling.class);
        });
        all.put("86-last-receipt", rig -> {
            rig.press(KeyCode.F8, KeyCode.ENTER);
            rig.scan(Shop.MILK);
            rig.press(KeyCode.F12, KeyCode.F5);
            Situations.shows(rig, Activity.ShowingReceipt.class);
        });
        all.put("86-void-last", rig -> {
            rig.press(KeyCode.F8, KeyCode.DOWN);
            Situations.shows(rig, Activity.VoidingLast.class);
        });
        all.put("86-void-last-agreed", rig -> {
            rig.press(KeyCode.ENTER);
            Situations.shows(rig, Activity.Approving.class);
        });
        all.put("86-void-last-not-agreed", rig -> {
            rig.press(KeyCode.ESCAPE);
            Situations.shows(rig, Activity.Selling.class);
        });
        all.put("87-approving-cash-out", rig -> {
            Situations.drawer(rig, DrawerAct.CASH_OUT);
            rig.type("250");
            rig.press(KeyCode.ENTER, KeyCode.ENTER);
            Situations.shows(rig, Activity.Approving.class);
        });
    }
}
