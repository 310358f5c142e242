package io.evertill.receipt;

import io.evertill.money.Money;
import io.evertill.receipt.ReceiptLine.Style;
import io.evertill.sale.Cut;
import io.evertill.sale.Discount;
import io.evertill.sale.DiscountReason;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Sale;
import io.evertill.stock.Quantity;
import io.evertill.tax.TaxAmount;
import io.evertill.tax.TaxRate;
import io.evertill.tender.Tender;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sets the parts of a receipt, from top to bottom, into lines.
///
/// A left and a right part share a line when they fit, else the right part stands below: an amount is never cut.
final class Layout {
    private static final int NAME_LINES_MAX = 3;
    private static final int NOTE_LINES_MAX = 5;
    private static final int HEADING_LINES_MAX = 30;
    private static final String INDENT = "  ";
    private static final int LETTER_WIDTH = 2;
    private static final int PARTS_IN_HUNDREDTH = 100;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final ReceiptLanguage language;
    private final List<ReceiptLine> finished = new ArrayList<>();

    Layout(ReceiptLanguage language) {
        this.language = language;
    }

    List<ReceiptLine> finished() {
        return finished;
    }

    void top(Heading heading, Mark mark) {
        centred(heading.shopName(), Style.LARGE);
        heading.addressLines().forEach(line -> centred(line, Style.NORMAL));
        mark(mark);
        add("", Style.NORMAL);
    }

    void occasion(Sale sale, ZoneId zone) {
        ReceiptNumber number = sale.receipt();
        spread(say(Word.STORE) + " " + sale.branch(), say(Word.TILL) + " " + number.till(), Style.NORMAL);
        spread(say(Word.RECEIPT) + " " + number, language.dateTime(sale.at(), zone), Style.NORMAL);
        note("", say(Word.CASHIER) + " " + sale.cashier().name());
        sale.customer().ifPresent(customer -> note("", say(Word.CUSTOMER) + " " + customer));
        sale.buyer().flatMap(Sale.Buyer::exemption)
                .ifPresent(exemption -> note("", say(Word.TAX_EXEMPT) + " " + exemption.certificate()));
        sale.age().ifPresent(check -> note("", say(Word.AGE_CHECKED) + " " + check.years()));
        rule();
    }

    void lines(Sale sale) {
        Map<TaxRate, Character> letters = letters(sale.taxes());
        sale.lines().forEach(line -> line(line, letters.getOrDefault(line.item().tax(), ' ')));
        rule();
    }

    /// What was sold and how much of it; what came back is nobody's gift.
    void pieces(Sale sale) {
        sale.lines().stream().filter(line -> line.returned().isEmpty()).forEach(line -> {
            String named = Columns.clean(line.item().name());
            note("", language.quantity(line.quantity()) + " x " + (named.isEmpty() ? line.item().sku().code() : named));
            tracking(line);
        });
        rule();
    }

    void money(Sale sale) {
        List<TaxAmount> added = sale.taxes().stream()
                .filter(tax -> tax.rate().kind() == TaxRate.Kind.EXCLUSIVE)
                .toList();
        if (!added.isEmpty()) {
            Money lines = sale.lines().stream()
                    .map(Line::total)
                    .reduce(Money.zero(sale.total().currency()), Money::plus);
            spread(say(Word.SUBTOTAL), amount(lines, ' '), Style.NORMAL);
            added.forEach(tax -> spread("+ " + name(tax.rate()), amount(tax.tax(), ' '), Style.NORMAL));
        }
        String total = say(Word.TOTAL) + " " + sale.total().currency().getCurrencyCode();
        spread(total, amount(sale.total(), ' '), Style.LARGE);
        if (!sale.rounding().isZero()) {
            spread(say(Word.ROUNDING), amount(sale.rounding(), ' '), Style.NORMAL);
        }
        sale.tenders().forEach(tender -> spread(label(tender), amount(tender.amount(), ' '), Style.NORMAL));
        if (!sale.change().isZero()) {
            spread(say(Word.CHANGE), amount(sale.change(), ' '), Style.BOLD);
        }
    }

    void taxes(List<TaxAmount> taxes) {
        if (taxes.isEmpty()) {
            return;
        }
        add("", Style.NORMAL);
        Map<TaxRate, Character> letters = letters(taxes);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", say(Word.NET), say(Word.TAX), say(Word.GROSS)));
        taxes.forEach(tax -> rows.add(List.of(letters.get(tax.rate()) + " " + name(tax.rate()),
                language.money(tax.net()), language.money(tax.tax()), language.money(tax.gross()))));
        int width = rows.stream()
                .flatMap(row -> row.stream().skip(1))
                .mapToInt(Columns::width)
                .max()
                .orElseThrow();
        rows.forEach(row -> taxRow(row, width));
    }

    void bottom(ReceiptNumber number, Proof proof, Heading heading, Mark mark) {
        add("", Style.NORMAL);
        centred(say(Word.LEDGER) + " " + proof.seq() + ", " + say(Word.CHECK) + " " + proof.hashBrief(), Style.NORMAL);
        add(number.text(), Style.SYMBOL);
        mark(mark);
        heading.footer().lines().forEach(line -> centred(line, Style.NORMAL));
    }

    private void line(Line line, char letter) {
        String named = Columns.clean(line.item().name());
        String name = named.isEmpty() ? line.item().sku().code() : named;
        String gross = amount(line.gross(), letter);
        List<String> names = Columns.wrap(name, Receipt.COLUMNS, NAME_LINES_MAX);
        boolean onePiece = !line.quantity().unit().isMeasured() && line.quantity().tenThousandths() == Quantity.ONE;
        // An amount beside a name that is read from right to left would be drawn on the wrong side.
        if (onePiece && !Columns.hasRightToLeft(name)) {
            names.stream().limit(names.size() - 1L).forEach(part -> add(part, Style.NORMAL));
            spread(names.getLast(), gross, Style.NORMAL);
        } else {
            names.forEach(part -> add(part, Style.NORMAL));
            spread(INDENT + howMuch(line), gross, Style.NORMAL);
        }
        line.discounts().stream()
                .filter(discount -> !discount.amount().isZero())
                .forEach(discount -> spread(
                        INDENT + why(discount.cause()), amount(discount.amount().negated(), letter), Style.NORMAL));
        line.returned().ifPresent(this::returned);
        tracking(line);
    }

    private void tracking(Line line) {
        line.lot().ifPresent(lot -> note(INDENT, say(Word.LOT) + " " + lot));
        line.serial().ifPresent(serial -> note(INDENT, say(Word.SERIAL) + " " + serial));
    }

    private String howMuch(Line line) {
        String per = line.quantity().unit().isMeasured() ? "/" + line.quantity().unit().code() : "";
        return language.quantity(line.quantity()) + " x " + language.number(line.price().unit().display()) + per;
    }

    private String why(Discount.Cause cause) {
        return switch (cause) {
            case Discount.Cause.ByHand(Cut cut, String reason) -> say(Word.DISCOUNT) + percent(cut) + ": " + reason(reason);
            case Discount.Cause.OfBasket(Cut cut, String reason) -> say(Word.DISCOUNT_ON_ALL) + percent(cut) + ": " + reason(reason);
            case Discount.Cause.Promotion(String _, String name) -> name;
            case Discount.Cause.TaxExempt() -> say(Word.TAX_NOT_CHARGED);
        };
    }

    /// The reasons that tills offer, in the receipt's language; any other as it stands.
    private String reason(String reason) {
        return Arrays.stream(DiscountReason.values())
                .filter(known -> known.name().equals(reason))
                .findFirst()
                .map(known -> say(switch (known) {
                    case DAMAGED -> Word.DAMAGED;
                    case SHORT_DATED -> Word.SHORT_DATED;
                    case PRICE_MATCH -> Word.PRICE_MATCH;
                    case STAFF -> Word.STAFF;
                    case GOODWILL -> Word.GOODWILL;
                }))
                .orElse(reason);
    }

    private String percent(Cut cut) {
        return switch (cut) {
            case Cut.Percent(int hundredths) -> " " + language.percent(hundredths * PARTS_IN_HUNDREDTH);
            case Cut.Amount _ -> "";
        };
    }

    private void returned(ReturnOf returned) {
        note(INDENT, returned.sold()
                .map(sold -> say(Word.RETURN_OF) + " " + sold.receipt() + ", " + say(Word.LINE) + " " + sold.line())
                .orElseGet(() -> say(Word.RETURN_WITHOUT_RECEIPT) + ": " + why(returned.reason())));
        returned.noted().ifPresent(receipt -> note(INDENT, "(" + receipt + ")"));
    }

    private String why(String reason) {
        return Arrays.stream(ReturnOf.Reason.values())
                .filter(known -> known.name().equals(reason))
                .findFirst()
                .map(known -> say(switch (known) {
                    case NOT_WANTED -> Word.NOT_WANTED;
                    case DEFECTIVE -> Word.DEFECTIVE;
                    case WRONG_GOODS -> Word.WRONG_GOODS;
                    case GIFT -> Word.GIFT;
                }))
                .orElse(reason);
    }

    private String label(Tender tender) {
        String label = switch (tender) {
            case Tender.Cash _ -> say(Word.CASH);
            case Tender.Card card -> say(Word.CARD) + " " + card.reference();
            case Tender.Voucher voucher -> say(Word.VOUCHER) + " " + voucher.code();
        };
        return tender.amount().isNegative() ? label.strip() + " " + say(Word.PAID_OUT) : label;
    }

    /// A rate's name, with the rate unless the name says it, and whether nothing is charged.
    private String name(TaxRate rate) {
        String name = rate.name().contains("%") ? rate.name() : rate.name() + " " + language.percent(rate.partsPerMillion());
        return rate.isExempt() ? name + ", " + say(Word.EXEMPT) : name;
    }

    /// A letter for each rate, as printed behind the amounts of its lines; none when there are more rates than letters.
    private static Map<TaxRate, Character> letters(List<TaxAmount> taxes) {
        Map<TaxRate, Character> letters = new HashMap<>();
        for (int at = 0; at < taxes.size(); at++) {
            letters.putIfAbsent(taxes.get(at).rate(), at < LETTERS.length() ? LETTERS.charAt(at) : ' ');
        }
        return letters;
    }

    private void taxRow(List<String> row, int width) {
        if (3 * (width + 1) + LETTER_WIDTH <= Receipt.COLUMNS) {
            StringBuilder amounts = new StringBuilder();
            row.stream().skip(1).forEach(amount -> amounts.append(Columns.right(amount, width + 1)));
            spread(row.getFirst(), amounts.toString().strip() + " ".repeat(LETTER_WIDTH), Style.NORMAL);
        } else {
            note("", row.getFirst());
            row.stream().skip(1).forEach(amount -> spread("", amount + " ".repeat(LETTER_WIDTH), Style.NORMAL));
        }
    }

    private void mark(Mark mark) {
        switch (mark) {
            case ORIGINAL -> {}
            case COPY -> centred("*** " + say(Word.COPY) + " ***", Style.LARGE);
            case GIFT -> centred("*** " + say(Word.GIFT_RECEIPT) + " ***", Style.LARGE);
        }
    }

    void rule() {
        add("-".repeat(Receipt.COLUMNS), Style.NORMAL);
    }

    void centred(String text, Style style) {
        Columns.wrap(Columns.clean(text), Receipt.COLUMNS, HEADING_LINES_MAX)
                .forEach(part -> add(Columns.centred(part, Receipt.COLUMNS), style));
    }

    void note(String indent, String text) {
        Columns.wrap(Columns.clean(text), Receipt.COLUMNS - indent.length(), NOTE_LINES_MAX)
                .forEach(part -> add(indent + part, Style.NORMAL));
    }

    /// A left part and an amount at the right end; the amount keeps a line of its own when both do not fit.
    void spread(String left, String right, Style style) {
        int free = Receipt.COLUMNS - Columns.width(right) - 1;
        String indent = left.startsWith(INDENT) ? INDENT : "";
        List<String> parts = Columns.wrap(Columns.clean(left), Receipt.COLUMNS - indent.length(), NOTE_LINES_MAX);
        parts.stream().limit(Math.max(0, parts.size() - 1L)).forEach(part -> add(indent + part, style));
        String last = parts.isEmpty() ? "" : indent + parts.getLast();
        if (Columns.width(last) <= free) {
            add(last + Columns.right(right, Receipt.COLUMNS - Columns.width(last)), style);
        } else {
            add(last, style);
            add(Columns.right(right, Receipt.COLUMNS), style);
        }
    }

    /// An amount with the letter of its tax rate behind it, or a blank, so that all amounts end in one column.
    private String amount(Money amount, char letter) {
        return language.money(amount) + " " + letter;
    }

    private String say(Word word) {
        return language.say(word);
    }

    void add(String text, Style style) {
        finished.add(new ReceiptLine(text, style));
    }
}
