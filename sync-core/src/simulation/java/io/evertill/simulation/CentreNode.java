package io.evertill.simulation;

import io.evertill.db.CommitUnknown;
import io.evertill.db.Database;
import io.evertill.db.SimulatedDisk;
import io.evertill.db.StorageFailure;
import io.evertill.feed.Feed;
import io.evertill.feed.HeadOffice;
import io.evertill.feed.Tombstones;
import io.evertill.ingest.Accept;
import io.evertill.ingest.Apply;
import io.evertill.ingest.Reception;
import io.evertill.inventory.StockFeed;
import io.evertill.ledger.StreamId;
import io.evertill.money.UnitPrice;
import io.evertill.product.Product;
import io.evertill.wire.Frames;
import io.evertill.wire.PushReply;
import io.evertill.wire.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// The centre: front desk, apply and feed of the real code, on a disk that can fail and be put back to a backup.
final class CentreNode {
    private static final int BACKUPS_MAX = 4;
    private static final Duration REMOVALS_KEPT = Duration.ofSeconds(20);
    private static final Duration NEAR = Duration.ofSeconds(30);
    private static final Duration FAR = Duration.ofMinutes(2);

    private final World world;
    private final SimulatedDisk disk;
    private final List<SimulatedDisk.Image> backups = new ArrayList<>();
    private Parts parts;
    private boolean isUp = true;
    private boolean isApplyPlanned;
    private boolean wasPutBack;
    private Optional<UUID> incarnation = Optional.empty();

    private record Parts(Database db, Feed feed, Publishing publishing, HeadOffice office, Apply apply, Reception reception) {}

    /// What goes on beside the feed's own numbers.
    private record Publishing(StockFeed stock, Tombstones tombstones) {}

    CentreNode(World world) {
        this.world = world;
        this.disk = SimulatedDisk.centre(world.medium, Template.ONE.centre(), SimulatedDisk.Durability.ON_COMMIT, world.time::now);
        this.parts = open();
        backups.add(Template.ONE.centre());
    }

    private Parts open() {
        Database db = disk.open();
        Feed feed = new Feed(db, world.ids);
        Accept accept = new Accept(db, world.ids,
                new Accept.Parts(world.mutation.comparison(), world.mutation.memory(world.ids)));
        Publishing publishing =
                new Publishing(new StockFeed(db, feed, NEAR, FAR), new Tombstones(db, REMOVALS_KEPT));
        return new Parts(db, feed, publishing, new HeadOffice(feed), new Apply(db, feed),
                new Reception(db, Template.verifier(), accept));
    }

    Database db() {
        return parts.db();
    }

    Feed feed() {
        return parts.feed();
    }

    boolean isUp() {
        return isUp;
    }

    SimulatedDisk disk() {
        return disk;
    }

    /// Takes an upload and answers it, if the program lives so long.
    void receive(TillNode from, StreamId stream, byte[] bytes, Consumer<PushReply> answer) {
        if (!isUp) {
            world.saw(Seen.CENTRE_DOWN, from.name());
            if (world.chance.flip()) {
                answer.accept(new PushReply.Unreachable("connection refused"));
            }
            return;
        }
        boolean survived = world.survives(() -> {
            PushReply reply;
            try {
                reply = parts.reception().push(parts.reception().find(Template.token(from.seat())).orElseThrow(), stream, bytes);
            } catch (StorageFailure | CommitUnknown e) {
                world.saw(Seen.DISK_ERROR, "centre");
                reply = new PushReply.Overloaded(1_000);
            }
            answer.accept(told(from, reply));
        });
        if (!survived) {
            crashed();
        }
        planApply();
    }

    private PushReply told(TillNode from, PushReply reply) {
        if (!(reply instanceof PushReply.Answered(Reply answered))) {
            return reply;
        }
        switch (answered.status()) {
            case OK -> {}
            case GAP -> world.saw(Seen.GAP, from.name());
            case FORK -> {
                world.saw(Seen.FORK, from.name());
                if (wasPutBack) {
                    world.saw(Seen.BRANCH_CONFLICT, from.name());
                }
            }
        }
        if (answered.isRevoked()) {
            world.saw(Seen.REVOKED, from.name());
        }
        if (incarnation.isPresent() && !incarnation.get().equals(answered.incarnation())) {
            world.saw(Seen.NEW_INCARNATION, "centre");
        }
        incarnation = Optional.of(answered.incarnation());
        return new PushReply.Answered(Frames.reply(Frames.write(answered).content()));
    }

    /// Whether everything that was accepted is applied.
    boolean isIdle() {
        return !isApplyPlanned && parts.db().read(tx -> tx.acceptedStreams().unapplied(1)).isEmpty();
    }

    private void planApply() {
        if (!isApplyPlanned) {
            isApplyPlanned = true;
            world.time.in(1 + world.chance.below(400), this::applyAndPublish);
        }
    }

    private void applyAndPublish() {
        isApplyPlanned = false;
        if (!isUp) {
            return;
        }
        boolean survived = world.survives(() -> {
            try {
                int done = parts.apply().step() + parts.feed().publish() + tellStock() + forget();
                if (done > 0) {
                    world.note("centre did " + done);
                    planApply();
                }
            } catch (StorageFailure | CommitUnknown e) {
                world.saw(Seen.DISK_ERROR, "centre");
                planApply();
            }
        });
        if (!survived) {
            crashed();
        }
    }

    private int tellStock() {
        int told = parts.publishing().stock().step();
        if (told > 0) {
            world.saw(Seen.STOCK_TOLD, "centre");
        }
        return told;
    }

    private int forget() {
        int forgotten = parts.publishing().tombstones().step();
        if (forgotten > 0) {
            world.saw(Seen.REMOVAL_FORGOTTEN, "centre");
        }
        return forgotten;
    }

    /// Tells everything about stock that is to be told, whether or not it is time.
    void tellAllStock() {
        StockFeed stock = new StockFeed(parts.db(), parts.feed(), Duration.ZERO, Duration.ZERO);
        int told = 1;
        while (told > 0) {
            told = stock.step();
        }
    }

    /// The program ends; it starts again a little later.
    void crashed() {
        world.saw(Seen.CENTRE_CRASHED, "centre");
        isUp = false;
        disk.cutPower();
        world.time.in(500 + world.chance.below(20_000), this::start);
    }

    /// Starts the program if it does not run.
    void start() {
        if (isUp) {
            return;
        }
        disk.disarm();
        isUp = true;
        parts = open();
        world.note("centre starts");
        planApply();
    }

    /// Keeps an image that the centre may be put back to.
    void backUp() {
        if (isUp) {
            if (backups.size() == BACKUPS_MAX) {
                backups.remove(1);
            }
            backups.add(disk.image());
            world.note("centre is backed up");
        }
    }

    /// Puts the centre back to a backup.
    ///
    /// @param isAware whether the one who does it says so, as the restore command does
    void putBack(boolean isAware) {
        disk.disarm();
        disk.putBack(world.chance.pick(backups));
        isUp = true;
        parts = open();
        wasPutBack = true;
        world.saw(isAware ? Seen.CENTRE_PUT_BACK : Seen.CENTRE_PUT_BACK_UNAWARE, "centre");
        if (isAware) {
            UUID fresh = world.ids.get();
            parts.db().run(tx -> tx.centre().renew(fresh));
        }
        planApply();
    }

    /// Changes a price and takes a setting away, so that the feed has something to carry and something to forget.
    void changePrice() {
        Product product = world.chance.pick(Template.PRODUCTS);
        UnitPrice price = UnitPrice.parse(1 + world.chance.below(20) + ".49", Template.GBP);
        define(new Product(product.id(), product.sku(), product.name(), product.unit(), product.kind(), product.taxCode(), price,
                product.gtins()));
        work(() -> parts.db().run(tx -> parts.feed().remove(tx, Feed.SETTING, "", "notice")));
        world.saw(Seen.PRICE_CHANGED, "centre");
    }

    /// Defines a product.
    void define(Product product) {
        work(() -> parts.db().run(tx -> parts.office().define(tx, product)));
    }

    /// Revokes a till.
    void revoke(TillNode till) {
        work(() -> parts.db().run(tx -> tx.tills().revoke(till.seat(), tx.now())));
    }

    /// Somebody does something at the centre; a disk that fails lets it be.
    private void work(Runnable what) {
        if (!isUp) {
            return;
        }
        boolean survived = world.survives(() -> {
            try {
                what.run();
            } catch (StorageFailure | CommitUnknown e) {
                world.saw(Seen.DISK_ERROR, "centre");
            }
        });
        if (!survived) {
            crashed();
        }
        planApply();
    }

    void discard() {
        disk.discard();
    }
}
