package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.db.FedRows;
import io.evertill.device.Done;
import io.evertill.device.Speaker;
import io.evertill.feed.Feed;
import io.evertill.key.Scanner;
import io.evertill.key.Stroke;
import io.evertill.price.Deal;
import io.evertill.price.Promotion;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.rule.Exempt;
import io.evertill.sale.Sale;
import io.evertill.till.Action;
import io.evertill.till.Activity;
import io.evertill.till.SyncStatus;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import io.evertill.till.TillState;
import io.evertill.wire.FeedPage;
import io.evertill.wire.Json;
import io.evertill.wire.PromotionRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A till with its screen, without a window.
@Exempt(rule = "imports", reason = "opens a till with its screen and feeds it, as the centre does", until = "2028-12-31")
final class StationTest {
    private static final long SECONDS_MAX = 60;

    @TempDir
    Path folder;

    private final BlockingQueue<Speaker.Tone> heard = new LinkedBlockingQueue<>();

    @BeforeAll
    static void startToolkit() throws Window.NoDisplay {
        Window.startToolkit();
    }

    @BeforeEach
    void enrol() {
        try (DataFolder held = DataFolderTest.opened(folder)) {
            new Enrolling(held, Machine.real()).alone("S1", "T1");
        }
    }

    @Test
    void changedKeysAreInForceFromTheStart() throws Exception {
        Files.writeString(folder.resolve(KeyFile.NAME), "EXACT_CASH = Page_Down\n");
        try (Station station = open()) {
            TillState state = when(station, shown -> shown.activity() instanceof Activity.SigningIn);

            assertEquals(Optional.of(Stroke.of("PAGE_DOWN")), state.lane().keymap().stroke(Action.EXACT_CASH));
            assertEquals(List.of(), state.around().sync().advice());
        }
    }

    @Test
    void aFileOfKeysWithAMistakeStopsNothingAndIsSaidOnTheBanner() throws Exception {
        Files.writeString(folder.resolve(KeyFile.NAME), "EXACT_CASH = Page_Down\nCASH = 5\n");
        try (Station station = open()) {
            TillState state = when(station, shown -> shown.around().sync().advice().contains(SyncStatus.Advice.MEND_KEYS));

            assertEquals(Optional.of(Stroke.of("F12")), state.lane().keymap().stroke(Action.EXACT_CASH));
        }
    }

    /// What was fed meanwhile is in force without a restart, and what ended is not.
    @Test
    void promotionsAreToldWheneverTheFeedBringsOthers() throws Exception {
        try (Station station = open()) {
            when(station, shown -> shown.around().promotions().all().isEmpty());
            feed(station, 1);
            TillState told = when(station, shown -> !shown.around().promotions().all().isEmpty());
            feed(station, 0);
            TillState ended = when(station, shown -> shown.around().promotions().all().isEmpty());

            assertEquals(List.of("P1"), told.around().promotions().all().stream().map(each -> each.id()).toList());
            assertEquals(List.of(), ended.around().promotions().all());
        }
    }

    private static void feed(Station station, int count) {
        Promotion promotion = new Promotion("P1", "Three for two", "", Set.of(ProductId.of(Sku.of("MUG"))), new Deal.NForM(3, 2), 0, false,
                Instant.EPOCH, Optional.empty(), Optional.empty());
        station.till().database().run(tx -> {
            tx.fed().clear(Feed.PROMOTION);
            if (count > 0) {
                tx.fed().put(Feed.PROMOTION, new FedRows.Fed("P1", Json.canonical(PromotionRows.write(promotion))), Optional.empty(), 1);
            }
            tx.feedState().put(Feed.PROMOTION, new FeedPage.Sum(count, count));
        });
    }

    @Test
    void everySoundIsPlayedAsItsTone() throws Exception {
        try (Station station = open(); Threads threads = threads(station)) {
            for (TillEffect.Sound sound : TillEffect.Sound.values()) {
                threads.carryOut(new TillEffect.Play(sound), _ -> {});

                assertEquals(sound.name(), String.valueOf(heard.poll(SECONDS_MAX, TimeUnit.SECONDS)));
            }
        }
    }

    /// The second customer pays and goes while the first one's receipt is not on paper yet; both are printed in their order.
    @Test
    void aPrinterThatStandsStillHoldsNoSale() throws Exception {
        CountDownLatch goesOn = new CountDownLatch(1);
        BlockingQueue<String> printed = new LinkedBlockingQueue<>();
        Station.Devices slow = new Station.Devices((_, title) -> {
            try {
                goesOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            printed.add(title);
            return new Done.Well();
        }, Done.Well::new, Speaker.SILENT);
        try (Station station = open(slow)) {
            String first;
            String second;
            try {
                first = sell(station, 0).receipt().text();
                second = sell(station, 1).receipt().text();
                assertEquals(List.of(), List.copyOf(printed));
            } finally {
                goesOn.countDown();
            }
            assertEquals(List.of(first, second), List.of(String.valueOf(printed.poll(SECONDS_MAX, TimeUnit.SECONDS)),
                    String.valueOf(printed.poll(SECONDS_MAX, TimeUnit.SECONDS))));
        }
    }

    private static Sale sell(Station station, int before) throws Exception {
        if (before == 0) {
            Cashier.stock(station.till());
            when(station, shown -> shown.activity() instanceof Activity.SigningIn);
            station.loop().tell(new TillEvent.Struck(Stroke.parse("ENTER")));
            when(station, shown -> shown.activity() instanceof Activity.Selling);
        }
        station.loop().tell(new TillEvent.Scanned("MUG"));
        when(station, shown -> shown.sale().basket().lines().size() == 1);
        station.loop().tell(new TillEvent.Struck(Stroke.parse("F12")));
        TillState sold = when(station, shown -> shown.activity() instanceof Activity.Done(var done)
                && done.sale().receipt().number() == before + 1L);
        return ((Activity.Done) sold.activity()).completed().sale();
    }

    private Threads threads(Station station) {
        return new Threads(new Desk(station.till(), Cashier.paper(station.till()), devices()), heard::add, new Threads.Elsewhere() {
            @Override
            public void keep(TillEffect.KeepAppearance effect) {}

            @Override
            public void askLeftCards() {}

            @Override
            public boolean switchNetwork(TillEffect.SwitchNetwork effect) {
                return false;
            }
        });
    }

    private Station open() {
        return open(devices());
    }

    private Station open(Station.Devices devices) {
        Station station = assertInstanceOf(Station.Opening.Opened.class, Station.open(new Station.Setup(
                DataFolderTest.opened(folder), Settings.in(folder), Machine.real(), Scanner.USUAL, false), devices)).station();
        station.start();
        return station;
    }

    private static Station.Devices devices() {
        return new Station.Devices((_, _) -> new Done.Well(), Done.Well::new, Speaker.SILENT);
    }

    private static TillState when(Station station, Predicate<TillState> is) throws Exception {
        return station.loop().when(is).get(SECONDS_MAX, TimeUnit.SECONDS);
    }
}
