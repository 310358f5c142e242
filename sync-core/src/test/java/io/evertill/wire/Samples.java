package io.evertill.wire;

import io.evertill.customer.CustomerId;
import io.evertill.customer.Exemption;
import io.evertill.entry.CountEntry;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.entry.ShiftEntry;
import io.evertill.entry.StockEntry;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Meta;
import io.evertill.ledger.StreamId;
import io.evertill.lot.PieceDifference;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.person.Person;
import io.evertill.price.Price;
import io.evertill.product.Gtin;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.rule.Exempt;
import io.evertill.sale.Basket;
import io.evertill.sale.Claim;
import io.evertill.sale.Consent;
import io.evertill.sale.Cut;
import io.evertill.sale.Discount;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Sale;
import io.evertill.shift.CashCount;
import io.evertill.shift.Drawer;
import io.evertill.shift.Shift;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import io.evertill.transfer.Action;
import io.evertill.transfer.Load;
import io.evertill.transfer.Route;
import io.evertill.transfer.TransferId;
import io.evertill.transfer.Waybill;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The entries behind the golden files: between them they use every field that a schema has.
@Exempt(rule = "imports", reason = "one sample of everything that is written", until = "2028-12-31")
final class Samples {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final TaxRate VAT = new TaxRate("V", "VAT", 200_000, TaxRate.Kind.INCLUSIVE);
    private static final TaxRate OLD_VAT = new TaxRate("V", "VAT", 175_000, TaxRate.Kind.INCLUSIVE);
    private static final TaxRate ADDED = new TaxRate("S", "Sales tax", 82_500, TaxRate.Kind.EXCLUSIVE);
    private static final Item TEA = item("TEA", "Tea \"Earl Grey\" 50 €/kg 茶 🍵", Unit.EACH, Product.Kind.GOODS, VAT);
    private static final Item RICE = item("RICE", "Rice, loose", Unit.KILOGRAM, Product.Kind.GOODS, ADDED);
    private static final Item LAMP = item("LAMP", "Lamp", Unit.EACH, Product.Kind.GOODS, OLD_VAT);
    private static final Item POST = item("POST", "Carriage", new Unit("trip", 10_000), Product.Kind.SERVICE, VAT);
    private static final Person ADA = new Person("ada", "Ada L.");
    private static final Instant AT = Instant.parse("2026-03-14T15:09:26.535897Z");
    private static final UUID SHIFT = id(1);

    private Samples() {}

    /// Every golden file with its entry.
    static Map<String, Entry> all() {
        Map<String, Entry> all = new LinkedHashMap<>();
        all.put("sale-1.json", new TillEntry.Sold(sale()));
        all.put("sale-1-return.json", new TillEntry.Sold(refund()));
        all.put("void-1.json", new TillEntry.Voided("S1", AT, ADA, SHIFT, Optional.of(id(9)), sale().lines(), sale().total(),
                sale().cash(), "wrong customer"));
        all.put("void-1-unpaid.json", new TillEntry.Voided("S1", AT, ADA, SHIFT, Optional.empty(), sale().lines(), sale().total(),
                gbp(0), "changed mind"));
        all.put("payment_attempt-1.json", new TillEntry.PaymentAttempted("S1", AT, ADA, SHIFT, id(3), gbp(1299),
                TillEntry.PaymentAttempted.Phase.ASKED, sale().lines().subList(0, 1)));
        Sale cheaper = cheaper();
        all.put("sale-2.json", new TillEntry.Sold(cheaper));
        all.put("void-2.json", new TillEntry.Voided("S1", AT, ADA, SHIFT, Optional.of(id(9)), cheaper.lines(), cheaper.total(),
                cheaper.cash(), "wrong customer"));
        all.put("payment_attempt-2.json", new TillEntry.PaymentAttempted("S1", AT, ADA, SHIFT, id(3), gbp(1299),
                TillEntry.PaymentAttempted.Phase.ASKED, cheaper.lines().subList(0, 1)));
        all.put("payment_attempt-3.json", new TillEntry.PaymentAttempted("S1", AT, ADA, SHIFT, id(3), gbp(1299),
                TillEntry.PaymentAttempted.Phase.APPROVED, List.of(), Optional.of("Auth 0042 é")));
        all.put("payment_attempt-3-open.json", new TillEntry.PaymentAttempted("S1", AT, ADA, SHIFT, id(3), gbp(1299),
                TillEntry.PaymentAttempted.Phase.LEFT_OPEN, sale().lines().subList(0, 1)));
        all.put("sale-3.json", new TillEntry.Sold(rounded()));
        all.put("sale-4.json", new TillEntry.Sold(restricted()));
        all.put("sale-6.json", new TillEntry.Sold(exempt()));
        all.put("sale-6-customer.json", new TillEntry.Sold(known()));
        all.put("void-4.json", new TillEntry.Voided("S1", AT, ADA, SHIFT, Optional.empty(), exempt().lines(), exempt().total(),
                gbp(0), "CUSTOMER_LEFT"));
        all.put("payment_attempt-5.json", new TillEntry.PaymentAttempted("S1", AT, ADA, SHIFT, id(3), gbp(1299),
                TillEntry.PaymentAttempted.Phase.ASKED, exempt().lines()));
        Sale collected = collected();
        all.put("sale-5.json", new TillEntry.Sold(collected));
        all.put("void-3.json", new TillEntry.Voided("S1", AT, ADA, SHIFT, Optional.empty(), collected.lines(), collected.total(),
                gbp(0), "changed mind"));
        all.put("payment_attempt-4.json", new TillEntry.PaymentAttempted("S1", AT, ADA, SHIFT, id(3), gbp(1299),
                TillEntry.PaymentAttempted.Phase.ASKED, collected.lines().subList(0, 1)));
        Sale noted = noted();
        all.put("sale-7.json", new TillEntry.Sold(noted));
        all.put("sale-8.json", new TillEntry.Sold(dated()));
        all.put("void-5.json", new TillEntry.Voided("S1", AT, ADA, SHIFT, Optional.empty(), noted.lines(), noted.total(), gbp(0),
                "changed mind"));
        all.put("void-6.json", new TillEntry.Voided("S1", AT, ADA, SHIFT, Optional.empty(), sale().lines(), sale().voided(),
                sale().total(), gbp(0), "CUSTOMER_LEFT"));
        all.put("payment_attempt-6.json", new TillEntry.PaymentAttempted("S1", AT, ADA, SHIFT, id(3), noted.total(),
                TillEntry.PaymentAttempted.Phase.ASKED, noted.lines()));
        all.put("payment_attempt-7.json", new TillEntry.PaymentAttempted("S1", AT, ADA, SHIFT, id(3), gbp(1299),
                TillEntry.PaymentAttempted.Phase.UNDOING, sale().lines().subList(0, 1)));
        all.put("payment_attempt-7-undone.json", new TillEntry.PaymentAttempted("S1", AT, ADA, SHIFT, id(3), gbp(1299),
                TillEntry.PaymentAttempted.Phase.UNDONE, List.of(), Optional.of("taken back")));
        all.put("payment_attempt-7-kept.json", new TillEntry.PaymentAttempted("S1", AT, ADA, SHIFT, id(3), gbp(1299),
                TillEntry.PaymentAttempted.Phase.KEPT, List.of(), Optional.of("Auth 0042 é")));
        all.put("adjustment-1.json", new StockEntry.Adjusted("S1", AT, ADA, "C-7", List.of(
                new StockEntry.Adjustment(1, TEA, Quantity.of(-2, Unit.EACH), Place.Kind.AVAILABLE, "thrown away"),
                new StockEntry.Adjustment(2, RICE, Quantity.parse("0.25", Unit.KILOGRAM), Place.Kind.QUARANTINE, "found"))));
        all.put("receive-1.json", new StockEntry.Received("S1", AT, ADA, "Tea & Co", "D-42", List.of(
                new StockEntry.Receipt(1, TEA, Quantity.of(48, Unit.EACH), Place.Kind.AVAILABLE, "L-2026-03"),
                new StockEntry.Receipt(2, RICE, Quantity.parse("25", Unit.KILOGRAM), Place.Kind.INSPECTION, ""))));
        all.put("goods-1.json", new StockEntry.GoodsMoved("S1", AT, ADA, Move.Type.DAMAGE, "W-3", List.of(
                new StockEntry.Goods(1, RICE, Quantity.parse("0.75", Unit.KILOGRAM), Place.shelf("S1"),
                        Place.at("S1", Place.Kind.QUARANTINE), Tracking.lot("L-1"), Tracking.lot("L-1"), "wet sack"),
                new StockEntry.Goods(2, LAMP, Quantity.of(1, Unit.EACH), new Place("S1", "A/3", Place.Kind.AVAILABLE), Place.SCRAP,
                        new Tracking("", "SN-0043"), new Tracking("", "SN-0043"), "dropped"))));
        all.put("goods-1-relot.json", new StockEntry.GoodsMoved("S1", AT, ADA, Move.Type.RELOT, "", List.of(
                new StockEntry.Goods(1, TEA, Quantity.of(6, Unit.EACH), Place.shelf("S1"), Place.shelf("S1"), Tracking.NONE,
                        Tracking.lot("L-2026-03"), "label found"))));
        all.put("goods-2.json", new StockEntry.GoodsMoved("S1", AT, ADA, Move.Type.RECEIVE, "D-43", List.of(
                new StockEntry.Goods(1, RICE, Quantity.parse("25", Unit.KILOGRAM), Place.SUPPLIER, Place.shelf("S1"),
                        Tracking.lot("L-1"), Tracking.lot("L-1"), "", Optional.of(UnitPrice.parse("1.0375", GBP))),
                new StockEntry.Goods(2, TEA, Quantity.of(6, Unit.EACH), Place.SUPPLIER, Place.at("S1", Place.Kind.INSPECTION),
                        Tracking.NONE, Tracking.NONE, "samples"))));
        all.put("count-1.json", new CountEntry.Counted("S1", AT, ADA, List.of(
                new CountEntry.Tally(1, id(11), 1, TEA, Place.shelf("S1"), "L-2026-03", Quantity.of(46, Unit.EACH), AT.minusSeconds(90)),
                new CountEntry.Tally(2, id(12), 2, RICE, Place.at("S1", Place.Kind.RETURNED), "",
                        Quantity.zero(Unit.KILOGRAM), AT.minusSeconds(60)))));
        all.put("count_adjustment-1.json", new CountEntry.CountAdjusted("S1", AT, ADA, id(11), TEA, Place.shelf("S1"), "L-2026-03",
                new CountEntry.Difference(Quantity.of(46, Unit.EACH), Quantity.of(48, Unit.EACH), Quantity.of(41, Unit.EACH),
                        Quantity.of(39, Unit.EACH)),
                new CountEntry.Approval(new EntryId(id(13)), ADA, new Person("bea", "Bea"), "DAMAGE", "two boxes crushed")));
        all.put("count_correction-1.json", new CountEntry.CountCorrected("S1", AT, new Person("centre", "The centre"), id(11),
                new EntryId(id(14)), 3, RICE.product(), Place.shelf("S1"), Tracking.NONE, Quantity.parse("0.75", Unit.KILOGRAM)));
        all.put("count_decision-1.json", new CountEntry.CountRuled("S1", AT, new Person("bea", "Bea"), id(11), 2,
                CountEntry.Ruling.APPROVE, "DAMAGE", "two boxes crushed"));
        all.put("count-2.json", new CountEntry.Counted("S1", AT, ADA, List.of(
                new CountEntry.Tally(1, id(11), 1, LAMP, Place.shelf("S1"), "", Quantity.of(3, Unit.EACH), AT.minusSeconds(90),
                        Optional.of(List.of("SN-0043", "SN-0047"))),
                new CountEntry.Tally(2, id(12), 1, TEA, Place.shelf("S1"), "L-1", Quantity.of(6, Unit.EACH), AT.minusSeconds(60)))));
        all.put("count_adjustment-2.json", new CountEntry.CountAdjusted("S1", AT, ADA, id(11), LAMP, Place.shelf("S1"), "",
                new CountEntry.Difference(Quantity.of(3, Unit.EACH), Quantity.of(3, Unit.EACH), Quantity.of(2, Unit.EACH),
                        Quantity.of(2, Unit.EACH)),
                Optional.of(new PieceDifference(List.of("SN-0041", "SN-0042"), List.of("SN-0047"))),
                new CountEntry.Approval(new EntryId(id(13)), ADA, new Person("bea", "Bea"), "THEFT", "the case was open")));
        all.put("count_correction-2.json", new CountEntry.CountCorrected("S1", AT, new Person("centre", "The centre"), id(11),
                new EntryId(id(14)), 1, LAMP.product(), Place.shelf("S1"), new Tracking("", "SN-0041"), Quantity.of(1, Unit.EACH)));
        all.put("transfer-1.json", new StockEntry.Transferred("S2", AT, ADA, waybill("DN-7"), Action.RECEIVE, "", Optional.empty(), List.of(
                new Load(1, RICE, Quantity.parse("1.5", Unit.KILOGRAM), Quantity.parse("0.25", Unit.KILOGRAM), Tracking.lot("L-1"),
                        Tracking.lot("L-2"), "label differs"),
                new Load(2, LAMP, Quantity.of(1, Unit.EACH), Quantity.zero(Unit.EACH), new Tracking("", "SN-0043"),
                        new Tracking("", "SN-0043"), ""))));
        all.put("transfer-1-reversal.json", new StockEntry.Transferred("S1", AT, ADA, waybill("DN-6"), Action.DISPATCH_REVERSAL, "bea",
                Optional.of(new EntryId(id(11))), List.of(new Load(1, TEA, Quantity.of(6, Unit.EACH), Quantity.zero(Unit.EACH),
                        Tracking.NONE, Tracking.NONE, "wrong pallet"))));
        all.put("product-1.json", new TillEntry.ProductMet("S1", AT, ADA, new Product(TEA.product(), TEA.sku(), TEA.name(),
                Unit.EACH, Product.Kind.GOODS, "V", UnitPrice.parse("2.49", GBP),
                List.of(Gtin.of("4006381333931"), Gtin.of("036000291452")))));
        all.put("shift_open-1.json", new ShiftEntry.ShiftOpened("S1", new Shift(SHIFT, LocalDate.of(2026, 3, 14), AT, ADA, gbp(10_000))));
        all.put("shift_close-1.json",
                new ShiftEntry.ShiftClosed("S1", AT, ADA, SHIFT, new Drawer(gbp(31_415), 92, gbp(265_358)), gbp(31_410)));
        CashCount count = new CashCount(GBP, List.of(
                new CashCount.Pile(gbp(5_000), 1), new CashCount.Pile(gbp(1_000), 4), new CashCount.Pile(gbp(1), 17)));
        all.put("shift_open-2.json", new ShiftEntry.ShiftOpened("S1",
                new Shift(SHIFT, LocalDate.of(2026, 3, 14), AT, ADA, gbp(9_017)), Optional.of(count)));
        all.put("shift_close-2.json", new ShiftEntry.ShiftClosed("S1", AT, ADA, SHIFT, new Drawer(gbp(9_020), 2, gbp(20)), gbp(9_017),
                Optional.of(new ShiftEntry.Seal(new ReceiptNumber("S1-T2-9f3a-3"), count, Hash.sha256(new byte[] {7})))));
        all.put("approval-3-figures.json",
                new TillEntry.Approved("S1", AT, ADA, SHIFT, new Person("bob", "Bob"), new Consent.FiguresShown()));
        all.put("approval-3-drawer.json",
                new TillEntry.Approved("S1", AT, ADA, SHIFT, new Person("bob", "Bob"), new Consent.DrawerOpened("CHECK")));
        all.put("approval-3-close.json",
                new TillEntry.Approved("S1", AT, ADA, SHIFT, new Person("bob", "Bob"), new Consent.ShiftClosed()));
        all.put("cash-1.json", new ShiftEntry.CashMoved("S1", AT, ADA, SHIFT, gbp(-5_000), "to the bank"));
        all.put("no_sale-1.json", new ShiftEntry.DrawerOpened("S1", AT, ADA, SHIFT, "change for a customer"));
        all.put("approval-1.json", new TillEntry.Approved("S1", AT, ADA, SHIFT, new Person("bob", "Bob"),
                new Consent.BeyondStock(new ProductId(id(3)), Quantity.of(3, Unit.EACH), Quantity.of(-1, Unit.EACH), AT)));
        all.put("approval-1-prices.json",
                new TillEntry.Approved("S1", AT, ADA, SHIFT, new Person("bob", "Bob"), new Consent.OldPrices(AT)));
        all.put("approval-2.json", new TillEntry.Approved("S1", AT, ADA, SHIFT, new Person("bob", "Bob"),
                new Consent.Discounted(0, new Cut.Percent(2_500), gbp(4_999), "GOODWILL")));
        all.put("approval-2-price.json", new TillEntry.Approved("S1", AT, ADA, SHIFT, new Person("bob", "Bob"),
                new Consent.PriceSet(new ProductId(id(3)), 2, UnitPrice.parse("2.9905", GBP), UnitPrice.parse("2.5", GBP), "PRICE_MATCH")));
        all.put("approval-3.json", new TillEntry.Approved("S1", AT, ADA, SHIFT, new Person("bob", "Bob"),
                new Consent.WithoutReceipt(new ProductId(id(3)), 2, Quantity.parse("0.5", Unit.KILOGRAM), gbp(149),
                        ReturnOf.Condition.DAMAGED, "DEFECTIVE")));
        all.put("approval-4-card.json", new TillEntry.Approved("S1", AT, ADA, SHIFT, new Person("bob", "Bob"),
                new Consent.CardSettled(id(4), gbp(1_230))));
        all.put("approval-5-card.json", new TillEntry.Approved("S1", AT, ADA, SHIFT, new Person("bob", "Bob"),
                new Consent.CardKept(id(4), gbp(1_230))));
        all.put("approval-3-void.json", new TillEntry.Approved("S1", AT, ADA, SHIFT, new Person("bob", "Bob"),
                new Consent.SaleVoided(3, gbp(1_250), "CUSTOMER_LEFT")));
        all.put("approval-5.json", new TillEntry.Approved("S1", AT, ADA, SHIFT, new Person("bob", "Bob"),
                new Consent.LineVoided(new ProductId(id(3)), 2, Quantity.parse("0.5", Unit.KILOGRAM), gbp(149), Optional.of("DAMAGED"))));
        all.put("approval-5-cash.json", new TillEntry.Approved("S1", AT, ADA, SHIFT, new Person("bob", "Bob"),
                new Consent.CashTaken(gbp(50_000), "TO_SAFE")));
        all.put("approval-5-sale.json", new TillEntry.Approved("S1", AT, ADA, SHIFT, new Person("bob", "Bob"),
                new Consent.SaleUndone(ReceiptNumber.of("S1", "T1", "9f3a", 42), gbp(1_299), "MISTAKE")));
        Sale explained = explained();
        all.put("sale-9.json", new TillEntry.Sold(explained));
        all.put("void-7.json", new TillEntry.Voided("S1", AT, ADA, SHIFT, Optional.empty(), explained.lines(), explained.voided(),
                explained.total(), gbp(0), "CUSTOMER_LEFT"));
        all.put("reprint-1.json", new TillEntry.Copied("S1", AT, ADA, SHIFT, new EntryId(id(9)), ReceiptNumber.of("S1", "T1", "9f3a", 42),
                TillEntry.Copied.Manner.PAPER));
        all.put("gap-1.json", new TillEntry.HistoryMissed("S1", AT, ADA, new StreamId(id(7)), 1, 4710));
        return all;
    }

    static Meta meta() {
        return new Meta(
                "sale/1",
                new Meta.Stamp(1_773_500_966_535L, 86_400_000, id(5), Optional.of(new Meta.Offset(-320, 60_000))),
                List.of(new EntryId(id(9)), new EntryId(id(10))),
                List.of(),
                new Meta.Summary(Optional.of(gbp(1299)), Optional.of(SHIFT), 3));
    }

    /// Of the first sale, which a voucher pays for in part.
    static Meta keyedMeta() {
        return new Meta(meta().schema(), meta().stamp(), meta().refs(), new TillEntry.Sold(sale()).keys(), meta().summary());
    }

    static Meta bareMeta() {
        return new Meta("no_sale/1", new Meta.Stamp(-1, 0, id(5), Optional.empty()), List.of(), List.of(),
                new Meta.Summary(Optional.empty(), Optional.empty(), 0));
    }

    private static Sale sale() {
        Line serial = new Line(5, LAMP, Quantity.of(1, Unit.EACH), price("24.00", new Price.Source.Rule("SPRING")), gbp(2400),
                Optional.empty(), Optional.of("L-7"), Optional.of("SN-0042"));
        Basket basket = Basket.empty(GBP, TaxRule.USUAL)
                .ring(TEA, Quantity.of(3, Unit.EACH), price("2.49", new Price.Source.Base()))
                .ring(RICE, Quantity.parse("1.204", Unit.KILOGRAM), price("2.9905", new Price.Source.Set("friend of the house")))
                .ring(TEA, Quantity.of(1, Unit.EACH), price("2.49", new Price.Source.Base()))
                .plus(Line.embedded(4, RICE, Quantity.parse("0.5", Unit.KILOGRAM), gbp(149)))
                .plus(serial)
                .ring(POST, Quantity.of(1, POST.unit()), price("0", new Price.Source.Base()))
                .voidLine(3);
        return sale(17, Optional.of("customer 12"), basket, List.of(
                new Tender.Voucher(gbp(500), "GIFT-77"), new Tender.Card(gbp(1000), id(3), "AUTH 0815"), new Tender.Cash(gbp(4000))));
    }

    private static Sale cheaper() {
        Line promoted = new Line(4, LAMP, Quantity.of(1, Unit.EACH), price("24.00", new Price.Source.Base()), gbp(1999),
                List.of(new Discount(gbp(401), new Discount.Cause.Promotion("LAMPS-26", "Lamp week"))), Optional.empty(),
                Optional.empty(), Optional.of("SN-0042"));
        Basket basket = Basket.empty(GBP, TaxRule.USUAL)
                .ring(TEA, Quantity.of(3, Unit.EACH), price("2.49", new Price.Source.Base()))
                .discounted(1, Optional.of(new Discount.Cause.ByHand(new Cut.Percent(1_250), "damaged box")))
                .ring(RICE, Quantity.parse("1.204", Unit.KILOGRAM), price("2.9905", new Price.Source.Base()))
                .withPrice(2, price("2.50", new Price.Source.Set("PRICE_MATCH")))
                .ring(TEA, Quantity.of(1, Unit.EACH), price("2.49", new Price.Source.Base()))
                .discounted(3, Optional.of(new Discount.Cause.ByHand(new Cut.Amount(gbp(50)), "damaged box")))
                .plus(promoted)
                .voidLine(3)
                .rebated(Optional.of(new Discount.Cause.OfBasket(new Cut.Percent(500), "STAFF")));
        return sale(19, Optional.empty(), basket, List.of(new Tender.Cash(gbp(5000))));
    }

    private static Sale rounded() {
        Basket basket = Basket.empty(GBP, TaxRule.USUAL).ring(TEA, Quantity.of(1, Unit.EACH), price("2.49", new Price.Source.Base()));
        Sale.Occasion occasion = new Sale.Occasion("S1", SHIFT, LocalDate.of(2026, 3, 14), AT, ADA, Optional.empty());
        return Sale.of(ReceiptNumber.of("S1", "T2", "9f3a", 20), occasion, basket,
                new Settlement(basket.total(), List.of(new Tender.Cash(gbp(500))), 5));
    }

    private static Sale restricted() {
        Basket basket = Basket.empty(GBP, TaxRule.USUAL).ring(TEA, Quantity.of(1, Unit.EACH), price("2.49", new Price.Source.Base()));
        Sale.Occasion occasion = new Sale.Occasion("S1", SHIFT, LocalDate.of(2026, 3, 14), AT, ADA, Optional.empty(),
                Optional.of(new Sale.AgeCheck(18, Sale.AgeCheck.Manner.BORN)));
        return Sale.of(ReceiptNumber.of("S1", "T2", "9f3a", 21), occasion, basket,
                new Settlement(basket.total(), List.of(new Tender.Cash(gbp(500))), 5));
    }

    private static Sale exempt() {
        Basket basket = Basket.empty(GBP, TaxRule.USUAL)
                .ring(TEA, Quantity.of(3, Unit.EACH), price("2.49", new Price.Source.Base()))
                .ring(LAMP, Quantity.of(1, Unit.EACH), price("24.00", new Price.Source.Base()))
                .rebated(Optional.of(new Discount.Cause.OfBasket(new Cut.Percent(500), "STAFF")))
                .exempted(true);
        return bought(22, Optional.empty(), Optional.of(new Exemption("EX-2026/417 é", LocalDate.of(2026, 12, 31))), basket);
    }

    private static Sale known() {
        Basket basket = Basket.empty(GBP, TaxRule.USUAL).ring(TEA, Quantity.of(1, Unit.EACH), price("2.49", new Price.Source.Base()));
        return bought(23, Optional.of("Grace Hopper"), Optional.empty(), basket);
    }

    private static Sale bought(long number, Optional<String> name, Optional<Exemption> exemption, Basket basket) {
        Sale.Occasion occasion = new Sale.Occasion("S1", SHIFT, LocalDate.of(2026, 3, 14), AT, ADA, name,
                Optional.of(new Sale.Buyer(new CustomerId(id(77)), exemption)), Optional.empty());
        return Sale.of(ReceiptNumber.of("S1", "T2", "9f3a", number), occasion, basket,
                new Settlement(basket.total(), List.of(new Tender.Cash(gbp(5000)))));
    }

    private static Sale collected() {
        Price base = price("2.49", new Price.Source.Base());
        Basket basket = Basket.empty(GBP, TaxRule.USUAL)
                .plus(Line.sold(1, TEA, Quantity.of(2, Unit.EACH), base)
                        .claiming(Optional.of(new Claim(id(21), "WEB-4711", Quantity.of(3, Unit.EACH), true))))
                .plus(Line.sold(2, RICE, Quantity.parse("0.75", Unit.KILOGRAM), price("2.9905", new Price.Source.Base()))
                        .tracked(Tracking.lot("L-7"))
                        .claiming(Optional.of(new Claim(id(22), "WEB-4711", Quantity.parse("0.75", Unit.KILOGRAM), false))))
                .ring(TEA, Quantity.of(1, Unit.EACH), base);
        return sale(22, Optional.empty(), basket, List.of(new Tender.Cash(gbp(5000))));
    }

    private static Sale explained() {
        Basket basket = Basket.empty(GBP, TaxRule.USUAL)
                .ring(TEA, Quantity.of(3, Unit.EACH), price("2.49", new Price.Source.Base()))
                .ring(RICE, Quantity.parse("1.204", Unit.KILOGRAM), price("2.9905", new Price.Source.Base()))
                .takeOut(1, Quantity.of(2, Unit.EACH), Optional.empty()).orElseThrow()
                .takeOut(2, Quantity.parse("1.204", Unit.KILOGRAM), Optional.of("DAMAGED")).orElseThrow();
        return sale(24, Optional.empty(), basket, List.of(new Tender.Cash(gbp(5000))));
    }

    private static Sale noted() {
        Basket basket = Basket.empty(GBP, TaxRule.USUAL)
                .plus(Line.returned(1, TEA, Quantity.of(1, Unit.EACH), price("2.49", new Price.Source.Base()), gbp(249),
                        new ReturnOf(ReturnOf.Condition.RESALABLE, "GIFT", Optional.of(new ReceiptNumber("S2-T1-0c44-812")))));
        return sale(22, Optional.empty(), basket, List.of(new Tender.Cash(basket.total())));
    }

    private static Sale dated() {
        Basket basket = Basket.empty(GBP, TaxRule.USUAL)
                .plus(Line.sold(1, TEA, Quantity.of(2, Unit.EACH), price("2.49", new Price.Source.Base()))
                        .tracked(Tracking.lot("L-2026-03"))
                        .expiring(Optional.of(LocalDate.of(2026, 3, 20))));
        return sale(23, Optional.empty(), basket, List.of(new Tender.Cash(basket.total())));
    }

    private static Sale refund() {
        ReturnOf.SoldLine sold = new ReturnOf.SoldLine(id(9), new ReceiptNumber("S1-T2-9f3a-17"), 2);
        Basket basket = Basket.empty(GBP, TaxRule.USUAL)
                .plus(Line.returned(1, RICE, Quantity.parse("0.3", Unit.KILOGRAM), price("2.9905", new Price.Source.Paid()), gbp(90),
                        new ReturnOf(Optional.of(sold), ReturnOf.Condition.DAMAGED, "", Optional.of(gbp(7)))))
                .plus(Line.returned(2, TEA, Quantity.of(1, Unit.EACH), price("2.49", new Price.Source.Base()), gbp(249),
                        new ReturnOf(Optional.empty(), ReturnOf.Condition.EXPIRED, "no receipt, regular customer")));
        return sale(18, Optional.empty(), basket, List.of(new Tender.Cash(basket.total())));
    }

    private static Sale sale(long number, Optional<String> customer, Basket basket, List<Tender> tenders) {
        Sale.Occasion occasion = new Sale.Occasion("S1", SHIFT, LocalDate.of(2026, 3, 14), AT, ADA, customer);
        return Sale.of(ReceiptNumber.of("S1", "T2", "9f3a", number), occasion, basket, new Settlement(basket.total(), tenders));
    }

    private static Item item(String sku, String name, Unit unit, Product.Kind kind, TaxRate tax) {
        return new Item(ProductId.of(Sku.of(sku)), Sku.of(sku), name, unit, kind, tax);
    }

    private static Price price(String text, Price.Source source) {
        return new Price(UnitPrice.parse(text, GBP), source);
    }

    private static Waybill waybill(String document) {
        return new Waybill(new TransferId("T-2026-3"), new Route("S1", "S2"), document);
    }

    private static Money gbp(long minor) {
        return new Money(minor, GBP);
    }

    private static UUID id(long number) {
        return new UUID(0x0195_9a5c_0000_7000L, 0x8000_0000_0000_0000L | number);
    }
}
