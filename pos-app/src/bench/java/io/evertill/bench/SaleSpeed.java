package io.evertill.bench;

import io.evertill.pos.TillProcess;
import io.evertill.product.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a durable sale costs: calls of fsync, bytes of log, and time beside a bare `fdatasync` of 16 KiB in a file that is
/// there already.
final class SaleSpeed implements Measurement {
    private static final int PRODUCTS = 10_000;
    private static final double FAST_MAX = 4;
    private static final double SLOW_MAX = 1.15;
    private static final int LOG_KIB_MAX = 64;

    @Override
    public String name() {
        return "sale";
    }

    @Override
    public List<Figure> measure(Workshop shop) throws IOException {
        Path till = shop.folder().resolve("till");
        List<Product> products = Names.products(PRODUCTS);
        Shop.make(till, products);
        try (TillProcess open = Shop.open(till)) {
            Shop.deliver(open, products);
        }
        Optional<Path> shim = shop.tool("syncs", "-shared", "-fPIC", "-ldl");
        Path numbers = shop.folder().resolve("numbers");
        Syncs.open(numbers);
        Map<String, String> environment = shim
                .map(path -> Map.of("LD_PRELOAD", path.toString(), "EVERTILL_BENCH_SYNCS", numbers.toString()))
                .orElse(Map.of());
        Map<String, String> answers = shop.child(SaleChild.class, List.of(), environment,
                till.toString(), numbers.toString(), Integer.toString(shop.scale().sales())).run();

        List<Figure> figures = new ArrayList<>();
        if (shim.isPresent()) {
            double calls = number(answers, "syncs");
            figures.add(new Figure("fsyncs per cash sale, outside checkpoints", Figure.number(calls), "", "", "exactly 1",
                    calls == 1 ? "met" : "MISSED"));
        }
        figures.add(Figure.atMost("log (WAL) per 5-line sale", number(answers, "log.bytes") / 1024, "KiB", LOG_KIB_MAX, ""));
        figures.add(Figure.ratioAtMost("durable sale, this disk: p50 / p99", answers.get("fast.ours"), answers.get("fast.bare"),
                number(answers, "fast.ratio"), FAST_MAX));
        if (shim.isPresent()) {
            figures.add(Figure.ratioAtMost("durable sale, 2 ms added to each fdatasync: p50 / p99", answers.get("slow.ours"),
                    answers.get("slow.bare"), number(answers, "slow.ratio"), SLOW_MAX));
        }
        return figures;
    }

    private static double number(Map<String, String> answers, String name) {
        return Double.parseDouble(answers.get(name));
    }
}
