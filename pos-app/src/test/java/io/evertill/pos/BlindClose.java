package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.entry.ShiftEntry;
import io.evertill.money.Money;
import io.evertill.register.ShiftBook;
import io.evertill.sale.Sale;
import io.evertill.shift.DrawerRules;
import io.evertill.shift.ShiftReport;
import io.evertill.tender.Tender;
import io.evertill.till.DrawerAct;
import java.util.Optional;
import java.util.stream.Stream;

/// The end of a day: the drawer is counted to the cent by somebody who adds up what went in and out, and is not told what should be there.
final class BlindClose {
    private static final int KINDS_MIN = 4;

    private final Cashier cashier;
    private final Money inDrawer;

    BlindClose(Cashier cashier) {
        this.cashier = cashier;
        this.inDrawer = expected(cashier);
    }

    /// The cash of all sales, and what was put in and taken out.
    static Money expected(Cashier cashier) {
        Money moved = cashier.of(ShiftEntry.CashMoved.class).map(ShiftEntry.CashMoved::amount)
                .reduce(Money.zero(Cashier.EUR), Money::plus);
        return cashier.sales().stream().map(Sale::cash).reduce(moved, Money::plus);
    }

    boolean isDone() {
        return cashier.of(ShiftEntry.ShiftClosed.class).findAny().isPresent();
    }

    /// Counts piece by piece and seals.
    void count() {
        cashier.press("ESCAPE");
        cashier.press("CTRL+O");
        cashier.choose(DrawerAct.ALL.indexOf(DrawerAct.CLOSE));
        long left = inDrawer.minor();
        for (Money piece : DrawerRules.denominations(Cashier.EUR)) {
            cashier.type(Long.toString(left / piece.minor()));
            left %= piece.minor();
            cashier.press("ENTER");
        }
        cashier.press("ENTER");
        cashier.press("ENTER");
    }

    /// Ledger, count and report say the same.
    void check() {
        ShiftEntry.ShiftClosed closed = cashier.of(ShiftEntry.ShiftClosed.class).findFirst().orElseThrow();
        ShiftReport report = new ShiftBook(cashier.till().database()).last().orElseThrow();
        Money vouchers = cashier.sales().stream().flatMap(sale -> sale.tenders().stream()).filter(Tender.Voucher.class::isInstance)
                .map(Tender::amount).reduce(Money.zero(Cashier.EUR), Money::plus);

        assertEquals(inDrawer, closed.expected().cash(), "what should be in the drawer");
        assertEquals(inDrawer, closed.counted(), "what was counted");
        assertEquals(Optional.of(Money.zero(Cashier.EUR)), report.difference());
        assertEquals(vouchers, report.tenders().voucher().amount());
        assertEquals(cashier.sales().size(), report.sales().receipts().count(), "sales of the report");
        long kinds = Stream.of(report.tenders().voucher().count(), report.sales().returns().count(), report.sales().givenUp().count(),
                report.sales().linesOut(), (long) report.moves().size()).filter(count -> count > 0).count();
        assertTrue(kinds >= KINDS_MIN, () -> "too little happened between the deaths: " + report);
    }
}
