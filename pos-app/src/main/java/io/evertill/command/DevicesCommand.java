package io.evertill.command;

import io.evertill.cable.Cable;
import io.evertill.cable.Plug;
import io.evertill.device.CableScanner;
import io.evertill.device.Done;
import io.evertill.device.Scale;
import io.evertill.device.Speaker;
import io.evertill.pos.Connected;
import io.evertill.pos.Hardware;
import io.evertill.pos.Settings;
import io.evertill.pos.Window;
import io.evertill.receipt.Receipt;
import io.evertill.receipt.ReceiptLine;
import io.evertill.receipt.ReceiptLine.Style;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `devices test`: tries one device as the settings name it, and says in a sentence what came of it.
@Command(name = "devices", mixinStandardHelpOptions = true, description = "Tries the devices of a till. Sells and charges nothing.")
final class DevicesCommand implements Runnable {
    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /// The command with its subcommand.
    static CommandLine line(Workplace workplace) {
        return new CommandLine(new DevicesCommand()).addSubcommand(new Test(workplace))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command: test.");
    }

    /// What can be tried.
    enum Device {
        PRINTER, DRAWER, SCANNER, DISPLAY, SCALE, TERMINAL
    }

    /// Tries one device.
    @Command(name = "test", mixinStandardHelpOptions = true,
            description = "Tries one device: prints a page, opens the drawer, waits for a code, looks for a second screen, weighs, or asks"
                    + " the card terminal whether it is there. Best while the till is closed: some devices talk to one program only.")
    static final class Test implements Callable<Integer> {
        private static final Duration SCANNING = Duration.ofSeconds(20);
        private static final Duration BETWEEN = Duration.ofMillis(500);

        private final Workplace workplace;

        @Spec
        private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        @Parameters(paramLabel = "DEVICE", description = "printer, drawer, scanner, display, scale or terminal.")
        private Device device = Device.PRINTER;

        @Option(names = "--data", required = true, paramLabel = "DIR", description = "The till's data folder.")
        private Path data = Path.of("");

        Test(Workplace workplace) {
            this.workplace = workplace;
        }

        @Override
        public Integer call() {
            Settings settings = Where.settings(data, workplace);
            try (Connected connected = Connected.of(data, settings, Speaker.SILENT)) {
                return say(tried(connected, settings), device.name().toLowerCase(Locale.ROOT));
            }
        }

        private int say(Done done, String name) {
            return switch (done) {
                case Done.Well() -> {
                    spec.commandLine().getOut().println("The " + name + " works.");
                    yield ExitCode.WELL.number();
                }
                case Done.Failed(String sentence) -> {
                    spec.commandLine().getErr().println(sentence);
                    yield ExitCode.DIFFERENCE.number();
                }
            };
        }

        private Done tried(Connected connected, Settings settings) {
            return switch (device) {
                case PRINTER -> connected.devices().printer().print(page(), "test");
                case DRAWER -> connected.devices().drawer().open();
                case SCANNER -> settings.hardware().scanner().map(this::scanned).orElseGet(() -> new Done.Failed(
                        "A scanner that is a keyboard is tried in the till's window: scan into it. One at a port needs the setting"
                                + " scanner.plug."));
                case DISPLAY -> display(settings.hardware().display());
                case SCALE -> connected.devices().scale().map(this::weighed)
                        .orElseGet(() -> new Done.Failed("No scale is set: weights are typed. See the setting scale."));
                case TERMINAL -> connected.devices().terminal().map(terminal -> terminal.test())
                        .orElseGet(() -> new Done.Failed(
                                "No card terminal is set: the cashier says what it shows. See the setting terminal."));
            };
        }

        /// Every style, and letters that a wrong code page spoils.
        static Receipt page() {
            return new Receipt(List.of(
                    new ReceiptLine("Evertill", Style.LARGE),
                    new ReceiptLine("A test of the printer", Style.BOLD),
                    new ReceiptLine("-".repeat(Receipt.COLUMNS), Style.NORMAL),
                    new ReceiptLine("áéíóú àèìòù âêîôû äöüß ñç ÄÖÜ £ €", Style.NORMAL),
                    new ReceiptLine("0123456789".repeat(4) + "01", Style.NORMAL),
                    new ReceiptLine("https://evertill.example/test", Style.SYMBOL)));
        }

        private Done weighed(Scale scale) {
            return switch (scale.weigh()) {
                case Scale.Weighed.Steady(var weight) -> {
                    spec.commandLine().getOut().println("It weighs " + weight.text() + " kg.");
                    yield new Done.Well();
                }
                case Scale.Weighed.Unsteady() -> {
                    spec.commandLine().getOut().println("It answers; nothing rests on it.");
                    yield new Done.Well();
                }
                case Scale.Weighed.Failed(String sentence) -> new Done.Failed(sentence);
            };
        }

        /// One code, within the time that a person needs to find one.
        private Done scanned(Plug plug) {
            spec.commandLine().getOut().println("Scan something within " + SCANNING.toSeconds() + " seconds.");
            spec.commandLine().getOut().flush();
            StringBuilder code = new StringBuilder();
            try (Cable cable = plug.open()) {
                int next = cable.read(SCANNING);
                while (next != Cable.NOTHING && next != '\r' && next != '\n') {
                    if (CableScanner.isOfCode(next)) {
                        code.append((char) next);
                    }
                    next = cable.read(BETWEEN);
                }
            } catch (IOException e) {
                return new Done.Failed("The scanner at " + plug + " does not work: " + e.getMessage()
                        + ". Look whether it is on, at its cable and at the setting scanner.plug.");
            }
            if (code.isEmpty()) {
                return new Done.Failed("No code came from " + plug
                        + ": look whether it is on, at its cable and its speed, and let it end codes with Enter.");
            }
            spec.commandLine().getOut().println("It read " + code + ".");
            return new Done.Well();
        }

        private static Done display(Hardware.Display display) {
            try {
                int screens = Window.screens();
                if (display == Hardware.Display.OFF) {
                    return new Done.Failed("Customers have no screen: the setting display is off. Write auto, and start the till again.");
                }
                return screens > 1
                        ? new Done.Well()
                        : new Done.Failed("Customers have no screen: only the till's own is connected. Connect a second one, and let the"
                                + " system extend the desktop to it.");
            } catch (Window.NoDisplay e) {
                return new Done.Failed(String.valueOf(e.getMessage()));
            }
        }
    }
}
