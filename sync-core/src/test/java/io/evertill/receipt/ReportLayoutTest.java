package io.evertill.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.sale.ReceiptNumber;
import io.evertill.shift.CashCount;
import io.evertill.shift.Drawer;
import io.evertill.shift.Shift;
import io.evertill.shift.ShiftReport;
import io.evertill.shift.ShiftReport.Sum;
import io.evertill.tax.TaxAmount;
import io.evertill.tax.TaxRate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportLayoutTest {
    private static final Person ADA = new Person("ada", "Ada Lovelace");
    private static final Person BOB = new Person("bob", "Bob");
    private static final Instant OPENED = Instant.parse("2026-03-14T08:00:00Z");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Heading HEADING = new Heading("Corner Shop", List.of("1 High Street"), "Thank you!");

    @Test
    void aZReportSaysEverythingOnce() {
        assertEquals("""
                           Corner Shop
                          1 High Street

                             Z REPORT
            Store S1                           Till T1
            Z S1-T1-9f3a-3
            Business date                   2026-03-14
            Opened 14 Mar 2026 08:00, Ada Lovelace
            Closed 14 Mar 2026 18:00, Bob
            ------------------------------------------
            Sales (3)                       1,234.56
            Lines sold (7)                  1,244.56
            Lines returned (1)                -10.00
            Discounts (2)                       2.50
            Baskets given up (1)                9.99
            Sales voided (0)                    0.00
            Lines taken out                        4
            First receipt S1-T1-9f3a-41
            Last receipt S1-T1-9f3a-43
            Ada Lovelace (2)                   34.56
            Bob (1)                         1,200.00

                               Net      Tax    Gross
            A VAT 20%     1,028.80   205.76 1,234.56
            ------------------------------------------
            Cash (2)                           72.65
            Card (1)                        1,161.91
            Voucher (0)                         0.00
            Rounding (1)                        0.02
            Cards without an answer (1)        12.30
              14 Mar 2026 11:00 12.30
              00000000-0000-0001-0000-000000000002
            Cards to pay back by hand (2)      17.00
              14 Mar 2026 12:00 15.00 Auth 0042
              14 Mar 2026 12:01 2.00
              00000000-0000-0001-0000-000000000004
            ------------------------------------------
            Float                              50.00
            + Cash                             72.65
            + 14 Mar 2026 09:00 to the safe   -20.00
            Should be there                   102.65
            Counted                           102.40
              2 x 50.00                       100.00
              12 x 0.20                         2.40
            Short                              -0.25
            Opened without a sale                  1
              14 Mar 2026 10:00 Bob: a coin fell
              behind it

                     3 Sales, check 0123abcd
            """, text(report(Optional.of(closed())), ReceiptLanguage.EN, Mark.ORIGINAL));
    }

    @Test
    void anXReportHasNeitherNumberNorCount() {
        String text = text(report(Optional.empty()), ReceiptLanguage.DE, Mark.ORIGINAL);

        assertEquals("""
                           Corner Shop
                          1 High Street

                            X-BERICHT
            Filiale S1                        Kasse T1
            Geschäftstag                    2026-03-14
            Eröffnet 14.03.2026 08:00, Ada Lovelace
            ------------------------------------------
            Verkäufe (3)                    1.234,56
            Verkaufte Positionen (7)        1.244,56
            Rückgaben (1)                     -10,00
            Rabatte (2)                         2,50
            Abgebrochene Körbe (1)              9,99
            Stornierte Verkäufe (0)             0,00
            Stornierte Positionen                  4
            Erster Bon S1-T1-9f3a-41
            Letzter Bon S1-T1-9f3a-43
            Ada Lovelace (2)                   34,56
            Bob (1)                         1.200,00

                             Netto   Steuer   Brutto
            A VAT 20 %    1.028,80   205,76 1.234,56
            ------------------------------------------
            Bar (2)                            72,65
            Karte (1)                       1.161,91
            Gutschein (0)                       0,00
            Rundung (1)                         0,02
            Karten ohne Antwort (1)            12,30
              14.03.2026 11:00 12,30
              00000000-0000-0001-0000-000000000002
            Karten von Hand erstatten (2)      17,00
              14.03.2026 12:00 15,00 Auth 0042
              14.03.2026 12:01 2,00
              00000000-0000-0001-0000-000000000004
            ------------------------------------------
            Anfangsbestand                     50,00
            + Bar                              72,65
            + 14.03.2026 09:00 in den Tresor  -20,00
            Sollbestand                       102,65
            Geöffnet ohne Verkauf                  1
              14.03.2026 10:00 Bob: a coin fell behind
              it
            """, text);
    }

    @Test
    void aCopySaysSoAndIsTheSameOtherwise() {
        String original = text(report(Optional.of(closed())), ReceiptLanguage.EN, Mark.ORIGINAL);
        String copy = text(report(Optional.of(closed())), ReceiptLanguage.EN, Mark.COPY);

        assertTrue(copy.contains("*** COPY ***"), copy);
        assertEquals(original, copy.lines().filter(line -> !line.contains("COPY")).map(line -> line + "\n")
                .reduce("", String::concat));
    }

    private static String text(ShiftReport report, ReceiptLanguage language, Mark mark) {
        Receipt paper = Receipt.of(report, HEADING, language, LONDON, mark);
        paper.lines().forEach(line -> assertTrue(line.text().length() <= Receipt.COLUMNS, line.text()));
        return paper.text();
    }

    private static ShiftReport.Closed closed() {
        CashCount count = new CashCount(gbp(0).currency(), List.of(
                new CashCount.Pile(gbp(5_000), 2), new CashCount.Pile(gbp(20), 12)));
        return new ShiftReport.Closed(OPENED.plusSeconds(36_000), BOB, Optional.of(new ReceiptNumber("S1-T1-9f3a-3")),
                count.total(), Optional.of(count), "0123abcd");
    }

    private static ShiftReport report(Optional<ShiftReport.Closed> closed) {
        TaxRate vat = new TaxRate("V", "VAT", 200_000, TaxRate.Kind.INCLUSIVE);
        return new ShiftReport("S1", "T1",
                new Shift(new UUID(1, 1), LocalDate.of(2026, 3, 14), OPENED, ADA, gbp(5_000)), closed,
                new ShiftReport.Sales(new Sum(3, gbp(123_456)), new Sum(7, gbp(124_456)), new Sum(1, gbp(-1_000)), new Sum(2, gbp(250)),
                        new Sum(1, gbp(999)), new Sum(0, gbp(0)), 4, Optional.of(new ReceiptNumber("S1-T1-9f3a-41")),
                        Optional.of(new ReceiptNumber("S1-T1-9f3a-43"))),
                List.of(new TaxAmount(vat, gbp(102_880), gbp(20_576), gbp(123_456))),
                new ShiftReport.Tenders(new Sum(2, gbp(7_265)), new Sum(1, gbp(116_191)), new Sum(0, gbp(0)),
                        new Sum(1, gbp(2))),
                new Drawer(gbp(10_265), 3, gbp(123_456)),
                List.of(new ShiftReport.Moved(OPENED.plusSeconds(3_600), ADA, gbp(-2_000), "TO_SAFE")),
                List.of(new ShiftReport.Opened(OPENED.plusSeconds(7_200), BOB, "a coin fell behind it")),
                List.of(new ShiftReport.Cashier(ADA, new Sum(2, gbp(3_456))), new ShiftReport.Cashier(BOB, new Sum(1, gbp(120_000)))),
                List.of(new ShiftReport.CardLeft(new UUID(1, 2), OPENED.plusSeconds(10_800), gbp(1_230))),
                List.of(new ShiftReport.CardKept(new UUID(1, 3), OPENED.plusSeconds(14_400), gbp(1_500), "Auth 0042"),
                        new ShiftReport.CardKept(new UUID(1, 4), OPENED.plusSeconds(14_500), gbp(200), "")));
    }

    private static Money gbp(long minor) {
        return Money.of(minor, "GBP");
    }
}
