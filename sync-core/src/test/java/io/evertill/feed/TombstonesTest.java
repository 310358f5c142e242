package io.evertill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.audit.CentreAudit;
import io.evertill.audit.Difference;
import io.evertill.db.CentreOn;
import io.evertill.outbox.Shop;
import io.evertill.wire.FeedPage;
import io.evertill.wire.Link;
import io.evertill.wire.PullReply;
import io.evertill.wire.Push;
import io.evertill.wire.PushReply;
import io.evertill.wire.Rows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A till that slept while rows were removed.
class TombstonesTest {
    @TempDir
    Path folder;

    private final Set<String> asked = new LinkedHashSet<>();
    private Instant now = Instant.parse("2026-01-05T09:00:00Z");

    @ParameterizedTest
    @EnumSource
    void aTillThatSleptLongerThanRemovedRowsAreKeptLoadsTheSnapshot(CentreOn on) {
        try (Shop shop = shop(on)) {
            all(shop);
            remove(shop, "note1");
            sleep(shop, Duration.ofDays(91));
            int cleaned = new Tombstones(shop.centre).step();

            all(shop);

            assertEquals(1, cleaned);
            assertEquals(List.of("page GONE", "snapshot", "page"), List.copyOf(asked));
            assertEquals(Map.of(Feed.PRICE, 0L, Feed.PRODUCT, 20L, Feed.SETTING, 4L, Feed.TAX, 1L), rows(shop));
            assertEquals(List.of(), differences(shop));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTillThatSleptLessGetsTheChangesOnly(CentreOn on) {
        try (Shop shop = shop(on)) {
            all(shop);
            remove(shop, "note1");
            sleep(shop, Duration.ofDays(89));
            int cleaned = new Tombstones(shop.centre).step();

            all(shop);

            assertEquals(0, cleaned);
            assertEquals(Set.of("page"), asked);
            assertEquals(Map.of(Feed.PRICE, 0L, Feed.PRODUCT, 20L, Feed.SETTING, 4L, Feed.TAX, 1L), rows(shop));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTillThatHeardOfEveryRemovalGoesOnWithChangesHoweverLongItSlept(CentreOn on) {
        try (Shop shop = shop(on)) {
            all(shop);
            remove(shop, "note1");
            all(shop);
            sleep(shop, Duration.ofDays(400));
            int cleaned = new Tombstones(shop.centre).step();

            all(shop);

            assertEquals(1, cleaned);
            assertEquals(Set.of("page"), asked);
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoNodesForgetEachRemovalOnceAndARowThatCameBackStays(CentreOn on) {
        try (Shop shop = shop(on)) {
            remove(shop, "note1");
            remove(shop, "note2");
            sleep(shop, Duration.ofDays(91));
            remove(shop, "note3");
            put(shop, "note2");
            long head = shop.centre.read(tx -> tx.centre().state().feedHead());

            List<Integer> cleaned = List.of(new Tombstones(shop.centre).step(), new Tombstones(shop.centre).step());
            all(shop);

            assertEquals(List.of(1, 0), cleaned);
            long horizon = shop.centre.read(tx -> tx.centre().state().feedHorizon());
            assertEquals(head - 4, horizon);
            assertEquals(3L, rows(shop).get(Feed.SETTING));
            assertEquals(List.of(), differences(shop));
        }
    }

    private void put(Shop shop, String name) {
        now = now.plusSeconds(1);
        shop.centre.run(tx -> shop.feed.put(tx, Feed.SETTING, "", name, Rows.setting(name, "1")));
        shop.feed.publish();
    }

    private void remove(Shop shop, String name) {
        now = now.plusSeconds(1);
        shop.centre.run(tx -> shop.feed.remove(tx, Feed.SETTING, "", name));
        shop.feed.publish();
    }

    /// Time passes, and something else changes.
    private void sleep(Shop shop, Duration time) {
        now = now.plus(time);
        put(shop, "awake");
        asked.clear();
    }

    private void all(Shop shop) {
        Pull pull = shop.pull(new Told(shop.link(), asked), folder);
        Pull.Step step = pull.step();
        while (!(step instanceof Pull.Step.UpToDate)) {
            step = pull.step();
        }
    }

    /// How many rows the till has of each table; only when they are the centre's.
    private static Map<String, Long> rows(Shop shop) {
        Map<String, Long> rows = new TreeMap<>();
        Map<String, FeedPage.Sum> expected = shop.centre.read(tx -> Feed.sums(tx, "S1"));
        List.of(Feed.PRICE, Feed.PRODUCT, Feed.SETTING, Feed.TAX).forEach(table -> {
            FeedPage.Sum sum = shop.till.read(tx -> Recount.of(tx, table));
            assertEquals(expected.get(table), sum, table);
            rows.put(table, sum.count());
        });
        return rows;
    }

    private static List<String> differences(Shop shop) {
        return CentreAudit.of(shop.centre).differences().stream().map(Difference::sentence).toList();
    }

    private Shop shop(CentreOn on) {
        Shop shop = new Shop(folder, on.open(folder, () -> now));
        List.of("note1", "note2", "note3").forEach(name -> put(shop, name));
        return shop;
    }

    /// A link that tells what went over it, each kind once.
    private record Told(Link link, Set<String> asked) implements Link {
        @Override
        public PushReply push(Push push) {
            return link.push(push);
        }

        @Override
        public PullReply pull(Optional<FeedPage.Cursor> cursor) {
            PullReply reply = link.pull(cursor);
            asked.add(reply instanceof PullReply.Gone ? "page GONE" : "page");
            return reply;
        }

        @Override
        public PullReply snapshot(Optional<String> tag, long offset) {
            asked.add("snapshot");
            return link.snapshot(tag, offset);
        }
    }
}
