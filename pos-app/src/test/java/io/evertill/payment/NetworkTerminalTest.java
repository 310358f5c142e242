package io.evertill.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.device.Done;
import io.evertill.money.Money;
import io.evertill.payment.TerminalSimulator.Manner;
import io.evertill.tender.TerminalWord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A till's end of the line against a simulated terminal over real connections.
final class NetworkTerminalTest {
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(1, 2);
    private static final Money PRICE = Money.of(899, "EUR");

    @TempDir
    Path folder;

    private final Deque<Manner> manners = new ArrayDeque<>();

    @Test
    void theFourWordsAreToldApart() {
        try (TerminalSimulator simulator = simulator(Manner.APPROVE, Manner.DECLINE, Manner.TIME_OUT)) {
            PaymentTerminal terminal = terminal(simulator);

            assertInstanceOf(TerminalWord.Approved.class, terminal.pay(ONE, PRICE));
            assertEquals(new TerminalWord.Declined("card refused"), terminal.pay(TWO, PRICE));
            assertEquals(new TerminalWord.TimedOut(), terminal.pay(new UUID(1, 3), PRICE));
            assertEquals(Map.of(ONE, PRICE), simulator.charges());
            assertEquals(new Done.Well(), terminal.test());
        }
    }

    @Test
    void anAttemptPaysOnceHoweverOftenItIsAskedFor() {
        try (TerminalSimulator simulator = simulator(Manner.APPROVE, Manner.APPROVE)) {
            PaymentTerminal terminal = terminal(simulator);

            TerminalWord first = terminal.pay(ONE, PRICE);

            assertEquals(first, terminal.pay(ONE, PRICE));
            assertEquals(first, terminal.resolve(ONE));
            assertEquals(1, manners.size(), "the second request was no new payment");
        }
    }

    @Test
    void aLineThatBreaksAfterTheChargeIsAskedAboutAtOnce() {
        try (TerminalSimulator simulator = simulator(Manner.APPROVE_UNHEARD, Manner.DECLINE_UNHEARD)) {
            PaymentTerminal terminal = terminal(simulator);

            assertInstanceOf(TerminalWord.Approved.class, terminal.pay(ONE, PRICE));
            assertInstanceOf(TerminalWord.Declined.class, terminal.pay(TWO, PRICE));
        }
    }

    @Test
    void aQuestionThatNeverArrivedIsBarredSoThatItCannotPayLater() {
        try (TerminalSimulator simulator = simulator(Manner.CUT, Manner.APPROVE)) {
            PaymentTerminal terminal = terminal(simulator);

            assertInstanceOf(TerminalWord.Declined.class, terminal.pay(ONE, PRICE));
            assertInstanceOf(TerminalWord.Declined.class, terminal.pay(ONE, PRICE), "the late copy of the request");
            assertEquals(Map.of(), simulator.charges());
        }
    }

    @Test
    void anAnswerThatIsNoneIsNoWordAndTheNextQuestionTells() {
        try (TerminalSimulator simulator = simulator(Manner.GARBLE)) {
            PaymentTerminal terminal = terminal(simulator);

            assertInstanceOf(TerminalWord.Unknown.class, terminal.pay(ONE, PRICE));
            assertInstanceOf(TerminalWord.Approved.class, terminal.resolve(ONE));
        }
    }

    @Test
    void aTerminalThatIsOffHeardNothingButWhatItHeardBeforeIsNotKnown() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        PaymentTerminal terminal = new NetworkTerminal("127.0.0.1", port, Duration.ofSeconds(1));

        assertInstanceOf(TerminalWord.Declined.class, terminal.pay(ONE, PRICE));
        assertInstanceOf(TerminalWord.Unknown.class, terminal.resolve(ONE));
        assertInstanceOf(TerminalWord.Unknown.class, terminal.undo(ONE));
        assertInstanceOf(Done.Failed.class, terminal.test());
    }

    @Test
    void aTerminalThatHangsIsGivenUpAfterTheTillsPatience() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PaymentTerminal terminal = new NetworkTerminal("127.0.0.1", silent.getLocalPort(), Duration.ofMillis(200));

            assertInstanceOf(TerminalWord.Unknown.class, terminal.resolve(ONE));
        }
    }

    @Test
    void stoppingEndsTheWaitingForTheCustomer() throws Exception {
        try (TerminalSimulator simulator = simulator(Manner.WAIT)) {
            PaymentTerminal terminal = terminal(simulator);
            CompletableFuture<TerminalWord> paying = CompletableFuture.supplyAsync(() -> terminal.pay(ONE, PRICE));
            while (!simulator.isPending(ONE)) {
                Thread.onSpinWait();
            }

            terminal.stop(ONE);

            assertEquals(new TerminalWord.Declined("stopped"), paying.get());
        }
    }

    @Test
    void whatWasApprovedStaysWhenStoppedAndIsTakenBackWhenUndone() {
        try (TerminalSimulator simulator = simulator(Manner.APPROVE)) {
            PaymentTerminal terminal = terminal(simulator);
            terminal.pay(ONE, PRICE);

            terminal.stop(ONE);
            assertEquals(Map.of(ONE, PRICE), simulator.charges());

            assertEquals(new TerminalWord.Declined("taken back"), terminal.undo(ONE));
            assertEquals(new TerminalWord.Declined("taken back"), terminal.undo(ONE));
            assertEquals(Map.of(), simulator.charges());
        }
    }

    @Test
    void aTerminalKnowsAfterItsOwnCrashWhatItTook() {
        try (TerminalSimulator simulator = simulator(Manner.APPROVE)) {
            terminal(simulator).pay(ONE, PRICE);
            terminal(simulator).resolve(TWO);
        }
        try (TerminalSimulator again = simulator()) {
            assertEquals(Map.of(ONE, PRICE), again.charges());
            assertInstanceOf(TerminalWord.Approved.class, terminal(again).resolve(ONE));
            assertInstanceOf(TerminalWord.Declined.class, terminal(again).pay(TWO, PRICE), "barred before");
        }
    }

    private TerminalSimulator simulator(Manner... next) {
        manners.addAll(List.of(next));
        return TerminalSimulator.start(0, folder.resolve("journal"), () -> Optional.ofNullable(manners.poll()).orElseThrow());
    }

    private static PaymentTerminal terminal(TerminalSimulator simulator) {
        return new NetworkTerminal("127.0.0.1", simulator.port(), Duration.ofSeconds(20));
    }
}
