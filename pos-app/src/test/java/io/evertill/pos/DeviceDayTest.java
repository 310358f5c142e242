package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.cable.Plug;
import io.evertill.device.CableScale;
import io.evertill.device.CableScanner;
import io.evertill.device.Done;
import io.evertill.device.FakePrinter;
import io.evertill.device.FakeScale;
import io.evertill.device.FakeScanner;
import io.evertill.money.Money;
import io.evertill.payment.NetworkTerminal;
import io.evertill.payment.TerminalSimulator;
import io.evertill.payment.TerminalSimulator.Manner;
import io.evertill.product.Sku;
import io.evertill.rule.Exempt;
import io.evertill.sale.Sale;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tender.Tender;
import io.evertill.till.Activity;
import io.evertill.till.Completed;
import io.evertill.till.Notice;
import io.evertill.till.Trouble;
import io.evertill.view.Mirror;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A day of trading in which printer, drawer, card terminal, scanner, scale and the customers' screen fail by chance and the till dies
/// now and then: every sale is in the ledger once, the drawer's figure is the cash of the sales, the cards paid what the sales say, every
/// receipt is on paper once or somebody was told, every code is heard once and whole, no weight was sold that did not lie still on the
/// scale, and customers see no amount that is not owed.
@Exempt(rule = "imports", reason = "a till with every device that it can have", until = "2028-12-31")
final class DeviceDayTest {
    private static final int CUSTOMERS = 40;
    private static final List<String> GOODS = List.of("MUG", "JUG", "PEARS");
    private static final int PULLED_OUT_EVERY = 15;
    private static final List<FakeDisplay.Mood> MOODS = List.of(FakeDisplay.Mood.values());
    private static final int HEARD_SECONDS_MAX = 30;
    private static final int WEIGHED_MAX = 8;
    private static final String TYPED_WEIGHT = "0.5";
    private static final List<Manner> MANNERS = List.of(Manner.APPROVE, Manner.APPROVE, Manner.APPROVE, Manner.DECLINE,
            Manner.TIME_OUT, Manner.APPROVE_UNHEARD, Manner.DECLINE_UNHEARD, Manner.CUT, Manner.GARBLE);

    @TempDir
    Path folder;

    private static final String INIT = "\u001b@";
    private static final String CUT = "\u001dVB\u0000";
    private static final Pattern NUMBER = Pattern.compile("1P0(S1-[^\u001d]*)\u001d");

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final FakeDisplay display = new FakeDisplay();
    private final AtomicInteger stuck = new AtomicInteger();
    private final Set<String> cutOff = new HashSet<>();
    private int served;
    private int deaths;
    private int troubles;
    private int copies;
    private int unheldByPaper;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void ledgerDrawerCardsAndPaperAgree(long seed) throws Exception {
        System.out.println("seed " + seed + ": mvn -pl pos-app -am test -Dtest=DeviceDayTest -Dsurefire.failIfNoSpecifiedTests=false");
        Random random = new Random(seed);
        try (FakePrinter fake = new FakePrinter();
                SlowPaper paper = new SlowPaper(fake, random);
                FakeScale scale = new FakeScale(seed);
                FakeScanner scanner = new FakeScanner(seed);
                CableScanner listening = new CableScanner(new Plug.Network("127.0.0.1", scanner.port()), heard::add);
                TerminalSimulator simulator = TerminalSimulator.start(
                        0, folder.resolve("journal"), () -> MANNERS.get(random.nextInt(MANNERS.size())))) {
            NetworkTerminal terminal = new NetworkTerminal("127.0.0.1", simulator.port(), Duration.ofSeconds(20));
            Random drawers = new Random(seed + 1);
            Station.Devices devices = new Station.Devices(
                    paper,
                    () -> drawers.nextInt(4) == 0 ? stuck() : new Done.Well(),
                    Cashier.silent(), Optional.of(terminal),
                    Optional.of(new CableScale(new Plug.Network("127.0.0.1", scale.port()))));
            Thread.ofPlatform().daemon().start(listening);
            scanner.plugIn();
            try (Cashier cashier = new Cashier(folder.resolve("till"), devices)) {
                Mirror mirror = new Mirror(display, cashier.state(), display);
                cashier.watched(state -> {
                    mirror.show(state);
                    display.check(state);
                });
                cashier.besides(paper);
                cashier.begin();
                for (int customer = 0; customer < CUSTOMERS; customer++) {
                    if (customer % PULLED_OUT_EVERY == PULLED_OUT_EVERY - 1) {
                        scanner.pullOut("JUG");
                    }
                    display.is(MOODS.get(random.nextInt(MOODS.size())));
                    paper.next();
                    serve(cashier, random, scanner, paper);
                }
                paper.goOn();
                cashier.listen();
                int left = new LeftPayments(cashier.till(), terminal).settle();

                assertEquals(0, left, "payments that the till went on without");
                check(cashier, simulator);
                checkPaper(cashier, paper, new String(fake.paper(), StandardCharsets.ISO_8859_1));
                checkTold(cashier, paper);
                checkWeights(cashier, scale);
                assertEquals(List.of(), List.copyOf(heard), "nothing was heard that nobody scanned");
            }
        }
    }

    /// Rings up, pays by cash, card or both, whatever the terminal does; the till may die on the way.
    private void serve(Cashier cashier, Random random, FakeScanner scanner, SlowPaper paper) throws Exception {
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
            paper.die();
            cashier.restart();
            cutOff.addAll(unprinted(cashier, paper));
            if (!cashier.state().sale().isEmpty()) {
                pay(cashier, random, isByCard);
            }
        }
        cashier.dieAfter(Long.MAX_VALUE);
        unheldByPaper += paper.isWaitedFor() ? 1 : 0;
        if (cashier.doing() instanceof Activity.Done(Completed completed) && random.nextInt(3) == 0) {
            repair(cashier, paper, completed.sale().receipt().text());
        }
    }

    /// Somebody looks after the printer, and what it did not print is printed once more.
    private void repair(Cashier cashier, SlowPaper paper, String number) {
        paper.goOn();
        cashier.listen();
        if (paper.asked().stream().anyMatch(asked -> asked.number().equals(number) && asked.done() instanceof Done.Failed)) {
            cashier.press("F7");
            copies++;
        }
    }

    private Done stuck() {
        stuck.incrementAndGet();
        return new Done.Failed("it is stuck");
    }

    /// Sales of which the printer has said nothing.
    private static List<String> unprinted(Cashier cashier, SlowPaper paper) {
        Set<String> asked = paper.asked().stream().map(SlowPaper.Asked::number).collect(Collectors.toSet());
        return cashier.sales().stream().map(sale -> sale.receipt().text()).filter(number -> !asked.contains(number)).toList();
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

    private void check(Cashier cashier, TerminalSimulator simulator) {
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
        assertEquals(simulator.charges(), cards, "what the terminal took is what the sales say");
        assertEquals(cash, counted, "the drawer");
        assertTrue(sales.size() >= served && sales.size() <= CUSTOMERS, sales.size() + " sales of " + CUSTOMERS + " customers");
        assertEquals(sales.size(), sales.stream().map(Sale::receipt).distinct().count());
        assertTrue(deaths > 3 && troubles > 3, "something went wrong now and then");
        assertTrue(display.drawn() > CUSTOMERS, () -> "customers saw only " + display.drawn() + " pages");
    }

    /// Each receipt is on paper once, unless the till said that it may not be, or died before it could; whatever else is on paper of it
    /// was asked for and says that it is a copy.
    private void checkPaper(Cashier cashier, SlowPaper paper, String roll) {
        Map<String, Integer> originals = new HashMap<>();
        int onceMore = 0;
        for (String piece : roll.split(INIT, -1)) {
            Matcher number = NUMBER.matcher(piece);
            if (number.find()) {
                assertTrue(piece.contains(CUT), () -> "half a receipt: " + piece);
                if (piece.contains("*** COPY ***")) {
                    onceMore++;
                } else {
                    originals.merge(number.group(1), 1, Integer::sum);
                }
            }
        }
        Set<String> sold = cashier.sales().stream().map(sale -> sale.receipt().text()).collect(Collectors.toSet());
        Set<String> lost = paper.asked().stream()
                .filter(asked -> asked.done() instanceof Done.Failed)
                .map(SlowPaper.Asked::number)
                .collect(Collectors.toSet());
        Set<String> missing = new HashSet<>(sold);
        missing.removeAll(originals.keySet());
        missing.removeAll(lost);
        missing.removeAll(cutOff);

        assertEquals(Map.of(), originals.entrySet().stream().filter(each -> each.getValue() > 1).collect(
                Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)), "printed twice, and neither says that it is a copy");
        assertTrue(sold.containsAll(originals.keySet()), "every receipt on paper is of a sale");
        assertEquals(Set.of(), missing, "not on paper, and nobody was told");
        assertTrue(onceMore <= copies, () -> copies + " copies were asked for");
        assertTrue(originals.size() > 5 && originals.size() < sold.size() && onceMore > 0, "some on paper, some not, some once more");
        assertTrue(unheldByPaper > 0, "nobody was served while the printer stood still");
    }

    /// What a device said is said to the cashier, as long as the till lives.
    private void checkTold(Cashier cashier, SlowPaper paper) {
        List<Trouble> told = new ArrayList<>(cashier.heardOf());
        told.addAll(cashier.unheard());

        assertEquals(paper.asked().stream().filter(asked -> asked.done() instanceof Done.Failed).count(),
                told.stream().filter(Trouble.PRINTER::equals).count(), "receipts that were not printed, and those told");
        assertEquals(stuck.get(), told.stream().filter(Trouble.DRAWER::equals).count(), "drawers that did not open, and those told");
        assertTrue(cashier.heardOf().containsAll(List.of(Trouble.PRINTER, Trouble.DRAWER)));
    }
}
