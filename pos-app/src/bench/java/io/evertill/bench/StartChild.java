package io.evertill.bench;

import io.evertill.device.CodePage;
import io.evertill.device.EscPos;
import io.evertill.device.FileDrawer;
import io.evertill.device.FilePrinter;
import io.evertill.device.Speaker;
import io.evertill.key.Scanner;
import io.evertill.pos.Machine;
import io.evertill.pos.Station;
import io.evertill.pos.TillProcess;
import io.evertill.pos.Window;
import io.evertill.product.Product;
import io.evertill.register.Lookup;
import io.evertill.rule.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/// The till's program from its start until a scan is understood, as `evertill till` does it.
@Wiring
final class StartChild {
    private static final int SALES = 300;
    private static final int SEARCHES = 1_000;
    private static final int PRODUCTS = 100_000;

    private StartChild() {}

    /// Starts.
    ///
    /// @param arguments the till's folder; `bare`, `window`, or `work` for a window and some work; a SKU to scan
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        if (arguments[1].equals("bare")) {
            try (TillProcess till = Shop.open(folder)) {
                scan(till, arguments[2]);
            }
            return;
        }
        Machine machine = Machine.real();
        Station.Devices devices = new Station.Devices(
                new FilePrinter(folder.resolve("receipts"), new EscPos(CodePage.WESTERN)), new FileDrawer(folder.resolve("receipts")),
                Speaker.SILENT);
        Station.Setup setup = new Station.Setup(Shop.hold(folder), Shop.settings(folder), machine, Scanner.USUAL, false);
        Window.startToolkit();
        Station station = switch (Station.open(setup, devices)) {
            case Station.Opening.Opened(Station opened) -> opened;
            case Station.Opening.NotEnrolled(String sentence) -> throw new IllegalStateException(sentence);
        };
        station.start();
        Window.open(station, machine.clock());
        CountDownLatch painted = new CountDownLatch(1);
        Platform.runLater(painted::countDown);
        painted.await();
        scan(station.till(), arguments[2]);
        if (arguments[1].equals("work")) {
            work(station.till());
            memory();
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static void scan(TillProcess till, String code) {
        if (!(till.lookup().find(code) instanceof Lookup.Meaning.Found)) {
            throw new IllegalStateException("the scan was not understood");
        }
        System.out.println("ready");
    }

    private static void work(TillProcess till) {
        Random random = new Random(5);
        List<Product> some = till.lookup().search("a", 50).stream().map(Lookup.Article::product).toList();
        for (int sale = 0; sale < SALES; sale++) {
            Shop.sell(till.register(), Shop.checkout(till.register(), some, random));
        }
        for (int search = 0; search < SEARCHES; search++) {
            till.lookup().search("A" + (100_000 + random.nextInt(PRODUCTS)) / 100, 41);
        }
    }

    /// What the operating system holds for this process.
    static void memory() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS")) {
                System.out.println("rss.kib=" + line.replaceAll("[^0-9]", ""));
            }
        }
    }
}
