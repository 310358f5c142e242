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
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `till`: opens the till's window and returns when it is closed.
@Command(name = "till", mixinStandardHelpOptions = true,
        description = {"Opens the till. It sells without a network, also after a restart.",
            "At its first start it enrols by " + FirstStart.FILE + " in the folder that the variable EVERTILL_CONF names, otherwise in the"
                    + " data folder, and asks nothing."})
final class TillCommand implements Callable<Integer> {
    /// The variable that names the folder of the configuration, where a package has one.
    static final String CONFIGURATION = "EVERTILL_CONF";
    private static final Logger LOG = LoggerFactory.getLogger(TillCommand.class);

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

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
        if (!becomeTill(folder, settings)) {
            folder.close();
            return ExitCode.WELL.number();
        }
        if (DataFolder.holdsTill(data)) {
            // A station speaks to its screen from the beginning.
            startToolkit();
        }
        Trial trial = new Trial(data, Program.running().version());
        if (DataFolder.holdsTill(data)) {
            Startup.prepare(folder, trial, workplace, spec.commandLine().getErr());
        }
        try (Connected connected = Connected.of(data, settings, speaker(settings.sound()))) {
            return run(trial, new Station.Setup(folder, settings, workplace.machine(), settings.scanner(), false), connected);
        }
    }

    /// Enrols by the file beside the configuration, where this is the first start and there is one.
    ///
    /// @return false when somebody closed the window before the centre was reached
    private boolean becomeTill(DataFolder folder, Settings settings) throws InterruptedException {
        Path configuration = workplace.environment().apply(CONFIGURATION).map(Path::of).orElse(data);
        AtomicReference<Consumer<String>> screen = new AtomicReference<>(_ -> {});
        FirstStart first = new FirstStart(folder, configuration, workplace.machine(), sentence -> {
            spec.commandLine().getErr().println(sentence);
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

    private int run(Trial trial, Station.Setup setup, Connected connected) throws InterruptedException {
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
