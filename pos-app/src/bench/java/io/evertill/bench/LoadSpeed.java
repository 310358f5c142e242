package io.evertill.bench;

import io.evertill.central.office.Settings;
import io.evertill.pos.TillProcess;
import io.evertill.product.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How long a new till takes until it has a catalogue of 50,000 products: the snapshot over HTTP, checked and applied.
///
/// Beside it the bare tool: the same names and codes inserted into one table of an empty SQLite file.
final class LoadSpeed implements Measurement {
    private static final int PRODUCTS = 50_000;
    private static final int TILLS = 3;
    private static final double SECONDS_MAX = 10;

    @Override
    public String name() {
        return "load";
    }

    @Override
    public List<Figure> measure(Workshop shop) throws IOException {
        List<Product> products = Names.products(PRODUCTS);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        long begun = System.nanoTime();
        try (Site site = Site.start(Settings.in(shop.folder().resolve("centre")), products)) {
            shop.say("defining " + Figure.number(PRODUCTS) + " products at the centre took " + Figure.number(seconds(begun)) + " s");
            for (int at = 1; at <= TILLS; at++) {
                Path folder = shop.folder().resolve("till-" + at);
                site.enrol(folder, "T" + at);
                begun = System.nanoTime();
                try (TillProcess till = Shop.open(folder)) {
                    Site.pull(till);
                    ours.add(seconds(begun));
                    if (till.database().read(tx -> tx.catalogue().count()) != PRODUCTS) {
                        throw new IllegalStateException("not every product arrived");
                    }
                }
                begun = System.nanoTime();
                bare(shop.folder().resolve("bare-" + at + ".db"), products);
                theirs.add(seconds(begun));
            }
        }
        return List.of(Figure.atMost("new till loads " + Figure.number(PRODUCTS) + " products (median of " + TILLS + ")", median(ours),
                "s", SECONDS_MAX, Figure.number(median(theirs)) + " s (plain inserts)"));
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void bare(Path file, List<Product> products) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("CREATE TABLE bare (sku TEXT PRIMARY KEY, name TEXT, code TEXT)");
            connection.setAutoCommit(false);
            try (PreparedStatement put = connection.prepareStatement("INSERT INTO bare VALUES (?, ?, ?)")) {
                for (Product product : products) {
                    put.setString(1, product.sku().code());
                    put.setString(2, product.name());
                    put.setString(3, product.gtins().toString());
                    put.executeUpdate();
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
