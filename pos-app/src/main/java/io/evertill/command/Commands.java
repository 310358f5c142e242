package io.evertill.command;

import io.evertill.pos.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Spec;

/// The commands of `evertill`.
@Command(
        name = "evertill",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        description = "The till of Evertill: sells without a network and loses nothing.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nSettings:%n",
        footer = {
            "The file " + Settings.FILE + " in the data folder has lines of 'name = value': central.url, receipts.folder,"
                    + " language, language.receipt, pull.seconds, sound, scanner.prefix, scanner.suffix, scanner.gap.ms, scanner.stall.ms,"
                    + " scanner.characters, printer, printer.status, printer.codepage, printer.logo, printer.symbol, drawer, scale,"
                    + " scanner.plug, display, terminal, terminal.seconds. Variables of the environment (EVERTILL_CENTRAL_URL,"
                    + " EVERTILL_RECEIPTS_FOLDER, and so on for each name) win over the file, and options over both.",
            "What a machine has in common stands in a file of that name in the folder of " + Settings.MACHINE
                    + "; the data folder's own wins, line by line. Without --data the folder is that of EVERTILL_DATA.",
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All is well.",
            "1:A difference was found.",
            "2:The command or its input was not understood.",
            "3:No centre answered, or it does not accept this till.",
            "4:The database, its disk or its folder cannot be used.",
            "5:A defect of this program; it is in the log.",
        })
final class Commands implements Runnable {
    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private Commands() {}

    /// The whole command line.
    static CommandLine line(Workplace workplace) {
        CommandLine line = new CommandLine(new Commands())
                .addSubcommand(new TillCommand(workplace))
                .addSubcommand(new EnrolCommand(workplace))
                .addSubcommand(new ReplayCommand(workplace))
                .addSubcommand(new SyncCommand(workplace))
                .addSubcommand(new StatusCommand(workplace))
                .addSubcommand(new ReportCommand(workplace))
                .addSubcommand(new VerifyCommand(workplace))
                .addSubcommand(new RepairCommand(workplace))
                .addSubcommand(new RollbackCommand(workplace))
                .addSubcommand(new DoctorCommand(workplace))
                .addSubcommand(new ExportCommand(workplace))
                .addSubcommand(new ReceiptCommand(workplace))
                .addSubcommand(new JournalCommand(workplace))
                .addSubcommand(new KeysCommand(workplace))
                .addSubcommand(DevicesCommand.line(workplace));
        line.setDefaultValueProvider(argument -> machinesTill(argument, workplace));
        line.setExecutionExceptionHandler((failure, at, _) -> Failures.explain(failure, at.getErr()).number());
        line.setParameterExceptionHandler((mistake, _) -> explain(mistake));
        line.setUsageHelpAutoWidth(true);
        line.setAbbreviatedOptionsAllowed(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    /// The till of this machine, which an installed package names; a replay makes tills of its own.
    private static @Nullable String machinesTill(CommandLine.Model.ArgSpec argument, Workplace workplace) {
        boolean isFolder = argument instanceof CommandLine.Model.OptionSpec option && List.of(option.names()).contains("--data")
                && !(argument.command().userObject() instanceof ReplayCommand);
        return isFolder ? workplace.tillFolder().orElse(null) : null;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
    }

    /// One sentence and where to read more; the whole usage would hide it.
    private static int explain(CommandLine.ParameterException mistake) {
        CommandLine line = mistake.getCommandLine();
        line.getErr().println(String.valueOf(mistake.getMessage()).strip() + System.lineSeparator() + "See: "
                + line.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.number();
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
            return new String[] {"evertill " + properties.getProperty("version", "unknown")
                    + " (" + properties.getProperty("commit", "unknown") + ")"};
        }
    }
}
