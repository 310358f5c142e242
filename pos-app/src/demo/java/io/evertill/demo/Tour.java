package io.evertill.demo;

import io.evertill.pos.Station;
import io.evertill.pos.Window;
import io.evertill.product.Gtin;
import io.evertill.product.Product;
import io.evertill.till.Activity;
import io.evertill.till.TillState;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;

/// A walk through the real screens without anybody at the keyboard, which ends with a verified sync.
///
/// Every step waits for what the screen shows, never for a time.
final class Tour {
    private static final int WEIGHT_GRAMS = 850;

    private final Site site;
    private final Path pictures;
    private final PrintStream out;
    private final List<Product> products = DemoShop.products();
    private Station station;
    private Window window;
    private Hand hand;

    Tour(Site site, Path pictures, PrintStream out) {
        this.site = site;
        this.pictures = pictures;
        this.out = out;
        this.station = site.open(false);
        this.window = Window.open(station, site.machine().clock());
        this.hand = new Hand(window.content(), station.loop(), pictures);
    }

    /// Walks, and says whether till and centre agree at the end.
    boolean walk() {
        signIn();
        sellOnline();
        sellWeighedWithChange();
        payByCard();
        cutAndSell();
        crash();
        takeBack();
        looks();
        restoreNetwork();
        return compare();
    }

    private void signIn() {
        hand.await("the cashiers' names", state -> state.activity() instanceof Activity.SigningIn);
        picture("01-sign-in");
        hand.press(KeyCode.ENTER);
        selling("a free till");
        say("Anna signs in; a shift is open.");
    }

    private void sellOnline() {
        scan(0, 1);
        scan(1, 2);
        scan(1, 2);
        scan(2, 3);
        picture("02-basket");
        exactCash();
        picture("03-sold");
        say("Three articles are sold for exact cash with one key: receipt " + receipt() + ".");
    }

    private void sellWeighedWithChange() {
        hand.scan(weighed("20001", WEIGHT_GRAMS));
        hand.await("bananas by weight", state -> state.sale().basket().lines().size() == 1);
        hand.type("ging");
        hand.await("results of a search", state ->
                state.activity() instanceof Activity.Choosing choosing && choosing.isCurrent() && !choosing.articles().isEmpty());
        picture("04-search");
        hand.press(KeyCode.ENTER);
        hand.await("the article that was found", state -> state.sale().basket().lines().size() == 2);
        hand.press(KeyCode.F11);
        hand.await("paying", state -> state.activity() instanceof Activity.Paying || isDone(state));
        if (!isDone(station.loop().state())) {
            hand.type("50");
            picture("05-cash");
            hand.press(KeyCode.F11);
        }
        hand.await("change", Tour::isDone);
        picture("06-change");
        say("A weighed article and one found by name, paid with 50.00: receipt " + receipt() + ".");
    }

    private void payByCard() {
        scan(3, 1);
        hand.press(KeyCode.F10);
        hand.await("the card terminal", state -> state.activity() instanceof Activity.AtTerminal);
        picture("07-card");
        hand.press(KeyCode.F2);
        hand.await("a sale by card", Tour::isDone);
        say("A sale is paid by card; the attempt was in the ledger before the terminal was asked: receipt " + receipt() + ".");
    }

    private void cutAndSell() {
        hand.pressCtrl(KeyCode.N);
        hand.await("a cut network", state -> state.around().isNetworkCut());
        say("The network is cut.");
        for (int sale = 0; sale < 4; sale++) {
            scan(10 + sale, 1);
            scan(20 + sale, 2);
            exactCash();
        }
        hand.await("sales that wait", state -> state.around().sync().waiting() >= 4);
        scan(0, 1);
        scan(1, 2);
        scan(1, 2);
        hand.scan(weighed("20001", WEIGHT_GRAMS));
        hand.await("three lines", state -> state.sale().basket().lines().size() == 3);
        picture("08-offline");
        exactCash();
        hand.await("sales that wait", state -> state.around().sync().waiting() >= 5);
        say("At least five more sales wait on this till: " + station.loop().state().around().sync().value() + ".");
    }

    private void crash() {
        scan(30, 1);
        scan(31, 2);
        hand.press(KeyCode.F10);
        hand.await("the card terminal", state -> state.activity() instanceof Activity.AtTerminal);
        station.close();
        window.close();
        say("The till goes down with a basket on the counter and a card payment without an answer.");
        station = site.open(true);
        window = Window.open(station, site.machine().clock());
        hand = new Hand(window.content(), station.loop(), pictures);
        hand.await("the cashiers' names", state -> state.activity() instanceof Activity.SigningIn);
        hand.press(KeyCode.ENTER);
        TillState back = hand.await("the question about the card", state -> state.activity() instanceof Activity.AtTerminal);
        picture("09-after-the-crash");
        say("It is up again, without a network: " + back.sale().basket().lines().size()
                + " lines are on the counter and it asks what became of the card.");
        hand.press(KeyCode.F3);
        hand.await("the answer is kept", state -> state.activity() instanceof Activity.Paying
                || state.activity() instanceof Activity.Selling);
        exactCash();
        say("The card was declined; the customer pays in cash: receipt " + receipt() + ".");
    }

    private void takeBack() {
        String receipt = receipt();
        hand.press(KeyCode.F6);
        hand.await("asking for the receipt", state -> state.activity() instanceof Activity.FindingReceipt);
        hand.scan(receipt);
        hand.await("the lines of the receipt", state -> state.activity() instanceof Activity.TakingBack);
        picture("10-return");
        hand.press(KeyCode.ENTER);
        hand.await("a line that comes back", state -> !state.sale().basket().lines().isEmpty());
        hand.press(KeyCode.ESCAPE);
        selling("a refund to pay out");
        exactCash();
        picture("11-refund");
        say("One article of receipt " + receipt + " comes back: receipt " + receipt() + ".");
    }

    private void looks() {
        hand.press(KeyCode.F5);
        hand.await("the last receipt", state -> state.activity() instanceof Activity.ShowingReceipt);
        picture("12-last-receipt");
        hand.press(KeyCode.F7);
        hand.press(KeyCode.ESCAPE);
        hand.pressCtrl(KeyCode.T);
        hand.pressCtrl(KeyCode.G);
        scan(40, 1);
        picture("13-dark-german");
        hand.press(KeyCode.F1);
        hand.await("the keys", state -> state.activity() instanceof Activity.Helping);
        picture("14-keys");
        hand.press(KeyCode.F1);
        exactCash();
        hand.pressCtrl(KeyCode.T);
        hand.pressCtrl(KeyCode.G);
        say("A copy is printed, the screen is shown dark and in German.");
    }

    private void restoreNetwork() {
        hand.pressCtrl(KeyCode.N);
        hand.await("nothing that waits", state -> state.around().sync().waiting() == 0
                && state.around().sync().offlineSince().isEmpty());
        picture("15-online-again");
        say("The network is back and everything was delivered by itself.");
    }

    private boolean compare() {
        boolean isSettled = site.settle();
        Comparison comparison = Comparison.of(station.till().database(), site.centre());
        station.close();
        window.close();
        out.println();
        out.print(comparison.text());
        out.println();
        return isSettled && comparison.holds();
    }

    private void scan(int product, int linesAfter) {
        hand.scan(products.get(product).gtins().getFirst().digits().substring(1));
        hand.await(linesAfter + " lines", state -> state.sale().basket().lines().size() == linesAfter
                && state.asking().looking().isEmpty() && state.asking().ahead().isEmpty());
    }

    private void exactCash() {
        hand.press(KeyCode.F12);
        hand.await("a saved sale", Tour::isDone);
    }

    private void selling(String what) {
        hand.await(what, state -> state.activity() instanceof Activity.Selling);
    }

    private static boolean isDone(TillState state) {
        return state.activity() instanceof Activity.Done;
    }

    private String receipt() {
        return station.loop().state().last().orElseThrow().sale().receipt().text();
    }

    /// An in-store code with a weight in it.
    private static String weighed(String sku, int grams) {
        String item = String.format("20%05d", Integer.parseInt(sku) - 20_001 + 101);
        String without = item + String.format("%05d", grams);
        return without + Gtin.checkDigit(without);
    }

    private void picture(String name) {
        hand.picture(name);
    }

    private void say(String sentence) {
        out.println("  " + sentence);
        out.flush();
    }
}
