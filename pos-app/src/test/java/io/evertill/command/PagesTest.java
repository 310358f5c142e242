package io.evertill.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.pos.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// What the pages call a command is one, and what they call an option of it too: in blocks to type, and in the middle of a sentence.
class PagesTest {
    private static final Pattern LINE = Pattern.compile("(?:^|`)(evertill(?:-central)? [^`#\\n]+)", Pattern.MULTILINE);
    private static final Pattern OPTION = Pattern.compile("--?[a-z][a-z-]*(=.*)?");

    private final Map<String, CommandLine> programs = Map.of(
            "evertill", Commands.line(new Workplace(Machine.real(), _ -> Optional.empty(), false)),
            "evertill-central", io.evertill.central.Commands.line(new io.evertill.central.command.Workplace(
                    io.evertill.central.office.Machine.real(), Map.of(), false)));

    @Test
    void everyCommandOfThePagesIsThere() throws IOException {
        List<String> mistakes = new ArrayList<>();
        int seen = 0;
        for (Path page : pages()) {
            Matcher line = LINE.matcher(Files.readString(page));
            while (line.find()) {
                seen++;
                mistake(line.group(1).strip()).ifPresent(what -> mistakes.add(page.getFileName() + ": " + what));
            }
        }

        assertEquals(List.of(), mistakes);
        assertTrue(seen > 150, "the pages show only " + seen + " commands");
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("..", "docs"))) {
            return Stream.concat(docs.filter(file -> file.toString().endsWith(".md")), Stream.of(Path.of("..", "README.md")))
                    .sorted()
                    .toList();
        }
    }

    /// What is wrong with a line; values are not looked at, for many of them stand for others.
    private Optional<String> mistake(String text) {
        List<String> words = List.of(text.split(" +", -1));
        CommandLine at = programs.get(words.getFirst());
        int next = 1;
        while (next < words.size() && at.getSubcommands().containsKey(words.get(next))) {
            at = at.getSubcommands().get(words.get(next));
            next++;
        }
        if (next == 1 && !words.get(1).startsWith("-")) {
            return Optional.of("there is no command '" + words.get(1) + "' in: " + text);
        }
        CommandLine command = at;
        return words.stream().skip(next)
                .map(word -> word.replaceFirst("^\\[", "").replaceFirst("[],.)]+$", ""))
                .filter(word -> OPTION.matcher(word).matches())
                .map(word -> word.replaceFirst("=.*", ""))
                .filter(option -> !command.getCommandSpec().optionsMap().containsKey(option))
                .findFirst()
                .map(option -> "there is no " + option + " in: " + text);
    }
}
