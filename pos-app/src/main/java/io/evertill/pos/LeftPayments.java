package io.evertill.pos;

import io.evertill.db.Counter;
import io.evertill.db.StorageFailure;
import io.evertill.entry.TillEntry;
import io.evertill.payment.PaymentTerminal;
import io.evertill.person.Person;
import io.evertill.register.Outcome;
import io.evertill.shift.Shift;
import io.evertill.tender.TerminalWord;
import io.evertill.till.TillEffect;
import io.evertill.wire.KeptBasket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Card payments that the till went on without: the terminal is asked, until it is heard, to make certain that they pay
/// nothing, and what it says gets into the ledger, also that it keeps the money.
///
/// The payment on the counter is left alone: the till itself asks for that.
final class LeftPayments {
    private static final Logger LOG = LoggerFactory.getLogger(LeftPayments.class);
    private static final long ROUND_SECONDS = 30;

    private final TillProcess till;
    private final PaymentTerminal terminal;
    private final Semaphore woken = new Semaphore(0);

    LeftPayments(TillProcess till, PaymentTerminal terminal) {
        this.till = till;
        this.terminal = terminal;
    }

    /// Goes round until stopped.
    void run(CountDownLatch stopped) {
        try {
            while (stopped.getCount() > 0) {
                round();
                boolean isWoken = woken.tryAcquire(ROUND_SECONDS, TimeUnit.SECONDS);
                LOG.debug("the next round, wanted by hand: {}", isWoken);
                woken.drainPermits();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Begins the next round now. Also after the latch of [#run] went down.
    void wake() {
        woken.release();
    }

    private void round() {
        try {
            int open = settle();
            if (open > 0) {
                LOG.warn("{} card payments are open that the till went on without; the terminal is asked again", open);
            }
        } catch (StorageFailure e) {
            LOG.warn("open card payments could not be read: {}", e.sentence());
        } catch (RejectedExecutionException _) {
            LOG.debug("the till closes; what is open is asked about at its next start");
        }
    }

    /// Asks about each once. Nothing is asked while no shift is open that could hold the answer.
    ///
    /// @return how many are open still
    int settle() {
        Optional<Shift> shift = till.register().shift();
        List<Counter.OpenAttempt> left = left(till);
        return shift.isEmpty() ? left.size() : (int) left.stream().filter(attempt -> !isSettled(attempt, shift.get())).count();
    }

    /// The card payments that no answer came to, the oldest first.
    static List<Counter.OpenAttempt> left(TillProcess till) {
        return till.database().read(tx -> {
            Optional<UUID> atCounter = tx.counter().basket()
                    .flatMap(KeptBasket::read)
                    .flatMap(KeptBasket::attempt)
                    .map(KeptBasket.Attempt::id);
            return tx.counter().openAttempts().stream()
                    .filter(open -> !Optional.of(open.attempt()).equals(atCounter))
                    .toList();
        });
    }

    /// What a supervisor says of a payment: no terminal was heard, and nothing is paid.
    static TillEntry.PaymentAttempted answered(String branch, Instant at, TillEffect.SettleCard wanted) {
        return new TillEntry.PaymentAttempted(branch, at, wanted.duty().cashier(), wanted.duty().shift().id(), wanted.card().attempt(),
                wanted.card().amount(), TillEntry.PaymentAttempted.Phase.DECLINED, List.of());
    }

    private boolean isSettled(Counter.OpenAttempt open, Shift shift) {
        return switch (terminal.undo(open.attempt())) {
            case TerminalWord.Declined(String reason) ->
                isRecorded(open, shift, TillEntry.PaymentAttempted.Phase.DECLINED, reason);
            case TerminalWord.TimedOut() -> isRecorded(open, shift, TillEntry.PaymentAttempted.Phase.TIMED_OUT, "");
            case TerminalWord.Approved(String reference) -> {
                LOG.warn("the card terminal keeps {} of the payment {} ({}), which no sale holds: pay it back by hand",
                        open.amount(), open.attempt(), reference);
                yield isRecorded(open, shift, TillEntry.PaymentAttempted.Phase.KEPT, reference);
            }
            case TerminalWord.Unknown(String sentence) -> {
                LOG.info("{}", sentence);
                yield false;
            }
        };
    }

    private boolean isRecorded(
            Counter.OpenAttempt open, Shift shift, TillEntry.PaymentAttempted.Phase phase, String told) {
        Person by = new Person("till", till.identity().till());
        Outcome outcome = till.keep(to -> to.record(to.entryId(), (tx, branch) -> new TillEntry.PaymentAttempted(branch, tx.now(),
                by, shift.id(), open.attempt(), open.amount(), phase, List.of(), Optional.of(told)))).join();
        return outcome instanceof Outcome.Saved;
    }
}
