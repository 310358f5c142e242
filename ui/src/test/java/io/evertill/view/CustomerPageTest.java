package io.evertill.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.till.Sheet;
import io.evertill.till.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CustomerPageTest {
    @Test
    void theNewestGoodsAreShownWhereNotAllFit() {
        Sheet sheet = new Sheet(new Shop());
        sheet.run("does\n" + "scan milk\nscan coffee\n".repeat(7));

        CustomerPage page = CustomerPage.of(sheet.state());

        assertEquals(12, page.rows().size());
        assertEquals(new CustomerPage.Row("1 × Coffee, whole beans, 500 g", "8.99"), page.rows().getLast());
        assertEquals(List.of("Total", "€71.26", ""), List.of(page.title(), page.amount(), page.below()));
    }

    /// 1.19 comes back, and 1.20 is in the customer's hand.
    @Test
    void whatIsPaidOutInRoundedCashIsWhatTheCustomerGets() {
        Sheet sheet = new Sheet(new Shop().rounding(5));
        sheet.run("""
        does
        scan milk
        press F12
        scan receipt
        row 1
        press F12
        """);

        CustomerPage page = CustomerPage.of(sheet.state());

        assertEquals(List.of("Paid out", "€1.20", "Total -€1.19"), List.of(page.title(), page.amount(), page.below()));
    }
}
