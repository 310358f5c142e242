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
        List<String> lines = commands("manager.md");
        Map<String, String> said = new HashMap<>();

        try (Centre centre = Centre.start(Settings.in(folder.resolve("centre")).withPort(0))) {
            enrol(centre, "S1");
            for (String line : lines) {
                Ended ended = run(words(line), folder.resolve("till"));
                assertEquals(0, ended.exitCode(), () -> line + "\n" + ended);
                said.put(line.replaceAll(" *#.*", ""), ended.out());
            }
        }

        assertTrue(lines.size() > 20, lines::toString);
        assertTrue(said.get("evertill-central stock --store S1 --sku TEA").contains("48"), said::toString);
    }

    private void enrol(Centre centre, String store) {
        String code = centre.office().admission().code(new Tills.Seat(store, "T1"), Duration.ofMinutes(15));
        Ended enrolled = run(List.of("evertill", "enrol", "--data", "DIR", "--central", centre.url(), "--code", code),
                folder.resolve("till"));
        assertEquals(0, enrolled.exitCode(), enrolled::toString);
        // The books of a store are closed when its tills were heard.
        Ended heard = run(List.of("evertill", "sync", "--data", "DIR"), folder.resolve("till"));
        assertEquals(0, heard.exitCode(), heard::toString);
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

    /// Runs a command beside the centre of this test; what stands behind `>` is written into a file.
    private Ended run(List<String> line, Path till) {
        int arrow = line.indexOf(">");
        List<String> words = arrow < 0 ? line : line.subList(0, arrow);
        String[] arguments = words.stream().skip(1)
                .map(word -> word.equals("DIR") ? till.toString() : word.endsWith(".csv") ? folder.resolve(word).toString() : word)
                .toArray(String[]::new);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = switch (words.getFirst()) {
            case "evertill" -> EvertillApp.run(
                    new Workplace(Machine.real(), _ -> Optional.empty(), false), new PrintWriter(out), new PrintWriter(err), arguments);
            case "evertill-central" -> io.evertill.central.Commands.line(new io.evertill.central.command.Workplace(
                            io.evertill.central.office.Machine.real(),
                            Map.of("EVERTILL_CENTRAL_DATA", folder.resolve("centre").toString()), false))
                    .setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
            default -> throw new IllegalArgumentException("a guide shows a command of another program: " + line);
        };
        return new Ended(exitCode, out.toString(), err.toString());
    }
}
