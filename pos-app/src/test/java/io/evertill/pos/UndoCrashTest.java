package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.device.Done;
import io.evertill.entry.TillEntry;
import io.evertill.entry.TillEntry.PaymentAttempted.Phase;
import io.evertill.money.Money;
import io.evertill.payment.NetworkTerminal;
import io.evertill.payment.TerminalSimulator;
import io.evertill.payment.TerminalSimulator.Manner;
import io.evertill.payment.TerminalSimulator.Undo;
import io.evertill.tender.Tender;
import io.evertill.till.Activity;
import io.evertill.till.VoidReason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The till dies at every point of taking back what a card paid, whatever the terminal does: no money is given back twice, none is
/// lost, and no tender leaves a sale before the money is known to be back.
final class UndoCrashTest {
    private static final int MOMENTS = 60;
    private static final int PRESSES_MAX = 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Undo.class)
    void aTenderIsTakenBackOnceWhereverTheTillDies(Undo undo) {
        everywhere(undo, List.of("2"), cashier -> {
            for (int presses = 0; presses < PRESSES_MAX && cashier.sales().isEmpty(); presses++) {
                boolean isCard = cashier.state().sale().tenders().stream().anyMatch(Tender.Card.class::isInstance);
                switch (cashier.doing()) {
                    case Activity.UndoOpen open -> cashier.press(open.isRefused() ? "ESCAPE" : "F4");
                    case Activity.ChoosingTender _ -> cashier.press("DELETE");
                    case Activity.Paying _ when isCard && of(cashier, Phase.UNDOING) == 0 -> cashier.press("DELETE");
                    case Activity _ -> cashier.press("F12");
                }
            }
            assertEquals(1, cashier.sales().size());
        });
    }

    @ParameterizedTest
    @EnumSource(value = Undo.class, names = {"GIVE_BACK_UNHEARD", "KEEP"})
    void aPartlyPaidSaleIsVoidedOnceWhereverTheTillDies(Undo undo) {
        everywhere(undo, List.of("2", "1"), cashier -> {
            for (int presses = 0; presses < PRESSES_MAX && cashier.of(TillEntry.Voided.class).findAny().isEmpty(); presses++) {
                switch (cashier.doing()) {
                    case Activity.UndoOpen open -> cashier.press(open.isRefused() ? "F3" : "F4");
                    case Activity.GivingUp _, Activity.Approving _ -> cashier.press("ENTER");
                    case Activity _ -> cashier.press("F8");
                }
            }
            assertEquals(List.of(VoidReason.CUSTOMER_LEFT.name()),
                    cashier.of(TillEntry.Voided.class).map(TillEntry.Voided::reason).toList());
            assertEquals(List.of(), cashier.sales());
            assertEquals(List.of(), cashier.state().sale().tenders());
        });
    }

    /// What a supervisor noted as kept is in the ledger and on the report for ever, and the terminal is not asked for it again.
    @Test
    void whatTheTerminalKeepsIsOnTheReportAndNobodyAsksForItAgain() {
        try (TerminalSimulator simulator = TerminalSimulator.start(0, folder.resolve("journal"), () -> Manner.APPROVE);
                Cashier cashier = new Cashier(folder.resolve("till"), devices(simulator.port()))) {
            cashier.begin();
            cashier.scan("JUG");
            cashier.type("5");
            cashier.press("F10");
            simulator.undoing(() -> Undo.CUT);
            cashier.press("DELETE");
            UUID attempt = cashier.state().sale().attempt().orElseThrow().id();
            String reference = ((Tender.Card) cashier.state().sale().tenders().getFirst()).reference();
            assertEquals(List.of(), LeftPayments.left(cashier.till()), "what is on the counter is the till's to ask for");

            cashier.press("F3");
            cashier.press("ENTER");
            cashier.press("F12");

            simulator.undoing(() -> Undo.GIVE_BACK);
            cashier.restart();
            assertEquals(0, new LeftPayments(cashier.till(), terminal(simulator.port())).settle());
            assertEquals(List.of(), simulator.reversals());
            assertEquals(List.of("%s 5.00 %s".formatted(attempt, reference)), kept(cashier));
        }
    }

    /// A payment that the till went on without, and that the terminal does not give back, is no longer open: it is a fact.
    @Test
    void aChargeThatTheTerminalKeepsWithoutASaleIsAFact() {
        try (TerminalSimulator simulator = TerminalSimulator.start(0, folder.resolve("journal"), () -> Manner.GARBLE);
                Cashier cashier = new Cashier(folder.resolve("till"), devices(simulator.port()))) {
            cashier.begin();
            cashier.scan("JUG");
            cashier.press("F10");
            UUID attempt = cashier.state().sale().attempt().orElseThrow().id();
            cashier.press("F3");
            cashier.press("F12");
            simulator.undoing(() -> Undo.KEEP);

            assertEquals(0, new LeftPayments(cashier.till(), terminal(simulator.port())).settle());

            assertEquals(List.of(), LeftPayments.left(cashier.till()));
            assertEquals(List.of("%s 8.99 SIM-%s".formatted(attempt, attempt.toString().substring(28).toUpperCase(java.util.Locale.ROOT))),
                    kept(cashier));
            assertEquals(List.of(), cashier.report().cards());
            assertEquals(Map.of(attempt, Money.of(899, "EUR")), simulator.charges());
        }
    }

    private static List<String> kept(Cashier cashier) {
        return cashier.report().kept().stream()
                .map(each -> each.attempt() + " " + each.amount().text() + " " + each.told())
                .toList();
    }

    private interface Work {
        void of(Cashier cashier);
    }

    /// A sale is paid in part in cash and by cards; then something is done with it, which the till's death cuts short once at
    /// each moment in turn, and which is done again afterwards.
    private void everywhere(Undo undo, List<String> cards, Work work) {
        boolean isOver = false;
        int deaths = 0;
        for (int moments = 0; moments < MOMENTS && !isOver; moments++) {
            AtomicReference<Undo> next = new AtomicReference<>(undo);
            try (TerminalSimulator simulator = TerminalSimulator.start(
                            0, folder.resolve("journal-" + moments), () -> Manner.APPROVE);
                    Cashier cashier = new Cashier(folder.resolve("at-" + moments), devices(simulator.port()))) {
                simulator.undoing(() -> undo == Undo.KEEP ? undo : next.getAndSet(Undo.GIVE_BACK));
                cashier.begin();
                cashier.scan("JUG");
                cashier.type("3");
                cashier.press("F11");
                cards.forEach(amount -> {
                    cashier.type(amount);
                    cashier.press("F10");
                });
                cashier.dieAfter(moments);
                isOver = !dies(() -> work.of(cashier));
                deaths += isOver ? 0 : 1;
                if (!isOver) {
                    cashier.restart();
                    work.of(cashier);
                }
                check(cashier, simulator, undo + " at " + moments);
            }
        }
        assertTrue(isOver && deaths >= 8, "the till lived on after " + deaths + " deaths");
    }

    /// What the terminal took and did not give back is in the sale, or noted as kept; and the drawer holds what the sale paid in cash.
    private static void check(Cashier cashier, TerminalSimulator simulator, String when) {
        Map<UUID, Money> held = new HashMap<>();
        Money cash = Money.zero(Cashier.EUR);
        for (var sale : cashier.sales()) {
            cash = cash.plus(sale.cash());
            sale.tenders().stream().filter(Tender.Card.class::isInstance).map(Tender.Card.class::cast)
                    .forEach(card -> assertEquals(Optional.empty(), Optional.ofNullable(held.put(card.attempt(), card.amount())), when));
        }
        cashier.of(TillEntry.PaymentAttempted.class).filter(attempted -> attempted.phase() == Phase.KEPT)
                .forEach(kept -> assertEquals(Optional.empty(), Optional.ofNullable(held.put(kept.attempt(), kept.amount())), when));
        assertEquals(simulator.charges(), held, when);
        assertEquals(simulator.reversals().size(), new HashSet<>(simulator.reversals()).size(), "given back twice: " + when);
        assertEquals(simulator.reversals().size(), of(cashier, Phase.UNDONE), when);
        assertEquals(List.of(), cashier.till().database().read(tx -> tx.counter().openAttempts()), when);
        assertEquals(cash, cashier.report().drawer().cash(), when);
    }

    private static int of(Cashier cashier, Phase phase) {
        return (int) cashier.of(TillEntry.PaymentAttempted.class).filter(attempted -> attempted.phase() == phase).count();
    }

    private static boolean dies(Runnable work) {
        try {
            work.run();
            return false;
        } catch (Cashier.Died _) {
            return true;
        }
    }

    private static Station.Devices devices(int port) {
        return new Station.Devices((_, _) -> new Done.Well(), Done.Well::new, Cashier.silent(), Optional.of(terminal(port)),
                Optional.empty());
    }

    private static NetworkTerminal terminal(int port) {
        return new NetworkTerminal("127.0.0.1", port, Duration.ofSeconds(20));
    }
}
