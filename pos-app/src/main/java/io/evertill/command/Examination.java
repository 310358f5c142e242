package io.evertill.command;

import io.evertill.cable.Plug;
import io.evertill.db.DatabaseFile;
import io.evertill.db.StorageFailure;
import io.evertill.db.Terminals;
import io.evertill.device.CablePrinter;
import io.evertill.device.Done;
import io.evertill.device.EscPos;
import io.evertill.doctor.BackupsCheck;
import io.evertill.doctor.CentreCheck;
import io.evertill.doctor.CertificateCheck;
import io.evertill.doctor.Check;
import io.evertill.doctor.ClockCheck;
import io.evertill.doctor.DatabaseCheck;
import io.evertill.doctor.DiskCheck;
import io.evertill.doctor.DisplayCheck;
import io.evertill.doctor.PortsCheck;
import io.evertill.doctor.PrinterCheck;
import io.evertill.doctor.ProgramCheck;
import io.evertill.doctor.SettingsCheck;
import io.evertill.link.CentreHealth;
import io.evertill.link.HttpLink;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Hardware;
import io.evertill.pos.Program;
import io.evertill.pos.Settings;
import io.evertill.pos.TillProcess;
import io.evertill.pos.Window;
import io.evertill.rule.Wiring;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Joins the checks of [DoctorCommand] with what they look at.
@Wiring
final class Examination {
    private final Path folder;
    private final Workplace workplace;
    private final Settings.Reading reading;
    private final Settings settings;
    private final Terminals.Identity identity;

    Examination(Path folder, Workplace workplace, Settings.Reading reading) {
        this.folder = folder;
        this.workplace = workplace;
        this.reading = reading;
        this.settings = switch (reading) {
            case Settings.Reading.Understood(Settings understood) -> understood;
            case Settings.Reading.Wrong _ -> Settings.in(folder);
        };
        this.identity = identity(folder);
    }

    /// The checks, in the order in which they are said.
    List<Check> checks(boolean isFull, boolean isPrinting) {
        String url = settings.centralUrl().orElse(identity.centreUrl());
        CentreCheck centre = new CentreCheck(url, this::health, workplace.machine().monoMs());
        List<Check> checks = new ArrayList<>(List.of(
                new SettingsCheck(folder, reading),
                new DiskCheck(folder, System::nanoTime, DiskCheck.REAL),
                new DatabaseCheck(folder, isFull),
                new BackupsCheck(folder),
                centre,
                new CertificateCheck(url, workplace.machine().clock()),
                new ClockCheck(workplace.machine().clock(), ZoneId.systemDefault(), centre::answer)));
        checks.add(printer(isPrinting));
        checks.add(new PortsCheck(plugs(), DataFolder.isHeld(folder)));
        checks.add(new DisplayCheck(Examination::screens));
        checks.add(new ProgramCheck(folder, Program::running, DatabaseFile.engine()));
        return checks;
    }

    private static Terminals.Identity identity(Path folder) {
        Terminals.Identity nobody = new Terminals.Identity("", "", "", "");
        if (!DataFolder.holdsTill(folder)) {
            return nobody;
        }
        try (DatabaseFile ledger = DatabaseFile.open(DataFolder.database(folder))) {
            return ledger.till().orElse(nobody);
        } catch (StorageFailure _) {
            // The check of the database says what is wrong with it.
            return nobody;
        }
    }

    private CentreHealth health() {
        try (HttpLink link = TillProcess.link(folder, settings, workplace.machine(), identity)
                .orElseGet(() -> new HttpLink(settings.centralUrl().orElse(identity.centreUrl()), "",
                        DataFolder.trust(folder, workplace.machine().clock())))) {
            return link.health();
        }
    }

    private Check printer(boolean isPrinting) {
        Hardware hardware = settings.hardware();
        if (hardware.printer().isEmpty()) {
            return new PrinterCheck("files in " + settings.receipts(), () -> writable(settings.receipts()));
        }
        Plug plug = hardware.printer().get();
        CablePrinter printer = new CablePrinter(
                plug, new EscPos(hardware.page(), hardware.logo(), hardware.symbol()), hardware.asking());
        return new PrinterCheck(plug.toString(), () -> isPrinting
                ? printer.print(DevicesCommand.Test.page(), "test")
                : plug instanceof Plug.Serial && DataFolder.isHeld(folder) ? new Done.Well() : printer.state());
    }

    private static Done writable(Path receipts) {
        Path nearest = receipts.toAbsolutePath();
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return Files.isWritable(nearest) ? new Done.Well()
                : new Done.Failed("The folder of receipts " + receipts + " may not be written.");
    }

    private Map<String, Plug> plugs() {
        Hardware hardware = settings.hardware();
        Map<String, Plug> plugs = new TreeMap<>();
        hardware.scanner().ifPresent(plug -> plugs.put("scanner", plug));
        hardware.scale().ifPresent(plug -> plugs.put("scale", plug));
        if (hardware.terminal() instanceof Hardware.Terminal.Network(String host, int port)) {
            plugs.put("card terminal", new Plug.Network(host, port));
        }
        return plugs;
    }

    private static Optional<DisplayCheck.Screens> screens() {
        try {
            return Optional.of(new DisplayCheck.Screens(Window.screens(), Window.fonts()));
        } catch (Window.NoDisplay _) {
            return Optional.empty();
        }
    }
}
