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
import io.evertill.payment.TerminalSimulator.Manner;
import io.evertill.payment.TerminalSimulator;
import io.evertill.product.Sku;
import io.evertill.rule.Exempt;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Sale;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tender.Tender;
import io.evertill.till.Activity;
import io.evertill.till.Completed;
import io.evertill.till.Notice;
import io.evertill.till.Phrase;
import io.evertill.till.TillState;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A day of trading in which printer, drawer, card terminal, scanner, scale and the customers' screen fail by chance and the till dies
/// now and then, while goods are sold, brought back and exchanged, baskets wait or are given up, vouchers pay and cash is moved: every
/// sale is in the ledger once, the drawer's figure is the cash of the sales and what was moved, and so is what is counted blindly at the
/// end, the cards and vouchers paid what the sales say, no more came back than was sold, no basket is lost or there twice, every receipt
/// is on paper once or somebody was told, every code is heard once and whole, no weight was sold that did not lie still on the scale, and
/// customers see no amount that is not owed.
@Exempt(rule = "imports", reason = "a till with every device that it can have", until = "2028-12-31")
final class DeviceDayTest {
    private static final int CUSTOMERS = 40;
    private static final int PULLED_OUT_EVERY = 15;
    private static final List<FakeDisplay.Mood> MOODS = List.of(FakeDisplay.Mood.values());
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
    private final Set<String> named = new HashSet<>();

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
            Wishes wishes = new Wishes(random, scanner, heard);
            Thread.ofPlatform().daemon().start(listening);
            scanner.plugIn();
            try (Cashier cashier = new Cashier(folder.resolve("till"), devices)) {
                Mirror mirror = new Mirror(display, cashier.state(), display);
                cashier.watched(state -> {
                    mirror.show(state);
                    display.check(state);
                    named.addAll(named(state));
                });
                cashier.besides(paper);
                cashier.begin();
                for (int customer = 0; customer < CUSTOMERS; customer++) {
                    if (customer % PULLED_OUT_EVERY == PULLED_OUT_EVERY - 1) {
                        scanner.pullOut("JUG");
                    }
                    display.is(MOODS.get(random.nextInt(MOODS.size())));
                    paper.next();
                    serve(cashier, random, wishes, paper);
                }
                while (wishes.recall(cashier)) {
                    pay(cashier, random, false);
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
                close(cashier, random, wishes, paper);
            }
        }
    }

    /// Rings up, pays by cash, card or both, whatever the terminal does; the till may die on the way.
    private void serve(Cashier cashier, Random random, Wishes wishes, SlowPaper paper) throws Exception {
        Wishes.Wish wish = wishes.next();
        boolean isByCard = random.nextBoolean() && wish.mayBePaidByCard();
        if (random.nextInt(3) == 0) {
            cashier.dieAfter(random.nextInt(25));
        }
        try {
            wishes.grant(cashier, wish);
            finish(cashier, random, isByCard);
        } catch (Cashier.Died _) {
            revive(cashier, wishes, paper);
            finish(cashier, random, isByCard);
        }
        cashier.dieAfter(Long.MAX_VALUE);
        unheldByPaper += paper.isWaitedFor() ? 1 : 0;
        if (cashier.doing() instanceof Activity.Done(Completed completed) && random.nextInt(3) == 0) {
            repair(cashier, paper, completed.sale().receipt().text());
        }
    }

    private void revive(Cashier cashier, Wishes wishes, SlowPaper paper) {
        deaths++;
        heard.clear();
        paper.die();
        cashier.restart();
        cutOff.addAll(unprinted(cashier, paper));
        wishes.restarted(cashier);
    }

    private void finish(Cashier cashier, Random random, boolean isByCard) {
        if (!cashier.state().sale().basket().lines().isEmpty()) {
            pay(cashier, random, isByCard);
        } else if (!cashier.state().sale().isEmpty()) {
            cashier.press("F8");
            cashier.press("ENTER");
        }
    }

    /// The numbers that the till names because they may not be on paper.
    private static List<String> named(TillState state) {
        return state.notice()
                .filter(notice -> notice instanceof Notice.Said said && said.phrase() == Phrase.UNPRINTED)
                .map(notice -> ((Notice.Said) notice).about().getFirst().toString().split("( … | \\()", -1))
                .map(parts -> range(parts[0], parts[Math.min(1, parts.length - 1)]))
                .orElse(List.of());
    }

    private static List<String> range(String first, String last) {
        String stream = first.substring(0, first.lastIndexOf('-') + 1);
        return LongStream.rangeClosed(new ReceiptNumber(first).number(), new ReceiptNumber(last).number())
                .mapToObj(number -> stream + number).toList();
    }

    /// The drawer is counted without a look at what should be in it, and the till may die meanwhile.
    private void close(Cashier cashier, Random random, Wishes wishes, SlowPaper paper) {
        BlindClose close = new BlindClose(cashier);
        while (!close.isDone()) {
            cashier.dieAfter(random.nextInt(30));
            try {
                close.count();
            } catch (Cashier.Died _) {
                revive(cashier, wishes, paper);
            }
        }
        close.check();
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

    private static void checkWeights(Cashier cashier, FakeScale scale) {
        List<String> sold = cashier.sales().stream()
                .flatMap(sale -> sale.lines().stream())
                .filter(line -> line.item().sku().equals(Sku.of("PEARS")) && line.returned().isEmpty())
                .map(line -> line.quantity().text())
                .toList();
        List<String> allowed = new ArrayList<>(scale.steady().stream().map(text -> Quantity.parse(text, Unit.KILOGRAM).text()).toList());
        List<String> moved = sold.stream().filter(weight -> !weight.equals(Wishes.TYPED_WEIGHT) && !allowed.remove(weight)).toList();

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
        for (Sale sale : sales) {
            for (Tender tender : sale.tenders()) {
                if (tender instanceof Tender.Card card) {
                    assertEquals(Optional.empty(), Optional.ofNullable(cards.put(card.attempt(), card.amount())));
                }
            }
        }
        Money counted = cashier.till().database().read(tx ->
                tx.shifts().drawer(tx.shifts().open().orElseThrow().id()).orElseThrow().cash());
        assertEquals(simulator.charges(), cards, "what the terminal took is what the sales say");
        assertEquals(BlindClose.expected(cashier), counted, "the drawer");
        assertEquals(List.of(), sales.stream().filter(sale -> isTooMuchBack(sale, sales)).map(Sale::receipt).toList(), "more than sold");
        assertTrue(sales.size() >= served && sales.size() <= CUSTOMERS, sales.size() + " sales of " + CUSTOMERS + " customers");
        assertEquals(sales.size(), sales.stream().map(Sale::receipt).distinct().count());
        assertTrue(deaths > 3 && troubles > 3, "something went wrong now and then");
        assertTrue(display.drawn() > CUSTOMERS, () -> "customers saw only " + display.drawn() + " pages");
    }

    private static boolean isTooMuchBack(Sale sale, List<Sale> sales) {
        return sale.lines().stream().filter(line -> line.returned().isEmpty()).anyMatch(line -> sales.stream()
                .flatMap(other -> other.lines().stream())
                .filter(back -> back.returned().flatMap(ReturnOf::sold).filter(of -> of.receipt().equals(sale.receipt())
                        && of.line() == line.number()).isPresent())
                .mapToLong(back -> -back.quantity().tenThousandths())
                .sum() > line.quantity().tenThousandths());
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
        Set<String> unnamed = new HashSet<>(cutOff);
        unnamed.removeAll(named);
        assertEquals(Set.of(), unnamed, "not on paper, and not named at the next start");
        named.removeAll(lost);
        named.retainAll(originals.keySet());
        assertEquals(Set.of(), named, "on paper, and named as if it might not be");
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
