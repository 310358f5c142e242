package io.evertill.view;

import io.evertill.journal.CentreCount;
import io.evertill.shift.DrawerReason;
import io.evertill.shift.ShiftReport;
import io.evertill.till.Activity;
import io.evertill.till.CashBox;
import io.evertill.till.DrawerAct;
import io.evertill.till.Phrase;
import io.evertill.till.ShiftSheet;
import io.evertill.till.TillState;
import java.util.ArrayList;
import java.util.List;

/// What the panel says of the drawer and the shift.
final class DrawerWords {
    private DrawerWords() {}

    static List<Choice> acts(Texts texts) {
        return DrawerAct.ALL.stream().map(act -> new Choice(texts.say(act.phrase()), "", "")).toList();
    }

    static List<Choice> cards(TillState state, Texts texts) {
        return state.around().sync().cards().stream()
                .map(card -> new Choice(texts.money(card.amount()), card.attempt().toString(),
                        texts.when(card.askedAt(), state.around().now(), state.lane().zone())))
                .toList();
    }

    static String why(Activity.DrawerWhy asked, Texts texts) {
        String what = texts.say(asked.act().phrase())
                + asked.amount().map(amount -> " · " + texts.money(amount)).orElse("");
        return what + "\n" + texts.say(Phrase.DRAWER_WHY);
    }

    static List<Choice> reasons(DrawerAct act, Texts texts) {
        return act.reasons().stream().map(reason -> new Choice(texts.say(phrase(reason)), "", "")).toList();
    }

    static Phrase phrase(DrawerReason reason) {
        return switch (reason) {
            case CHANGE_MONEY -> Phrase.DRAWER_CHANGE_MONEY;
            case TO_SAFE -> Phrase.DRAWER_TO_SAFE;
            case EXPENSE -> Phrase.DRAWER_EXPENSE;
            case CORRECTION -> Phrase.DRAWER_CORRECTION;
            case CHECK -> Phrase.DRAWER_CHECK;
            case OTHER -> Phrase.DRAWER_OTHER;
        };
    }

    static String counted(CashBox box, Texts texts) {
        return texts.say(Phrase.COUNT_TITLE, box.count().total());
    }

    static List<Choice> rows(Activity.CountingCash counting, Texts texts) {
        CashBox box = counting.box();
        List<Choice> rows = new ArrayList<>();
        for (int at = 0; at < box.denominations().size(); at++) {
            rows.add(new Choice(texts.money(box.denominations().get(at)), "", "× " + box.pieces().get(at)));
        }
        rows.add(new Choice(texts.say(counting.closing().isPresent() ? Phrase.COUNT_SEAL : Phrase.COUNT_OPEN), "",
                texts.money(box.count().total())));
        return rows;
    }

    static String sealed(ShiftSheet sheet, Texts texts) {
        return texts.say(Phrase.SEALED_HINT, number(sheet));
    }

    /// Which report it is, and whether all of its sales are with the centre.
    static String title(ShiftSheet sheet, Texts texts) {
        ShiftReport.Sum sales = sheet.report().sales().receipts();
        return texts.say(Phrase.REPORT_TITLE, number(sheet)) + "\n" + sheet.centre().filter(_ -> sheet.waiting() == 0)
                .map(centre -> proof(centre, sales, texts))
                .orElseGet(() -> onTheWay(sheet, sales, texts));
    }

    /// What both ends have: "214 of 214 sales, 6,120.55, match".
    private static String proof(CentreCount centre, ShiftReport.Sum sales, Texts texts) {
        if (centre.isSame()) {
            return texts.say(Phrase.PROOF_MATCH, centre.sales(), sales.count(), sales.amount());
        }
        return centre.sales() < sales.count()
                ? texts.say(Phrase.PROOF_FEWER, centre.sales(), sales.count(), sales.amount())
                : texts.say(Phrase.PROOF_DIFFERS, centre.sales(), centre.total(), sales.count(), sales.amount());
    }

    private static String onTheWay(ShiftSheet sheet, ShiftReport.Sum sales, Texts texts) {
        return sheet.waiting() == 0
                ? texts.say(Phrase.REPORT_ALL_SAFE, sheet.arrived(), sales.count(), sales.amount())
                : texts.say(Phrase.REPORT_WAITING, sheet.arrived(), sales.count(), sales.amount(), sheet.waiting());
    }

    private static String number(ShiftSheet sheet) {
        return sheet.report().closed()
                .map(end -> end.number().map(number -> "Z " + number).orElse("Z"))
                .orElse("X");
    }
}
