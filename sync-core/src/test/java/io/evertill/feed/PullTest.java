package io.evertill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.db.CentreOn;
import io.evertill.db.FeedState;
import io.evertill.db.Terminals;
import io.evertill.ledger.Hash;
import io.evertill.money.UnitPrice;
import io.evertill.outbox.Shop;
import io.evertill.price.PriceRule;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.register.Freshness;
import io.evertill.register.Lookup;
import io.evertill.tax.TaxRate;
import io.evertill.wire.FeedPage;
import io.evertill.wire.Link;
import io.evertill.wire.PullReply;
import io.evertill.wire.Push;
import io.evertill.wire.PushReply;
import io.evertill.wire.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PullTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aPriceFlowsBackAndAnExpiredOneFallsThrough(CentreOn on) {
        try (Shop shop = shop(on)) {
            all(shop.pull(shop.link(), folder));
            Instant from = shop.clock().instant();
            PriceRule rule = new PriceRule("p1", ProductId.of(Sku.of("MUG1")), "S1", PriceRule.Level.BRANCH, 0,
                    UnitPrice.parse("1.99", Shop.GBP), from, Optional.of(from.plusSeconds(10)));
            shop.centre.run(tx -> shop.feed.put(tx, Feed.PRICE, "S1", rule.id(), Rows.price(rule)));
            shop.feed.publish();

            Pull.Step step = shop.pull(shop.link(), folder).step();
            UnitPrice during = price(shop);
            shop.tick();
            shop.tick();

            assertEquals(new Pull.Step.Applied(1, false), step);
            assertEquals(UnitPrice.parse("1.99", Shop.GBP), during);
            assertEquals(UnitPrice.parse("2.51", Shop.GBP), price(shop));
        }
    }

    /// The till's clock is two hours slow, and a page that others follow confirms nothing.
    @ParameterizedTest
    @EnumSource
    void theTillNotesWhenItKnewAllByTheCentresClock(CentreOn on) {
        try (Shop shop = shop(on)) {
            all(shop.pull(shop.link(), folder));
            shop.till.run(tx -> tx.terminal().heard(new Terminals.Heard(Optional.empty(), 0, 0, tx.now(),
                    Optional.of(Duration.ofHours(2).toMillis()), false, Optional.empty(), false)));
            boolean isKnownAfterTheSnapshot = shop.till.read(tx -> tx.feedState().confirmedAt()).isPresent();
            shop.pull(shop.link(), folder).step();
            Instant known = confirmedAt(shop);
            shop.centre.run(tx -> {
                for (int at = 0; at <= FeedPage.CHANGES_MAX; at++) {
                    shop.feed.put(tx, Feed.SETTING, "", "s" + at, Rows.setting("s" + at, "v"));
                }
            });
            while (shop.feed.publish() > 0) {
                shop.tick();
            }
            Pull pull = shop.pull(shop.link(), folder);

            pull.step();
            Instant halfWay = confirmedAt(shop);
            pull.step();

            assertEquals(false, isKnownAfterTheSnapshot);
            assertEquals(known, halfWay);
            assertEquals(shop.clock().instant().plus(Duration.ofHours(2)), confirmedAt(shop));
            assertEquals(shop.clock().instant(), Freshness.read(shop.till).confirmedAt().orElseThrow());
        }
    }

    private static Instant confirmedAt(Shop shop) {
        return shop.till.read(tx -> tx.feedState().confirmedAt()).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aRowOfAnotherBranchIsNotSeenAndARemovedOneGoes(CentreOn on) {
        try (Shop shop = shop(on)) {
            all(shop.pull(shop.link(), folder));
            shop.centre.run(tx -> {
                shop.feed.put(tx, Feed.SETTING, "S2", "shop.name", Rows.setting("shop.name", "Elsewhere"));
                shop.feed.remove(tx, Feed.PRODUCT, "", ProductId.of(Sku.of("MUG1")).toString());
            });
            shop.feed.publish();

            Pull.Step step = shop.pull(shop.link(), folder).step();

            assertEquals(new Pull.Step.Applied(1, false), step);
            assertEquals(Optional.empty(), shop.till.read(tx -> tx.terms().setting("shop.name")));
            assertEquals(new Lookup.Meaning.Unknown("MUG1"), shop.lookup.find("MUG1"));
            assertEquals(19, shop.lookup.search("mug", 50).size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyChangesComeInPagesAndEndWithTheSums(CentreOn on) {
        try (Shop shop = shop(on)) {
            all(shop.pull(shop.link(), folder));
            int count = FeedPage.CHANGES_MAX + 100;
            shop.centre.run(tx -> {
                for (int at = 0; at < count; at++) {
                    shop.feed.put(tx, Feed.SETTING, "", "s" + at, Rows.setting("s" + at, "v"));
                }
            });
            while (shop.feed.publish() > 0) {
                shop.tick();
            }
            Pull pull = shop.pull(shop.link(), folder);

            Pull.Step first = pull.step();
            Pull.Step second = pull.step();

            assertEquals(new Pull.Step.Applied(FeedPage.CHANGES_MAX, true), first);
            assertEquals(new Pull.Step.Applied(100, false), second);
            assertEquals(new Pull.Step.UpToDate(), pull.step());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatDiffersIsNoticedCountedAndLoadedAgain(CentreOn on) {
        try (Shop shop = shop(on)) {
            all(shop.pull(shop.link(), folder));
            shop.till.run(tx -> {
                tx.terms().put(new TaxRate("STD", "wrong", 1, TaxRate.Kind.INCLUSIVE), Optional.of(99L));
                tx.feedState().put(Feed.TAX, new FeedPage.Sum(1, 99));
            });
            Pull pull = shop.pull(shop.link(), folder);

            Pull.Step noticed = pull.step();
            all(pull);

            assertEquals(new Pull.Step.Mismatched(List.of(Feed.TAX)), noticed);
            assertEquals(Optional.of(Shop.VAT), shop.till.read(tx -> tx.terms().tax("STD")));
            long mismatches = shop.till.read(tx -> tx.feedState().read()).map(FeedState.Read::mismatches).orElse(0L);
            assertEquals(1, mismatches);
        }
    }

    /// The other tables bear rows that the centre does not know under sums that it does: a load of everything would take them.
    @ParameterizedTest
    @EnumSource
    void aDamagedRowIsMendedByLoadingItsTableAlone(CentreOn on) throws SQLException {
        try (Shop shop = shop(on)) {
            Pull pull = shop.pull(shop.link(), folder);
            all(pull);
            FeedPage.Cursor cursor = shop.till.read(tx -> tx.feedState().read().orElseThrow().cursor());
            change("UPDATE product SET name = 'untouched' WHERE sku = 'MUG7'");
            change("UPDATE setting SET value = 'untouched' WHERE name = 'currency'");
            List<Long> before = rowids();
            change("DELETE FROM tax WHERE code = 'STD'");

            Pull.Step noticed = pull.step();
            Pull.Step mended = all(pull);
            Pull.Step after = pull.step();

            assertEquals(new Pull.Step.Mismatched(List.of(Feed.TAX)), noticed);
            assertEquals(new Pull.Step.Repaired(List.of(Feed.TAX), 1), mended);
            assertEquals(new Pull.Step.UpToDate(), after);
            assertEquals(Optional.of(Shop.VAT), shop.till.read(tx -> tx.terms().tax("STD")));
            assertEquals(Optional.of("untouched"), shop.till.read(tx -> tx.terms().setting("currency")));
            assertEquals("untouched", shop.till.read(tx -> tx.catalogue().find(Sku.of("MUG7")).orElseThrow().name()));
            assertEquals(before, rowids());
            assertEquals(new FeedState.Read(cursor, shop.clock().instant(), 1), shop.till.read(tx -> tx.feedState().read().orElseThrow()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRepairGoesOnAfterACrashAndTakesInWhatChangedMeanwhile(CentreOn on) throws SQLException {
        try (Shop shop = shop(on)) {
            all(shop.pull(shop.link(), folder));
            change("DELETE FROM product WHERE sku = 'MUG7'");
            shop.pull(shop.link(), folder).step();
            Product dearer = Shop.product("MUG8", "Mug no. 8", "9.99");
            shop.centre.run(tx -> {
                shop.feed.put(tx, Feed.PRODUCT, "", dearer.id().toString(), Rows.product(dearer));
                shop.feed.put(tx, Feed.SETTING, "", "new", Rows.setting("new", "1"));
            });
            shop.feed.publish();

            Pull.Step mended = all(shop.pull(shop.link(), folder));
            Pull.Step news = shop.pull(shop.link(), folder).step();
            Pull.Step end = shop.pull(shop.link(), folder).step();

            assertEquals(new Pull.Step.Repaired(List.of(Feed.PRODUCT), 20), mended);
            assertEquals(new Pull.Step.Applied(2, false), news);
            assertEquals(new Pull.Step.UpToDate(), end);
            assertEquals(Optional.of(dearer), shop.till.read(tx -> tx.catalogue().find(dearer.sku())));
            assertEquals(Optional.of("1"), shop.till.read(tx -> tx.terms().setting("new")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRepairThatAnotherLifeOfTheCentreMeetsLoadsEverything(CentreOn on) throws SQLException {
        try (Shop shop = shop(on)) {
            Pull pull = shop.pull(shop.link(), folder);
            all(pull);
            change("DELETE FROM tax WHERE code = 'STD'");
            pull.step();
            shop.centre.run(tx -> tx.centre().renew(new UUID(77, 77)));

            Pull.Step refused = all(pull);
            Pull.Step whole = all(pull);

            assertInstanceOf(Pull.Step.Failed.class, refused);
            assertEquals(new Pull.Step.Applied(22, false), whole);
            assertEquals(new Pull.Step.UpToDate(), pull.step());
        }
    }

    /// As a till of an earlier version meets the tables of this one.
    @ParameterizedTest
    @EnumSource
    void aTableThatThisProgramDoesNotKnowIsPassedOver(CentreOn on) {
        try (Shop shop = shop(on)) {
            Pull pull = shop.pull(shop.link(), folder);
            all(pull);
            shop.centre.run(tx -> {
                shop.feed.put(tx, "weather", "", "w1", Rows.setting("sun", "1"));
                shop.feed.put(tx, Feed.SETTING, "", "new", Rows.setting("new", "1"));
            });
            shop.feed.publish();

            Pull.Step passed = pull.step();
            Pull.Step quiet = pull.step();
            shop.centre.run(tx -> tx.centre().renew(new UUID(77, 77)));
            Pull.Step loaded = all(pull);

            assertEquals(new Pull.Step.Applied(2, false), passed);
            assertEquals(new Pull.Step.UpToDate(), quiet);
            assertEquals(new Pull.Step.Applied(23, false), loaded);
            assertEquals(Optional.of("1"), shop.till.read(tx -> tx.terms().setting("new")));
        }
    }

    /// The centre was heard and had nothing new: what the till shows is not older than that.
    @ParameterizedTest
    @EnumSource
    void whatIsShownIsAsOldAsTheLastAnswer(CentreOn on) {
        try (Shop shop = shop(on)) {
            Pull pull = shop.pull(shop.link(), folder);
            all(pull);
            Instant loaded = readAt(shop);
            shop.turnClock(loaded.plusSeconds(59));
            pull.step();
            Instant soon = readAt(shop);
            shop.turnClock(loaded.plusSeconds(61));
            Pull.Step step = pull.step();

            assertEquals(new Pull.Step.UpToDate(), step);
            assertEquals(List.of(loaded, loaded.plusSeconds(61)), List.of(soon, readAt(shop)));
        }
    }

    private static Instant readAt(Shop shop) {
        return shop.till.read(tx -> tx.feedState().read()).map(FeedState.Read::readAt).orElseThrow();
    }

    private void change(String statement) throws SQLException {
        try (Connection connection = connection(); Statement sql = connection.createStatement()) {
            assertEquals(1, sql.executeUpdate(statement));
        }
    }

    private List<Long> rowids() throws SQLException {
        List<Long> rowids = new ArrayList<>();
        try (Connection connection = connection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("SELECT rank FROM product ORDER BY sku")) {
            while (rows.next()) {
                rowids.add(rows.getLong(1));
            }
        }
        return rowids;
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("till.db"));
    }

    @ParameterizedTest
    @EnumSource
    void anotherLifeOfTheCentreLoadsEverythingAgainAndKeepsWhatOnlyTheTillKnows(CentreOn on) {
        try (Shop shop = shop(on)) {
            all(shop.pull(shop.link(), folder));
            Product own = Shop.product("OWN", "Only here", "1.00");
            shop.till.run(tx -> tx.catalogue().put(own, Optional.empty()));
            shop.centre.run(tx -> tx.centre().renew(new UUID(77, 77)));

            all(shop.pull(shop.link(), folder));

            long products = shop.till.read(tx -> tx.catalogue().count());
            assertEquals(21, products);
            assertEquals(Optional.of(own), shop.till.read(tx -> tx.catalogue().find(own.sku())));
            assertEquals(Optional.of(new UUID(77, 77)),
                    shop.till.read(tx -> tx.feedState().read()).map(read -> read.cursor().incarnation()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedSnapshotIsNotAppliedAndTheNextOneIs(CentreOn on) {
        try (Shop shop = shop(on)) {
            Pull damaged = new Pull(shop.till, new Spoilt(shop.link(), part -> new PullReply.SnapshotPart(part.tag(),
                    part.length(), Hash.ZERO, part.offset(), part.content())), folder);

            Pull.Step step = all(damaged);
            Pull.Step mended = all(shop.pull(shop.link(), folder));

            assertInstanceOf(Pull.Step.Failed.class, step);
            assertEquals(new Pull.Step.Applied(22, false), mended);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherFileInTheMiddleOfADownloadStartsAgain(CentreOn on) {
        try (Shop shop = shop(on)) {
            Pull pull = shop.pull(shop.link(), folder);
            Pull.Step begun = pull.step();
            shop.centre.run(tx -> shop.feed.put(tx, Feed.SETTING, "", "new", Rows.setting("new", "1")));
            shop.feed.publish();

            Pull.Step end = all(shop.pull(shop.link(), folder));

            assertInstanceOf(Pull.Step.Downloaded.class, begun);
            assertEquals(new Pull.Step.Applied(23, false), end);
        }
    }

    /// Steps until nothing is downloaded any more.
    private static Pull.Step all(Pull pull) {
        Pull.Step step = pull.step();
        for (int round = 0; round < 1_000 && step instanceof Pull.Step.Downloaded; round++) {
            step = pull.step();
        }
        return step;
    }

    private static UnitPrice price(Shop shop) {
        return ((Lookup.Meaning.Found) shop.lookup.find("MUG1")).article().price().unit();
    }

    private Shop shop(CentreOn on) {
        return new Shop(folder, on.open(folder, Clock.systemUTC()));
    }

    /// A link whose snapshot parts are changed on the way.
    private record Spoilt(Link link, UnaryOperator<PullReply.SnapshotPart> change) implements Link {
        @Override
        public PushReply push(Push push) {
            return link.push(push);
        }

        @Override
        public PullReply pull(Optional<FeedPage.Cursor> cursor) {
            return link.pull(cursor);
        }

        @Override
        public PullReply snapshot(Optional<String> tag, long offset) {
            return link.snapshot(tag, offset) instanceof PullReply.SnapshotPart part
                    ? change.apply(part)
                    : new PullReply.Gone();
        }
    }
}
