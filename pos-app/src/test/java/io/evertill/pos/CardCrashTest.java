package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.device.Done;
import io.evertill.entry.TillEntry;
import io.evertill.entry.TillEntry.PaymentAttempted.Phase;
import io.evertill.money.Money;
import io.evertill.payment.NetworkTerminal;
import io.evertill.payment.TerminalSimulator;
import io.evertill.payment.TerminalSimulator.Manner;
import io.evertill.sale.Consent;
import io.evertill.shift.ShiftReport;
import io.evertill.tender.Tender;
import io.evertill.till.Activity;
import io.evertill.till.DrawerAct;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The till dies at every point of a card payment, whatever the terminal does: no card is charged twice, no charge is lost.
final class CardCrashTest {
    private static final int MOMENTS = 22;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Manner.class, names = "WAIT", mode = EnumSource.Mode.EXCLUDE)
    void whatTheTerminalTookIsInTheSaleOnceWhereverTheTillDies(Manner manner) {
        boolean isOver = false;
        int deaths = 0;
        for (int moments = 0; moments < MOMENTS && !isOver; moments++) {
            AtomicReference<Manner> next = new AtomicReference<>(manner);
            Path place = folder.resolve("at-" + moments);
            try (TerminalSimulator simulator = TerminalSimulator.start(
                            0, folder.resolve("journal-" + moments), () -> next.getAndSet(Manner.APPROVE));
                    Cashier cashier = new Cashier(place, devices(simulator.port()))) {
                cashier.begin();
                cashier.scan("JUG");
                cashier.dieAfter(moments);
                isOver = !dies(() -> sell(cashier));
                deaths += isOver ? 0 : 1;
                if (!isOver) {
                    cashier.restart();
                }
                sell(cashier);

                check(cashier, simulator, manner + " at " + moments);
            }
        }
        assertTrue(isOver && deaths >= 8, "the till lived on after " + deaths + " deaths");
    }

    /// What the till went on without is taken back as soon as the terminal is heard, also after a restart.
    @Test
    void aChargeThatTheTillWentOnWithoutIsTakenBack() {
        try (TerminalSimulator simulator = TerminalSimulator.start(0, folder.resolve("journal"), () -> Manner.GARBLE);
                Cashier cashier = new Cashier(folder.resolve("till"), devices(simulator.port()))) {
            cashier.begin();
            cashier.scan("JUG");
            cashier.press("F10");
            assertInstanceOf(Activity.Unanswered.class, cashier.doing());
            UUID attempt = cashier.state().sale().attempt().orElseThrow().id();
            LeftPayments left = new LeftPayments(cashier.till(), terminal(simulator.port()));
            assertEquals(0, left.settle(), "what is on the counter is the till's to ask for");
            cashier.press("F3");
            cashier.press("F12");
            assertEquals(Map.of(attempt, Money.of(899, "EUR")), simulator.charges());
            assertEquals(1, new LeftPayments(cashier.till(), terminal(1)).settle(), "not heard yet");
            cashier.restart();

            int open = new LeftPayments(cashier.till(), terminal(simulator.port())).settle();

            assertEquals(0, open);
            assertEquals(Map.of(), simulator.charges());
            assertEquals(List.of(Phase.ASKED, Phase.LEFT_OPEN, Phase.DECLINED),
                    cashier.of(TillEntry.PaymentAttempted.class).map(TillEntry.PaymentAttempted::phase).toList());
            assertEquals(Optional.of("taken back"),
                    cashier.of(TillEntry.PaymentAttempted.class).toList().getLast().told());
        }
    }

    /// Where the terminal stays silent, a supervisor's word ends it; the next shift's report no longer speaks of it.
    @Test
    void aSupervisorsWordEndsAPaymentForEverAndTheReportsSayWhatWasOpen() {
        try (TerminalSimulator simulator = TerminalSimulator.start(0, folder.resolve("journal"), () -> Manner.GARBLE);
                Cashier cashier = new Cashier(folder.resolve("till"), devices(simulator.port()))) {
            cashier.begin();
            cashier.scan("JUG");
            cashier.press("F10");
            UUID attempt = cashier.state().sale().attempt().orElseThrow().id();
            assertEquals(List.of(), LeftPayments.left(cashier.till()), "what is on the counter is the till's to ask for");
            cashier.press("F3");
            cashier.press("F12");
            cashier.restart();
            assertEquals(List.of(attempt), cardsLeft(cashier.report()));

            cashier.cardsLeft();
            cashier.press("CTRL+O");
            cashier.choose(DrawerAct.ALL.indexOf(DrawerAct.CARDS));
            cashier.press("ENTER");
            cashier.press("ENTER");

            assertEquals(List.of(), LeftPayments.left(cashier.till()));
            assertEquals(List.of(), cardsLeft(cashier.report()));
            assertEquals(new Consent.CardSettled(attempt, Money.of(899, "EUR")),
                    cashier.of(TillEntry.Approved.class).findFirst().orElseThrow().consent());
            assertEquals(Optional.empty(), cashier.of(TillEntry.PaymentAttempted.class).toList().getLast().told());
            assertEquals(Phase.DECLINED, cashier.of(TillEntry.PaymentAttempted.class).toList().getLast().phase());
            cashier.restart();
            assertEquals(0, new LeftPayments(cashier.till(), terminal(simulator.port())).settle());
            assertEquals(Map.of(attempt, Money.of(899, "EUR")), simulator.charges(), "nobody asked for it back");
        }
    }

    private static List<UUID> cardsLeft(ShiftReport report) {
        return report.cards().stream().map(ShiftReport.CardLeft::attempt).toList();
    }

    private static boolean dies(Runnable work) {
        try {
            work.run();
            return false;
        } catch (Cashier.Died _) {
            return true;
        }
    }

    /// By card; where the terminal gives no word it is asked again.
    private static void sell(Cashier cashier) {
        for (int tries = 0; tries < 6 && !(cashier.doing() instanceof Activity.Done) && cashier.sales().isEmpty(); tries++) {
            switch (cashier.doing()) {
                case Activity.Unanswered _ -> cashier.press("F4");
                case Activity _ when cashier.state().remaining().isZero() -> cashier.press("F12");
                case Activity _ -> cashier.press("F10");
            }
        }
    }

    private static void check(Cashier cashier, TerminalSimulator simulator, String when) {
        assertEquals(1, cashier.sales().size(), when);
        Map<UUID, Money> paid = new HashMap<>();
        cashier.sales().getFirst().tenders().forEach(tender -> {
            Tender.Card card = assertInstanceOf(Tender.Card.class, tender, when);
            assertEquals(Optional.empty(), Optional.ofNullable(paid.put(card.attempt(), card.amount())), when);
        });
        assertEquals(simulator.charges(), paid, when);
        assertEquals(List.of(), cashier.till().database().read(tx -> tx.counter().openAttempts()), when);
    }

    private static Station.Devices devices(int port) {
        return new Station.Devices((_, _) -> new Done.Well(), Done.Well::new, Cashier.silent(), Optional.of(terminal(port)),
                Optional.empty());
    }

    private static NetworkTerminal terminal(int port) {
        return new NetworkTerminal("127.0.0.1", port, Duration.ofSeconds(20));
    }
}
