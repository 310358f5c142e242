package io.evertill.view;

import io.evertill.till.Appearance;
import io.evertill.till.Shop;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import io.evertill.till.TillState;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/// A till's window over an in-memory shop, without a display. Keys are sent as the toolkit sends them, at any speed.
final class Rig {
    private static final long SECONDS_MAX = 30;
    private static final int PASSES = 2;

    private Shop shop = new Shop();
    private final Stage stage;
    private final Appearance appearance;
    private final int width;
    private final int height;
    private TillLoop loop;
    private TillWindow window;
    private long micros = 1_000_000;
    private int deeds;
    private long workMicros;
    private boolean isTerminalHeld;

    Rig(Appearance appearance, int width, int height) throws Exception {
        FxToolkit.registerPrimaryStage();
        stage = onScreen(() -> new Stage());
        this.appearance = appearance;
        this.width = width;
        this.height = height;
        loop = new TillLoop(shop.starting(appearance), this::carryOut, () -> micros);
        window = onScreen(this::open);
    }

    private TillWindow open() {
        TillWindow made = new TillWindow(stage, loop, InstantSource.fixed(Shop.NOW));
        stage.setWidth(width);
        stage.setHeight(height);
        made.open();
        return made;
    }

    /// Whether customers take their time at the card terminal: then it gives no answer.
    void hold(boolean isHeld) {
        isTerminalHeld = isHeld;
    }

    private void carryOut(TillEffect effect, Consumer<TillEvent> answer) {
        micros += workMicros;
        if (isTerminalHeld && (effect instanceof TillEffect.Charge || effect instanceof TillEffect.Undo)) {
            return;
        }
        shop.carryOut(effect, answer);
    }

    /// The till dies and starts again with what the shop has kept.
    void restart() throws Exception {
        loop = new TillLoop(shop.starting(appearance), this::carryOut, () -> micros);
        window = onScreen(this::open);
        opened();
    }

    /// The window is that of another shop's till, in the middle of something.
    void enter(Shop other, TillState state) throws Exception {
        shop = other;
        loop = new TillLoop(state, this::carryOut, () -> micros);
        window = onScreen(() -> {
            stage.hide();
            return open();
        });
    }

    /// Waits until what is shown is also laid out and drawn, and once more for what that moved.
    void drawn() throws Exception {
        settle();
        for (int pulse = 0; pulse < PASSES; pulse++) {
            CompletableFuture<Boolean> laidOut = new CompletableFuture<>();
            Runnable listener = () -> laidOut.complete(true);
            onScreen(() -> {
                scene().addPostLayoutPulseListener(listener);
                Platform.requestNextPulse();
                return listener;
            });
            laidOut.get(SECONDS_MAX, TimeUnit.SECONDS);
            onScreen(() -> {
                scene().removePostLayoutPulseListener(listener);
                return listener;
            });
        }
    }

    /// Makes the window another size and waits until it has it.
    void size(int otherWidth, int otherHeight) throws Exception {
        onScreen(() -> {
            stage.setWidth(otherWidth);
            stage.setHeight(otherHeight);
            return true;
        });
        drawn();
    }

    /// Shows the present moment in another language, theme or size of text. On the thread that draws; the next event shows
    /// it as before.
    void look(Appearance other) {
        window.show(Shop.appearing(loop.state(), other));
        layOut();
    }

    /// Lays out what is on the screen from the side that words are read from. On the thread that draws.
    void layOut(NodeOrientation from) {
        window.layOut(from);
        layOut();
    }

    private void layOut() {
        // What is new on the screen has its style after the first pass; texts that wrap move the rest in those after it.
        for (int pass = 0; pass < PASSES; pass++) {
            scene().getRoot().applyCss();
            scene().getRoot().layout();
        }
    }

    static Rig usual() throws Exception {
        return new Rig(Appearance.USUAL, TillWindow.WIDTH_MIN, TillWindow.HEIGHT_MIN).opened();
    }

    Rig opened() throws Exception {
        tell(new TillEvent.RosterTold(shop.roster()));
        tell(shop.opened(Optional.of(Shop.duty(Shop.ANNA))));
        tell(new TillEvent.FavouritesChosen(shop.articles()));
        return this;
    }

    Shop shop() {
        return shop;
    }

    Scene scene() {
        return window.scene();
    }

    TillLoop loop() {
        return loop;
    }

    TillState state() {
        return loop.state();
    }

    /// Does something on the thread that draws, and waits for it.
    static <T> T onScreen(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception | AssertionError e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(SECONDS_MAX, TimeUnit.SECONDS);
    }

    /// Tells the till something, and waits until all that follows is shown.
    void tell(TillEvent... events) throws Exception {
        for (TillEvent event : events) {
            loop.tell(event);
        }
        settle();
    }

    /// Waits until nothing is left to do: every answer comes back through the queue of the toolkit.
    void settle() throws Exception {
        for (int turn = 0; turn < 4; turn++) {
            onScreen(() -> turnDone());
        }
    }

    private static boolean turnDone() {
        return true;
    }

    TillState when(Predicate<TillState> predicate) throws ExecutionException, InterruptedException, TimeoutException {
        return loop.when(predicate).get(SECONDS_MAX, TimeUnit.SECONDS);
    }

    /// A hand presses keys, a fifth of a second apart.
    void press(KeyCode... codes) throws Exception {
        for (KeyCode code : codes) {
            deeds++;
            onScreen(() -> later(200_000) && key(code));
        }
        settle();
    }

    /// A hand has pressed a key while the screen was busy: it is heard as soon as the work is done.
    void pressAtOnce(KeyCode code) throws Exception {
        onScreen(() -> key(code));
        settle();
    }

    /// A hand presses a key together with Ctrl.
    void pressCtrl(KeyCode code) throws Exception {
        deeds++;
        onScreen(() -> later(200_000) && key(code, true));
        settle();
    }

    /// A scanner sends a code and Enter, a millisecond a key.
    void scan(String code) throws Exception {
        onScreen(() -> later(500_000));
        burst(() -> 1_000, KeyCode.ENTER, code);
    }

    /// From now on every errand keeps the screen busy for so long.
    void slow(long work) {
        workMicros = work;
    }

    /// Nobody does anything for half a second.
    void pause() throws Exception {
        onScreen(() -> later(500_000));
        tell(new TillEvent.KeysQuiet(micros));
    }

    /// Time passes while nothing is drawn.
    private boolean later(long passed) {
        loop.idle();
        micros += passed;
        return true;
    }

    /// Scanners send codes back to back, faster than the screen is drawn.
    ///
    /// @param gap microseconds before the next key
    void burst(LongSupplier gap, KeyCode suffix, String... codes) throws Exception {
        onScreen(() -> {
            loop.idle();
            for (String code : codes) {
                code.codePoints().forEach(character -> {
                    micros += gap.getAsLong();
                    character(character);
                });
                micros += gap.getAsLong();
                key(suffix);
            }
            return true;
        });
        settle();
    }

    /// A scanner begins a code and something else happens.
    void half(String beginning, TillEvent event) throws Exception {
        onScreen(() -> {
            beginning.codePoints().forEach(character -> {
                micros += 400;
                character(character);
            });
            loop.tell(event);
            return true;
        });
        settle();
    }

    /// A finger touches what reads so: a button's name, or a row's first words.
    void touch(String words) throws Exception {
        deeds++;
        new FxRobot().clickOn(find(words));
        settle();
    }

    /// A finger moves up or down from what reads so.
    ///
    /// @param pixels down the screen
    void drag(String words, double pixels) throws Exception {
        deeds++;
        FxRobot robot = new FxRobot();
        robot.drag(find(words));
        robot.moveBy(0, pixels);
        robot.drop();
        settle();
    }

    private Node find(String words) throws Exception {
        drawn();
        return onScreen(() -> Looks.seen(scene().getRoot())
                .filter(node -> node instanceof Button || node instanceof ListCell<?>)
                .filter(node -> !node.isDisabled() && reads(node).startsWith(words))
                .min(Comparator.comparing(node -> !reads(node).equals(words)))
                .orElseThrow(() -> new AssertionError("nothing reads '" + words + "'")));
    }

    /// What the rows of a list say, from above.
    List<String> rows(String list) throws Exception {
        drawn();
        return onScreen(() -> Looks.seen(scene().getRoot())
                .filter(node -> node instanceof ListCell<?> cell && !cell.isEmpty()
                        && cell.getListView().getStyleClass().contains(list))
                .sorted(Comparator.comparingDouble(node -> node.localToScene(node.getLayoutBounds()).getMinY()))
                .map(Rig::reads)
                .toList());
    }

    /// What the banner at the bottom says.
    String banner() throws Exception {
        settle();
        return onScreen(() -> ((Labeled) scene().lookup(".banner-text")).getText());
    }

    private static String reads(Node node) {
        String spoken = Optional.ofNullable(node.getAccessibleText()).orElse("");
        return spoken.isEmpty() && node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : spoken;
    }

    /// How many keys were pressed and buttons touched by hand since the last call.
    int deeds() {
        int before = deeds;
        deeds = 0;
        return before;
    }

    /// A hand types.
    void type(String text) throws Exception {
        for (int character : text.codePoints().toArray()) {
            deeds++;
            onScreen(() -> later(200_000) && character(character));
        }
        pause();
    }

    private boolean key(KeyCode code) {
        return key(code, false);
    }

    private boolean key(KeyCode code, boolean isCtrl) {
        Event.fireEvent(scene(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, isCtrl, false, false));
        Event.fireEvent(scene(), new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, isCtrl, false, false));
        return true;
    }

    private boolean character(int character) {
        String text = Character.toString(character);
        Event.fireEvent(
                scene(), new KeyEvent(KeyEvent.KEY_TYPED, text, "", KeyCode.UNDEFINED, false, false, false, false));
        return true;
    }

    /// Saves a picture under the build's folder.
    void picture(String name) throws Exception {
        settle();
        window.snapshot(Path.of("target", "screenshots", name + ".png")).get(SECONDS_MAX, TimeUnit.SECONDS);
    }

    void close() throws Exception {
        onScreen(() -> {
            stage.hide();
            return true;
        });
    }
}
