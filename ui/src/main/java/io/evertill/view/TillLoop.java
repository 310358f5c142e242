package io.evertill.view;

import io.evertill.till.Errands;
import io.evertill.till.Till;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import io.evertill.till.TillState;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/// Turns events into steps, one after the other, on the thread that draws: the only place that hops to it.
///
/// Effects of a step are handed to the [Errands] in their order before the next step is taken. What is shown is the state
/// after all events that have come so far, so a burst of keys is drawn once.
public final class TillLoop {
    /// Events taken before the screen is drawn again, so that a flood of them cannot freeze it.
    private static final int EVENTS_A_TURN_MAX = 500;
    private static final Duration LISTENING = Duration.millis(45);
    /// Longer than a scanner's pauses and shorter than the interruption that a code survives.
    private static final long HELD_UP_MICROS_MAX = 100_000;

    private final Errands errands;
    private final LongSupplier micros;
    private final Queue<TillEvent> events = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isCalled = new AtomicBoolean();
    private final List<Consumer<TillState>> screens = new ArrayList<>();
    private final List<Consumer<TillEffect.Sound>> flashes = new ArrayList<>();
    private final List<Wish> wishes = new ArrayList<>();
    private Optional<PauseTransition> silence = Optional.empty();
    private long heardMicros;
    private long awakeMicros;
    private long busyMicros;
    private long busySinceMicros;
    private boolean isBusy;
    private volatile TillState state;

    private record Wish(Predicate<TillState> predicate, CompletableFuture<TillState> future) {}

    /// A loop that starts with a state.
    ///
    /// @param errands carries the effects out
    /// @param micros a clock that only goes forward, in microseconds from anywhere: tells scanners from hands
    public TillLoop(TillState state, Errands errands, LongSupplier micros) {
        this.state = state;
        this.errands = errands;
        this.micros = micros;
        this.heardMicros = micros.getAsLong();
    }

    /// Something happened. Returns at once; from any thread.
    public void tell(TillEvent event) {
        events.add(event);
        call();
    }

    /// The state after the last step; from any thread.
    public TillState state() {
        return state;
    }

    /// The time for keys that write a character. On the thread that draws.
    ///
    /// Keys carry no time of their own, so while this thread is busy, a scanner seems to pause. Therefore the time of our
    /// own work does not count, and that of others' counts little, however long it was. Hands are told from a scanner all
    /// the same.
    long micros() {
        long now = micros.getAsLong();
        countWork(now);
        long passed = Math.max(0, now - heardMicros - busyMicros);
        awakeMicros += Math.min(passed, HELD_UP_MICROS_MAX);
        heardMicros = now;
        busyMicros = 0;
        return awakeMicros;
    }

    /// The time for keys that write nothing, Enter among them: our own work counts, up to the same little.
    ///
    /// Otherwise an Enter that a hand presses while a scanned code is worked on would look like the second half of the
    /// scanner's own end of line, and be dropped.
    long microsOfAct() {
        long now = micros.getAsLong();
        awakeMicros += Math.min(Math.max(0, now - heardMicros), HELD_UP_MICROS_MAX);
        heardMicros = now;
        busyMicros = 0;
        return awakeMicros;
    }

    /// Work begins that keeps this thread from hearing keys. On the thread that draws; ends with [#idle].
    void busy() {
        if (!isBusy) {
            isBusy = true;
            busySinceMicros = micros.getAsLong();
        }
    }

    /// The work is done.
    void idle() {
        countWork(micros.getAsLong());
        isBusy = false;
    }

    private void countWork(long now) {
        if (isBusy) {
            busyMicros += Math.max(0, now - Math.max(busySinceMicros, heardMicros));
            busySinceMicros = now;
        }
    }

    /// The first state that fits, now or later; from any thread. Completed on the thread that draws.
    public CompletableFuture<TillState> when(Predicate<TillState> predicate) {
        CompletableFuture<TillState> future = new CompletableFuture<>();
        Platform.runLater(() -> {
            wishes.add(new Wish(predicate, future));
            grant();
        });
        return future;
    }

    /// Does something on the thread that draws, soon; from any thread.
    public <T> CompletableFuture<T> onScreen(Supplier<T> work) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                future.complete(work.get());
            } catch (RuntimeException e) {
                future.completeExceptionally(e);
            }
        });
        return future;
    }

    /// Shows every state from now on. On the thread that draws.
    void show(Consumer<TillState> screen) {
        screens.add(screen);
        screen.accept(state);
    }

    /// Shows customers how the till stands from now on, after and apart from the till's own screens. On the thread that draws.
    void mirror(CustomerScreen screen) {
        show(new Mirror(screen, state, Platform::runLater)::show);
    }

    /// Flashes with every sound from now on. On the thread that draws.
    void flash(Consumer<TillEffect.Sound> screen) {
        flashes.add(screen);
    }

    private void call() {
        if (isCalled.compareAndSet(false, true)) {
            Platform.runLater(this::turn);
        }
    }

    private void turn() {
        isCalled.set(false);
        busy();
        try {
            for (int count = 0; count < EVENTS_A_TURN_MAX; count++) {
                TillEvent event = events.poll();
                if (event == null) {
                    break;
                }
                take(event);
            }
        } finally {
            if (!events.isEmpty()) {
                call();
            }
            screens.forEach(screen -> screen.accept(state));
            grant();
            if (state.isListening()) {
                listen();
            }
            idle();
        }
    }

    private void take(TillEvent event) {
        Till.Step step = Till.step(state, event);
        state = step.state();
        for (TillEffect effect : step.effects()) {
            if (effect instanceof TillEffect.Play(TillEffect.Sound sound)) {
                flashes.forEach(flash -> flash.accept(sound));
            }
            errands.carryOut(effect, this::tell);
        }
    }

    /// Says a little later that no key came, unless one does.
    private void listen() {
        PauseTransition pause = silence.orElseGet(() -> new PauseTransition(LISTENING));
        silence = Optional.of(pause);
        pause.setOnFinished(_ -> tell(new TillEvent.KeysQuiet(micros())));
        pause.playFromStart();
    }

    private void grant() {
        for (Iterator<Wish> each = wishes.iterator(); each.hasNext();) {
            Wish wish = each.next();
            if (wish.predicate().test(state)) {
                each.remove();
                wish.future().complete(state);
            }
        }
    }
}
