package io.evertill.pos;

import io.evertill.cable.Plug;
import io.evertill.device.CablePrinter;
import io.evertill.device.CableScale;
import io.evertill.device.CableScanner;
import io.evertill.device.CashDrawer;
import io.evertill.device.Done;
import io.evertill.device.EscPos;
import io.evertill.device.FileDrawer;
import io.evertill.device.FilePrinter;
import io.evertill.device.ReceiptPrinter;
import io.evertill.device.Speaker;
import io.evertill.payment.NetworkTerminal;
import io.evertill.payment.PaymentTerminal;
import io.evertill.payment.TerminalSimulator;
import io.evertill.rule.Wiring;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The devices of a till, as its settings name them, ready to be asked. None is spoken to before it is needed.
@Wiring
public final class Connected implements AutoCloseable {
    private static final String HERE = "127.0.0.1";

    private final Station.Devices devices;
    private final Optional<Plug> scanner;
    private final Optional<TerminalSimulator> simulator;
    private final List<CableScanner> listeners = new CopyOnWriteArrayList<>();

    private Connected(Station.Devices devices, Optional<Plug> scanner, Optional<TerminalSimulator> simulator) {
        this.devices = devices;
        this.scanner = scanner;
        this.simulator = simulator;
    }

    /// Connects the devices that the settings name.
    ///
    /// @param folder the till's data folder
    /// @param speaker closed by whoever uses the devices
    public static Connected of(Path folder, Settings settings, Speaker speaker) {
        Hardware hardware = settings.hardware();
        EscPos escPos = new EscPos(hardware.page(), hardware.logo(), hardware.symbol());
        Optional<CablePrinter> cable = hardware.printer().map(plug -> new CablePrinter(plug, escPos, hardware.asking()));
        ReceiptPrinter printer = cable.<ReceiptPrinter>map(each -> each).orElseGet(() -> new FilePrinter(settings.receipts(), escPos));
        CashDrawer drawer = switch (hardware.drawer()) {
            case PRINTER -> cable.<CashDrawer>map(each -> each).orElseGet(() -> new FileDrawer(settings.receipts()));
            case NONE -> Done.Well::new;
        };
        Optional<TerminalSimulator> simulator = hardware.terminal() instanceof Hardware.Terminal.Simulated
                ? Optional.of(TerminalSimulator.start(
                        0, folder.resolve("terminal-simulator.txt"), () -> TerminalSimulator.Manner.APPROVE))
                : Optional.empty();
        Duration patience = Duration.ofSeconds(hardware.terminalSeconds());
        Optional<PaymentTerminal> terminal = switch (hardware.terminal()) {
            case Hardware.Terminal.Manual() -> Optional.empty();
            case Hardware.Terminal.Simulated() -> simulator.map(here -> new NetworkTerminal(HERE, here.port(), patience));
            case Hardware.Terminal.Network(String host, int port) -> Optional.of(new NetworkTerminal(host, port, patience));
        };
        return new Connected(new Station.Devices(printer, drawer, speaker, terminal, hardware.scale().map(CableScale::new)),
                hardware.scanner(), simulator);
    }

    /// What the till asks.
    public Station.Devices devices() {
        return devices;
    }

    /// Listens to a scanner that is no keyboard, where there is one, until [#close].
    ///
    /// @param codes takes each code, on a thread of its own
    public void listen(Consumer<String> codes) {
        scanner.ifPresent(plug -> {
            CableScanner listening = new CableScanner(plug, codes);
            listeners.add(listening);
            Thread.ofPlatform().name("scanner").daemon().start(listening);
        });
    }

    @Override
    public void close() {
        listeners.forEach(CableScanner::close);
        simulator.ifPresent(TerminalSimulator::close);
    }
}
