package io.evertill.view;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.availability.StockPolicy;
import io.evertill.journal.Stage;
import io.evertill.money.Money;
import io.evertill.rule.Exempt;
import io.evertill.till.Activity;
import io.evertill.till.DrawerAct;
import io.evertill.till.Shop;
import io.evertill.till.SyncStatus;
import io.evertill.till.TillEvent;
import io.evertill.till.Trouble;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;

/// Every activity of the till, each reached by hand from the one before it: what there is to look at.
@Exempt(rule = "size", reason = "every screen there is, one after the other", until = "2028-12-31")
final class Situations {
    /// Does something at a till.
    interface Way {
        void go(Rig rig) throws Exception;
    }

    /// Name of a situation -> how it is reached; in order.
    static final Map<String, Way> ALL = all();

    private Situations() {}

    private static Map<String, Way> all() {
        Map<String, Way> all = new LinkedHashMap<>();
        all.put("00-starting", _ -> {});
        all.put("01-sign-in", rig -> rig.tell(rig.shop().opened(Optional.empty())));
        all.put("02-empty", rig -> {
            rig.press(KeyCode.ENTER);
            rig.tell(new TillEvent.FavouritesChosen(rig.shop().articles()));
        });
        all.put("02-letters", Situations::letters);
        all.put("03-selling", rig -> {
            letters(rig);
            rig.scan(Shop.MILK);
            rig.scan(Shop.BREAD);
            rig.type("12*");
            rig.scan(Shop.COFFEE);
            rig.scan(Shop.APPLES_350_G);
            rig.scan(Shop.CHEESE_FOR_3_15);
            rig.press(KeyCode.UP, KeyCode.UP);
        });
        all.put("04-unknown", rig -> rig.scan("96385074"));
        all.put("04-piece-unheard", rig -> {
            rig.shop().silent(true);
            rig.scan("(01)04012345678901(21)BACK");
            rig.shop().silent(false);
        });
        all.put("05-search", rig -> rig.type("te"));
        all.put("06-ambiguous", rig -> {
            rig.press(KeyCode.ESCAPE);
            rig.tell(new TillEvent.Scanned("TEA"));
        });
        all.put("07-weighing", rig -> {
            rig.press(KeyCode.ESCAPE);
            rig.type("apples");
            rig.press(KeyCode.ENTER);
            rig.type("0.2");
            rig.scan(Shop.MILK);
        });
        all.put("08-paying", rig -> {
            rig.press(KeyCode.ENTER, KeyCode.ENTER);
            rig.type("50");
        });
        all.put("09-part-paid", rig -> {
            rig.press(KeyCode.F11);
            rig.type("10");
            rig.press(KeyCode.F9);
        });
        all.put("10-voucher-amount", rig -> {
            rig.press(KeyCode.ESCAPE, KeyCode.F9);
            rig.type("V-2026-17");
            rig.press(KeyCode.ENTER);
        });
        all.put("11-at-terminal", rig -> {
            rig.type("10");
            rig.press(KeyCode.ENTER, KeyCode.F10);
        });
        all.put("12-declined", rig -> rig.press(KeyCode.F3));
        all.put("13-not-saved", rig -> {
            rig.shop().failNext(Trouble.DISK_FULL);
            rig.press(KeyCode.F12);
        });
        all.put("14-done", rig -> rig.press(KeyCode.ENTER));
        all.put("15-receipt", rig -> rig.press(KeyCode.ESCAPE, KeyCode.F5, KeyCode.F7));
        all.put("60-journal", rig -> {
            rig.pressCtrl(KeyCode.J);
            shows(rig, Activity.Journal.class);
        });
        all.put("61-what-became-of-a-sale", rig -> {
            rig.press(KeyCode.ENTER);
            rig.shop().stage(Stage.APPLIED);
            rig.tell(new TillEvent.Synced(rig.state().around().sync()));
            shows(rig, Activity.SeeingStory.class);
        });
        all.put("62-set-aside", rig -> {
            rig.shop().stage(Stage.SET_ASIDE);
            rig.tell(new TillEvent.Synced(rig.state().around().sync()));
            shows(rig, Activity.SeeingStory.class);
        });
        all.put("63-nothing-about", rig -> {
            rig.press(KeyCode.ESCAPE);
            rig.type("zebra");
            rig.shop().stage(Stage.SAVED);
            shows(rig, Activity.Journal.class);
        });
        all.put("16-find-receipt", rig -> rig.press(KeyCode.ESCAPE, KeyCode.ESCAPE, KeyCode.F6));
        all.put("17-taking-back", rig -> {
            rig.type("1");
            rig.press(KeyCode.ENTER, KeyCode.F7, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        });
        all.put("18-pay-out", rig -> rig.press(KeyCode.ESCAPE, KeyCode.ENTER));
        all.put("19-giving-up", rig -> rig.press(KeyCode.F8));
        all.put("20-keys", rig -> rig.press(KeyCode.F1));
        all.put("21-offline", rig -> {
            rig.press(KeyCode.F1, KeyCode.ESCAPE);
            rig.tell(new TillEvent.NetworkSwitched(true), new TillEvent.Synced(new SyncStatus(
                    Optional.of(Shop.NOW.minus(Duration.ofMinutes(192))), 46, Money.of(120_400, "EUR"),
                    Optional.of(Shop.NOW.minus(Duration.ofMinutes(190))), Optional.of(Shop.NOW.minus(Duration.ofHours(5))), 1,
                    List.of(SyncStatus.Advice.values()))));
        });
        all.put("22-stopped", rig -> {
            rig.tell(new TillEvent.SellingStopped(Trouble.DISK_FULL, ""));
            rig.press(KeyCode.F12);
        });
        all.put("23-restored", rig -> {
            rig.tell(new TillEvent.SellingAllowed());
            rig.press(KeyCode.F10);
            rig.restart();
        });
        all.put("24-short", rig -> {
            rig.shop().stocks(Shop.BREAD, 2, 5).stocks(Shop.MILK, 0, 2_000);
            rig.press(KeyCode.F3, KeyCode.ESCAPE);
            rig.scan(Shop.MILK);
            rig.type("3*");
            rig.scan(Shop.BREAD);
        });
        all.put("25-approving", rig -> {
            rig.shop().with(StockPolicy.SUPERVISOR);
            rig.restart();
            rig.scan(Shop.BREAD);
        });
        all.put("26-stock", rig -> {
            rig.press(KeyCode.ESCAPE);
            rig.pressCtrl(KeyCode.S);
        });
        all.put("27-old-prices", rig -> {
            rig.tell(new TillEvent.Synced(new SyncStatus(Optional.of(Shop.NOW.minus(Duration.ofHours(80))), 0,
                    Money.of(0, "EUR"), Optional.empty(), Optional.of(Shop.NOW.minus(Duration.ofHours(80))), 0, List.of())));
            rig.press(KeyCode.ESCAPE, KeyCode.F12);
        });
        all.put("28-why-cheaper", rig -> {
            rig.press(KeyCode.ESCAPE);
            rig.type("20%");
            rig.pressCtrl(KeyCode.D);
            rig.press(KeyCode.DOWN);
        });
        all.put("29-approving-discount", rig -> rig.press(KeyCode.ENTER));
        all.put("30-cheaper", rig -> {
            rig.press(KeyCode.ENTER);
            rig.type("0.20");
            rig.pressCtrl(KeyCode.B);
            rig.press(KeyCode.ENTER);
        });
        all.put("31-no-receipt", rig -> rig.press(KeyCode.ESCAPE, KeyCode.F6));
        all.put("32-why-back", rig -> rig.press(KeyCode.F7));
        all.put("33-back-without-receipt", rig -> rig.press(KeyCode.ENTER, KeyCode.F7));
        all.put("34-approving-return", rig -> rig.scan(Shop.COFFEE));
        all.put("35-rounding", rig -> {
            rig.shop().rounding(5).with(StockPolicy.WARN);
            rig.restart();
            rig.press(KeyCode.F8, KeyCode.ENTER);
            rig.scan(Shop.COFFEE);
            rig.press(KeyCode.ENTER);
        });
        all.put("36-rounded", rig -> rig.press(KeyCode.F12));
        all.put("37-held", rig -> {
            rig.scan(Shop.COFFEE);
            rig.type("Smith");
            rig.press(KeyCode.F3);
            rig.scan(Shop.BREAD);
            rig.press(KeyCode.F3, KeyCode.F3);
        });
        all.put("38-recalled", rig -> rig.press(KeyCode.ENTER));
        CardSituations.put(all);
        all.put("41-locked", rig -> {
            rig.press(KeyCode.ESCAPE, KeyCode.ENTER, KeyCode.DELETE, KeyCode.ESCAPE);
            rig.tell(new TillEvent.RosterTold(rig.shop().staffed("").roster()));
            rig.pressCtrl(KeyCode.L);
        });
        all.put("42-pin", rig -> {
            rig.press(KeyCode.ENTER);
            rig.type("1111");
        });
        all.put("43-pin-wrong", rig -> rig.press(KeyCode.ENTER));
        all.put("44-pin-of-a-supervisor", rig -> {
            rig.type("4821");
            rig.press(KeyCode.ENTER);
            rig.type("50%");
            rig.pressCtrl(KeyCode.D);
            rig.press(KeyCode.ENTER, KeyCode.ENTER);
            rig.type("73");
        });
        all.put("45-promoted", rig -> {
            rig.press(KeyCode.ESCAPE, KeyCode.ESCAPE, KeyCode.ESCAPE, KeyCode.F8, KeyCode.ENTER);
            rig.tell(new TillEvent.Promoted(Shop.promotions()));
            rig.shop().stocks(Shop.BREAD, 50, 5).stocks(Shop.MILK, 50, 5);
            rig.type("3*");
            rig.scan(Shop.MILK);
            rig.scan(Shop.BREAD);
            shows(rig, Activity.Selling.class);
        });
        all.put("46-serial-number", rig -> rig.scan(Shop.PHONE));
        all.put("47-batch", rig -> {
            rig.press(KeyCode.ESCAPE);
            rig.type("salmon");
            rig.press(KeyCode.ENTER);
            rig.type("B-17");
        });
        all.put("48-age", rig -> {
            rig.press(KeyCode.ESCAPE, KeyCode.ESCAPE);
            rig.scan("RUM");
            rig.type("1412");
        });
        all.put("49-too-young", rig -> {
            rig.type("2020");
            rig.press(KeyCode.ENTER);
        });
        all.put("50-message", rig -> {
            rig.scan("RUM");
            rig.press(KeyCode.F2);
        });
        all.put("50-who-buys", rig -> {
            rig.pressCtrl(KeyCode.K);
            rig.type("e");
            shows(rig, Activity.FindingCustomer.class);
        });
        all.put("50-new-customer", rig -> {
            rig.press(KeyCode.BACK_SPACE);
            rig.type("Zoe Wild");
            rig.press(KeyCode.ENTER);
            rig.type("0151");
            shows(rig, Activity.MeetingCustomer.class);
        });
        all.put("50-exempt", rig -> {
            rig.press(KeyCode.ESCAPE, KeyCode.ESCAPE);
            rig.tell(new TillEvent.Scanned("CARD-2"));
            shows(rig, Activity.Selling.class);
        });
        all.put("50-certificate-ended", rig -> rig.tell(new TillEvent.Scanned("CARD-3")));
        all.put("50-off-again", rig -> {
            rig.pressCtrl(KeyCode.K);
            shows(rig, Activity.FindingCustomer.class);
        });
        all.put("50-reserved", rig -> {
            rig.press(KeyCode.ESCAPE);
            rig.shop().reserves("WEB-4711", "Ann Able", 60, Shop.MILK, Shop.MILK, Shop.BREAD)
                    .reserves("WEB-4733", "Bob Baker", 2_000, Shop.COFFEE)
                    .reserves("TEL-12", "Cleo", -25, "SALMON");
            rig.pressCtrl(KeyCode.A);
            shows(rig, Activity.ChoosingReserved.class);
        });
        all.put("50-reserved-sought", rig -> rig.type("milk"));
        all.put("50-collected", rig -> {
            rig.press(KeyCode.ENTER, KeyCode.UP, KeyCode.LEFT);
            shows(rig, Activity.Selling.class);
        });
        all.put("51-drawer", rig -> {
            rig.press(KeyCode.ESCAPE, KeyCode.ESCAPE, KeyCode.F8, KeyCode.ENTER);
            rig.pressCtrl(KeyCode.O);
            rig.press(KeyCode.DOWN);
            shows(rig, Activity.AtDrawer.class);
        });
        all.put("52-cash-out", rig -> {
            rig.press(KeyCode.ENTER);
            rig.type("50");
            shows(rig, Activity.MovingCash.class);
        });
        all.put("53-why-cash-out", rig -> {
            rig.press(KeyCode.ENTER);
            shows(rig, Activity.DrawerWhy.class);
        });
        all.put("54-approving-a-drawer", rig -> {
            rig.press(KeyCode.ENTER);
            drawer(rig, DrawerAct.OPEN);
            rig.press(KeyCode.ENTER);
            shows(rig, Activity.Approving.class);
        });
        all.put("55-approving-figures", rig -> {
            rig.scan("BADGE-bea");
            drawer(rig, DrawerAct.X_REPORT);
            shows(rig, Activity.Approving.class);
        });
        all.put("56-x-report", rig -> {
            rig.scan("BADGE-bea");
            shows(rig, Activity.ShowingReport.class);
        });
        all.put("57-counting", rig -> {
            rig.press(KeyCode.ESCAPE);
            drawer(rig, DrawerAct.CLOSE);
            rig.press(KeyCode.ENTER, KeyCode.ENTER, KeyCode.ENTER);
            for (String pieces : List.of("1", "2", "4")) {
                rig.press(KeyCode.ENTER);
                rig.type(pieces);
            }
            shows(rig, Activity.CountingCash.class);
        });
        all.put("58-sealed", rig -> {
            while (rig.state().activity() instanceof Activity.CountingCash) {
                rig.press(KeyCode.ENTER);
            }
            shows(rig, Activity.Sealed.class);
        });
        all.put("59-z-report", rig -> {
            rig.press(KeyCode.ENTER);
            shows(rig, Activity.ShowingReport.class);
        });
        all.put("64-z-report-proved", rig -> {
            rig.shop().waiting(0);
            rig.tell(new TillEvent.Synced(rig.state().around().sync()));
            shows(rig, Activity.ShowingReport.class);
        });
        all.put("60-more", rig -> {
            rig.press(KeyCode.ENTER);
            rig.tell(rig.shop().opened(Optional.of(Shop.duty(Shop.ANNA))));
            rig.scan(Shop.MILK);
            rig.pressCtrl(KeyCode.E);
            shows(rig, Activity.More.class);
        });
        all.put("61-more-of-a-receipt", rig -> {
            rig.press(KeyCode.F12);
            rig.pressCtrl(KeyCode.E);
            shows(rig, Activity.More.class);
        });
        all.put("65-receipt-of-another-till", rig -> {
            rig.restart();
            rig.scan(Shop.ELSEWHERE);
            shows(rig, Activity.TakingBack.class);
        });
        all.put("66-centre-silent", rig -> {
            rig.press(KeyCode.ESCAPE);
            rig.shop().silent(true);
            rig.scan(Shop.ELSEWHERE);
            shows(rig, Activity.ExplainingReturn.class);
        });
        all.put("67-receipt-noted", rig -> {
            rig.press(KeyCode.ENTER);
            shows(rig, Activity.TakingAny.class);
        });
        all.put("68-piece-sold-elsewhere", rig -> {
            rig.press(KeyCode.ESCAPE);
            rig.shop().silent(false);
            rig.tell(new TillEvent.Scanned("(01)0" + Shop.PHONE + "(21)TAKEN"));
            rig.press(KeyCode.F12);
            shows(rig, Activity.Selling.class);
        });
        all.put("69-waited", rig -> {
            rig.press(KeyCode.DELETE);
            rig.scan("(01)0" + Shop.MILK + "(10)L-1");
            rig.scan(Shop.COFFEE);
            rig.scan(Shop.BREAD);
            rig.press(KeyCode.F3);
            rig.shop().freezes("L-1", true);
            rig.shop().withdraws("BREAD", true);
            rig.shop().costs(Shop.COFFEE, "9.49");
            rig.press(KeyCode.F3, KeyCode.DOWN, KeyCode.ENTER);
            shows(rig, Activity.Selling.class);
        });
        OutSituations.add(all);
        CountSituations.add(all);
        RedCardSituations.add(all);
        WhySituations.add(all);
        return all;
    }

    static void drawer(Rig rig, DrawerAct act) throws Exception {
        rig.pressCtrl(KeyCode.O);
        for (int row = 0; row < DrawerAct.ALL.indexOf(act); row++) {
            rig.press(KeyCode.DOWN);
        }
        rig.press(KeyCode.ENTER);
    }

    static void shows(Rig rig, Class<? extends Activity> activity) {
        assertInstanceOf(activity, rig.state().activity());
    }

    /// The letters of the screen come or go, in whatever language they are offered.
    private static void letters(Rig rig) throws Exception {
        Rig.onScreen(() -> {
            ((Button) rig.scene().lookup(".letters-toggle")).fire();
            return rig;
        });
    }
}
