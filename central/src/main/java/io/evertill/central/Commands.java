package io.evertill.central;

import io.evertill.central.command.Period;
import io.evertill.central.command.Workplace;
import io.evertill.central.command.count.CountCommand;
import io.evertill.central.command.count.ReportCommand;
import io.evertill.central.command.customer.CustomerCommand;
import io.evertill.central.command.period.PeriodCommand;
import io.evertill.central.command.place.BranchCommand;
import io.evertill.central.command.place.LocationCommand;
import io.evertill.central.command.product.ImportProductsCommand;
import io.evertill.central.command.product.PriceCommand;
import io.evertill.central.command.product.PromotionCommand;
import io.evertill.central.command.product.SettingCommand;
import io.evertill.central.command.product.TaxCommand;
import io.evertill.central.command.product.VariancesCommand;
import io.evertill.central.command.stock.AlertsCommand;
import io.evertill.central.command.stock.GoodsCommand;
import io.evertill.central.command.stock.HistoryCommand;
import io.evertill.central.command.stock.LotCommand;
import io.evertill.central.command.stock.MinimumCommand;
import io.evertill.central.command.stock.RecallCommand;
import io.evertill.central.command.stock.ReleaseCommand;
import io.evertill.central.command.stock.ReservationsCommand;
import io.evertill.central.command.stock.ReserveCommand;
import io.evertill.central.command.stock.SerialCommand;
import io.evertill.central.command.stock.StockCommand;
import io.evertill.central.command.till.ClientCommand;
import io.evertill.central.command.till.EnrolmentCodeCommand;
import io.evertill.central.command.till.EnrolmentFileCommand;
import io.evertill.central.command.till.IncidentsCommand;
import io.evertill.central.command.till.KeptPaymentsCommand;
import io.evertill.central.command.till.OverReturnsCommand;
import io.evertill.central.command.till.ParkedCommand;
import io.evertill.central.command.till.PersonCommand;
import io.evertill.central.command.till.RevokeCommand;
import io.evertill.central.command.till.StaffCommand;
import io.evertill.central.command.till.TillsCommand;
import io.evertill.central.command.transfer.TransferCommand;
import io.evertill.central.command.upkeep.BackupCommand;
import io.evertill.central.command.upkeep.DrillCommand;
import io.evertill.central.command.upkeep.ExportCommand;
import io.evertill.central.command.upkeep.RebuildCommand;
import io.evertill.central.command.upkeep.ReconcileCommand;
import io.evertill.central.command.upkeep.RestoreCommand;
import io.evertill.central.command.upkeep.SnapshotCommand;
import io.evertill.central.command.upkeep.StatusCommand;
import io.evertill.central.command.upkeep.VerifyCommand;
import io.evertill.central.office.Refusal;
import io.evertill.central.simulator.SimulatorCommand;
import io.evertill.db.CommitUnknown;
import io.evertill.db.StorageFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Spec;

/// The commands of `evertill-central`, and what a person reads when one of them fails.
@Command(
        name = "evertill-central",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        description = "The centre of Evertill: takes in what the tills recorded, and feeds products and prices back.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nSettings:%n",
        footer = {
            "Flags win over variables of the environment (EVERTILL_CENTRAL_DATA, _DB, _BIND, _PORT, _LANES, _TLS_CERTIFICATE,"
                    + " _TLS_KEY, _TLS_NAMES), and those over the file central.properties in the data folder (db=…, bind=…, port=…,"
                    + " lanes=…, tls.certificate=…, tls.key=…, tls.names=…).",
            "Every command works beside a running centre.",
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All is well.",
            "1:A difference was found, or a part of the input was refused.",
            "2:The command or its input was not understood; nothing was done.",
            "3:The network: the port is taken.",
            "4:The database, its disk or its folder cannot be used.",
            "5:A defect of this program.",
        })
public final class Commands implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private Commands() {}

    /// The whole command line.
    public static CommandLine line(Workplace workplace) {
        CommandLine line = new CommandLine(new Commands())
                .addSubcommand(new ServeCommand(workplace))
                .addSubcommand(new EnrolmentCodeCommand(workplace))
                .addSubcommand(new EnrolmentFileCommand(workplace))
                .addSubcommand(new RevokeCommand(workplace))
                .addSubcommand(new ImportProductsCommand(workplace))
                .addSubcommand(PriceCommand.line(workplace))
                .addSubcommand(PromotionCommand.line(workplace))
                .addSubcommand(new VariancesCommand(workplace))
                .addSubcommand(new TaxCommand(workplace))
                .addSubcommand(new SettingCommand(workplace))
                .addSubcommand(new StatusCommand(workplace))
                .addSubcommand(new VerifyCommand(workplace))
                .addSubcommand(new IncidentsCommand(workplace))
                .addSubcommand(new TillsCommand(workplace))
                .addSubcommand(new ParkedCommand(workplace))
                .addSubcommand(new OverReturnsCommand(workplace))
                .addSubcommand(new KeptPaymentsCommand(workplace))
                .addSubcommand(new ClientCommand(workplace))
                .addSubcommand(new PersonCommand(workplace))
                .addSubcommand(new StaffCommand(workplace))
                .addSubcommand(new CustomerCommand(workplace))
                .addSubcommand(new ReserveCommand(workplace))
                .addSubcommand(new ReleaseCommand(workplace))
                .addSubcommand(new ReservationsCommand(workplace))
                .addSubcommand(TransferCommand.line(workplace))
                .addSubcommand(new BackupCommand(workplace))
                .addSubcommand(new RestoreCommand(workplace))
                .addSubcommand(new DrillCommand(workplace))
                .addSubcommand(new CountCommand(workplace))
                .addSubcommand(new ReportCommand(workplace))
                .addSubcommand(new ExportCommand(workplace))
                .addSubcommand(new AlertsCommand(workplace))
                .addSubcommand(new MinimumCommand(workplace))
                .addSubcommand(new BranchCommand(workplace))
                .addSubcommand(new LocationCommand(workplace))
                .addSubcommand(PeriodCommand.line(workplace))
                .addSubcommand(new GoodsCommand(workplace))
                .addSubcommand(new LotCommand(workplace))
                .addSubcommand(new RecallCommand(workplace))
                .addSubcommand(new SerialCommand(workplace))
                .addSubcommand(new StockCommand(workplace))
                .addSubcommand(new HistoryCommand(workplace))
                .addSubcommand(new SnapshotCommand(workplace))
                .addSubcommand(new RebuildCommand(workplace))
                .addSubcommand(new ReconcileCommand(workplace))
                .addSubcommand(new SimulatorCommand(workplace.machine().ids(), Commands::line));
        line.getSubcommands().values().forEach(Commands::version);
        line.registerConverter(Duration.class, new Period());
        line.setExecutionExceptionHandler((failure, at, _) -> explain(at, failure));
        line.setParameterExceptionHandler((mistake, _) -> explain(mistake));
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    private static void version(CommandLine line) {
        line.getCommandSpec().versionProvider(new Version());
        line.getSubcommands().values().forEach(Commands::version);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
    }

    /// One sentence and where to read more; the whole usage would hide it.
    private static int explain(CommandLine.ParameterException mistake) {
        CommandLine line = mistake.getCommandLine();
        return say(line, String.valueOf(mistake.getMessage()).strip() + System.lineSeparator() + "See: "
                + line.getCommandSpec().qualifiedName() + " --help", Refusal.Kind.USAGE);
    }

    private static int explain(CommandLine line, Exception failure) {
        return switch (failure) {
            case Refusal refusal -> say(line, refusal.getMessage(), refusal.kind());
            case StorageFailure storage -> say(line, storage.sentence(), Refusal.Kind.STORAGE);
            case CommitUnknown unknown -> say(line, unknown.sentence(), Refusal.Kind.STORAGE);
            case UncheckedIOException io -> say(line, io.getMessage(), Refusal.Kind.STORAGE);
            default -> {
                LOG.debug("A defect", failure);
                yield say(line, "The program met a defect of its own (" + failure.getClass().getSimpleName()
                        + "). What was recorded is safe. EVERTILL_LOG=DEBUG before the command shows the details.",
                        Refusal.Kind.DEFECT);
            }
        };
    }

    private static int say(CommandLine line, @org.jspecify.annotations.Nullable String sentence, Refusal.Kind kind) {
        line.getErr().println(sentence);
        return kind.exitCode();
    }

    /// The version that the build wrote.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            Properties properties = new Properties();
            try (InputStream in = Commands.class.getResourceAsStream("/io/evertill/version.properties")) {
                if (in != null) {
                    properties.load(in);
                }
            }
            return new String[] {"evertill-central " + properties.getProperty("version", "unknown")
                    + " (" + properties.getProperty("commit", "unknown") + ")"};
        }
    }
}
