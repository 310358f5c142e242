package io.evertill.entry;

import io.evertill.ledger.Bytes;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Meta;
import io.evertill.ledger.StreamId;
import io.evertill.lot.PieceDifference;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.product.ProductId;
import io.evertill.product.Shelf;
import io.evertill.sale.Basket;
import io.evertill.sale.Checkout;
import io.evertill.sale.Consent;
import io.evertill.sale.Discount;
import io.evertill.sale.Item;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.shift.CashCount;
import io.evertill.shift.Drawer;
import io.evertill.shift.Shift;
import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import io.evertill.transfer.Action;
import io.evertill.transfer.Load;
import io.evertill.transfer.Route;
import io.evertill.transfer.TransferId;
import io.evertill.transfer.Waybill;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Entries, facts and metas as chance brings them.
public final class Entries {
    /// How many kinds there are.
    public static final int KINDS = 20;

    private static final List<Place.Kind> REAL =
            Arrays.stream(Place.Kind.values()).filter(Place.Kind::isReal).toList();

    private Entries() {}

    /// Any entry.
    public static Entry entry(Chance chance) {
        return entry(chance, chance.below(KINDS));
    }

    /// Any entry of one kind.
    public static Entry entry(Chance chance, int kind) {
        Currency currency = Checkout.currency(chance);
        return switch (kind) {
            case 0 -> sold(chance);
            case 1 -> voided(chance);
            case 2 -> adjusted(chance, currency);
            case 3 -> received(chance, currency);
            case 4 -> opened(chance, currency);
            case 5 -> closed(chance, currency);
            case 6 -> new ShiftEntry.CashMoved(chance.code(8), chance.instant(), Checkout.person(chance), chance.id(),
                    money(chance, currency), chance.text(200));
            case 7 -> new ShiftEntry.DrawerOpened(
                    chance.code(8), chance.instant(), Checkout.person(chance), chance.id(), chance.text(200));
            case 8 -> attempted(chance);
            case 9 -> missed(chance);
            case 10 -> moved(chance, currency);
            case 11 -> counted(chance, currency);
            case 12 -> countAdjusted(chance, currency);
            case 13 -> countCorrected(chance);
            case 14 -> transferred(chance, currency);
            case 15 -> bought(chance, currency);
            case 16 -> new TillEntry.Approved(chance.code(8), chance.instant(), Checkout.person(chance), chance.id(),
                    Checkout.person(chance), consent(chance));
            case 17 -> new TillEntry.Copied(chance.code(8), chance.instant(), Checkout.person(chance), chance.id(),
                    new EntryId(chance.id()), ReceiptNumber.of("S1", "T1", "9f3a", 1 + chance.below(1_000)),
                    chance.pick(TillEntry.Copied.Manner.values()));
            case 18 -> new CountEntry.CountRuled(chance.code(8), chance.instant(), Checkout.person(chance), chance.id(),
                    1 + chance.below(3), chance.pick(CountEntry.Ruling.values()), chance.code(16), chance.text(200));
            default -> new TillEntry.ProductMet(
                    chance.code(8), chance.instant(), Checkout.person(chance), Shelf.product(chance, currency, chance.code(16)));
        };
    }

    private static Entry opened(Chance chance, Currency currency) {
        Optional<CashCount> count = chance.maybe(() -> count(chance, currency));
        return new ShiftEntry.ShiftOpened(chance.code(8), new Shift(chance.id(), LocalDate.ofEpochDay(chance.below(30_000)),
                chance.instant(), Checkout.person(chance), count.map(CashCount::total).orElseGet(() -> money(chance, currency))), count);
    }

    private static Entry closed(Chance chance, Currency currency) {
        Optional<ShiftEntry.Seal> seal = chance.maybe(() -> new ShiftEntry.Seal(
                ReceiptNumber.of("S1", "T1", "9f3a", 1 + chance.below(1_000)), count(chance, currency), Hash.sha256(chance.bytes(3))));
        return new ShiftEntry.ShiftClosed(chance.code(8), chance.instant(), Checkout.person(chance), chance.id(),
                new Drawer(money(chance, currency), chance.below(100_000), money(chance, currency)),
                seal.map(sealed -> sealed.count().total()).orElseGet(() -> money(chance, currency)), seal);
    }

    private static CashCount count(Chance chance, Currency currency) {
        return new CashCount(currency, IntStream.range(0, chance.below(8))
                .mapToObj(at -> new CashCount.Pile(new Money(1L << at, currency), 1 + chance.below(CashCount.Pile.PIECES_MAX)))
                .toList());
    }

    private static Consent consent(Chance chance) {
        long known = chance.between(-1_000, 1_000);
        Currency currency = Checkout.currency(chance);
        return switch (chance.below(14)) {
            case 11 -> new Consent.SaleUndone(ReceiptNumber.of("S1", "T1", "9f3a", 1 + chance.below(1_000)),
                    new Money(chance.between(1, 1_000_000), currency), chance.words(Discount.TEXT_LENGTH_MAX));
            case 9 -> new Consent.CashTaken(new Money(chance.between(1, 1_000_000), currency), chance.words(Discount.TEXT_LENGTH_MAX));
            case 10 -> new Consent.LineVoided(new ProductId(chance.id()), 1 + chance.below(3_000),
                    Quantity.of(chance.flip() ? -1 : 1 + chance.below(1_000), Unit.EACH),
                    new Money(chance.between(-1_000_000, 1_000_000), currency),
                    chance.maybe(() -> chance.words(Discount.TEXT_LENGTH_MAX)));
            case 12 -> new Consent.CardKept(chance.id(), new Money(chance.between(1, 1_000_000), currency));
            case 8 -> new Consent.CardSettled(chance.id(), new Money(chance.between(1, 1_000_000), currency));
            case 5 -> new Consent.FiguresShown();
            case 6 -> new Consent.DrawerOpened(chance.words(Discount.TEXT_LENGTH_MAX));
            case 7 -> new Consent.ShiftClosed();
            case 0 -> new Consent.OldPrices(chance.instant());
            case 1 -> new Consent.Discounted(chance.below(3_000), Checkout.cut(chance, currency),
                    new Money(chance.between(1, 1_000_000), currency), chance.words(Discount.TEXT_LENGTH_MAX));
            case 2 -> new Consent.PriceSet(new ProductId(chance.id()), 1 + chance.below(3_000), Shelf.price(chance, currency),
                    Shelf.price(chance, currency), chance.words(Discount.TEXT_LENGTH_MAX));
            case 3 -> new Consent.SaleVoided(1 + chance.below(3_000), new Money(chance.between(-1_000_000, 1_000_000), currency),
                    chance.words(Discount.TEXT_LENGTH_MAX));
            case 4 -> new Consent.WithoutReceipt(new ProductId(chance.id()), 1 + chance.below(3_000),
                    Quantity.of(1 + chance.below(1_000), Unit.EACH), new Money(chance.below(1_000_000), currency),
                    chance.pick(ReturnOf.Condition.values()), chance.words(200));
            default -> new Consent.BeyondStock(new ProductId(chance.id()), Quantity.of(Math.max(known, 0) + 1, Unit.EACH),
                    Quantity.of(known, Unit.EACH), chance.instant());
        };
    }

    private static Entry missed(Chance chance) {
        long first = chance.between(1, 100_000);
        return new TillEntry.HistoryMissed(chance.code(8), chance.instant(), Checkout.person(chance), new StreamId(chance.id()),
                first, first + chance.below(100_000));
    }

    /// Any sale.
    public static TillEntry.Sold sold(Chance chance) {
        return new TillEntry.Sold(Checkout.sale(chance, 12));
    }

    /// The void of a whole sale.
    public static TillEntry.Voided voided(Chance chance, EntryId id, TillEntry.Sold sold) {
        return new TillEntry.Voided(sold.branch(), chance.instant(), Checkout.person(chance), sold.sale().shift(),
                Optional.of(id.value()), sold.sale().lines(), sold.sale().total(), sold.sale().cash(), chance.text(200));
    }

    /// Any meta.
    public static Meta meta(Chance chance) {
        return new Meta(
                chance.code(20) + "/" + chance.below(100),
                new Meta.Stamp(chance.anyLong(), chance.anyLong(), chance.id(),
                        chance.maybe(() -> new Meta.Offset(chance.anyLong(), chance.anyLong()))),
                chance.list(0, 5, () -> new EntryId(chance.id())),
                chance.list(0, 2, () -> "voucher:" + chance.code(20)),
                new Meta.Summary(
                        chance.maybe(() -> money(chance, Checkout.currency(chance))),
                        chance.maybe(chance::id),
                        (int) chance.between(Integer.MIN_VALUE, Integer.MAX_VALUE)));
    }

    /// Any fact.
    public static Fact fact(Chance chance) {
        return new Fact(
                new EntryId(chance.id()), Bytes.of(chance.bytes(1 + chance.below(40))), Bytes.of(chance.bytes(1 + chance.below(200))));
    }

    private static TillEntry.Voided voided(Chance chance) {
        if (chance.flip()) {
            return voided(chance, new EntryId(chance.id()), sold(chance));
        }
        Basket basket = Checkout.basket(chance, 8);
        return new TillEntry.Voided(chance.code(8), chance.instant(), Checkout.person(chance), chance.id(), Optional.empty(),
                basket.lines(), chance.flip() ? basket.voided() : List.of(), basket.total(), Money.zero(basket.currency()),
                chance.text(200));
    }

    private static TillEntry.PaymentAttempted attempted(Chance chance) {
        Basket basket = Checkout.basket(chance, 8).exempted(chance.oneIn(4));
        return new TillEntry.PaymentAttempted(chance.code(8), chance.instant(), Checkout.person(chance), chance.id(), chance.id(),
                basket.total(), chance.pick(TillEntry.PaymentAttempted.Phase.values()), basket.lines(),
                chance.flip() ? Optional.of(chance.text(60)) : Optional.empty());
    }

    private static StockEntry.Adjusted adjusted(Chance chance, Currency currency) {
        return new StockEntry.Adjusted(chance.code(8), chance.instant(), Checkout.person(chance), chance.text(100),
                numbered(chance, number -> {
                    Item item = Checkout.item(chance, currency);
                    Quantity amount = chance.amount(item.unit());
                    return new StockEntry.Adjustment(
                            number, item, chance.flip() ? amount : amount.negated(), chance.pick(REAL), chance.words(200));
                }));
    }

    private static StockEntry.Received received(Chance chance, Currency currency) {
        return new StockEntry.Received(chance.code(8), chance.instant(), Checkout.person(chance), chance.text(100),
                chance.text(100), numbered(chance, number -> {
                    Item item = Checkout.item(chance, currency);
                    return new StockEntry.Receipt(number, item, chance.amount(item.unit()), chance.pick(REAL), chance.text(64));
                }));
    }

    private static StockEntry.GoodsMoved moved(Chance chance, Currency currency) {
        String branch = chance.code(8);
        Move.Type type = chance.pick(StockEntry.GoodsMoved.TYPES.stream().sorted().toList());
        List<Integer> numbers = IntStream.rangeClosed(1, 1 + chance.below(5)).boxed().toList();
        return new StockEntry.GoodsMoved(branch, chance.instant(), Checkout.person(chance), type, chance.text(100),
                numbers.stream().map(number -> goods(chance, branch, type, Checkout.item(chance, currency), number)).toList());
    }

    private static StockEntry.Goods goods(Chance chance, String branch, Move.Type type, Item item, int number) {
        boolean isRename = type == Move.Type.RELOT || type == Move.Type.RESERIAL;
        Place from = place(chance, branch);
        Place to = isRename ? from : place(chance, branch);
        while (!type.allows(from.kind(), to.kind()) || isRename != from.equals(to)
                || (!from.kind().isKept() && !to.kind().isKept())
                || from.kind() == Place.Kind.TRANSIT || to.kind() == Place.Kind.TRANSIT
                || (type == Move.Type.RELOCATE && from.kind() != to.kind())) {
            from = place(chance, branch);
            to = isRename ? from : place(chance, branch);
        }
        Tracking was = Tracking.lot(chance.text(64));
        Tracking is = isRename ? Tracking.lot(was.lot().isEmpty() ? "L1" : "") : was;
        return new StockEntry.Goods(number, item, chance.amount(item.unit()), from, to, was, is, chance.words(200));
    }

    private static StockEntry.GoodsMoved bought(Chance chance, Currency currency) {
        String branch = chance.code(8);
        Item item = Checkout.item(chance, currency);
        return new StockEntry.GoodsMoved(branch, chance.instant(), Checkout.person(chance), Move.Type.RECEIVE, chance.text(100),
                IntStream.rangeClosed(1, 1 + chance.below(5)).mapToObj(number -> new StockEntry.Goods(number, item,
                        chance.amount(item.unit()), Place.SUPPLIER, Place.shelf(branch), Tracking.NONE, Tracking.NONE, "",
                        number == 1 ? Optional.of(cost(chance, currency)) : chance.maybe(() -> cost(chance, currency)))).toList());
    }

    private static UnitPrice cost(Chance chance, Currency currency) {
        return new UnitPrice(chance.between(0, 100_000_000_000_000L), currency);
    }

    private static CountEntry.Counted counted(Chance chance, Currency currency) {
        String branch = chance.code(8);
        return new CountEntry.Counted(branch, chance.instant(), Checkout.person(chance),
                IntStream.rangeClosed(1, 1 + chance.below(5)).mapToObj(number -> {
                    Item item = Checkout.item(chance, currency);
                    Quantity counted = chance.flip() ? chance.amount(item.unit()) : Quantity.zero(item.unit());
                    boolean isByPiece = counted.tenThousandths() >= Quantity.ONE && chance.flip();
                    return new CountEntry.Tally(number, chance.id(), 1 + chance.below(3), item, real(chance, branch), chance.text(64),
                            counted, chance.instant(), isByPiece ? Optional.of(List.of(chance.code(64))) : Optional.empty());
                }).toList());
    }

    private static CountEntry.CountAdjusted countAdjusted(Chance chance, Currency currency) {
        String branch = chance.code(8);
        Item item = Checkout.item(chance, currency);
        Quantity counted = new Quantity(chance.below(1_000) * item.unit().step(), item.unit());
        Quantity expected = new Quantity((chance.below(1_000) - 500) * item.unit().step(), item.unit());
        Quantity before = new Quantity((chance.below(1_000) - 500) * item.unit().step(), item.unit());
        return new CountEntry.CountAdjusted(branch, chance.instant(), Checkout.person(chance), chance.id(), item, real(chance, branch),
                chance.text(64),
                new CountEntry.Difference(counted, expected, before, before.plus(counted).minus(expected)), pieces(chance, item),
                new CountEntry.Approval(new EntryId(chance.id()), Checkout.person(chance), Checkout.person(chance), chance.text(64),
                        chance.text(200)));
    }

    private static Optional<PieceDifference> pieces(Chance chance, Item item) {
        return Quantity.ONE % item.unit().step() == 0 && chance.flip()
                ? Optional.of(new PieceDifference(chance.list(0, 3, () -> chance.code(64)), chance.list(0, 3, () -> chance.code(64))))
                : Optional.empty();
    }

    private static CountEntry.CountCorrected countCorrected(Chance chance) {
        String branch = chance.code(8);
        Quantity quantity = chance.amount(chance.unit());
        return new CountEntry.CountCorrected(branch, chance.instant(), Checkout.person(chance), chance.id(), new EntryId(chance.id()),
                1 + chance.below(5), new ProductId(chance.id()), real(chance, branch),
                new Tracking(chance.text(64), chance.flip() ? chance.code(64) : ""), chance.flip() ? quantity : quantity.negated());
    }

    private static Place real(Chance chance, String branch) {
        return new Place(branch, chance.pick("MAIN", "A/1"), chance.pick(REAL));
    }

    private static StockEntry.Transferred transferred(Chance chance, Currency currency) {
        Route route = new Route("a" + chance.code(8), "b" + chance.code(8));
        Action action = chance.pick(Action.values());
        return new StockEntry.Transferred(action.usualBranch(route), chance.instant(), Checkout.person(chance),
                new Waybill(new TransferId(chance.code(64)), route, chance.words(100)), action, chance.words(64),
                action == Action.DISPATCH_REVERSAL ? chance.maybe(() -> new EntryId(chance.id())) : Optional.empty(),
                IntStream.rangeClosed(1, 1 + chance.below(5))
                        .mapToObj(number -> load(chance, action, Checkout.item(chance, currency), number))
                        .toList());
    }

    private static Load load(Chance chance, Action action, Item item, int number) {
        boolean isRelot = action == Action.RELOT || (action == Action.RECEIVE && chance.flip());
        boolean isPartlyDamaged = (action == Action.RECEIVE || action == Action.RETURNED) && chance.flip();
        Tracking was = Tracking.lot(chance.text(64));
        return new Load(number, item, new Quantity(item.unit().step() * (1 + chance.below(100)), item.unit()),
                new Quantity(isPartlyDamaged ? item.unit().step() * (1 + chance.below(100)) : 0, item.unit()),
                was, isRelot ? Tracking.lot(was.lot().isEmpty() ? "L1" : "") : was,
                action == Action.LOST ? chance.pick("TRANSIT_LOSS", "THEFT") : chance.text(200));
    }

    private static Place place(Chance chance, String branch) {
        Place.Kind kind = chance.pick(Place.Kind.values());
        return kind.isKept() ? new Place(branch, chance.pick("MAIN", "A/1"), kind) : new Place("", "", kind);
    }

    private static <T> List<T> numbered(Chance chance, Function<Integer, T> line) {
        return IntStream.rangeClosed(1, chance.below(6)).boxed().map(line).toList();
    }

    private static Money money(Chance chance, Currency currency) {
        return new Money(chance.anyLong(), currency);
    }

}
