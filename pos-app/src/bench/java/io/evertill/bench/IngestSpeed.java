package io.evertill.bench;

import io.evertill.db.Database;
import io.evertill.db.Tills;
import io.evertill.feed.Feed;
import io.evertill.feed.HeadOffice;
import io.evertill.ingest.Accept;
import io.evertill.ingest.Apply;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Hash;
import io.evertill.outbox.Flush;
import io.evertill.pos.Machine;
import io.evertill.pos.TillProcess;
import io.evertill.product.Product;
import io.evertill.register.Register;
import io.evertill.rule.Wiring;
import io.evertill.wire.Ed25519;
import io.evertill.wire.Push;
import io.evertill.wire.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Taking in a till's sales at the centre: accepted once, then applied as movements, levels and sales, 500 at a time.
///
/// Beside it the bare tool, by turns: `COPY` of the very rows that resulted (facts, postings, movements, sales) into the
/// same tables with the same indexes, 500 sales a transaction, without a check for what is there and without levels.
@Wiring
final class IngestSpeed implements Measurement {
    private static final int PRODUCTS = 10_000;
    private static final int POSTINGS = 500;
    private static final int WARM_UP = 4;
    private static final int LINES = 5;
    private static final double COPY_MIN = 0.55;
    private static final double HOT_MIN = 1;

    private final Machine machine = Machine.real();

    @Override
    public String name() {
        return "ingest";
    }

    private interface Basket {
        Register.Checkout fill(Register register, List<Product> products, Random random);
    }

    /// What a run took.
    ///
    /// @param ours seconds of ours for the batches that count
    /// @param copy seconds of the bare tool; 0 where there is none
    /// @param movements how many there were
    private record Run(double ours, double copy, long movements) {
        double rate() {
            return movements / ours;
        }

        String text() {
            return Figure.number(rate()) + " movements/s";
        }

        String copyText() {
            return copy == 0 ? "" : Figure.number(movements / copy) + " movements/s (COPY)";
        }
    }

    @Override
    public List<Figure> measure(Workshop shop) throws IOException {
        List<Product> products = Names.products(PRODUCTS);
        try (Server server = Server.start(shop.folder())) {
            shop.say("ingest runs on " + server.version() + ", fsync and synchronous_commit on");
            List<Push> even = pushes(shop, "even", products, Shop::checkout);
            List<Push> hot = pushes(shop, "hot", products, Shop::hotCheckout);
            Run uniform = onServer(server, products, even);
            Run crowded = onServer(server, products, hot);
            Run file = onFile(shop.folder(), products, even);
            return List.of(
                    Figure.ratioAtLeast("ingest with dedupe, movements, levels on PostgreSQL, beside COPY of the same rows",
                            uniform.text(), uniform.copyText(), uniform.copy / uniform.ours, COPY_MIN),
                    Figure.ratioAtLeast("the same with 90 % of lines on one product", crowded.text(), crowded.copyText(),
                            crowded.copy / crowded.ours, COPY_MIN),
                    Figure.ratioAtLeast("ingest, 90 % on one product / uniform", crowded.text(), uniform.text() + " (uniform)",
                            crowded.rate() / uniform.rate(), HOT_MIN),
                    Figure.reported("ingest on SQLite", file.text(), ""));
        }
    }

    /// Sells, and keeps what the till would send.
    private List<Push> pushes(Workshop shop, String name, List<Product> products, Basket basket) {
        Path folder = shop.folder().resolve(name);
        Shop.make(folder, products);
        Random random = new Random(6);
        List<Push> pushes = new ArrayList<>();
        try (TillProcess till = Shop.open(folder); Database scratch = Database.centre(folder.resolve("scratch.db"), machine.clock())) {
            for (int sale = 0; sale < shop.scale().ingestSales(); sale++) {
                Shop.sell(till.register(), basket.fill(till.register(), products, random));
            }
            Flush flush = new Flush(till.database(), Ed25519.signer(Ed25519.generate().secret()), machine.ids(),
                    new Flush.Run(machine.boot(), () -> new Push.Clock(machine.clock().millis(), machine.monoMs().getAsLong())));
            Accept accept = new Accept(scratch, machine.ids());
            Tills.Till known = enrol(scratch, till.identity().terminal());
            for (Push push = flush.next(POSTINGS); !push.postings().isEmpty(); push = flush.next(POSTINGS)) {
                pushes.add(push);
                Reply reply = accept.accept(known, push);
                flush.answered(push, reply);
            }
        }
        return pushes;
    }

    private Tills.Till enrol(Database centre, String terminal) {
        Hash token = Bytes.of("token").hash();
        return centre.write(tx -> {
            tx.centre().start(machine.ids().get(), tx.now());
            tx.tills().enrol(terminal, new Tills.Seat(Shop.STORE, "T1"), Ed25519.generate().open(), token, tx.now());
            return tx.tills().find(token).orElseThrow();
        });
    }

    private Run onServer(Server server, List<Product> products, List<Push> pushes) {
        String url = server.fresh();
        String other = server.fresh();
        Database.centre(other, machine.clock()).close();
        try (Database centre = Database.centre(url, machine.clock()); Copying copying = new Copying(url, other)) {
            return take(centre, products, pushes, Optional.of(copying));
        }
    }

    private Run onFile(Path folder, List<Product> products, List<Push> pushes) {
        try (Database centre = Database.centre(folder.resolve("centre.db"), machine.clock())) {
            return take(centre, products, pushes, Optional.empty());
        }
    }

    private Run take(Database centre, List<Product> products, List<Push> pushes, Optional<Copying> copying) {
        Feed feed = new Feed(centre, machine.ids());
        HeadOffice office = new HeadOffice(feed);
        Tills.Till till = enrol(centre, pushes.getFirst().terminal());
        centre.run(tx -> products.forEach(product -> office.define(tx, product)));
        Accept accept = new Accept(centre, machine.ids());
        Apply apply = new Apply(centre, feed);
        long ours = 0;
        long copy = 0;
        long sales = 0;
        for (int at = 0; at < pushes.size(); at++) {
            Push push = pushes.get(at);
            long begun = System.nanoTime();
            accept.accept(till, push);
            apply.step();
            long passed = System.nanoTime() - begun;
            long copied = copying.map(tool -> tool.copy(push.postings().getFirst().seq(), push.postings().getLast().seq()))
                    .orElse(0L);
            if (at >= WARM_UP) {
                ours += passed;
                copy += copied;
                sales += push.postings().size();
            }
        }
        return new Run(ours / 1e9, copy / 1e9, sales * LINES);
    }
}
