package io.evertill.pos;

import io.evertill.device.Speaker;
import io.evertill.rule.Wiring;
import io.evertill.till.Errands;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import io.evertill.till.Trouble;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which thread does what for the till: the ledger's work in its order on one, devices in their order on another, so that a
/// slow printer never holds a sale, looking up on a third, so that a scan never waits behind a save, how much there is on a fourth,
/// so that a scan never waits behind that either, and sounds on a fifth, which drops what it is late with.
///
/// A defect of the program is logged, told to the till as [Trouble#PROGRAM], and nothing else stops.
@Wiring
public final class Threads implements Errands, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);
    private static final long PATIENCE_SECONDS = 5;
    /// A tone for a scan of long ago would be taken for the last one's.
    private static final int SOUNDS_LATE_MAX = 1;
    private static final int PIECES_AT_ONCE_MAX = 4;

    private final Desk desk;
    private final Elsewhere elsewhere;
    private final Speaker speaker;
    private final ExecutorService saving = thread("saving");
    private final ExecutorService looking = thread("looking");
    private final ExecutorService counting = thread("counting");
    private final ExecutorService devices = thread("devices");
    /// A thread for each question: whoever asks the terminal to stop must not wait for the customer.
    private final ExecutorService terminal = Executors.newVirtualThreadPerTaskExecutor();
    /// A thread for each receipt and figure of stock that the centre is asked about: nothing waits behind a network that does not answer.
    private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
    /// A basket that comes back to the counter asks about many pieces at once.
    private final ExecutorService pieces = threads("pieces", PIECES_AT_ONCE_MAX);
    private final ExecutorService sounding = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(SOUNDS_LATE_MAX), work -> Thread.ofPlatform().name("sounding").daemon().unstarted(work),
            new ThreadPoolExecutor.DiscardOldestPolicy());

    /// Threads for a desk.
    ///
    /// @param speaker closed with the threads
    /// @param elsewhere what the window's owner does itself
    public Threads(Desk desk, Speaker speaker, Elsewhere elsewhere) {
        this.desk = desk;
        this.speaker = speaker;
        this.elsewhere = elsewhere;
    }

    /// Effects that are about neither ledger nor devices.
    public interface Elsewhere {
        /// Keeps the appearance for the next start.
        void keep(TillEffect.KeepAppearance effect);

        /// Asks the terminal at once about card payments without an answer, on another thread.
        void askLeftCards();

        /// Cuts or restores the network; answers whether it is cut now.
        boolean switchNetwork(TillEffect.SwitchNetwork effect);
    }

    @Override
    public void carryOut(TillEffect effect, Consumer<TillEvent> events) {
        switch (effect) {
            case TillEffect.LookUp _, TillEffect.LookUpBack _, TillEffect.AppraiseBack _, TillEffect.SearchCodes _,
                    TillEffect.LookUpMark _, TillEffect.Search _, TillEffect.FindReceipt _,
                    TillEffect.FindCustomers _, TillEffect.LookAgain _, TillEffect.ShowStock _, TillEffect.FindReserved _,
                    TillEffect.CheckPin _, TillEffect.ReadReport _, TillEffect.ReadStory _ ->
                on(looking, effect, events);
            case TillEffect.CheckStock _, TillEffect.ShowWhy _, TillEffect.ReadScale _, TillEffect.ReadJournal _ ->
                on(counting, effect, events);
            case TillEffect.Save _, TillEffect.RecordVoid _, TillEffect.RecordAttempt _, TillEffect.RecordUndo _,
                    TillEffect.RecordAnswer _,
                    TillEffect.RecordApproval _, TillEffect.SettleCard _, TillEffect.Hold _, TillEffect.ListHeld _, TillEffect.Recall _,
                    TillEffect.AddCustomer _, TillEffect.OfCount _,
                    TillEffect.SignIn _, TillEffect.OpenShift _, TillEffect.RecordDrawer _, TillEffect.KeepBasket _ ->
                on(saving, effect, events);
            case TillEffect.OpenDrawer _, TillEffect.Print _, TillEffect.PrintReport _, TillEffect.PrintAgain _, TillEffect.SavePdf _,
                    TillEffect.SaveReport _ -> on(devices, effect, events);
            case TillEffect.Charge _, TillEffect.Undo _, TillEffect.StopCharge _ -> on(terminal, effect, events);
            case TillEffect.AskReceipt _, TillEffect.AskWhy _ -> on(asking, effect, events);
            case TillEffect.AskPiece _ -> on(pieces, effect, events);
            case TillEffect.Play(TillEffect.Sound sound) -> sounding.execute(() -> speaker.play(tone(sound)));
            case TillEffect.AskLeftCards() -> elsewhere.askLeftCards();
            case TillEffect.KeepAppearance keep -> saving.execute(() -> elsewhere.keep(keep));
            case TillEffect.SwitchNetwork wanted -> looking.execute(() ->
                    events.accept(new TillEvent.NetworkSwitched(elsewhere.switchNetwork(wanted))));
        }
    }

    private static Speaker.Tone tone(TillEffect.Sound sound) {
        return switch (sound) {
            case OK -> Speaker.Tone.OK;
            case UNKNOWN -> Speaker.Tone.UNKNOWN;
            case BLOCKED -> Speaker.Tone.BLOCKED;
        };
    }

    private void on(ExecutorService thread, TillEffect effect, Consumer<TillEvent> events) {
        thread.execute(() -> {
            boolean isDone = false;
            try {
                desk.take(effect, events);
                isDone = true;
            } finally {
                if (!isDone) {
                    LOG.error("not done: {}", effect.getClass().getSimpleName());
                    events.accept(effect instanceof TillEffect.Asking asking
                            ? new TillEvent.Failed(asking.ask(), Trouble.PROGRAM, "")
                            : new TillEvent.DeviceFailed(Trouble.PROGRAM, ""));
                }
            }
        });
    }

    /// Waits for what was begun, the printer and the centre a few seconds at the most: nothing asks the ledger behind this.
    @Override
    public void close() {
        saving.close();
        looking.close();
        counting.close();
        devices.shutdown();
        terminal.shutdownNow();
        asking.shutdown();
        pieces.shutdownNow();
        sounding.shutdownNow();
        try {
            if (!devices.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                devices.shutdownNow();
            }
            for (ExecutorService questions : List.of(asking, pieces)) {
                if (!questions.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    questions.shutdownNow();
                }
            }
            if (sounding.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                speaker.close();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static ExecutorService thread(String name) {
        return threads(name, 1);
    }

    private static ExecutorService threads(String name, int count) {
        return new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                work -> Thread.ofPlatform().name(name).daemon().unstarted(work));
    }
}
