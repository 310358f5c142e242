package io.evertill.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import io.evertill.money.Rounding;
import io.evertill.sale.ReturnOf.Condition;
import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.RandomTest;
import io.evertill.tax.TaxAmount;
import io.evertill.tax.TaxRate;
import io.evertill.tax.TaxRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnableTest {
    private static final UUID ENTRY = new UUID(1, 2);

    @RandomTest(seeds = 300)
    void howeverASaleComesBackAllRefundsTogetherAreWhatWasPaid(Chance chance) {
        Sale sale = Checkout.sale(chance, soldOnly(chance));
        List<Line> returns = new ArrayList<>();
        Money refunded = Money.zero(sale.total().currency());

        for (Optional<Line> next = anyOf(chance, sale, returns); next.isPresent(); next = anyOf(chance, sale, returns)) {
            Basket back = Basket.empty(sale.total().currency(), Checkout.taxRule(chance)).plus(next.get());
            refunded = refunded.minus(back.total());
            returns.add(next.get());
            assertTrue(back.total().isNegative() || back.total().isZero());
            assertTrue(refunded.compareTo(sale.total()) <= 0);
        }

        assertEquals(sale.total(), refunded);
        assertEquals(sale.taxes().stream().filter(ReturnableTest::isAdded).map(TaxAmount::tax).toList(),
                sale.taxes().stream().filter(ReturnableTest::isAdded).map(tax -> taxPaidBack(tax, returns)).toList());
    }

    @RandomTest(seeds = 200)
    void noPartComesBackForMoreOrLessThanItsShareByAMinorUnitOrTwo(Chance chance) {
        Sale sale = Checkout.sale(chance, soldOnly(chance));
        Line line = chance.pick(sale.lines());
        Returnable whole = Returnable.of(ENTRY, sale, line.number()).orElseThrow();
        Quantity some = some(chance, whole.left());

        Money refund = whole.refund(some);

        long share = Rounding.DOWN
                .share(line.total(), some.tenThousandths(), line.quantity().tenThousandths())
                .minor();
        assertEquals(share, refund.minor());
    }

    @RandomTest
    void moreThanIsLeftOrLessThanSomethingIsRefused(Chance chance) {
        Sale sale = Checkout.sale(chance, soldOnly(chance));
        Line line = chance.pick(sale.lines());
        Quantity step = new Quantity(line.item().unit().step(), line.item().unit());
        Returnable whole = Returnable.of(ENTRY, sale, line.number()).orElseThrow();

        assertThrows(IllegalArgumentException.class, () -> whole.refund(whole.left().plus(step)));
        assertThrows(IllegalArgumentException.class, () -> whole.refund(Quantity.zero(step.unit())));
        assertThrows(IllegalArgumentException.class, () -> whole.take(1, step.negated(), Condition.RESALABLE, ""));
        assertThrows(IllegalArgumentException.class, () -> whole.taxRefund(whole.left().plus(step)));
    }

    @RandomTest
    void aReturnLineKeepsItemPriceLotAndSerialAndNamesItsSale(Chance chance) {
        Sale sale = Checkout.sale(chance, soldOnly(chance));
        Line line = chance.pick(sale.lines());

        Line back = Returnable.of(ENTRY, sale, line.number()).orElseThrow()
                .take(7, line.quantity(), Condition.DAMAGED, "torn");

        assertEquals(List.of(line.item(), line.price().unit(), line.lot(), line.serial(), line.total().negated()),
                List.of(back.item(), back.price().unit(), back.lot(), back.serial(), back.total()));
        assertEquals(Optional.of(new ReturnOf.SoldLine(ENTRY, sale.receipt(), line.number())),
                back.returned().flatMap(ReturnOf::sold));
    }

    @RandomTest
    void whenTooMuchWasPaidBackBeforeTheRestIsNothingAndNeverACharge(Chance chance) {
        Sale sale = Checkout.sale(chance, soldOnly(chance));
        Line line = chance.pick(sale.lines());
        Money tooMuch = line.total().plus(new Money(chance.below(100), line.total().currency()));

        Returnable returnable = new Returnable(
                ENTRY, sale.receipt(), line, Quantity.zero(line.item().unit()), tooMuch);

        assertTrue(!returnable.refund(some(chance, line.quantity())).isNegative());
    }

    @RandomTest
    void aTaxThatNobodyKnowsIsComputedAnew(Chance chance) {
        Sale sale = Checkout.sale(chance, soldOnly(chance));
        Line line = chance.pick(sale.lines());
        Returnable returnable = new Returnable(
                ENTRY, sale.receipt(), line, Quantity.zero(line.item().unit()), Money.zero(line.total().currency()));

        Line back = returnable.take(1, line.quantity(), Condition.RESALABLE, "");

        assertEquals(Optional.empty(), back.returned().flatMap(ReturnOf::tax));
        assertEquals(line.total().negated(), back.total());
    }

    @RandomTest
    void aReturnLineAndALineThatIsNotThereCannotComeBack(Chance chance) {
        Sale sale = Checkout.sale(chance, 12);

        assertEquals(Optional.empty(), Returnable.of(ENTRY, sale, 9_999));
        sale.lines().stream().filter(line -> line.returned().isPresent()).forEach(line -> {
            assertEquals(Optional.empty(), Returnable.of(ENTRY, sale, line.number()));
            assertThrows(IllegalArgumentException.class, () -> new Returnable(
                    ENTRY, sale.receipt(), line, Quantity.zero(line.item().unit()), Money.zero(line.total().currency())));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "RESALABLE, S1, MAIN/AVAILABLE", "UNKNOWN, S1, MAIN/RETURNED", "DAMAGED, S1, MAIN/QUARANTINE", "EXPIRED, '', SCRAP"
    })
    void theConditionDecidesWhereGoodsGo(Condition condition, String branch, String code) {
        assertEquals(Place.parse(branch, code), condition.place("S1"));
    }

    /// Some of one line that can still come back; empty when everything is back.
    private static Optional<Line> anyOf(Chance chance, Sale sale, List<Line> returns) {
        List<Returnable> open = sale.lines().stream()
                .map(line -> after(returns, Returnable.of(ENTRY, sale, line.number()).orElseThrow()))
                .filter(returnable -> returnable.left().isPositive())
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Returnable one = chance.pick(open);
        Quantity quantity = one.line().serial().isPresent() ? one.left() : some(chance, one.left());
        return Optional.of(one.take(1, quantity, chance.pick(Condition.values()), ""));
    }

    private static Returnable after(List<Line> returns, Returnable whole) {
        Quantity returned = whole.returned();
        Money refunded = whole.refunded();
        for (Line back : returns) {
            if (back.returned().flatMap(ReturnOf::sold).orElseThrow().line() == whole.line().number()) {
                returned = returned.minus(back.quantity());
                refunded = refunded.minus(back.total());
            }
        }
        return whole.after(returned, refunded);
    }

    private static Quantity some(Chance chance, Quantity most) {
        long step = most.unit().step();
        long steps = most.tenThousandths() / step;
        long some = chance.oneIn(3) ? steps : 1 + chance.below((int) Math.min(steps, 1_000_000));
        return new Quantity(some * step, most.unit());
    }

    private static Basket soldOnly(Chance chance) {
        Basket basket = Basket.empty(Checkout.currency(chance), Checkout.taxRule(chance));
        for (int count = 1 + chance.below(6); count > 0; count--) {
            basket = basket.plus(Checkout.soldLine(chance, basket.lineNumberNext(), basket.currency()));
        }
        basket = chance.flip() ? Checkout.promoted(chance, basket) : basket;
        for (Line line : basket.lines()) {
            if (chance.flip() && line.gross().isPositive()) {
                basket = basket.discounted(line.number(), Optional.of(
                        new Discount.Cause.ByHand(Checkout.cut(chance, basket.currency()), "REGULAR")));
            }
        }
        return basket.rebated(Optional.of(Checkout.rebate(chance, basket.currency())).filter(_ -> chance.flip()));
    }

    private static boolean isAdded(TaxAmount tax) {
        return tax.rate().kind() == TaxRate.Kind.EXCLUSIVE;
    }

    private static Money taxPaidBack(TaxAmount tax, List<Line> returns) {
        return new TaxRule(TaxRule.Where.PER_LINE, Rounding.DOWN)
                .split(returns.stream().filter(line -> line.item().tax().equals(tax.rate())).map(Line::taxed).toList())
                .getFirst()
                .tax()
                .negated();
    }
}
