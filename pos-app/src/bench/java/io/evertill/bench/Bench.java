package io.evertill.bench;

import io.evertill.rule.Wiring;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the measurements and prints the table.
///
/// System properties: `bench.only` (names separated by commas; without it all), `bench.quick` (set: smaller data, a few
/// minutes). The environment variable `EVERTILL_DATA` names a folder with `off_products_gtin.csv.gz` for real product names;
/// without it names are generated.
@Wiring
public final class Bench {
    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

    private static final List<Measurement> ALL = List.of(
            new SaleSpeed(), new HistorySpeed(), new SearchSpeed(), new LoadSpeed(), new StartSpeed(), new FrameSpeed(), new IngestSpeed(),
            new FlushSpeed(), new ProofSpeed(), new StockSpeed());

    private Bench() {}

    /// Runs the benchmarks.
    ///
    /// @param arguments the folder for everything that they make; it is emptied first
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        Optional<Set<String>> only = property("bench.only").map(text -> Set.of(text.split(",")));
        Set<String> names = ALL.stream().map(Measurement::name).collect(Collectors.toSet());
        if (only.isPresent() && !names.containsAll(only.get())) {
            out.println("bench.only is none of " + String.join(", ", names.stream().sorted().toList()));
            exit(2);
        }
        Scale scale = property("bench.quick").isPresent() ? Scale.QUICK : Scale.FULL;
        clear(folder);
        Files.createDirectories(folder);
        Surroundings.print(out, folder, scale);
        List<Figure> figures = new ArrayList<>();
        int failures = 0;
        for (Measurement measurement : ALL) {
            if (only.isEmpty() || only.get().contains(measurement.name())) {
                long begun = System.nanoTime();
                try (Workshop shop = new Workshop(folder.resolve(measurement.name()), scale, out)) {
                    figures.addAll(measurement.measure(shop));
                } catch (IOException | IllegalStateException | IllegalArgumentException e) {
                    LOG.error("the measurement {} failed", measurement.name(), e);
                    out.println("!! " + measurement.name() + " FAILED: " + e);
                    failures++;
                }
                out.printf("-- %s took %d s%n", measurement.name(), TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
            }
        }
        Figure.print(figures, out);
        exit(failures == 0 ? 0 : 1);
    }

    private static void exit(int code) {
        System.out.flush();
        Runtime.getRuntime().exit(code);
    }

    /// A system property; one that the build hands on without a value counts as missing.
    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(text -> !text.startsWith("${"));
    }

    static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
