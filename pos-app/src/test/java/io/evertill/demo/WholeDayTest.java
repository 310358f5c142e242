package io.evertill.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.office.Office;
import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import io.evertill.db.Tx;
import io.evertill.device.Speaker;
import io.evertill.feed.Clientele;
import io.evertill.feed.Personnel;
import io.evertill.ledger.Bytes;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.person.Person;
import io.evertill.pos.Station;
import io.evertill.pos.Window;
import io.evertill.product.Guidance;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.register.ShiftBook;
import io.evertill.rule.Exempt;
import io.evertill.sale.Sale;
import io.evertill.shift.ShiftReport;
import io.evertill.staff.Pin;
import io.evertill.staff.StaffMember;
import io.evertill.staff.TillRole;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import io.evertill.till.Action;
import io.evertill.till.Activity;
import io.evertill.till.DrawerAct;
import io.evertill.wire.PinHash;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole day of trading at the real window, till and centre, by keys alone, and the next one by touch alone. At each end ledger, drawer,
/// sealed report and centre agree. Pictures of every station are in `target/screenshots/day`, to be looked at.
@Exempt(rule = "imports", reason = "a shop with staff, goods, customers and a day's work", until = "2028-12-31")
final class WholeDayTest {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Pin CASHIERS = new Pin("4821");
    private static final Pin SUPERVISORS = new Pin("736590");
    private static final List<Money> PIECES = List.of(pence(2_000), pence(500), pence(100), pence(10), pence(1));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Fingers fingers;
    private String pictures = "";
    private Money inDrawer = pence(0);

    private static Money pence(long minor) {
        return new Money(minor, GBP);
    }

    @Test
    void aDayByKeysAndTheNextByTouch() throws Exception {
        Window.startToolkit();
        try (Site site = new Site(folder, Speaker.SILENT)) {
            Office office = site.centre().office();
            office.db().run(tx -> define(office, tx));
            assertTrue(site.centre().settle(PATIENCE));
            site.enrol();
            for (boolean isByTouch : List.of(false, true)) {
                Station station = site.open(false);
                Window window = Window.open(station, site.machine().clock());
                Hand hand = new Hand(window.content(), station.loop(), Path.of("target", "screenshots", "day"));
                fingers = isByTouch ? new Fingers.Touch(station, window, hand) : new Fingers.Keys(station, window, hand);
                pictures = isByTouch ? "touch-" : "keys-";

                trade();
                ShiftReport report = close(site);

                assertEquals(Optional.of(pence(0)), report.difference());
                assertEquals(inDrawer, report.drawer().cash());
                assertEquals(List.of(7L, 1L, 1L), List.of(
                        report.sales().receipts().count(), report.sales().givenUp().count(), report.sales().linesOut()), report::toString);
                assertTrue(site.settle());
                assertEquals("", String.join("\n", Comparison.of(station.till().database(), site.centre()).rows().stream()
                        .filter(row -> !row.isSame()).map(Comparison.Row::toString).toList()));
                station.close();
                window.close();
            }
        }
    }

    private void trade() {
        inDrawer = pence(10_000);
        fingers.await("the names", state -> state.activity() instanceof Activity.SigningIn);
        picture("01-names");
        fingers.row(0, "Anna");
        pin(CASHIERS, "02-pin");
        fingers.comes(Activity.CountingCash.class);
        picture("03-float");
        count(inDrawer);
        fingers.comes(Activity.Selling.class);

        fingers.scan("MUG");
        fingers.type("3");
        fingers.act(Action.QUANTITY);
        fingers.scan("PEARS");
        fingers.type("0.5");
        picture("04-weighing");
        fingers.act(Action.ENTER);
        fingers.scan("JUG");
        fingers.type("20%");
        fingers.act(Action.DISCOUNT);
        picture("05-why-cheaper");
        fingers.row(0, "Damaged");
        approve("06");
        fingers.scan("VASE");
        fingers.type("10");
        fingers.act(Action.SET_PRICE);
        fingers.row(0, "Damaged");
        approve("07");
        fingers.act(Action.CUSTOMER);
        fingers.type("ZOE");
        picture("08-customer");
        fingers.row(0, "Zoe Wild");
        picture("09-basket");
        fingers.act(Action.HOLD);

        fingers.scan("RUM");
        fingers.comes(Activity.AskingAge.class);
        picture("10-age");
        fingers.act(Action.OF_AGE);
        fingers.act(Action.CARD);
        fingers.comes(Activity.AtTerminal.class);
        picture("11-card");
        fingers.act(Action.APPROVED);
        done(pence(1_499), "12-paid-by-card");

        fingers.act(Action.HOLD);
        fingers.comes(Activity.ChoosingHeld.class);
        picture("13-held");
        fingers.row(0, "No. ");
        fingers.act(Action.ENTER);
        approve("13-once-more");
        fingers.type("5");
        fingers.act(Action.CASH);
        fingers.type("1");
        fingers.act(Action.VOUCHER);
        fingers.type("717");
        picture("14-voucher");
        fingers.act(Action.ENTER);
        picture("15-part-paid");
        fingers.act(Action.EXACT_CASH);
        Sale mixed = done(pence(2_624), "16-mixed");

        fingers.scan("MUG");
        fingers.act(Action.EXACT_CASH);
        done(pence(250), "17-cash");
        fingers.act(Action.RETURN);
        fingers.type(Long.toString(mixed.receipt().number()));
        fingers.act(Action.ENTER);
        fingers.comes(Activity.TakingBack.class);
        picture("18-taking-back");
        fingers.row(0, "A MUG");
        picture("19-back");
        fingers.act(Action.BACK);
        fingers.act(Action.EXACT_CASH);
        done(pence(-250), "20-paid-out");
        fingers.act(Action.RETURN);
        fingers.scan(mixed.receipt().text());
        fingers.comes(Activity.TakingBack.class);
        // An Enter right behind a code is a second suffix of the scanner; no hand is as fast as this test without a picture.
        picture("20-taking-back-again");
        fingers.row(0, "A MUG");
        fingers.act(Action.BACK);
        fingers.scan("JUG");
        picture("21-exchange");
        fingers.act(Action.EXACT_CASH);
        done(pence(649), "22-exchanged");

        fingers.scan("MUG");
        fingers.scan("JUG");
        fingers.act(Action.VOID_LINE);
        fingers.act(Action.EXACT_CASH);
        done(pence(250), "23-line-out");
        fingers.scan("JUG");
        fingers.scan("MUG");
        fingers.act(Action.VOID_LINE);
        fingers.act(Action.VOID_SALE);
        picture("24-giving-up");
        fingers.row(0, "The customer left");
        fingers.comes(Activity.Selling.class);
        fingers.scan("JUG");
        fingers.type("20");
        fingers.act(Action.CASH);
        done(pence(899), "25-change");

        drawer(DrawerAct.CASH_OUT, "Take cash out");
        fingers.type("5");
        picture("26-cash-out");
        fingers.act(Action.ENTER);
        picture("27-why-cash-out");
        fingers.row(0, "To the safe");
        inDrawer = inDrawer.minus(pence(500));
        drawer(DrawerAct.X_REPORT, "X report");
        approve("28");
        fingers.comes(Activity.ShowingReport.class);
        picture("29-x-report");
        fingers.act(Action.BACK);
    }

    /// Counts what somebody who added up alone expects, and waits for the proof that the centre has all. A till whose centre was not
    /// quick enough asks again with its next sign of life, a minute later, or when its network comes back.
    private ShiftReport close(Site site) {
        drawer(DrawerAct.CLOSE, "Count and close");
        fingers.comes(Activity.CountingCash.class);
        picture("30-counting");
        count(inDrawer);
        fingers.comes(Activity.Sealed.class);
        picture("31-sealed");
        fingers.act(Action.ENTER);
        fingers.await("all sales with the centre", state -> state.around().sync().waiting() == 0);
        assertTrue(site.settle());
        fingers.act(Action.NETWORK);
        fingers.await("a cut network", state -> state.around().isNetworkCut());
        fingers.act(Action.NETWORK);
        fingers.await("the centre's proof", state -> state.activity() instanceof Activity.ShowingReport(var _, var sheet, var _)
                && sheet.isProved() && sheet.waiting() == 0);
        picture("32-z-report");
        return new ShiftBook(fingers.station.till().database()).last().orElseThrow();
    }

    private void drawer(DrawerAct act, String words) {
        fingers.act(Action.DRAWER);
        picture("25-drawer");
        fingers.row(DrawerAct.ALL.indexOf(act), words);
    }

    private void approve(String number) {
        fingers.comes(Activity.Approving.class);
        picture(number + "-approving");
        fingers.row(0, "Bea");
        pin(SUPERVISORS, number + "-pin");
        fingers.await("the answer", state -> Fingers.isCalm(state) && !(state.activity() instanceof Activity.AskingPin));
    }

    private void pin(Pin pin, String name) {
        fingers.comes(Activity.AskingPin.class);
        fingers.type(pin.digits());
        picture(name);
        fingers.act(Action.ENTER);
    }

    private void count(Money money) {
        long left = money.minor();
        for (Money piece : PIECES) {
            fingers.type(Long.toString(left / piece.minor()));
            left %= piece.minor();
            fingers.act(Action.ENTER);
        }
        fingers.act(Action.ENTER);
    }

    private Sale done(Money total, String name) {
        Sale sale = fingers.comes(Activity.Done.class).completed().sale();
        picture(name);
        assertEquals(total, sale.total(), name);
        inDrawer = inDrawer.plus(sale.cash());
        return sale;
    }

    private void picture(String name) {
        fingers.picture(pictures + name);
    }

    private static void define(Office office, Tx tx) {
        office.headOffice().define(tx, new TaxRate("STD", "VAT", 200_000, TaxRate.Kind.INCLUSIVE));
        setting(office, tx, "currency", "GBP");
        setting(office, tx, "zone", "Europe/Dublin");
        setting(office, tx, "shop.name", "Corner Shop");
        setting(office, tx, "favourites", "MUG JUG PEARS RUM VASE");
        setting(office, tx, "drawer.float", "COUNTED");
        setting(office, tx, "drawer.denominations", "20 5 1 0.10 0.01");
        goods(office, tx, "MUG", "A MUG", "2.50", Unit.EACH, Guidance.NONE);
        goods(office, tx, "JUG", "A JUG", "8.99", Unit.EACH, Guidance.NONE);
        goods(office, tx, "VASE", "A VASE", "12.00", Unit.EACH, Guidance.NONE);
        goods(office, tx, "PEARS", "Pears", "3.10", Unit.KILOGRAM, Guidance.NONE);
        goods(office, tx, "RUM", "Rum 0.7 l", "14.99", Unit.EACH, new Guidance(Optional.of(18), Optional.empty()));
        Personnel personnel = new Personnel(office.feed());
        staff(personnel, tx, new Person("anna", "Anna"), TillRole.CASHIER, CASHIERS);
        staff(personnel, tx, new Person("bea", "Bea"), TillRole.SUPERVISOR, SUPERVISORS);
        staff(personnel, tx, new Person("cy", "Cy"), TillRole.MANAGER, SUPERVISORS);
        new Clientele(office.feed()).define(tx, new Customer(
                new CustomerId(new UUID(3, 1)), "Zoe Wild", "0151 2345678", "", "CARD-1", Optional.empty()));
    }

    private static void setting(Office office, Tx tx, String name, String value) {
        office.headOffice().define(tx, "", name, value);
    }

    private static void goods(Office office, Tx tx, String sku, String name, String price, Unit unit, Guidance guidance) {
        office.headOffice().define(tx, new Product(ProductId.of(Sku.of(sku)), Sku.of(sku), name, unit, Product.Kind.GOODS, "STD",
                UnitPrice.parse(price, GBP), List.of()).guided(guidance));
    }

    private static void staff(Personnel personnel, Tx tx, Person person, TillRole role, Pin pin) {
        personnel.define(tx, new Personnel.Employed("", new StaffMember(
                person, role, PinHash.of(pin, Bytes.of("0123456789abcdef")), Optional.empty())));
    }
}
