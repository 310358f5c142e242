package io.evertill.command;

import io.evertill.device.CodePage;
import io.evertill.device.EscPos;
import io.evertill.device.FileDrawer;
import io.evertill.device.FilePrinter;
import io.evertill.device.LoudSpeaker;
import io.evertill.device.Speaker;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Settings;
import io.evertill.pos.Station;
import io.evertill.pos.Window;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `till`: opens the till's window and returns when it is closed.
@Command(name = "till", mixinStandardHelpOptions = true,
        description = "Opens the till. It sells without a network, also after a restart.")
final class TillCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The till's data folder.")
    private Path data = Path.of("");

    TillCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws InterruptedException {
        LogFile.into(data);
        Settings settings = Where.settings(data, workplace);
        DataFolder folder = Where.hold(data);
        Station.Devices devices = new Station.Devices(
                new FilePrinter(settings.receipts(), new EscPos(CodePage.WESTERN)), new FileDrawer(settings.receipts()),
                speaker(settings.sound()));
        if (DataFolder.holdsTill(data)) {
            // A station speaks to its screen from the beginning.
            startToolkit();
        }
        return switch (Station.open(new Station.Setup(folder, settings, workplace.machine(), settings.scanner(), false), devices)) {
            case Station.Opening.NotEnrolled(String sentence) -> throw new Refusal(ExitCode.USAGE, sentence);
            case Station.Opening.Opened(Station station) -> {
                try (station) {
                    station.start();
                    Window.open(station, workplace.machine().clock()).awaitClosed();
                }
                yield ExitCode.WELL.number();
            }
        };
    }

    private static Speaker speaker(Settings.Sound sound) {
        return switch (sound) {
            case ON -> new LoudSpeaker();
            case OFF -> Speaker.SILENT;
        };
    }

    /// Before the till is opened, which tells the screen what it finds.
    private static void startToolkit() {
        try {
            Window.startToolkit();
        } catch (Window.NoDisplay e) {
            throw new Refusal(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
