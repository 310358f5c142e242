package io.evertill.bench;

import io.evertill.device.CodePage;
import io.evertill.device.EscPos;
import io.evertill.device.FileDrawer;
import io.evertill.device.FilePrinter;
import io.evertill.device.Speaker;
import io.evertill.key.Scanner;
import io.evertill.pos.Machine;
import io.evertill.pos.Station;
import io.evertill.pos.Window;
import io.evertill.rule.Wiring;
import io.evertill.till.Action;
import io.evertill.till.Activity;
import io.evertill.till.TillEvent;
import io.evertill.till.TillState;
import io.evertill.view.TillLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.application.Platform;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// A till with 300 lines in its basket, whose next scans are timed until they are painted.
@Wiring
final class FrameChild {
    private static final int LINES = 300;
    private static final int WARM = 100;
    private static final int SECONDS_MAX = 60;
    private static final int QUIET_MILLIS = 60;
    private static final String PHASE = "javafx.PulsePhase";

    private final TillLoop loop;
    private final List<Scan> scans = new ArrayList<>();

    /// @param scanned when the scan was told
    /// @param shown when its line was in the window, not yet painted
    private record Scan(Instant scanned, Instant shown) {}

    private record Painting(Instant from, Instant to) {}

    private FrameChild(TillLoop loop) {
        this.loop = loop;
    }

    /// Starts.
    ///
    /// @param arguments the till's folder; a file of codes, one a line
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        List<String> codes = Files.readAllLines(Path.of(arguments[1]));
        try (Recording recording = new Recording()) {
            recording.enable(PHASE).withThreshold(Duration.ZERO);
            recording.start();
            FrameChild child = new FrameChild(open(folder));
            child.scan(codes);
            recording.stop();
            Path file = folder.resolve("frames.jfr");
            recording.dump(file);
            child.tell(paintings(file));
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static TillLoop open(Path folder) throws Exception {
        Station.Devices devices = new Station.Devices(
                new FilePrinter(folder.resolve("receipts"), new EscPos(CodePage.WESTERN)), new FileDrawer(folder.resolve("receipts")),
                Speaker.SILENT);
        Machine machine = Machine.real();
        Station.Setup setup = new Station.Setup(Shop.hold(folder), Shop.settings(folder), machine, Scanner.USUAL, false);
        Window.startToolkit();
        Station station = switch (Station.open(setup, devices)) {
            case Station.Opening.Opened(Station opened) -> opened;
            case Station.Opening.NotEnrolled(String sentence) -> throw new IllegalStateException(sentence);
        };
        station.start();
        Window.open(station, machine.clock());
        return station.loop();
    }

    private void scan(List<String> codes) throws Exception {
        await(state -> state.activity() instanceof Activity.SigningIn);
        loop.tell(new TillEvent.Acted(Action.ENTER));
        await(state -> state.activity() instanceof Activity.Selling);
        int at = 0;
        for (; at < LINES; at++) {
            scan(codes.get(at), at + 1);
        }
        for (; at < codes.size(); at++) {
            Scan scan = scan(codes.get(at), LINES + 1);
            if (at >= LINES + WARM) {
                scans.add(scan);
            }
            loop.tell(new TillEvent.Acted(Action.VOID_LINE));
            await(state -> lines(state) == LINES);
            settle();
        }
    }

    private Scan scan(String code, int lines) throws Exception {
        Instant scanned = Instant.now();
        loop.tell(new TillEvent.Scanned(code));
        await(state -> lines(state) == lines);
        Instant shown = Instant.now();
        settle();
        return new Scan(scanned, shown);
    }

    private static int lines(TillState state) {
        return state.sale().basket().lines().size();
    }

    private void await(Predicate<TillState> predicate) throws Exception {
        loop.when(predicate).get(SECONDS_MAX, TimeUnit.SECONDS);
    }

    /// What was asked for is painted, and the machine has nothing to do.
    private static void settle() throws InterruptedException {
        CountDownLatch quiet = new CountDownLatch(1);
        Platform.runLater(quiet::countDown);
        quiet.await();
        new CountDownLatch(1).await(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static List<Painting> paintings(Path file) throws IOException {
        List<Painting> paintings = new ArrayList<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            if (event.getEventType().getName().equals(PHASE) && event.getString("phaseName").equals("Painting")) {
                paintings.add(new Painting(event.getStartTime(), event.getEndTime()));
            }
        }
        paintings.sort(Comparator.comparing(Painting::from));
        return paintings;
    }

    private void tell(List<Painting> paintings) {
        Samples all = new Samples();
        Samples show = new Samples();
        Samples paint = new Samples();
        for (Scan scan : scans) {
            Painting painting = paintings.stream()
                    .filter(each -> !each.to().isBefore(scan.shown()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("a scan was never painted"));
            all.add(Duration.between(scan.scanned(), painting.to()).toNanos());
            paint.add(Duration.between(painting.from(), painting.to()).toNanos());
            show.add(Duration.between(scan.scanned(), scan.shown()).toNanos());
        }
        System.out.println("samples=" + all.count());
        System.out.println(String.format(Locale.ROOT, "p50=%.2f%np99=%.2f%nshow=%.2f%npaint=%.2f", all.millis(0.5),
                all.millis(0.99), show.millis(0.5), paint.millis(0.5)));
    }
}
