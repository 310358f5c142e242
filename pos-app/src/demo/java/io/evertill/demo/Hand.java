package io.evertill.demo;

import io.evertill.till.TillState;
import io.evertill.view.TillLoop;
import io.evertill.view.TillWindow;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A cashier's hand and scanner at the real window: key events go through the same filter as those of a keyboard.
final class Hand {
    private static final long SECONDS_MAX = 60;

    private final TillWindow window;
    private final TillLoop loop;
    private final Path pictures;

    Hand(TillWindow window, TillLoop loop, Path pictures) {
        this.window = window;
        this.loop = loop;
        this.pictures = pictures;
    }

    /// Waits until the screen shows something.
    ///
    /// @param what names it, for the message when it never comes
    TillState await(String what, Predicate<TillState> predicate) {
        try {
            return loop.when(predicate).get(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            throw new IllegalStateException("the till never came to: " + what + "; it shows " + loop.state().activity()
                    + " and says " + loop.state().notice());
        } catch (ExecutionException e) {
            throw new IllegalStateException(what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(what, e);
        }
    }

    /// Presses a key.
    void press(KeyCode code) {
        onScreen(() -> {
            fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            fire(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
        });
    }

    /// Presses a key together with Ctrl.
    void pressCtrl(KeyCode code) {
        onScreen(() -> {
            fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false));
            fire(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, true, false, false));
        });
    }

    /// Types characters one by one, waiting for each to show.
    void type(String text) {
        StringBuilder typed = new StringBuilder();
        for (int character : text.codePoints().toArray()) {
            typed.appendCodePoint(character);
            String expected = typed.toString();
            onScreen(() -> character(character));
            await("'" + expected + "' in the input line",
                    state -> !state.isListening() && state.input().equals(expected));
        }
    }

    /// Scans a code: the scanner's key, all characters and Enter at once.
    void scan(String code) {
        onScreen(() -> {
            KeyCode announced = KeyCode.valueOf(Site.SCANNER.key());
            fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", announced, false, false, false, false));
            code.codePoints().forEach(this::character);
            fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
    }

    /// Saves a picture of the screen.
    Path picture(String name) {
        try {
            return window.snapshot(pictures.resolve(name + ".png")).get(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the picture " + name + " could not be saved", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name, e);
        }
    }

    private void character(int character) {
        fire(new KeyEvent(
                KeyEvent.KEY_TYPED, Character.toString(character), "", KeyCode.UNDEFINED, false, false, false, false));
    }

    private void fire(KeyEvent event) {
        Event.fireEvent(window.scene(), event);
    }

    private void onScreen(Runnable work) {
        try {
            loop.onScreen(() -> {
                work.run();
                return true;
            }).get(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the screen does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
