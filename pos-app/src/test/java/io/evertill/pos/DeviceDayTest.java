package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.cable.Plug;
import io.evertill.device.CablePrinter;
import io.evertill.device.CableScale;
import io.evertill.device.CableScanner;
import io.evertill.device.CodePage;
import io.evertill.device.Done;
import io.evertill.device.EscPos;
import io.evertill.device.FakePrinter;
import io.evertill.device.FakePrinter.Mood;
import io.evertill.device.FakeScale;
import io.evertill.device.FakeScanner;
import io.evertill.money.Money;
import io.evertill.payment.NetworkTerminal;
import io.evertill.payment.TerminalSimulator;
import io.evertill.payment.TerminalSimulator.Manner;
import io.evertill.product.Sku;
import io.evertill.sale.Sale;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tender.Tender;
import io.evertill.till.Activity;
import io.evertill.till.Notice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A day of trading in which printer, drawer, card terminal, scanner and scale fail by chance and the till dies now and then: every
/// sale is in the ledger once, the drawer's figure is the cash of the sales, the cards paid what the sales say, every receipt that is
/// on paper is of a sale, every code is heard once and whole, and no weight was sold that did not lie still on the scale.
final class DeviceDayTest {
    private static final int CUSTOMERS = 40;
    private static final List<Mood> MOODS = List.of(Mood.FINE, Mood.FINE, Mood.FINE, Mood.NO_PAPER, Mood.COVER_OPEN);
    private static final List<String> GOODS = List.of("MUG", "JUG", "PEARS");
    private static final int PULLED_OUT_EVERY = 15;
    private static final int HEARD_SECONDS_MAX = 30;
    private static final int WEIGHED_MAX = 8;
    private static final String TYPED_WEIGHT = "0.5";
    private static final List<Manner> MANNERS = List.of(Manner.APPROVE, Manner.APPROVE, Manner.APPROVE, Manner.DECLINE,
            Manner.TIME_OUT, Manner.APPROVE_UNHEARD, Manner.DECLINE_UNHEARD, Manner.CUT, Manner.GARBLE);

    @TempDir
    Path folder;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private int served;
    private int deaths;
    private int troubles;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void ledgerDrawerCardsAndPaperAgree(long seed) throws Exception {
        System.out.println("seed " + seed + ": mvn -pl pos-app -am test -Dtest=DeviceDayTest -Dsurefire.failIfNoSpecifiedTests=false");
        Random random = new Random(seed);
        try (FakePrinter fake = new FakePrinter();
                FakeScale scale = new FakeScale(seed);
                FakeScanner scanner = new FakeScanner(seed);
                CableScanner listening = new CableScanner(new Plug.Network("127.0.0.1", scanner.port()), heard::add);
                TerminalSimulator simulator = TerminalSimulator.start(
                        0, folder.resolve("journal"), () -> MANNERS.get(random.nextInt(MANNERS.size())))) {
            NetworkTerminal terminal = new NetworkTerminal("127.0.0.1", simulator.port(), Duration.ofSeconds(20));
            CablePrinter printer = new CablePrinter(
                    new Plug.Network("127.0.0.1", fake.port()), new EscPos(CodePage.WESTERN), CablePrinter.Asking.ALWAYS);
            Station.Devices devices = new Station.Devices(
                    (receipt, title) -> {
                        fake.is(MOODS.get(random.nextInt(MOODS.size())));
                        return printer.print(receipt, title);
                    },
                    () -> random.nextInt(4) == 0 ? new Done.Failed("it is stuck") : new Done.Well(),
                    Cashier.silent(), Optional.of(terminal),
                    Optional.of(new CableScale(new Plug.Network("127.0.0.1", scale.port()))));
            Thread.ofPlatform().daemon().start(listening);
            scanner.plugIn();
            try (Cashier cashier = new Cashier(folder.resolve("till"), devices)) {
                cashier.begin();
                for (int customer = 0; customer < CUSTOMERS; customer++) {
                    if (customer % PULLED_OUT_EVERY == PULLED_OUT_EVERY - 1) {
                        scanner.pullOut("JUG");
                    }
                    serve(cashier, random, scanner);
                }
                int left = new LeftPayments(cashier.till(), terminal).settle();

                assertEquals(0, left, "payments that the till went on without");
                check(cashier, simulator, new String(fake.paper(), StandardCharsets.ISO_8859_1));
                checkWeights(cashier, scale);
                assertEquals(List.of(), List.copyOf(heard), "nothing was heard that nobody scanned");
            }
        }
    }

    /// Rings up, pays by cash, card or both, whatever the terminal does; the till may die on the way.
    private void serve(Cashier cashier, Random random, FakeScanner scanner) throws Exception {
        int pieces = 1 + random.nextInt(3);
        boolean isByCard = random.nextBoolean();
        if (random.nextInt(3) == 0) {
            cashier.dieAfter(random.nextInt(25));
        }
        try {
            for (int piece = 0; piece < pieces; piece++) {
                ring(cashier, GOODS.get(random.nextInt(GOODS.size())), scanner);
            }
            pay(cashier, random, isByCard);
        } catch (Cashier.Died _) {
            deaths++;
            heard.clear();
            cashier.restart();
            if (!cashier.state().sale().isEmpty()) {
                pay(cashier, random, isByCard);
            }
        }
        cashier.dieAfter(Long.MAX_VALUE);
    }

    /// What the scanner sends is heard as one code, and weighed until it lies still.
    private void ring(Cashier cashier, String code, FakeScanner scanner) throws Exception {
        scanner.scan(code);
        String whole = heard.poll(HEARD_SECONDS_MAX, TimeUnit.SECONDS);
        assertEquals(code, whole, "what was scanned");
        cashier.scan(whole);
        for (int tries = 0; cashier.doing() instanceof Activity.Weighing; tries++) {
            if (tries == WEIGHED_MAX) {
                cashier.type(TYPED_WEIGHT);
            }
            cashier.press("ENTER");
        }
    }

    private static void checkWeights(Cashier cashier, FakeScale scale) {
        List<String> sold = cashier.sales().stream()
                .flatMap(sale -> sale.lines().stream())
                .filter(line -> line.item().sku().equals(Sku.of("PEARS")))
                .map(line -> line.quantity().text())
                .toList();
        List<String> allowed = new ArrayList<>(scale.steady().stream().map(text -> Quantity.parse(text, Unit.KILOGRAM).text()).toList());
        List<String> moved = sold.stream().filter(weight -> !weight.equals(TYPED_WEIGHT) && !allowed.remove(weight)).toList();

        assertEquals(List.of(), moved, "weights that did not lie still, or were sold twice");
        assertTrue(sold.size() > 5, () -> "only " + sold + " was weighed");
    }

    private void pay(Cashier cashier, Random random, boolean isByCard) {
        for (int tries = 0; tries < 12 && !(cashier.doing() instanceof Activity.Done); tries++) {
            boolean isCardTried = isByCard && tries < 8;
            switch (cashier.doing()) {
                case Activity.Unanswered _ -> cashier.press(random.nextInt(3) == 0 ? "F3" : "F4");
                case Activity _ when isCardTried && !cashier.state().remaining().isZero() -> {
                    cashier.press("ESCAPE");
                    if (random.nextInt(3) == 0) {
                        cashier.type("1");
                    }
                    cashier.press("F10");
                }
                case Activity _ -> {
                    cashier.press("ESCAPE");
                    cashier.press("F12");
                }
            }
        }
        boolean isDone = cashier.doing() instanceof Activity.Done;
        served += isDone ? 1 : 0;
        troubles += cashier.state().notice().filter(Notice.Problem.class::isInstance).isPresent() ? 1 : 0;
        assertTrue(isDone, () -> "the sale is held in " + cashier.state());
    }

    private void check(Cashier cashier, TerminalSimulator simulator, String paper) {
        List<Sale> sales = cashier.sales();
        Map<UUID, Money> cards = new HashMap<>();
        Money cash = Money.zero(Cashier.EUR);
        for (Sale sale : sales) {
            cash = cash.plus(sale.cash());
            for (Tender tender : sale.tenders()) {
                if (tender instanceof Tender.Card card) {
                    assertEquals(Optional.empty(), Optional.ofNullable(cards.put(card.attempt(), card.amount())));
                }
            }
        }
        Money counted = cashier.till().database().read(tx ->
                tx.shifts().drawer(tx.shifts().open().orElseThrow().id()).orElseThrow().cash());
        long printed = sales.stream().filter(sale -> paper.contains("1P0" + sale.receipt().text() + "\u001d")).count();
        long onPaper = paper.split("1P0S1-", -1).length - 1L;

        assertEquals(simulator.charges(), cards, "what the terminal took is what the sales say");
        assertEquals(cash, counted, "the drawer");
        assertTrue(sales.size() >= served && sales.size() <= CUSTOMERS, sales.size() + " sales of " + CUSTOMERS + " customers");
        assertEquals(sales.size(), sales.stream().map(Sale::receipt).distinct().count());
        assertEquals(printed, onPaper, "every receipt on paper is of a sale");
        assertTrue(deaths > 3 && troubles > 3 && printed > 5 && printed < sales.size(), "something went wrong now and then");
    }
}
