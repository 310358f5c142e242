package io.evertill.sale;

import io.evertill.customer.CustomerId;
import io.evertill.customer.Exemption;
import io.evertill.money.Money;
import io.evertill.money.Rounding;
import io.evertill.person.Person;
import io.evertill.price.Offers;
import io.evertill.price.Price;
import io.evertill.price.Promotions;
import io.evertill.product.Guidance;
import io.evertill.product.ProductId;
import io.evertill.product.Shelf;
import io.evertill.stock.Chance;
import io.evertill.stock.Quantity;
import io.evertill.tax.TaxRate;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// Baskets and sales as chance brings them: rung up, changed, voided and paid through the same acts as at a till.
public final class Checkout {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 20);
    /// Of so many lines one has a last day.
    private static final int DATED = 31;

    private static final List<TaxRate> RATES = List.of(
            new TaxRate("V", "VAT", 200_000, TaxRate.Kind.INCLUSIVE),
            new TaxRate("V", "VAT", 210_000, TaxRate.Kind.INCLUSIVE),
            new TaxRate("Z", "zero", 0, TaxRate.Kind.INCLUSIVE),
            new TaxRate("S", "Sales tax", 82_500, TaxRate.Kind.EXCLUSIVE),
            new TaxRate("S", "Sales tax", 90_000, TaxRate.Kind.EXCLUSIVE));

    private Checkout() {}

    /// Any currency with which people pay.
    public static Currency currency(Chance chance) {
        return Currency.getInstance(chance.pick("EUR", "GBP", "JPY", "KWD"));
    }

    /// Any rule.
    public static TaxRule taxRule(Chance chance) {
        return new TaxRule(chance.pick(TaxRule.Where.values()), chance.pick(Rounding.values()));
    }

    /// Any person.
    public static Person person(Chance chance) {
        return new Person(chance.code(12), chance.words(40));
    }

    /// Any item; two with one tax code can have different rates, as after a change of the law.
    public static Item item(Chance chance, Currency currency) {
        TaxRate rate = chance.pick(RATES);
        return Item.of(Shelf.product(chance, currency, rate.code()), rate);
    }

    /// Any price and why it is that.
    public static Price price(Chance chance, Currency currency) {
        Price.Source source = switch (chance.below(5)) {
            case 0 -> new Price.Source.Rule(chance.words(64));
            case 1 -> new Price.Source.Set(chance.words(200));
            case 2 -> new Price.Source.Paid();
            case 3 -> new Price.Source.Embedded();
            default -> new Price.Source.Base();
        };
        return new Price(Shelf.price(chance, currency), source);
    }

    /// Any receipt number.
    public static ReceiptNumber receipt(Chance chance) {
        String stream4 = Integer.toHexString(0x10000 + chance.below(0x10000)).substring(1);
        return ReceiptNumber.of(chance.code(6), chance.code(6), stream4, chance.between(1, 9_999_999_999L));
    }

    /// Any return line without the rules of a [Returnable].
    public static Line returnLine(Chance chance, int number, Currency currency) {
        Item item = item(chance, currency);
        Quantity quantity = amount(chance, item);
        Optional<ReturnOf.SoldLine> sold = chance.maybe(
                () -> new ReturnOf.SoldLine(chance.id(), receipt(chance), 1 + chance.below(2_000)));
        boolean isTaxKnown = sold.isPresent() && item.tax().kind() == TaxRate.Kind.EXCLUSIVE && chance.flip();
        ReturnOf of = new ReturnOf(
                sold,
                chance.pick(ReturnOf.Condition.values()),
                sold.isPresent() ? chance.text(200) : chance.words(200),
                isTaxKnown ? Optional.of(new Money(chance.below(1_000), currency)) : Optional.empty(),
                sold.isEmpty() && chance.oneIn(8) ? Optional.of(receipt(chance)) : Optional.empty());
        return Line.returned(number, item, quantity, price(chance, currency), new Money(chance.below(100_000), currency), of);
    }

    /// Any line that sells something.
    public static Line soldLine(Chance chance, int number, Currency currency) {
        Item item = item(chance, currency);
        if (chance.oneIn(6)) {
            return Line.embedded(number, item, amount(chance, item), new Money(chance.below(100_000), currency));
        }
        boolean isPiece = Quantity.ONE % item.unit().step() == 0 && chance.oneIn(4);
        Quantity quantity = isPiece ? Quantity.of(1, item.unit()) : amount(chance, item);
        Line line = Line.sold(number, item, quantity, price(chance, currency));
        List<Discount> discounts = chance.oneIn(4) && line.total().isPositive() ? List.of(promotion(chance, line.total())) : List.of();
        Money total = discounts.stream().map(Discount::amount).reduce(line.total(), Money::minus);
        return new Line(number, item, quantity, line.price(), total, discounts, Optional.empty(),
                chance.maybe(() -> chance.words(64)), isPiece ? Optional.of(chance.words(64)) : Optional.empty(),
                chance.oneIn(8) ? Optional.of(claim(chance, quantity)) : Optional.empty())
                .expiring(Optional.of(LAST_DAY).filter(_ -> total.minor() % DATED == 0));
    }

    /// Any claim on a reservation of which so much is left.
    public static Claim claim(Chance chance, Quantity promised) {
        return new Claim(chance.id(), chance.words(64), promised, chance.flip());
    }

    private static Discount promotion(Chance chance, Money price) {
        return new Discount(cut(chance, price.currency()).of(price),
                new Discount.Cause.Promotion(chance.words(Discount.TEXT_LENGTH_MAX), chance.words(Discount.TEXT_LENGTH_MAX)));
    }

    /// Any cut of a price.
    public static Cut cut(Chance chance, Currency currency) {
        return chance.flip()
                ? new Cut.Percent(1 + chance.below(Cut.Percent.WHOLE))
                : new Cut.Amount(new Money(1 + chance.below(100_000), currency));
    }

    /// Any rebate on a whole basket.
    public static Discount.Cause.OfBasket rebate(Chance chance, Currency currency) {
        return new Discount.Cause.OfBasket(cut(chance, currency), chance.words(Discount.TEXT_LENGTH_MAX));
    }

    /// Any basket with at least one line.
    public static Basket basket(Chance chance, int actsMax) {
        Currency currency = currency(chance);
        Basket basket = Basket.empty(currency, taxRule(chance));
        for (int acts = 1 + chance.below(actsMax); acts > 0 || basket.lines().isEmpty(); acts--) {
            basket = act(chance, basket);
        }
        return basket;
    }

    /// The basket under any promotions for its goods.
    public static Basket promoted(Chance chance, Basket basket) {
        List<ProductId> products = basket.lines().stream().map(line -> line.item().product()).distinct().toList();
        return basket.under(new Promotions(Offers.any(chance, basket.currency(), products)));
    }

    /// The basket after any act that a cashier can do.
    public static Basket act(Chance chance, Basket basket) {
        Currency currency = basket.currency();
        return switch (basket.lines().isEmpty() ? chance.below(3) : chance.below(9)) {
            case 0 -> basket.plus(soldLine(chance, basket.lineNumberNext(), currency));
            case 1 -> basket.plus(returnLine(chance, basket.lineNumberNext(), currency));
            case 2 -> {
                Item item = item(chance, currency);
                yield basket.ring(item, amount(chance, item), price(chance, currency));
            }
            case 3 -> again(basket);
            case 4 -> {
                Line line = chance.pick(basket.lines());
                boolean canChange = line.returned().isEmpty() && line.serial().isEmpty();
                yield canChange ? basket.withQuantity(line.number(), amount(chance, line.item())) : basket;
            }
            case 5 -> discounted(chance, basket, chance.pick(basket.lines()));
            case 6 -> basket.rebated(chance.maybe(() -> rebate(chance, currency)));
            case 7 -> {
                Line line = chance.pick(basket.lines());
                yield line.returned().isEmpty() ? basket.withPrice(line.number(), price(chance, currency)) : basket;
            }
            default -> takenOut(chance, basket, chance.pick(basket.lines()));
        };
    }

    private static Basket takenOut(Chance chance, Basket basket, Line line) {
        Optional<String> why = chance.oneIn(4) ? Optional.of(chance.words(Discount.TEXT_LENGTH_MAX)) : Optional.empty();
        Quantity some = amount(chance, line.item());
        boolean isPart = line.returned().isEmpty() && line.serial().isEmpty() && some.compareTo(line.quantity()) < 0;
        return basket.takeOut(line.number(), isPart && chance.flip() ? some : line.quantity(), why).orElseThrow();
    }

    private static Basket discounted(Chance chance, Basket basket, Line line) {
        Optional<Discount.Cause.ByHand> byHand = chance.maybe(() -> new Discount.Cause.ByHand(
                cut(chance, basket.currency()), chance.words(Discount.TEXT_LENGTH_MAX)));
        return line.returned().isEmpty() && line.gross().isPositive() ? basket.discounted(line.number(), byHand) : basket;
    }

    private static Basket again(Basket basket) {
        Line line = basket.lines().getLast();
        Quantity one = new Quantity(line.item().unit().step(), line.item().unit());
        return basket.ring(line.item(), one, line.price());
    }

    /// What a customer of such a basket pays with, complete.
    public static Settlement settlement(Chance chance, Money due) {
        return settlement(chance, due, chance.pick(1, 1, 1, 5, 10));
    }

    /// The same where the smallest coin is of so many minor units.
    public static Settlement settlement(Chance chance, Money due, int coin) {
        Settlement settlement = new Settlement(due, List.of(), coin);
        while (!settlement.isComplete()) {
            boolean isLast = settlement.tenders().size() > 4 || chance.flip();
            Tender tender = switch (chance.below(4)) {
                case 0 -> new Tender.Card(part(settlement.remaining(), isLast, 1), chance.id(), chance.text(100));
                case 1 -> new Tender.Voucher(part(settlement.remaining(), isLast, 1), chance.words(64));
                case 2 -> new Tender.Cash(part(settlement.remainingInCash(), isLast, coin));
                default -> {
                    Money amount = part(settlement.remainingInCash(), isLast, coin);
                    long more = settlement.remainingInCash().isPositive() ? (long) coin * chance.below(1_000) : 0;
                    yield new Tender.Cash(amount.plus(new Money(more, due.currency())));
                }
            };
            settlement = ((Settlement.Offer.Added) settlement.offer(tender)).settlement();
        }
        return settlement;
    }

    private static Money part(Money remaining, boolean isAll, int coin) {
        long coins = remaining.minor() / coin;
        return isAll ? remaining : new Money((coins / 2 + Long.signum(coins)) * coin, remaining.currency());
    }

    /// Any sale.
    public static Sale sale(Chance chance, int actsMax) {
        Basket basket = basket(chance, actsMax);
        return sale(chance, chance.oneIn(4) ? basket.exempted(true) : basket);
    }

    /// Any sale of a basket.
    public static Sale sale(Chance chance, Basket basket) {
        Sale.Occasion occasion = new Sale.Occasion(
                chance.code(8),
                chance.id(),
                LocalDate.ofEpochDay(20_000 + chance.below(4_000)),
                chance.instant(),
                person(chance),
                chance.maybe(() -> chance.words(100)),
                basket.isExempt() ? Optional.of(exempt(chance)) : chance.maybe(() -> chance.pick(exempt(chance), taxed(chance))),
                chance.maybe(() -> age(chance)));
        return Sale.of(receipt(chance), occasion, basket, settlement(chance, basket.total()));
    }

    /// Anybody who is exempt from taxes.
    public static Sale.Buyer exempt(Chance chance) {
        return new Sale.Buyer(new CustomerId(chance.id()),
                Optional.of(new Exemption(chance.words(64), LocalDate.ofEpochDay(20_000 + chance.below(4_000)))));
    }

    private static Sale.Buyer taxed(Chance chance) {
        return new Sale.Buyer(new CustomerId(chance.id()), Optional.empty());
    }

    /// Any proof that a customer is old enough.
    public static Sale.AgeCheck age(Chance chance) {
        return new Sale.AgeCheck(1 + chance.below(Guidance.AGE_MAX), chance.flip() ? Sale.AgeCheck.Manner.BORN : Sale.AgeCheck.Manner.SEEN);
    }

    /// An amount that people buy, small enough that no sum overflows.
    private static Quantity amount(Chance chance, Item item) {
        return new Quantity((1 + chance.below(5_000)) * item.unit().step(), item.unit());
    }

}
