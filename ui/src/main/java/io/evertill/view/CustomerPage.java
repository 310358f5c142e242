package io.evertill.view;

import io.evertill.money.Money;
import io.evertill.sale.Line;
import io.evertill.sale.Sale;
import io.evertill.till.Activity;
import io.evertill.till.Phrase;
import io.evertill.till.TillState;
import java.util.List;

/// What customers see of one state: what was rung up, what it comes to, and the change.
///
/// @param rows the last goods, the newest at the end
/// @param title what the amount is
/// @param below may be empty
public record CustomerPage(String shop, List<Row> rows, String title, String amount, String below) {
    /// Nothing at all: better than an amount that is not owed.
    public static final CustomerPage DARK = new CustomerPage("", List.of(), "", "", "");

    private static final int ROWS_MAX = 12;

    /// Some goods.
    public record Row(String goods, String amount) {}

    /// Copies the list.
    public CustomerPage {
        rows = List.copyOf(rows);
    }

    /// The page of a state.
    public static CustomerPage of(TillState state) {
        Texts texts = Texts.of(state.appearance().language());
        return state.activity() instanceof Activity.Done(var completed)
                ? done(state.lane().store(), completed.sale(), texts)
                : open(state, texts);
    }

    private static CustomerPage done(String shop, Sale sale, Texts texts) {
        boolean isPaidOut = sale.total().isNegative();
        return new CustomerPage(shop, rows(sale.lines(), texts),
                texts.say(isPaidOut ? Phrase.PAID_OUT : Phrase.CHANGE),
                texts.money(isPaidOut ? sale.total().plus(sale.rounding()).negated() : sale.change()),
                texts.say(Phrase.TOTAL) + " " + texts.money(sale.total()));
    }

    private static CustomerPage open(TillState state, Texts texts) {
        Money remaining = state.remaining();
        boolean isPart = !state.sale().tenders().isEmpty();
        return new CustomerPage(state.lane().store(), rows(state.sale().basket().lines(), texts),
                texts.say(remaining.isNegative() ? Phrase.TO_PAY_OUT : isPart ? Phrase.TO_PAY : Phrase.TOTAL),
                texts.money(remaining.isNegative() ? remaining.negated() : remaining),
                isPart ? texts.say(Phrase.TOTAL) + " " + texts.money(state.sale().basket().total()) : "");
    }

    private static List<Row> rows(List<Line> lines, Texts texts) {
        return lines.stream()
                .skip(Math.max(0, lines.size() - ROWS_MAX))
                .map(line -> new Row(texts.quantity(line.quantity()) + " × " + line.item().name(), texts.amount(line.total())))
                .toList();
    }
}
