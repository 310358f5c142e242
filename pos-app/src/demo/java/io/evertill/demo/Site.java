package io.evertill.demo;

import io.evertill.central.Centre;
import io.evertill.db.Tills;
import io.evertill.device.CodePage;
import io.evertill.device.EscPos;
import io.evertill.device.FileDrawer;
import io.evertill.device.FilePrinter;
import io.evertill.device.Speaker;
import io.evertill.feed.Pull;
import io.evertill.ingest.Admission;
import io.evertill.key.Scanner;
import io.evertill.key.Stroke;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Enrolling;
import io.evertill.pos.Machine;
import io.evertill.pos.Settings;
import io.evertill.pos.Station;
import io.evertill.pos.TillProcess;
import io.evertill.rule.Wiring;
import io.evertill.till.TillEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The demo's centre and till, with everything they keep in one folder.
@Wiring
final class Site implements AutoCloseable {
    /// The tour's scanner announces its codes by this key, so that a slow machine cannot tear one apart.
    static final Stroke SCANNER = Stroke.of("F24");

    private static final int STEPS_MAX = 10_000;

    private final Path folder;
    private final Machine machine = Machine.real();
    private final Centre centre;
    private final Speaker speaker;

    /// Starts the centre on a free port of this machine.
    ///
    /// @param speaker what the till is heard by
    Site(Path folder, Speaker speaker) {
        this.folder = folder;
        this.speaker = speaker;
        this.centre = Centre.start(io.evertill.central.office.Settings.in(folder.resolve("centre")).withPort(0));
    }

    Centre centre() {
        return centre;
    }

    Machine machine() {
        return machine;
    }

    Path receipts() {
        return till(DemoShop.TILL).resolve("receipts");
    }

    /// Introduces the till with a one-time code and loads the catalogue; a till that is known already stays so.
    ///
    /// @return how many products the till has
    long enrol() {
        return enrol(DemoShop.TILL);
    }

    /// The same for another till of the store.
    long enrol(String name) {
        String code = centre.office().admission().code(new Tills.Seat(DemoShop.STORE, name), Admission.VALID_USUALLY);
        try (DataFolder held = hold(name)) {
            Enrolling.Result result = new Enrolling(held, machine).atCentre(centre.url(), code);
            switch (result) {
                case Enrolling.Result.Enrolled _, Enrolling.Result.Known _ -> {}
                case Enrolling.Result.Refused(String sentence) -> throw new IllegalStateException(sentence);
                case Enrolling.Result.Unreachable(String sentence) -> throw new IllegalStateException(sentence);
                case Enrolling.Result.NotKept(String sentence) -> throw new IllegalStateException(sentence);
            }
        }
        return load(name);
    }

    private long load(String name) {
        try (TillProcess till = process(name)) {
            for (int step = 0; step < STEPS_MAX; step++) {
                if (till.pull().step() instanceof Pull.Step.UpToDate) {
                    return till.database().read(tx -> tx.catalogue().count());
                }
            }
        }
        throw new IllegalStateException("the catalogue did not arrive");
    }

    private TillProcess process(String name) {
        return switch (TillProcess.open(hold(name), settings(name), machine, _ -> {})) {
            case TillProcess.Opening.Opened(TillProcess till) -> till;
            case TillProcess.Opening.NotEnrolled(String sentence) -> throw new IllegalStateException(sentence);
        };
    }

    /// Opens the till with its screen and starts its line.
    ///
    /// @param isCut whether the network is cut from the beginning
    Station open(boolean isCut) {
        return open(DemoShop.TILL, isCut);
    }

    /// The same for another till of the store.
    Station open(String name, boolean isCut) {
        EscPos escPos = new EscPos(CodePage.WESTERN);
        Path receipts = till(name).resolve("receipts");
        Station.Devices devices = new Station.Devices(new FilePrinter(receipts, escPos), new FileDrawer(receipts), speaker);
        return switch (Station.open(new Station.Setup(hold(name), settings(name), machine, scanner(), true), devices)) {
            case Station.Opening.Opened(Station station) -> {
                if (isCut) {
                    station.till().network().cut();
                    station.loop().tell(new TillEvent.NetworkSwitched(true));
                }
                station.start();
                yield station;
            }
            case Station.Opening.NotEnrolled(String sentence) -> throw new IllegalStateException(sentence);
        };
    }

    /// Waits until the centre has applied what it accepted.
    boolean settle() {
        return centre.settle(Duration.ofSeconds(30));
    }

    @Override
    public void close() {
        centre.close();
    }

    private Settings settings(String name) {
        return switch (Settings.read(till(name), _ -> Optional.empty())) {
            case Settings.Reading.Understood(Settings understood) -> understood;
            case Settings.Reading.Wrong(String sentence) -> throw new IllegalStateException(sentence);
        };
    }

    private static Scanner scanner() {
        Scanner usual = Scanner.USUAL;
        return new Scanner(Optional.of(SCANNER), usual.suffixes(), usual.gapMicrosMax(), usual.stallMicrosMax(),
                usual.charactersMin());
    }

    private DataFolder hold(String name) {
        return switch (DataFolder.open(till(name))) {
            case DataFolder.Opening.Opened(DataFolder held) -> held;
            case DataFolder.Opening.Refused(String sentence) -> throw new IllegalStateException(sentence);
        };
    }

    private Path till(String name) {
        return folder.resolve(name.equals(DemoShop.TILL) ? "till" : name);
    }
}
