package io.evertill.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.device.CodePage;
import io.evertill.device.EscPos;
import io.evertill.device.FileDrawer;
import io.evertill.device.FilePrinter;
import io.evertill.device.Speaker;
import io.evertill.key.Scanner;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Settings;
import io.evertill.pos.Station;
import io.evertill.pos.Window;
import io.evertill.register.Register;
import io.evertill.rule.Exempt;
import io.evertill.sale.ReceiptNumber;
import io.evertill.till.Activity;
import io.evertill.till.Notice;
import io.evertill.till.SyncStatus;
import io.evertill.till.TillState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Selling waits neither for the network, nor for a bad entry, a version or the centre's disk (protocol 2.1, P6): seen in
/// the real window of a till whose centre is a stub over real HTTP.
@Exempt(rule = "imports", reason = "opens a whole till with its screen, as the programs' main classes do", until = "2028-12-31")
class NeverWaitsTest {
    private static final List<String> SOCKET_EVENTS = List.of("jdk.SocketRead", "jdk.SocketWrite");
    private static final long SECONDS_MAX = 60;

    @TempDir
    static Path folder;

    /// A till that got its products from a real centre, which is gone.
    @BeforeAll
    static void enrol() throws Exception {
        Window.startToolkit();
        try (Site site = new Site(folder, Speaker.SILENT)) {
            DemoShop.open(site.centre());
            site.enrol();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCashSaleIsMadeByKeysWhateverTheCentreDoes(StubCentre.Manner manner) throws Exception {
        try (StubCentre centre = new StubCentre(manner); Recording sockets = new Recording()) {
            SOCKET_EVENTS.forEach(event -> sockets.enable(event).withoutThreshold().withoutStackTrace().with("throttle", "off"));
            sockets.start();
            Station station = open(centre.url());
            Window window = Window.open(station, io.evertill.pos.Machine.real().clock());
            Hand hand = new Hand(window.content(), station.loop(), folder);
            centre.awaitUpload();
            long before = station.till().waiting().sales();
            hand.await("the cashiers' names", state -> state.activity() instanceof Activity.SigningIn);
            hand.press(KeyCode.ENTER);
            hand.await("a free till", state -> state.activity() instanceof Activity.Selling);
            hand.scan(DemoShop.products().getFirst().gtins().getFirst().digits().substring(1));
            hand.await("a line", state -> state.sale().basket().lines().size() == 1 && state.asking().looking().isEmpty());

            hand.press(KeyCode.F12);
            TillState done = hand.await("a saved sale", state -> state.activity() instanceof Activity.Done);
            TillState told = hand.await("what became of it in the banner", state -> isTold(manner, state.around().sync(), before + 1));
            String banner = onScreen(station, () -> ((Label) window.content().scene().lookup(".banner-text")).getText());
            int windows = onScreen(station, () -> javafx.stage.Window.getWindows().size());
            String drawing = onScreen(station, () -> Thread.currentThread().getName());

            Activity.Done sold = (Activity.Done) done.activity();
            assertEquals(Optional.of(sold.completed().sale()), station.till().register().last().map(Register.Recorded::sale));
            assertFalse(done.notice().filter(Notice.Problem.class::isInstance).isPresent(), () -> done.notice().toString());
            assertEquals(Optional.empty(), told.around().stopped());
            assertEquals(1, windows, "no other window asks for anything");
            assertTrue(banner.contains(words(manner, before + 1)), banner);
            station.close();
            window.close();
            sockets.stop();
            Map<String, Long> calls = calls(sockets);
            assertEquals(0, calls.getOrDefault(drawing, 0L), "calls of the network on the thread that draws");
            assertTrue(calls.getOrDefault("sync", 0L) > 0, () -> "the line was used: " + calls);
        }
    }

    /// A receipt of another till is asked for within seconds; whatever becomes of it, the cashier goes on, and nothing is lost.
    @ParameterizedTest
    @EnumSource
    void aReceiptOfAnotherTillIsNotedWhateverTheCentreDoes(StubCentre.Manner manner) throws Exception {
        try (StubCentre centre = new StubCentre(manner)) {
            Station station = open(centre.url());
            Window window = Window.open(station, io.evertill.pos.Machine.real().clock());
            Hand hand = new Hand(window.content(), station.loop(), folder);
            hand.await("the cashiers' names", state -> state.activity() instanceof Activity.SigningIn);
            hand.press(KeyCode.ENTER);
            hand.await("a free till", state -> state.activity() instanceof Activity.Selling);
            hand.scan("S1-T2-0c44-7");
            hand.scan(DemoShop.products().getFirst().gtins().getFirst().digits().substring(1));

            TillState noted = hand.await("why it comes back, with the goods behind it", state ->
                    state.activity() instanceof Activity.ExplainingReturn && state.scansAhead() == 1);
            hand.press(KeyCode.ESCAPE);
            TillState free = hand.await("a free till without the goods behind it", state -> state.asking().looking().isEmpty()
                    && state.activity() instanceof Activity.Selling && state.scansAhead() == 0);
            hand.scan(DemoShop.products().getFirst().gtins().getFirst().digits().substring(1));
            TillState line = hand.await("what is sold", state -> state.sale().basket().lines().size() == 1);

            assertEquals(Optional.of("S1-T2-0c44-7"), ((Activity.ExplainingReturn) noted.activity()).noted().map(ReceiptNumber::text));
            assertTrue(free.sale().basket().isEmpty());
            assertTrue(line.sale().basket().lines().getFirst().returned().isEmpty());
            hand.press(KeyCode.F12);
            hand.await("a saved sale", state -> state.activity() instanceof Activity.Done);
            station.close();
            window.close();
        }
    }

    private static boolean isTold(StubCentre.Manner manner, SyncStatus sync, long sales) {
        return switch (manner) {
            case SILENT, UNREADABLE, FULL -> sync.waiting() == sales;
            case TOO_OLD -> sync.waiting() == sales && sync.advice().contains(SyncStatus.Advice.UPDATE);
            case PARKING -> sync.waiting() == 0 && sync.parked() == 1;
        };
    }

    private static String words(StubCentre.Manner manner, long sales) {
        return switch (manner) {
            case SILENT, UNREADABLE, FULL -> sales + (sales == 1 ? " sale " : " sales ");
            case TOO_OLD -> "update needed";
            case PARKING -> "1 set aside at the centre";
        };
    }

    private static Station open(String url) {
        Path till = folder.resolve("till");
        Settings settings = switch (Settings.read(till, name ->
                name.equals("EVERTILL_CENTRAL_URL") ? Optional.of(url) : Optional.empty())) {
            case Settings.Reading.Understood(Settings understood) -> understood;
            case Settings.Reading.Wrong(String sentence) -> throw new IllegalStateException(sentence);
        };
        DataFolder held = switch (DataFolder.open(till)) {
            case DataFolder.Opening.Opened(DataFolder opened) -> opened;
            case DataFolder.Opening.Refused(String sentence) -> throw new IllegalStateException(sentence);
        };
        Scanner usual = Scanner.USUAL;
        Scanner scanner = new Scanner(Optional.of(Site.SCANNER), usual.suffixes(), usual.gapMicrosMax(), usual.stallMicrosMax(),
                usual.charactersMin());
        Path paper = till.resolve("receipts");
        Station.Devices devices = new Station.Devices(
                new FilePrinter(paper, new EscPos(CodePage.WESTERN)), new FileDrawer(paper), Speaker.SILENT);
        return switch (Station.open(
                new Station.Setup(held, settings, io.evertill.pos.Machine.real(), scanner, false), devices)) {
            case Station.Opening.Opened(Station station) -> {
                station.start();
                yield station;
            }
            case Station.Opening.NotEnrolled(String sentence) -> throw new IllegalStateException(sentence);
        };
    }

    private static <T> T onScreen(Station station, Supplier<T> work) throws Exception {
        return station.loop().onScreen(work).get(SECONDS_MAX, TimeUnit.SECONDS);
    }

    /// How often each thread read from or wrote to a socket.
    private static Map<String, Long> calls(Recording recording) throws Exception {
        Path file = folder.resolve("sockets.jfr");
        recording.dump(file);
        Map<String, Long> calls = new TreeMap<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            String thread = event.getThread() == null ? "none" : String.valueOf(event.getThread().getJavaName());
            calls.merge(thread, 1L, Long::sum);
        }
        return calls;
    }
}
