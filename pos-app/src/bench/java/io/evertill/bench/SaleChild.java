package io.evertill.bench;

import io.evertill.pos.TillProcess;
import io.evertill.product.Product;
import io.evertill.register.Register;
import io.evertill.rule.Wiring;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;

/// The process that sells, with `syncs.c` in it: counts first, then sales and bare syncs by turns.
@Wiring
final class SaleChild {
    private static final int PRODUCTS = 10_000;
    private static final int COUNTED = 300;
    private static final int WARM_UP = 1_500;
    private static final int BETWEEN_CHECKPOINTS = 200;
    private static final int SLOW_MICROS = 2_000;
    private static final int BARE_BYTES = 16 * 1024;
    private static final int BARE_FILE_BYTES = 4 * 1024 * 1024;

    private final TillProcess till;
    private final Register register;
    private final Syncs syncs;
    private final List<Product> products = Names.products(PRODUCTS);
    private final Random random = new Random(2);
    private final FileChannel bare;
    private final ByteBuffer block = ByteBuffer.allocateDirect(BARE_BYTES);
    private int blocks;

    private SaleChild(TillProcess till, Syncs syncs, FileChannel bare) {
        this.till = till;
        this.register = till.register();
        this.syncs = syncs;
        this.bare = bare;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int sales = Integer.parseInt(arguments[2]);
        Path file = folder.resolve("bare");
        Files.write(file, new byte[BARE_FILE_BYTES]);
        try (TillProcess till = Shop.open(folder);
                FileChannel bare = FileChannel.open(file, StandardOpenOption.WRITE)) {
            bare.force(true);
            SaleChild child = new SaleChild(till, Syncs.open(Path.of(arguments[1])), bare);
            child.count(folder.resolve("till.db-wal"));
            child.turns(WARM_UP, "warm");
            child.turns(sales, "fast");
            child.syncs.delayMicros(SLOW_MICROS);
            child.turns(sales / 5, "slow");
            child.syncs.delayMicros(0);
        }
    }

    /// The log is fresh and nothing empties it meanwhile, so it grows by what is written.
    private void count(Path log) throws IOException {
        sell();
        long syncsBefore = syncs.count();
        long bytesBefore = Files.size(log);
        for (int sale = 0; sale < COUNTED; sale++) {
            sell();
        }
        say("syncs", (double) (syncs.count() - syncsBefore) / COUNTED);
        say("log.bytes", (double) (Files.size(log) - bytesBefore) / COUNTED);
    }

    private void turns(int sales, String name) throws IOException {
        long before = syncs.count();
        Samples ours = new Samples();
        Samples theirs = new Samples();
        for (int sale = 0; sale < sales; sale++) {
            if (sale % BETWEEN_CHECKPOINTS == 0) {
                till.database().checkpoint();
            }
            Register.Checkout checkout = Shop.checkout(register, products, random);
            long begun = System.nanoTime();
            Shop.sell(register, checkout);
            ours.since(begun);
            begun = System.nanoTime();
            sync();
            theirs.since(begun);
        }
        System.out.println(name + ".ours=" + ours.text());
        System.out.println(name + ".bare=" + theirs.text());
        say(name + ".ratio", ours.median() / theirs.median());
        say(name + ".syncs", (double) (syncs.count() - before) / sales - 1);
    }

    private void sync() throws IOException {
        block.clear();
        block.putInt(0, blocks);
        bare.write(block, (long) blocks * BARE_BYTES % BARE_FILE_BYTES);
        blocks++;
        bare.force(false);
    }

    private void sell() {
        Shop.sell(register, Shop.checkout(register, products, random));
    }

    private static void say(String name, double value) {
        System.out.println(name + "=" + value);
    }
}
