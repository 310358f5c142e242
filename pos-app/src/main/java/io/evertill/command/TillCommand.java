package io.evertill.command;

import io.evertill.device.LoudSpeaker;
import io.evertill.device.Speaker;
import io.evertill.pos.Connected;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Settings;
import io.evertill.pos.Station;
import io.evertill.pos.Window;
import io.evertill.till.TillEvent;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `till`: opens the till's window and returns when it is closed.
@Command(name = "till", mixinStandardHelpOptions = true,
        description = "Opens the till. It sells without a network, also after a restart.")
final class TillCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(TillCommand.class);

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
        if (DataFolder.holdsTill(data)) {
            // A station speaks to its screen from the beginning.
            startToolkit();
        }
        try (Connected connected = Connected.of(data, settings, speaker(settings.sound()))) {
            return run(new Station.Setup(folder, settings, workplace.machine(), settings.scanner(), false), connected);
        }
    }

    private int run(Station.Setup setup, Connected connected) throws InterruptedException {
        return switch (Station.open(setup, connected.devices())) {
            case Station.Opening.NotEnrolled(String sentence) -> throw new Refusal(ExitCode.USAGE, sentence);
            case Station.Opening.Opened(Station station) -> {
                try (station) {
                    station.start();
                    connected.listen(code -> station.loop().tell(new TillEvent.Scanned(code)));
                    Window window = Window.open(station, workplace.machine().clock(), setup.settings().hardware().display());
                    window.whenShown(() -> LOG.info("ready to scan"));
                    window.awaitClosed();
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
