package io.evertill.receipt;

import io.evertill.money.Money;
import io.evertill.receipt.ReceiptLine.Style;
import io.evertill.shift.CashCount;
import io.evertill.shift.DrawerReason;
import io.evertill.shift.ShiftReport;
import io.evertill.shift.ShiftReport.Sum;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/// Sets the parts of a shift's report, from top to bottom, into lines.
final class ReportLayout {
    private final Layout paper;
    private final ReceiptLanguage language;
    private final ZoneId zone;

    ReportLayout(Layout paper, ReceiptLanguage language, ZoneId zone) {
        this.paper = paper;
        this.language = language;
        this.zone = zone;
    }

    void occasion(ShiftReport report) {
        Optional<ShiftReport.Closed> closed = report.closed();
        paper.centred(say(closed.isPresent() ? Word.Z_REPORT : Word.X_REPORT), Style.LARGE);
        paper.spread(say(Word.STORE) + " " + report.branch(), say(Word.TILL) + " " + report.till(), Style.NORMAL);
        closed.flatMap(ShiftReport.Closed::number).ifPresent(number -> paper.note("", "Z " + number));
        paper.spread(say(Word.BUSINESS_DATE), report.shift().businessDate().toString(), Style.NORMAL);
        when(say(Word.OPENED), report.shift().openedAt(), report.shift().openedBy().name());
        closed.ifPresent(end -> when(say(Word.CLOSED), end.at(), end.by().name()));
        paper.rule();
    }

    void sales(ShiftReport report) {
        ShiftReport.Sales sales = report.sales();
        sum(say(Word.SALES), sales.receipts(), Style.BOLD);
        sum(say(Word.LINES_SOLD), sales.goods(), Style.NORMAL);
        sum(say(Word.LINES_RETURNED), sales.returns(), Style.NORMAL);
        sum(say(Word.DISCOUNTS), sales.discounts(), Style.NORMAL);
        sum(say(Word.GIVEN_UP), sales.givenUp(), Style.NORMAL);
        sum(say(Word.TAKEN_BACK), sales.takenBack(), Style.NORMAL);
        paper.spread(say(Word.LINES_OUT), Long.toString(sales.linesOut()) + "  ", Style.NORMAL);
        sales.first().ifPresent(first -> paper.note("", say(Word.FIRST_RECEIPT) + " " + first));
        sales.last().ifPresent(last -> paper.note("", say(Word.LAST_RECEIPT) + " " + last));
        report.cashiers().stream().filter(_ -> report.cashiers().size() > 1)
                .forEach(each -> sum(each.person().name(), each.sales(), Style.NORMAL));
        paper.taxes(report.taxes());
        paper.rule();
    }

    void tenders(ShiftReport report) {
        ShiftReport.Tenders tenders = report.tenders();
        sum(say(Word.CASH), tenders.cash(), Style.NORMAL);
        sum(say(Word.CARD), tenders.card(), Style.NORMAL);
        sum(say(Word.VOUCHER), tenders.voucher(), Style.NORMAL);
        if (tenders.rounding().count() > 0) {
            sum(say(Word.ROUNDING), tenders.rounding(), Style.NORMAL);
        }
        report.cards().stream().map(left -> new Sum(1, left.amount())).reduce(Sum::plus)
                .ifPresent(all -> sum(say(Word.CARDS_LEFT), all, Style.BOLD));
        report.cards().forEach(left ->
                paper.note("  ", language.dateTime(left.at(), zone) + " " + language.money(left.amount()) + " " + left.attempt()));
        report.kept().stream().map(kept -> new Sum(1, kept.amount())).reduce(Sum::plus)
                .ifPresent(all -> sum(say(Word.CARDS_KEPT), all, Style.BOLD));
        report.kept().forEach(kept -> paper.note("  ", language.dateTime(kept.at(), zone) + " " + language.money(kept.amount()) + " "
                + (kept.told().isEmpty() ? kept.attempt().toString() : kept.told())));
        paper.rule();
    }

    void drawer(ShiftReport report) {
        amount(say(Word.FLOAT), report.shift().openingFloat(), Style.NORMAL);
        amount("+ " + say(Word.CASH), report.tenders().cash().amount(), Style.NORMAL);
        report.moves().forEach(moved -> {
            amount("+ " + language.dateTime(moved.at(), zone) + " " + reason(moved.reason()), moved.amount(), Style.NORMAL);
        });
        amount(say(Word.EXPECTED), report.drawer().cash(), Style.BOLD);
        report.closed().ifPresent(end -> {
            amount(say(Word.COUNTED), end.counted(), Style.NORMAL);
            end.count().ifPresent(this::piles);
        });
        report.difference().ifPresent(this::difference);
        paper.spread(say(Word.NO_SALE), report.openings().size() + "  ", Style.NORMAL);
        report.openings().forEach(opened ->
                paper.note("  ", language.dateTime(opened.at(), zone) + " " + opened.by().name() + ": " + reason(opened.reason())));
    }

    void bottom(ShiftReport report) {
        report.closed().filter(end -> !end.digest().isEmpty()).ifPresent(end -> {
            paper.add("", Style.NORMAL);
            paper.centred(report.sales().receipts().count() + " " + say(Word.SALES) + ", " + say(Word.CHECK) + " " + end.digest(),
                    Style.NORMAL);
        });
    }

    private void piles(CashCount count) {
        count.piles().forEach(pile -> paper.spread("  " + pile.pieces() + " x " + language.money(pile.denomination()),
                language.money(pile.worth()) + "  ", Style.NORMAL));
    }

    private void difference(Money difference) {
        Word word = difference.isNegative() ? Word.SHORT : difference.isZero() ? Word.NO_DIFFERENCE : Word.OVER;
        amount(say(word), difference, Style.BOLD);
    }

    private void when(String what, Instant at, String who) {
        paper.note("", what + " " + language.dateTime(at, zone) + ", " + who);
    }

    private void sum(String what, Sum sum, Style style) {
        paper.spread(what + " (" + sum.count() + ")", language.money(sum.amount()) + "  ", style);
    }

    private void amount(String what, Money amount, Style style) {
        paper.spread(what, language.money(amount) + "  ", style);
    }

    /// The reasons that tills offer, in the report's language; any other as it stands.
    private String reason(String reason) {
        return Arrays.stream(DrawerReason.values())
                .filter(known -> known.name().equals(reason))
                .findFirst()
                .map(known -> say(switch (known) {
                    case CHANGE_MONEY -> Word.CHANGE_MONEY;
                    case TO_SAFE -> Word.TO_SAFE;
                    case EXPENSE -> Word.EXPENSE;
                    case CORRECTION -> Word.CORRECTION;
                    case CHECK -> Word.LOOK;
                    case OTHER -> Word.OTHER;
                }))
                .orElse(reason);
    }

    private String say(Word word) {
        return language.say(word);
    }
}
