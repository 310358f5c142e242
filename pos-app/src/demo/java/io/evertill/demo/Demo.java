package io.evertill.demo;

import io.evertill.db.StorageFailure;
import io.evertill.device.LoudSpeaker;
import io.evertill.device.Speaker;
import io.evertill.pos.Station;
import io.evertill.pos.Window;
import io.evertill.rule.Wiring;
import io.evertill.till.Action;
import io.evertill.till.Activity;
import io.evertill.till.TillEvent;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `mvn -q -Pdemo`: a centre and a till with the demo shop. A window where there is a display, else a tour of the same
/// screens that ends with a verified sync.
///
/// Ends with 0 when everything holds, with 1 when till and centre differ or the tour could not be walked.
@Wiring
public final class Demo {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private Demo() {}

    /// Runs the demo.
    ///
    /// @param arguments the folder for everything that it keeps
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        boolean hasDisplay = hasDisplay();
        if (!hasDisplay) {
            System.setProperty("glass.platform", "Monocle");
            System.setProperty("monocle.platform", "Headless");
            System.setProperty("prism.order", "sw");
            System.setProperty("headless.geometry", "1366x768-32");
            clear(folder);
        }
        Files.createDirectories(folder);
        Window.startToolkit();
        boolean isRight = false;
        try (Site site = new Site(folder, hasDisplay ? new LoudSpeaker() : Speaker.SILENT)) {
            int defined = DemoShop.open(site.centre());
            long loaded = site.enrol();
            out.println("Evertill demo: the centre listens on " + site.centre().url() + ", " + defined
                    + " products are defined, the till has " + loaded + ".");
            isRight = hasDisplay ? show(site, out) : tour(site, folder, out);
        } catch (IllegalStateException | StorageFailure e) {
            out.println("The demo stopped: " + e.getMessage());
            LOG.error("the demo stopped", e);
        } finally {
            // The toolkit's threads would keep the process alive.
            exit(isRight);
        }
    }

    private static void exit(boolean isRight) {
        System.out.flush();
        Runtime.getRuntime().exit(isRight ? 0 : 1);
    }

    private static boolean show(Site site, PrintStream out) throws InterruptedException {
        out.println("Close the window to end. Ctrl+N cuts and restores the network; F1 shows all keys.");
        Station station = site.open(false);
        Window window = Window.open(station, site.machine().clock());
        station.loop().when(state -> state.activity() instanceof Activity.SigningIn).join();
        station.loop().tell(new TillEvent.Acted(Action.ENTER));
        window.awaitClosed();
        station.close();
        return true;
    }

    private static boolean tour(Site site, Path folder, PrintStream out) {
        Path pictures = folder.resolve("screenshots");
        out.println("There is no display, so here is a tour of the same screens:");
        boolean holds = new Tour(site, pictures, out).walk();
        out.println("Screenshots: " + pictures);
        out.println("Receipts:    " + site.receipts());
        out.println(holds ? "Till and centre agree." : "TILL AND CENTRE DIFFER.");
        return holds;
    }

    private static boolean hasDisplay() {
        String system = System.getProperty("os.name", "");
        boolean needsVariable = system.startsWith("Linux") || system.contains("BSD");
        return !needsVariable || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank()).isPresent();
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
