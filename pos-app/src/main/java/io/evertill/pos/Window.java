package io.evertill.pos;

import io.evertill.rule.Wiring;
import io.evertill.view.CustomerWindow;
import io.evertill.view.TillWindow;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// The one place that starts the toolkit and opens a till's window.
@Wiring
public final class Window {
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

    /// How many screens this machine has. Starts the toolkit.
    ///
    /// @throws NoDisplay when there is none
    public static int screens() throws NoDisplay {
        startToolkit();
        return onScreen(() -> Screen.getScreens().size());
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
            Optional<CustomerWindow> customers = customers(station, display);
            stage.setOnHidden(_ -> {
                customers.ifPresent(CustomerWindow::close);
                closed.countDown();
            });
            fill(stage);
            customers.ifPresent(CustomerWindow::open);
            window.open();
            return new Window(window, stage, closed);
        });
    }

    /// On the first screen that is not the till's.
    private static Optional<CustomerWindow> customers(Station station, Hardware.Display display) {
        return Screen.getScreens().stream()
                .filter(screen -> display == Hardware.Display.AUTO && !screen.equals(Screen.getPrimary()))
                .findFirst()
                .map(screen -> new CustomerWindow(new Stage(StageStyle.UNDECORATED), station.loop(), screen.getBounds()));
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
