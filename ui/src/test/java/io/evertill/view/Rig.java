package io.evertill.view;

import io.evertill.till.Appearance;
import io.evertill.till.Shop;
import io.evertill.till.TillEvent;
import io.evertill.till.TillState;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;

/// A till's window over an in-memory shop, without a display. Keys are sent as the toolkit sends them, at any speed.
final class Rig {
    private static final long SECONDS_MAX = 30;

    private final Shop shop = new Shop();
    private final Stage stage;
    private final Appearance appearance;
    private final int width;
    private final int height;
    private TillLoop loop;
    private TillWindow window;
    private long micros = 1_000_000;

    Rig(Appearance appearance, int width, int height) throws Exception {
        FxToolkit.registerPrimaryStage();
        stage = onScreen(() -> new Stage());
        this.appearance = appearance;
        this.width = width;
        this.height = height;
        loop = new TillLoop(shop.starting(appearance), shop, () -> micros);
        window = onScreen(this::open);
    }

    private TillWindow open() {
        TillWindow made = new TillWindow(stage, loop, InstantSource.fixed(Shop.NOW));
        stage.setWidth(width);
        stage.setHeight(height);
        made.open();
        return made;
    }

    /// The till dies and starts again with what the shop has kept.
    void restart() throws Exception {
        loop = new TillLoop(shop.starting(appearance), shop, () -> micros);
        window = onScreen(this::open);
        opened();
    }

    static Rig usual() throws Exception {
        return new Rig(Appearance.USUAL, TillWindow.WIDTH_MIN, TillWindow.HEIGHT_MIN).opened();
    }

    Rig opened() throws Exception {
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

    TillState state() {
        return loop.state();
    }

    /// Does something on the thread that draws, and waits for it.
    static <T> T onScreen(Callable<T> work) throws Exception {
        return FxToolkit.setupFixture(work);
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
            micros += 200_000;
            onScreen(() -> key(code));
        }
        settle();
    }

    /// A scanner sends a code and Enter, a millisecond a key.
    void scan(String code) throws Exception {
        micros += 500_000;
        onScreen(() -> {
            code.codePoints().forEach(character -> {
                micros += 1_000;
                character(character);
            });
            micros += 1_000;
            return key(KeyCode.ENTER);
        });
        settle();
    }

    /// A hand types.
    void type(String text) throws Exception {
        for (int character : text.codePoints().toArray()) {
            micros += 200_000;
            onScreen(() -> character(character));
        }
        micros += 200_000;
        tell(new TillEvent.KeysQuiet(micros));
    }

    private boolean key(KeyCode code) {
        Event.fireEvent(scene(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        Event.fireEvent(scene(), new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
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
