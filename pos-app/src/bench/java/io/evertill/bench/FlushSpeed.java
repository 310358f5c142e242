package io.evertill.bench;

import io.evertill.central.office.Settings;
import io.evertill.pos.TillProcess;
import io.evertill.product.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// One till that was offline for long hands everything over: real HTTP on the loopback address, a real centre (in the same
/// process), until the centre has proved to hold all, and until it has applied all.
final class FlushSpeed implements Measurement {
    private static final int PRODUCTS = 5_000;

    @Override
    public String name() {
        return "flush";
    }

    /// How many entries a second were taken and applied.
    private record Run(double taken, double applied) {
        String text() {
            return Figure.number(taken) + " taken, " + Figure.number(applied) + " applied";
        }
    }

    @Override
    public List<Figure> measure(Workshop shop) throws IOException {
        List<Product> products = Names.products(PRODUCTS);
        String what = "flush of " + Figure.number(shop.scale().flushSales()) + " sales over HTTP, entries/s, centre on ";
        Run file = run(shop, Settings.in(shop.folder().resolve("centre")), "file", products);
        try (Server server = Server.start(shop.folder())) {
            Run remote = run(shop, Settings.on(server.fresh()), "server", products);
            return List.of(
                    Figure.reported(what + "SQLite", file.text(), ""),
                    Figure.reported(what + server.version(), remote.text(), ""));
        }
    }

    private static Run run(Workshop shop, Settings settings, String name, List<Product> products) {
        Path folder = shop.folder().resolve(name);
        int sales = shop.scale().flushSales();
        try (Site site = Site.start(settings, products)) {
            site.enrol(folder, "T1");
            try (TillProcess till = Shop.open(folder)) {
                Site.pull(till);
                Shop.openShift(till);
                Random random = new Random(7);
                for (int sale = 0; sale < sales; sale++) {
                    Shop.sell(till.register(), Shop.checkout(till.register(), products, random));
                }
                till.database().checkpoint();
                long begun = System.nanoTime();
                Site.flush(till);
                double taken = (System.nanoTime() - begun) / 1e9;
                site.settle();
                double applied = (System.nanoTime() - begun) / 1e9;
                return new Run(sales / taken, sales / applied);
            }
        }
    }
}
