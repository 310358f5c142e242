package io.evertill.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.Centre;
import io.evertill.central.office.Settings;
import io.evertill.db.Tills;
import io.evertill.pos.Machine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every command that a guide shows, run as it stands there, in the order in which it stands there.
class GuideTest {
    private static final Pattern BLOCK = Pattern.compile("^```sh\\R(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(#.*)|(\\S+)");

    private static final String PRODUCTS = """
            sku,name,price,currency,unit,kind,tax,track,age,message,barcodes
            TEA,Green tea,3.99,GBP,EACH,,STD,LOT,,,5012345678900
            MUG1,Mug with a cat,7.50,GBP,EACH,,STD,,,,4006381333931
            MUG2,Mug with a dog,7.50,GBP,EACH,,STD,,,,9780201379624
            """;

    @TempDir
    Path folder;

    /// How a command ended and what it said.
    private record Ended(int exitCode, String out, String err) {}

    @Test
    void theManagersPage() throws IOException {
        Files.writeString(folder.resolve("products.csv"), PRODUCTS);
        Map<String, String> said;

        try (Centre centre = Centre.start(Settings.in(folder.resolve("centre")).withPort(0))) {
            String code = centre.office().admission().code(new Tills.Seat("S1", "T1"), Duration.ofMinutes(15));
            must(centre, List.of("evertill", "enrol", "--central", centre.url(), "--code", code));
            // The books of a store are closed when its tills were heard.
            must(centre, List.of("evertill", "sync"));
            said = all(centre, "manager.md");
        }

        assertTrue(said.size() > 30, said::toString);
        assertTrue(said.getOrDefault("evertill-central stock --store S1 --sku TEA", "").contains(" 48 "), said::toString);
    }

    @Test
    void thePageOfIt() throws IOException {
        Map<String, String> said;

        try (Centre centre = Centre.start(Settings.in(folder.resolve("centre")).withPort(0))) {
            said = all(centre, "it.md");
        }

        assertTrue(said.size() > 15, said::toString);
        assertTrue(said.getOrDefault("evertill enrol --file t1.json", "").contains("till T1 of store S1"), said::toString);
    }

    private Map<String, String> all(Centre centre, String guide) throws IOException {
        Map<String, String> said = new HashMap<>();
        for (String line : commands(guide)) {
            said.put(line.replaceAll(" *#.*", ""), must(centre, words(line)).out());
        }
        return said;
    }

    private Ended must(Centre centre, List<String> line) {
        Ended ended = run(centre, line);
        assertEquals(0, ended.exitCode(), () -> line + "\n" + ended);
        return ended;
    }

    /// The lines of a guide that a person is to type.
    private static List<String> commands(String guide) throws IOException {
        String text = Files.readString(Path.of("..", "docs", guide), StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            block.group(1).lines().filter(line -> !line.isBlank()).forEach(lines::add);
        }
        assertFalse(lines.isEmpty(), guide);
        return lines;
    }

    /// A line as a shell reads it, as far as guides go: words, words in quotation marks, and a remark at the end.
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            if (word.group(2) != null) {
                break;
            }
            words.add(Optional.ofNullable(word.group(1)).orElseGet(() -> word.group(3)));
        }
        return words;
    }

    /// Runs a command beside the centre of this test, as on a machine where a package named the folders; what stands behind `>` is
    /// left out, for it goes into a file.
    private Ended run(Centre centre, List<String> line) {
        int arrow = line.indexOf(">");
        String[] arguments = (arrow < 0 ? line : line.subList(0, arrow)).stream().skip(1)
                .map(word -> word.matches("[a-z0-9-]+\\.(csv|json|db)") ? folder.resolve(word).toString() : word)
                .toArray(String[]::new);
        Map<String, String> environment = Map.of("EVERTILL_DATA", folder.resolve("till").toString(),
                "EVERTILL_CENTRAL_DATA", folder.resolve("centre").toString(), "EVERTILL_CENTRAL_PORT", String.valueOf(centre.port()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = switch (line.getFirst()) {
            case "evertill" -> EvertillApp.run(
                    new Workplace(Machine.real(), name -> Optional.ofNullable(environment.get(name)), false),
                    new PrintWriter(out), new PrintWriter(err), arguments);
            case "evertill-central" -> io.evertill.central.Commands.line(new io.evertill.central.command.Workplace(
                            io.evertill.central.office.Machine.real(), environment, false))
                    .setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
            default -> throw new IllegalArgumentException("a guide shows a command of another program: " + line);
        };
        return new Ended(exitCode, out.toString(), err.toString());
    }
}
