package io.evertill.command;

import io.evertill.key.Scanner;
import io.evertill.key.Stroke;
import io.evertill.pos.KeyFile;
import io.evertill.till.Action;
import io.evertill.till.KeyChanges;
import io.evertill.till.Keymap;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `keys`: lists the keys of a till, or checks a file of changes before it is put into the data folder.
@Command(name = "keys", mixinStandardHelpOptions = true,
        description = "Lists which key does what, and says every mistake in " + KeyFile.NAME + ". Works beside a running till.")
final class KeysCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", paramLabel = "DIR", description = "The till's data folder; without it, the keys as shipped.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--check", paramLabel = "FILE", description = "Check this file instead of the one in the data folder.")
    private Optional<Path> check = Optional.empty();

    KeysCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Scanner scanner = data.map(folder -> Where.settings(folder, workplace).scanner()).orElse(Scanner.USUAL);
        KeyChanges changes = check.map(file -> KeyFile.readFile(file, scanner))
                .or(() -> data.map(folder -> KeyFile.read(folder, scanner)))
                .orElse(KeyChanges.NONE);
        if (!changes.mistakes().isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            changes.mistakes().forEach(mistake -> err.println(check.map(Path::toString).orElse(KeyFile.NAME) + ": " + mistake));
            err.println("A till with this file starts with the usual keys.");
            return ExitCode.DIFFERENCE.number();
        }
        list(changes.keymap());
        return ExitCode.WELL.number();
    }

    private void list(Keymap keymap) {
        TextTable table = new TextTable().add(List.of("action", "key", "usual"));
        for (Action action : Action.values()) {
            Optional<Stroke> stroke = keymap.stroke(action);
            Optional<Stroke> usual = Keymap.USUAL.stroke(action);
            table.add(List.of(action.name(), said(stroke), stroke.equals(usual) ? "" : said(usual)));
        }
        spec.commandLine().getOut().print(table.text());
        spec.commandLine().getOut().flush();
    }

    private static String said(Optional<Stroke> stroke) {
        return stroke.map(Stroke::toString).orElse("none");
    }
}
