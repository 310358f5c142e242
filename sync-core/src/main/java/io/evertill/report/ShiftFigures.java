package io.evertill.report;

import io.evertill.entry.Entry;
import io.evertill.entry.ShiftEntry;
import io.evertill.entry.TillEntry;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.sale.Discount;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.Sale;
import io.evertill.shift.Drawer;
import io.evertill.shift.Shift;
import io.evertill.shift.ShiftReport;
import io.evertill.shift.ShiftReport.Sum;
import io.evertill.tax.TaxAmount;
import io.evertill.tax.TaxRate;
import io.evertill.tender.Tender;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// Sums the entries of one shift into its report. The order in which they come does not matter.
public final class ShiftFigures {
    private static final Comparator<TaxRate> BY_RATE =
            Comparator.comparing(TaxRate::code).thenComparingInt(TaxRate::partsPerMillion).thenComparing(TaxRate::kind)
                    .thenComparing(TaxRate::name);

    private final Shift shift;
    private final Money zero;
    private final Map<TaxRate, TaxAmount> taxes = new TreeMap<>(BY_RATE);
    private final Map<String, ShiftReport.Cashier> cashiers = new TreeMap<>();
    private final List<ShiftReport.Moved> moves = new ArrayList<>();
    private final List<ShiftReport.Opened> openings = new ArrayList<>();
    private final Map<UUID, ShiftReport.CardLeft> cardsLeft = new TreeMap<>();
    private final Map<UUID, ShiftReport.CardKept> cardsKept = new TreeMap<>();
    private final Set<UUID> cardsAnswered = new HashSet<>();
    private Optional<ShiftReport.Closed> closed = Optional.empty();
    private Optional<ReceiptNumber> first = Optional.empty();
    private Optional<ReceiptNumber> last = Optional.empty();
    private Sum receipts;
    private Sum goods;
    private Sum returns;
    private Sum discounts;
    private Sum givenUp;
    private Sum takenBack;
    private Sum cash;
    private Sum card;
    private Sum voucher;
    private Sum rounding;
    private long linesOut;

    private ShiftFigures(Shift shift) {
        this.shift = shift;
        this.zero = Money.zero(shift.openingFloat().currency());
        Sum nothing = new Sum(0, zero);
        receipts = nothing;
        goods = nothing;
        returns = nothing;
        discounts = nothing;
        givenUp = nothing;
        takenBack = nothing;
        cash = nothing;
        card = nothing;
        voucher = nothing;
        rounding = nothing;
    }

    /// The report of a shift; empty when its beginning is not among the entries.
    ///
    /// @param till the till's name
    /// @param entries those of the shift; others are passed over
    public static Optional<ShiftReport> of(String till, UUID shift, List<Entry> entries) {
        List<Entry> own = entries.stream().filter(entry -> entry.summary().shift().equals(Optional.of(shift))).toList();
        return own.stream()
                .filter(ShiftEntry.ShiftOpened.class::isInstance)
                .map(ShiftEntry.ShiftOpened.class::cast)
                .findFirst()
                .map(opened -> {
                    ShiftFigures figures = new ShiftFigures(opened.shift());
                    own.forEach(figures::add);
                    return figures.report(opened.branch(), till);
                });
    }

    private void add(Entry entry) {
        switch (entry) {
            case TillEntry.Sold(Sale sale) -> sold(sale);
            case TillEntry.Voided voided -> {
                boolean isUnpaid = voided.sale().isEmpty();
                Sum one = new Sum(1, voided.total());
                givenUp = isUnpaid ? givenUp.plus(one) : givenUp;
                takenBack = isUnpaid ? takenBack : takenBack.plus(one);
                cash = cash.plus(new Sum(0, voided.cash().negated()));
            }
            case ShiftEntry.CashMoved moved ->
                moves.add(new ShiftReport.Moved(moved.at(), moved.by(), moved.amount(), moved.reason()));
            case ShiftEntry.DrawerOpened opened ->
                openings.add(new ShiftReport.Opened(opened.at(), opened.by(), opened.reason()));
            case ShiftEntry.ShiftClosed end -> closed = Optional.of(new ShiftReport.Closed(end.at(), end.by(),
                    end.seal().map(ShiftEntry.Seal::number), end.counted(), end.seal().map(ShiftEntry.Seal::count),
                    end.seal().map(seal -> seal.digest().brief()).orElse("")));
            case TillEntry.PaymentAttempted attempted -> attempted(attempted);
            case Entry _ -> {}
        }
    }

    private void attempted(TillEntry.PaymentAttempted attempted) {
        switch (attempted.phase()) {
            case ASKED, UNDOING -> {}
            case LEFT_OPEN -> cardsLeft.put(attempted.attempt(),
                    new ShiftReport.CardLeft(attempted.attempt(), attempted.at(), attempted.amount()));
            case APPROVED, DECLINED, TIMED_OUT, UNDONE -> cardsAnswered.add(attempted.attempt());
            case KEPT -> {
                cardsAnswered.add(attempted.attempt());
                cardsKept.put(attempted.attempt(), new ShiftReport.CardKept(
                        attempted.attempt(), attempted.at(), attempted.amount(), attempted.told().orElse("")));
            }
        }
    }

    private void sold(Sale sale) {
        receipts = receipts.plus(new Sum(1, sale.total()));
        first = Optional.of(first.filter(known -> known.number() < sale.receipt().number()).orElse(sale.receipt()));
        last = Optional.of(last.filter(known -> known.number() > sale.receipt().number()).orElse(sale.receipt()));
        sale.lines().forEach(this::line);
        linesOut += sale.voided().size();
        sale.taxes().forEach(tax -> taxes.merge(tax.rate(), tax, ShiftFigures::both));
        boolean hasCash = sale.tenders().stream().anyMatch(Tender.Cash.class::isInstance);
        cash = cash.plus(new Sum(hasCash ? 1 : 0, sale.cash()));
        rounding = sale.rounding().isZero() ? rounding : rounding.plus(new Sum(1, sale.rounding()));
        sale.tenders().forEach(tender -> {
            switch (tender) {
                case Tender.Cash _ -> {}
                case Tender.Card paid -> card = card.plus(new Sum(1, paid.amount()));
                case Tender.Voucher paid -> voucher = voucher.plus(new Sum(1, paid.amount()));
            }
        });
        Person cashier = sale.cashier();
        cashiers.merge(cashier.id(), new ShiftReport.Cashier(cashier, new Sum(1, sale.total())),
                (one, other) -> new ShiftReport.Cashier(one.person(), one.sales().plus(other.sales())));
    }

    private void line(Line line) {
        Sum one = new Sum(1, line.total());
        if (line.returned().isPresent()) {
            returns = returns.plus(one);
        } else {
            goods = goods.plus(one);
        }
        for (Discount discount : line.discounts()) {
            boolean isTax = discount.cause() instanceof Discount.Cause.TaxExempt;
            discounts = isTax ? discounts : discounts.plus(new Sum(1, discount.amount()));
        }
    }

    private static TaxAmount both(TaxAmount one, TaxAmount other) {
        return new TaxAmount(one.rate(), one.net().plus(other.net()), one.tax().plus(other.tax()), one.gross().plus(other.gross()));
    }

    private ShiftReport report(String branch, String till) {
        Money moved = moves.stream().map(ShiftReport.Moved::amount).reduce(zero, Money::plus);
        Drawer drawer = new Drawer(shift.openingFloat().plus(cash.amount()).plus(moved), receipts.count(), receipts.amount());
        moves.sort(Comparator.comparing(ShiftReport.Moved::at).thenComparing(ShiftReport.Moved::amount)
                .thenComparing(ShiftReport.Moved::reason));
        openings.sort(Comparator.comparing(ShiftReport.Opened::at).thenComparing(ShiftReport.Opened::reason));
        return new ShiftReport(branch, till, shift, closed,
                new ShiftReport.Sales(receipts, goods, returns, discounts, givenUp, takenBack, linesOut, first, last),
                List.copyOf(taxes.values()), new ShiftReport.Tenders(cash, card, voucher, rounding), drawer, moves, openings,
                List.copyOf(cashiers.values()),
                cardsLeft.values().stream()
                        .filter(left -> !cardsAnswered.contains(left.attempt()))
                        .sorted(Comparator.comparing(ShiftReport.CardLeft::at).thenComparing(ShiftReport.CardLeft::attempt))
                        .toList(),
                cardsKept.values().stream()
                        .sorted(Comparator.comparing(ShiftReport.CardKept::at).thenComparing(ShiftReport.CardKept::attempt))
                        .toList());
    }
}
