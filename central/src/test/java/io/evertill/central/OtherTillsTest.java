package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.office.Settings;
import io.evertill.entry.TillEntry;
import io.evertill.link.HttpLink;
import io.evertill.money.Money;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.register.Lookup;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.sale.Basket;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.sale.Sale;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import io.evertill.wire.Inquiry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What happened at another till (experience E11, E3).
class OtherTillsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void goodsOfAnotherTillComeBackOnceAndWhoeverTakesThemTwiceOfflineIsTold(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings);
                ShopTill one = ready(centre, "T1");
                ShopTill two = ready(centre, "T2");
                ShopTill three = ready(centre, "T3")) {
            Sale sale = sold(one.sell("MUG1", "MUG1", "MUG2"));
            Inquiry.OfReceipt early = two.link.receipt(sale.receipt());
            deliver(centre, one);
            List<Returnable> lines = asked(two, sale.receipt());
            List<Returnable> others = asked(three, sale.receipt());

            Outcome first = takeBack(two, lines.getFirst(), 2);
            Outcome again = takeBack(two, lines.getFirst(), 1);
            List<Returnable> unsent = asked(two, sale.receipt());
            takeBack(three, others.getFirst(), 1);
            deliver(centre, two);
            deliver(centre, three);

            assertInstanceOf(Inquiry.OfReceipt.Unknown.class, early);
            assertEquals(List.of("2", "1"), lines.stream().map(line -> line.left().text()).toList());
            assertInstanceOf(Outcome.Saved.class, first);
            assertEquals(Outcome.Why.CONTENT, assertInstanceOf(Outcome.NotSaved.class, again).why());
            assertEquals(List.of("0", "1"), unsent.stream().map(line -> line.left().text()).toList());
            String told = Ended.of(Shops.command(settings, "over-returns")).out();
            assertTrue(told.contains("3 of MUG1 came back of receipt " + sale.receipt() + ", which sold 2: "), told);
            assertTrue(told.endsWith("1 receipts of which too much came back.\n"), told);
            assertTrue(Ended.of(Shops.command(settings, "alerts")).out().contains("OVER_RETURN  store S1"), told);
            String id = told.lines().findFirst().orElseThrow().replaceFirst(".*  ", "");
            assertEquals("The matter is settled.\n", Ended.of(Shops.command(
                    settings, "over-returns", "--settle", id, "--by", "Bea", "--note", "paid back")).out());
            assertEquals("0 receipts of which too much came back.\n", Ended.of(Shops.command(settings, "over-returns")).out());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTillThatWasPutBackToAnOldCopyDoesNotPayAgainWhatItTookBack(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder));
                ShopTill one = ready(centre, "T1");
                ShopTill two = ready(centre, "T2")) {
            Sale sale = sold(one.sell("MUG1", "MUG1", "MUG1", "MUG1", "MUG1"));
            deliver(centre, one);
            bring(one, asked(one, sale.receipt()).getFirst());
            deliver(centre, one);
            Path copy = folder.resolve("copy.db");
            one.db.copyTo(copy);
            bring(one, asked(one, sale.receipt()).getFirst());
            deliver(centre, one);
            bring(two, asked(two, sale.receipt()).getFirst());
            deliver(centre, two);
            try (ShopTill back = one.putBack(copy)) {
                Returnable asked = asked(back, sale.receipt()).getFirst();
                Outcome tooMuch = takeBack(back, asked, 3);
                Outcome right = bring(back, asked);
                Returnable unsent = asked(back, sale.receipt()).getFirst();
                deliver(centre, back);
                Returnable sent = asked(back, sale.receipt()).getFirst();

                assertEquals("2", asked.left().text());
                assertEquals(Money.of(3 * 2_50, "GBP"), asked.refunded());
                assertEquals(Outcome.Why.CONTENT, assertInstanceOf(Outcome.NotSaved.class, tooMuch).why());
                assertInstanceOf(Outcome.Saved.class, right);
                assertEquals("1", unsent.left().text());
                assertEquals(unsent, sent);
                assertEquals(List.of(sent), back.register.find(sale.receipt()).orElseThrow());
            }
        }
    }

    /// Nobody knew what was on the receipt when the goods came back; the till that took them counts them before the centre does.
    @ParameterizedTest
    @EnumSource
    void whatATillNotedItselfCountsAtOnceAndOnce(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder));
                ShopTill one = ready(centre, "T1");
                ShopTill two = ready(centre, "T2")) {
            Sale sale = sold(one.sell("MUG1", "MUG1", "MUG1"));
            Lookup.Article article = assertInstanceOf(Lookup.Meaning.Found.class, two.lookup.find("MUG1")).article();
            checkout(two, Basket.empty(ShopTill.GBP, TaxRule.USUAL).plus(Line.returned(1, article.item(), Quantity.of(1, Unit.EACH),
                    article.price(), Money.of(2_60, "GBP"),
                    new ReturnOf(ReturnOf.Condition.RESALABLE, "GIFT", Optional.of(sale.receipt())))));
            deliver(centre, one);

            Returnable unsent = asked(two, sale.receipt()).getFirst();
            deliver(centre, two);
            Returnable sent = asked(two, sale.receipt()).getFirst();
            Returnable told = asked(one, sale.receipt()).getFirst();

            assertEquals("2", unsent.left().text());
            assertEquals(Money.of(2_60, "GBP"), unsent.refunded());
            assertEquals(unsent, sent);
            assertEquals(unsent, told);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPieceIsWithACustomerUntilItComesBack(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder));
                ShopTill one = ready(centre, "T1");
                ShopTill two = ready(centre, "T2")) {
            Inquiry.OfPiece before = two.link.piece(ProductId.of(Sku.of("MUG1")), "SN 1/ä");
            Sale sale = sold(checkout(one, Basket.empty(ShopTill.GBP, TaxRule.USUAL).plus(piece(one, "SN 1/ä"))));
            deliver(centre, one);
            Inquiry.OfPiece after = two.link.piece(ProductId.of(Sku.of("MUG1")), "SN 1/ä");
            takeBack(two, asked(two, sale.receipt()).getFirst(), 1);
            boolean isBackHere = two.lookup.isBackHere(ProductId.of(Sku.of("MUG1")), "SN 1/ä");
            deliver(centre, two);

            assertInstanceOf(Inquiry.OfPiece.Free.class, before);
            assertEquals(new Inquiry.OfPiece.Sold(sale.receipt().text()), after);
            assertTrue(isBackHere);
            assertInstanceOf(Inquiry.OfPiece.Free.class, one.link.piece(ProductId.of(Sku.of("MUG1")), "SN 1/ä"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyTillsAskAndAskForSomething(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings);
                ShopTill till = ready(centre, "T1");
                Asker asker = new Asker(centre)) {
            Sale sale = sold(till.sell("MUG1"));
            deliver(centre, till);
            String[] bearer = Asker.bearer(till.grant.token());
            String piece = "/v1/pieces?product=" + ProductId.of(Sku.of("MUG1"));

            List<String> answers = List.of(
                    asker.get("/v1/receipts/" + sale.receipt()).verdict(),
                    asker.get("/v1/receipts/17", bearer).verdict(),
                    asker.get("/v1/receipts/S1-T1-0000-9999", bearer).verdict(),
                    asker.get("/v1/receipts/" + sale.receipt(), bearer).verdict(),
                    asker.get(piece + "&serial=1").verdict(),
                    asker.get(piece, bearer).verdict(),
                    asker.get("/v1/pieces?product=mug&serial=1", bearer).verdict(),
                    asker.get(piece + "&serial=1", bearer).verdict());
            Ended.of(Shops.command(settings, "revoke", "--store", "S1", "--till", "T1"));

            assertEquals(List.of("401 UNAUTHORIZED", "400 NUMBER", "404 RECEIPT", "200", "401 UNAUTHORIZED", "400 PIECE", "400 PIECE",
                    "200"), answers);
            assertEquals("403 REVOKED", asker.get("/v1/receipts/" + sale.receipt(), bearer).verdict());
            assertEquals("403 REVOKED", asker.get(piece + "&serial=1", bearer).verdict());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereNobodyAnswersTheTillIsToldSo(CentreOn on) {
        String url;
        try (Centre centre = Shops.start(on.settings(folder))) {
            url = centre.url();
        }
        try (HttpLink link = new HttpLink(url, "token")) {
            assertEquals(new Inquiry.OfReceipt.Unheard("nothing answers there."), link.receipt(new ReceiptNumber("S1-T1-0000-1")));
            assertEquals(new Inquiry.OfPiece.Unheard("nothing answers there."), link.piece(ProductId.of(Sku.of("MUG1")), "1"));
        }
    }

    private ShopTill ready(Centre centre, String name) {
        ShopTill till = Shops.till(centre, folder, name);
        till.pull();
        till.openShift();
        return till;
    }

    private static void deliver(Centre centre, ShopTill till) {
        till.deliver();
        assertTrue(centre.settle(Shops.PATIENCE));
    }

    private static List<Returnable> asked(ShopTill till, ReceiptNumber receipt) {
        var known = assertInstanceOf(Inquiry.OfReceipt.Known.class, till.link.receipt(receipt));
        return till.register.elsewhere(known.sold(), till.register.unheard(known.sold()));
    }

    private static Outcome takeBack(ShopTill till, Returnable line, long pieces) {
        return checkout(till, Basket.empty(ShopTill.GBP, TaxRule.USUAL)
                .plus(new Returnable(line.sale(), line.receipt(), line.line(), Quantity.zero(Unit.EACH), line.refunded())
                        .take(1, Quantity.of(pieces, Unit.EACH), ReturnOf.Condition.RESALABLE, "")));
    }

    /// One piece comes back, as the till proposes it.
    private static Outcome bring(ShopTill till, Returnable line) {
        return checkout(till, Basket.empty(ShopTill.GBP, TaxRule.USUAL)
                .plus(line.take(1, Quantity.of(1, Unit.EACH), ReturnOf.Condition.RESALABLE, "")));
    }

    private static Line piece(ShopTill till, String serial) {
        Lookup.Article article = assertInstanceOf(Lookup.Meaning.Found.class, till.lookup.find("MUG1")).article();
        return Line.sold(1, article.item(), Quantity.of(1, Unit.EACH), article.price()).tracked(new Tracking("", serial));
    }

    private static Outcome checkout(ShopTill till, Basket basket) {
        return till.register.sell(new Register.Checkout(till.register.entryId(), ShopTill.ANNA, Optional.empty(), basket,
                new Settlement(basket.total(), List.of(new Tender.Cash(basket.total())))));
    }

    private static Sale sold(Outcome outcome) {
        return ((TillEntry.Sold) assertInstanceOf(Outcome.Saved.class, outcome).entry()).sale();
    }
}
