package io.evertill.pos;

import io.evertill.rule.Wiring;
import io.evertill.till.Appearance;
import io.evertill.view.CustomerWindow;
import io.evertill.view.SetupWindow;
import io.evertill.view.TillWindow;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.WindowEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place that starts the toolkit and opens a till's window.
@Wiring
public final class Window {
    private static final Logger LOG = LoggerFactory.getLogger(Window.class);

    private final TillWindow window;
    private final Stage stage;
    private final CountDownLatch closed;

    private Window(TillWindow window, Stage stage, CountDownLatch closed) {
        this.window = window;
        this.stage = stage;
        this.closed = closed;
    }

    /// There is no display to open a window on.
    public static final class NoDisplay extends Exception {
        private static final long serialVersionUID = 1;

        NoDisplay(Throwable cause) {
            super("There is no display to open the till's window on. Start it on a desktop, or set DISPLAY to one.", cause);
        }
    }

    /// Starts the toolkit; one that runs already is left as it is.
    ///
    /// @throws NoDisplay when there is none
    public static void startToolkit() throws NoDisplay {
        try {
            Platform.startup(() -> {});
        } catch (UnsupportedOperationException e) {
            throw new NoDisplay(e);
        } catch (IllegalStateException _) {
            // It was started before, by this or another part of the process.
        }
        Platform.setImplicitExit(false);
    }

    /// A window that says how a machine becomes a till.
    public static final class Setup implements AutoCloseable {
        private final SetupWindow window;

        private Setup(SetupWindow window) {
            this.window = window;
        }

        /// Says what goes on, from any thread.
        public void say(String sentence) {
            Platform.runLater(() -> window.say(sentence));
        }

        @Override
        public void close() {
            onScreen(() -> {
                window.close();
                return window;
            });
        }
    }

    /// Opens the window of a first start; the toolkit must have been started.
    ///
    /// @param closed runs when it is closed, by whomever
    public static Setup openSetup(Appearance.Language language, Runnable closed) {
        return onScreen(() -> {
            Stage stage = new Stage();
            SetupWindow window = new SetupWindow(stage, language);
            stage.setOnHidden(_ -> closed.run());
            window.open();
            return new Setup(window);
        });
    }

    /// How many screens this machine has. Starts the toolkit.
    ///
    /// @throws NoDisplay when there is none
    public static int screens() throws NoDisplay {
        startToolkit();
        return onScreen(() -> Screen.getScreens().size());
    }

    /// How many families of fonts this machine has. Starts the toolkit.
    ///
    /// @throws NoDisplay when there is none
    public static int fonts() throws NoDisplay {
        startToolkit();
        return onScreen(() -> Font.getFamilies().size());
    }

    /// Opens a window on a station; the toolkit must have been started. Returns when it is shown.
    public static Window open(Station station, InstantSource clock) {
        return open(station, clock, Hardware.Display.OFF);
    }

    /// Opens a window on a station, and one for the customers where they have a screen. Returns when both are shown.
    public static Window open(Station station, InstantSource clock, Hardware.Display display) {
        CountDownLatch closed = new CountDownLatch(1);
        return onScreen(() -> {
            Stage stage = new Stage();
            TillWindow window = new TillWindow(stage, station.loop(), clock);
            stage.setOnHidden(_ -> closed.countDown());
            fill(stage);
            window.open();
            if (display == Hardware.Display.AUTO) {
                showCustomers(station, stage);
            }
            return new Window(window, stage, closed);
        });
    }

    /// On the first screen that is not the till's, as long as there is one and the till's window is open. Whatever is wrong with it,
    /// the till sells.
    private static void showCustomers(Station station, Stage stage) {
        try {
            CustomerWindow customers = new CustomerWindow(new Stage(StageStyle.UNDECORATED), station.loop());
            InvalidationListener plugged = _ -> customers.place(second());
            Screen.getScreens().addListener(plugged);
            stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> {
                Screen.getScreens().removeListener(plugged);
                customers.close();
            });
            customers.place(second());
        } catch (RuntimeException e) {
            LOG.warn("customers see nothing: their window could not be opened", e);
        }
    }

    private static Optional<Rectangle2D> second() {
        return Screen.getScreens().stream()
                .filter(screen -> !screen.equals(Screen.getPrimary()))
                .findFirst()
                .map(Screen::getBounds);
    }

    /// As large as the screen, also where nobody manages windows.
    private static void fill(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setX(screen.getMinX());
        stage.setY(screen.getMinY());
        stage.setWidth(screen.getWidth());
        stage.setHeight(screen.getHeight());
        stage.setMaximized(true);
    }

    /// What is in it, for a tour that presses keys and takes pictures.
    public TillWindow content() {
        return window;
    }

    /// Runs something on the screen's thread once what the till shows first is laid out and on its way to the screen, keys are
    /// heard by then; never when it is closed before.
    public void whenShown(Runnable then) {
        Platform.runLater(() -> {
            Scene scene = stage.getScene();
            Runnable[] pulse = {() -> {}};
            pulse[0] = () -> {
                scene.removePostLayoutPulseListener(pulse[0]);
                // Behind this pulse, so that its picture is with the drawing thread.
                Platform.runLater(then);
            };
            scene.addPostLayoutPulseListener(pulse[0]);
            Platform.requestNextPulse();
        });
    }

    /// Waits until somebody closes it.
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /// Closes it.
    public void close() {
        onScreen(() -> {
            stage.hide();
            return stage;
        });
    }

    private static <T> T onScreen(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the window opened", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window could not be opened", e.getCause());
        }
    }
}
