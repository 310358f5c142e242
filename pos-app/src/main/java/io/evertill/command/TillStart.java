package io.evertill.command;

import io.evertill.device.LoudSpeaker;
import io.evertill.device.Speaker;
import io.evertill.pos.Connected;
import io.evertill.pos.DataFolder;
import io.evertill.pos.FirstStart;
import io.evertill.pos.Program;
import io.evertill.pos.Settings;
import io.evertill.pos.Station;
import io.evertill.pos.Trial;
import io.evertill.pos.Window;
import io.evertill.till.TillEvent;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A till's window, from its start to its end.
///
/// It needs nothing of the command line's library, whose classes are read and verified anew at every start: a quarter of the time until
/// a till is ready (decision 0004).
final class TillStart {
    /// The variable that names the folder of the configuration, where a package has one.
    static final String CONFIGURATION = "EVERTILL_CONF";
    private static final Logger LOG = LoggerFactory.getLogger(TillStart.class);
    private static final String COMMAND = "till";
    private static final String DATA = "--data";

    private final Workplace workplace;
    private final Path data;
    private final PrintWriter err;

    /// @param data the till's data folder
    /// @param err for sentences to whoever started it
    TillStart(Workplace workplace, Path data, PrintWriter err) {
        this.workplace = workplace;
        this.data = data;
        this.err = err;
    }

    /// The data folder, where somebody asks for a till and nothing else; whatever is not as plain as that is for the command line to
    /// understand.
    static Optional<Path> plainly(Workplace workplace, String... arguments) {
        boolean isTill = arguments.length > 0 && arguments[0].equals(COMMAND);
        Optional<String> folder = Optional.empty();
        if (isTill && arguments.length == 1) {
            folder = workplace.tillFolder();
        } else if (isTill && arguments.length == 3 && arguments[1].equals(DATA) && !arguments[2].startsWith("-")) {
            folder = Optional.of(arguments[2]);
        }
        try {
            return folder.map(Path::of);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// Opens the window and returns when it is closed.
    ///
    /// @throws Refusal in a sentence, where there is no till or no display
    ExitCode run() throws InterruptedException {
        LogFile.into(data);
        Settings settings = Where.settings(data, workplace);
        DataFolder folder = Where.hold(data);
        if (!becomeTill(folder, settings)) {
            folder.close();
            return ExitCode.WELL;
        }
        if (DataFolder.holdsTill(data)) {
            // A station speaks to its screen from the beginning.
            startToolkit();
        }
        Trial trial = new Trial(data, Program.running().version());
        if (DataFolder.holdsTill(data)) {
            Startup.prepare(folder, trial, workplace, err);
        }
        try (Connected connected = Connected.of(data, settings, speaker(settings.sound()))) {
            return open(trial, new Station.Setup(folder, settings, workplace.machine(), settings.scanner(), false), connected);
        }
    }

    /// Enrols by the file beside the configuration, where this is the first start and there is one.
    ///
    /// @return false when somebody closed the window before the centre was reached
    private boolean becomeTill(DataFolder folder, Settings settings) throws InterruptedException {
        Path configuration = workplace.environment().apply(CONFIGURATION).map(Path::of).orElse(data);
        AtomicReference<Consumer<String>> screen = new AtomicReference<>(_ -> {});
        FirstStart first = new FirstStart(folder, configuration, workplace.machine(), sentence -> {
            err.println(sentence);
            screen.get().accept(sentence);
        });
        if (!first.isDue()) {
            return true;
        }
        startToolkit();
        try (Window.Setup window = Window.openSetup(settings.languages().screen(), first::giveUp)) {
            screen.set(window::say);
            return first.run(FirstStart.WAIT_USUALLY).isPresent();
        }
    }

    private ExitCode open(Trial trial, Station.Setup setup, Connected connected) throws InterruptedException {
        return switch (Station.open(setup, connected.devices())) {
            case Station.Opening.NotEnrolled(String sentence) -> throw new Refusal(ExitCode.USAGE, sentence);
            case Station.Opening.Opened(Station station) -> {
                try (station) {
                    station.start();
                    connected.listen(code -> station.loop().tell(new TillEvent.Scanned(code)));
                    Window window = Window.open(station, workplace.machine().clock(), setup.settings().hardware().display());
                    trial.ready();
                    window.whenShown(() -> LOG.info("ready to scan"));
                    window.awaitClosed();
                }
                yield ExitCode.WELL;
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
