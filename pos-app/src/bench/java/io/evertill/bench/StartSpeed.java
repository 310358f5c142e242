package io.evertill.bench;

import io.evertill.product.Product;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// From the start of the process until a scan is understood, without a network: the program on its own, and with its window
/// on a screen that is not there (JavaFX with Monocle, software rendering). And how much memory a running till takes.
///
/// Beside it the bare tool: a Java process that opens the same file and reads one row.
final class StartSpeed implements Measurement {
    private static final List<String> SCREEN = List.of("-Dglass.platform=Monocle", "-Dmonocle.platform=Headless",
            "-Dprism.order=sw", "-Dheadless.geometry=1366x768-32", "-Djava.awt.headless=true");
    private static final double SECONDS_MAX = 2;
    private static final double MEMORY_MAX = 300;
    private static final int MEMORY_PRODUCTS = 100_000;
    private static final int EVICTED_AT_ONCE = 500;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Figure> measure(Workshop shop) throws IOException {
        int count = shop.scale().startProducts();
        Path till = shop.folder().resolve("till");
        List<Product> products = Names.products(count);
        Shop.make(till, products);
        Optional<Path> evict = shop.tool("evict");
        String code = products.getLast().sku().code();
        List<Double> ours = new ArrayList<>();
        List<Double> windows = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int start = 0; start < shop.scale().starts(); start++) {
            cool(evict, till);
            ours.add(seconds(shop.child(StartChild.class, List.of(), Map.of(), till.toString(), "bare", code)));
            cool(evict, till);
            windows.add(seconds(shop.child(StartChild.class, SCREEN, Map.of(), till.toString(), "window", code)));
            cool(evict, till);
            bare.add(seconds(shop.child(BareStart.class, List.of(), Map.of(), till.toString(), code)));
        }
        String cold = evict.isPresent()
                ? "till's files and jars evicted by posix_fadvise; the JDK stays warm"
                : "WARM: evict.c could not be built";
        shop.say("cold: " + cold);
        String beside = Figure.number(median(bare)) + " s (Java opens the file, reads a row)";
        List<Figure> figures = new ArrayList<>();
        String with = Figure.number(count) + " products, no network, cold";
        figures.add(Figure.atMost("start to ready to scan, " + with + ", no window", median(ours), "s", SECONDS_MAX, beside));
        figures.add(Figure.atMost("the same with the window shown (headless, software)", median(windows), "s", SECONDS_MAX, beside));
        if (count != MEMORY_PRODUCTS) {
            till = shop.folder().resolve("memory");
            Shop.make(till, products.subList(0, MEMORY_PRODUCTS));
        }
        figures.addAll(memory(shop, till, products.get(MEMORY_PRODUCTS - 1).sku().code()));
        return figures;
    }

    private static List<Figure> memory(Workshop shop, Path till, String code) throws IOException {
        double window = kib(shop.child(StartChild.class, SCREEN, Map.of(), till.toString(), "work", code), "rss.kib");
        double bare = kib(shop.child(BareStart.class, List.of(), Map.of(), till.toString(), code), "rss.kib");
        return List.of(Figure.atMost("memory (RSS) of a till with " + Figure.number(MEMORY_PRODUCTS)
                        + " products and its window, after 300 sales and 1,000 searches", window / 1024, "MiB", MEMORY_MAX,
                Figure.number(bare / 1024) + " MiB (Java opens the file, reads a row)"));
    }

    private static double seconds(Workshop.Child child) throws IOException {
        return Long.parseLong(child.run().get("ready.nanos")) / 1e9;
    }

    private static double kib(Workshop.Child child, String name) throws IOException {
        return Double.parseDouble(child.run().get(name));
    }

    private static double median(List<Double> values) {
        ToDoubleFunction<List<Double>> middle = sorted -> sorted.get(sorted.size() / 2);
        return middle.applyAsDouble(values.stream().sorted().toList());
    }

    private static void cool(Optional<Path> evict, Path till) throws IOException {
        if (evict.isEmpty()) {
            return;
        }
        List<String> paths = new ArrayList<>();
        add(till, paths);
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            add(Path.of(entry), paths);
        }
        for (int from = 0; from < paths.size(); from += EVICTED_AT_ONCE) {
            List<String> words = new ArrayList<>(List.of(evict.get().toString()));
            words.addAll(paths.subList(from, Math.min(paths.size(), from + EVICTED_AT_ONCE)));
            try {
                new ProcessBuilder(words).start().waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static void add(Path place, List<String> paths) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            files.filter(Files::isRegularFile).map(Path::toString).forEach(paths::add);
        }
    }
}
