package io.evertill.demo;

import io.evertill.key.Stroke;
import io.evertill.pos.Station;
import io.evertill.pos.Window;
import io.evertill.till.Action;
import io.evertill.till.Activity;
import io.evertill.till.Keymap;
import io.evertill.till.TillState;
import io.evertill.view.TillWindow;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/// How somebody works at the real window: by keys alone, or by touch alone. Goods are scanned either way.
abstract sealed class Fingers {
    private static final long SECONDS_MAX = 30;
    private static final int PASSES = 2;

    final Station station;
    final Scene scene;
    private final Hand hand;

    private Fingers(Station station, Window window, Hand hand) {
        this.station = station;
        this.scene = window.content().scene();
        this.hand = hand;
    }

    /// Does something that is offered.
    abstract void act(Action action);

    /// Takes a row of a list.
    ///
    /// @param index from 0
    /// @param words what it begins with
    abstract void row(int index, String words);

    /// Writes into the input line, or a PIN.
    abstract void type(String text);

    void scan(String code) {
        hand.scan(code);
        await("a calm till after " + code, Fingers::isCalm);
    }

    <T extends Activity> T comes(Class<T> activity) {
        return activity.cast(await(activity.getSimpleName(), state -> activity.isInstance(state.activity()) && isCalm(state)).activity());
    }

    TillState await(String what, Predicate<TillState> predicate) {
        return hand.await(what, predicate);
    }

    void picture(String name) {
        drawn();
        hand.picture(name);
    }

    TillState state() {
        return station.loop().state();
    }

    /// Nothing is waited for.
    static boolean isCalm(TillState state) {
        boolean isCurrent = switch (state.activity()) {
            case Activity.Waiting _ -> false;
            case Activity.Choosing choosing -> choosing.isCurrent();
            case Activity.FindingCustomer finding -> finding.isCurrent();
            case Activity _ -> true;
        };
        return isCurrent && state.asking().looking().isEmpty() && !state.isListening() && state.scansAhead() == 0;
    }

    void calm() {
        await("a calm till", Fingers::isCalm);
    }

    <T> T onScreen(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception | AssertionError e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// Waits until what is shown is laid out, and once more for what that moved.
    void drawn() {
        for (int pass = 0; pass < PASSES; pass++) {
            CompletableFuture<Boolean> laidOut = new CompletableFuture<>();
            Runnable listener = () -> laidOut.complete(true);
            onScreen(() -> {
                scene.addPostLayoutPulseListener(listener);
                Platform.requestNextPulse();
                return true;
            });
            laidOut.orTimeout(SECONDS_MAX, TimeUnit.SECONDS).join();
            onScreen(() -> {
                scene.removePostLayoutPulseListener(listener);
                return true;
            });
        }
    }

    /// Nothing but keys.
    static final class Keys extends Fingers {
        Keys(Station station, Window window, Hand hand) {
            super(station, window, hand);
        }

        @Override
        void act(Action action) {
            Stroke stroke = Keymap.USUAL.stroke(action).orElseThrow();
            onScreen(() -> {
                KeyCode code = KeyCode.valueOf(stroke.key());
                fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, stroke.isShift(), stroke.isCtrl(), stroke.isAlt(), false));
                fire(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, stroke.isShift(), stroke.isCtrl(), stroke.isAlt(), false));
                return true;
            });
            calm();
        }

        @Override
        void row(int index, String words) {
            for (int down = 0; down < index; down++) {
                act(Action.DOWN);
            }
            act(Action.ENTER);
        }

        @Override
        void type(String text) {
            text.chars().forEach(character -> {
                onScreen(() -> {
                    fire(new KeyEvent(KeyEvent.KEY_TYPED, Character.toString(character), "", KeyCode.UNDEFINED,
                            false, false, false, false));
                    return true;
                });
                calm();
            });
        }

        private void fire(KeyEvent event) {
            Event.fireEvent(scene, event);
        }
    }

    /// Nothing but a finger, which touches what lies on top.
    static final class Touch extends Fingers {
        private static final String LETTERS = "Letters on the screen";
        private static final int PULLED = 60;

        private final Properties texts = new Properties();

        Touch(Station station, Window window, Hand hand) {
            super(station, window, hand);
            try (InputStreamReader english = new InputStreamReader(Objects.requireNonNull(
                    TillWindow.class.getResourceAsStream("texts_en.properties")), StandardCharsets.UTF_8)) {
                texts.load(english);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        void act(Action action) {
            String name = texts.getProperty("DO_" + action.name());
            if (find(name).isEmpty()) {
                touch(texts.getProperty("DO_MORE"));
            }
            touch(name);
        }

        @Override
        void row(int index, String words) {
            for (int turn = 0; turn < index && find(words).isEmpty(); turn++) {
                pull();
            }
            touch(words);
        }

        /// A finger pulls the list on by about a row.
        private void pull() {
            onScreen(() -> {
                Node cell = seen(scene.getRoot()).filter(node -> node instanceof ListCell<?> one && !one.isEmpty()
                                && one.getListView().getStyleClass().contains("choices"))
                        .findFirst().orElseThrow();
                Bounds place = cell.localToScreen(cell.getLayoutBounds());
                Robot robot = new Robot();
                robot.mouseMove(new Point2D(place.getCenterX(), place.getCenterY()));
                robot.mousePress(MouseButton.PRIMARY);
                robot.mouseMove(new Point2D(place.getCenterX(), place.getCenterY() - PULLED));
                robot.mouseRelease(MouseButton.PRIMARY);
                return true;
            });
        }

        @Override
        void type(String text) {
            boolean hasAll = text.chars().allMatch(character -> find(Character.toString(character)).isPresent());
            if (!hasAll) {
                touch(LETTERS);
            }
            text.chars().forEach(character -> touch(Character.toString(character)));
            if (!hasAll) {
                touch(LETTERS);
            }
        }

        private void touch(String words) {
            Node node = find(words).orElseThrow(() ->
                    new AssertionError("nothing reads '" + words + "' while " + state().activity() + "; it says " + state().notice()));
            onScreen(() -> {
                Bounds place = node.localToScreen(node.getLayoutBounds());
                Robot robot = new Robot();
                robot.mouseMove(new Point2D(place.getCenterX(), place.getCenterY()));
                robot.mouseClick(MouseButton.PRIMARY);
                return true;
            });
            onScreen(() -> true);
            onScreen(() -> true);
            calm();
        }

        private Optional<Node> find(String words) {
            drawn();
            return onScreen(() -> seen(scene.getRoot())
                    .filter(node -> (node instanceof Button || node instanceof ListCell<?>) && !node.isDisabled())
                    .filter(node -> reads(node).startsWith(words))
                    .min(Comparator.comparing(node -> !reads(node).equals(words) && !reads(node).startsWith(words + ","))));
        }

        private static Stream<Node> seen(Node node) {
            if (!node.isVisible()) {
                return Stream.empty();
            }
            return node instanceof Parent parent
                    ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Touch::seen))
                    : Stream.of(node);
        }

        private static String reads(Node node) {
            String spoken = Optional.ofNullable(node.getAccessibleText()).orElse("");
            return spoken.isEmpty() && node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : spoken;
        }
    }
}
