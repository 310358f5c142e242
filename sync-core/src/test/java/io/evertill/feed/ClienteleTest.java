package io.evertill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.audit.CentreAudit;
import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import io.evertill.customer.Exemption;
import io.evertill.db.CentreOn;
import io.evertill.feed.HeadOffice.Change;
import io.evertill.outbox.Introductions;
import io.evertill.outbox.Shop;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClienteleTest {
    private static final Customer ANNE = customer(1, "Anne Weber", "0151 2345678", "CARD-1");
    private static final Customer CITY = new Customer(new CustomerId(new UUID(0, 2)), "City Council", "", "buy@city.example", "",
            Optional.of(new Exemption("EX-1", LocalDate.of(2026, 12, 31))));
    private static final Customer OTHER = customer(3, "A. Weber", "0151 2345678", "CARD-3");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everyTillKnowsTheBook(CentreOn on) {
        try (Shop shop = new Shop(folder, on.open(folder, Clock.systemUTC()))) {
            Clientele book = new Clientele(shop.feed);

            List<Change> changes = shop.centre.write(tx ->
                    List.of(book.define(tx, ANNE), book.define(tx, CITY), book.define(tx, CITY), book.define(tx, CITY.taxed())));
            pull(shop);

            assertEquals(List.of(Change.ADDED, Change.ADDED, Change.SAME, Change.CHANGED), changes);
            assertEquals(List.of(ANNE), find(shop, "weber"));
            assertEquals(List.of(CITY.taxed()), find(shop, "council"));
            assertEquals(List.of(ANNE, CITY.taxed()), shop.centre.read(tx -> Clientele.after(tx, new CustomerId(new UUID(0, 0)), 10)));
            assertEquals(List.of(), CentreAudit.of(shop.centre).differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whomATillMetOfflineReachesTheCentreOnceAndComesBack(CentreOn on) {
        try (Shop shop = new Shop(folder, on.open(folder, Clock.systemUTC()))) {
            pull(shop);
            shop.till.run(tx -> tx.customers().add(ANNE));
            assertEquals(List.of(ANNE), find(shop, "weber"), "at once, without a network");

            Introductions introductions = new Introductions(shop.till, shop.link());
            introductions.send();
            introductions.send();
            pull(shop);
            introductions.send();

            assertEquals(List.of(ANNE), shop.centre.read(tx -> Clientele.after(tx, new CustomerId(new UUID(0, 0)), 10)));
            assertEquals(List.of(ANNE), find(shop, "weber"));
            assertEquals(List.of(), shop.till.read(tx -> tx.customers().toSend(10)));
            assertEquals(1, Recount.of(shop.till.read(tx -> tx), Feed.CUSTOMER).count(), "the centre's row took its place");
        }
    }

    @ParameterizedTest
    @EnumSource
    void noTillFreesAnybodyFromTaxesOrChangesWhatTheCentreKnows(CentreOn on) {
        try (Shop shop = new Shop(folder, on.open(folder, Clock.systemUTC()))) {
            Clientele book = new Clientele(shop.feed);
            Customer changed = new Customer(ANNE.id(), "Somebody else", "", "", "", Optional.empty());

            shop.centre.run(tx -> book.meet(tx, List.of(CITY, ANNE, changed, OTHER)));

            assertEquals(List.of(ANNE, CITY.taxed(), OTHER),
                    shop.centre.read(tx -> Clientele.after(tx, new CustomerId(new UUID(0, 0)), 10)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsForgottenIsGoneEverywhereAndNoTillBringsThePersonBack(CentreOn on) {
        try (Shop shop = new Shop(folder, on.open(folder, Clock.systemUTC()))) {
            Clientele book = new Clientele(shop.feed);
            shop.centre.run(tx -> book.define(tx, ANNE));
            pull(shop);

            List<Boolean> forgotten = shop.centre.write(tx -> List.of(book.forget(tx, ANNE.id()), book.forget(tx, ANNE.id())));
            pull(shop);

            assertEquals(List.of(true, false), forgotten);
            assertEquals(List.of(), find(shop, "weber"));
            assertEquals(Optional.empty(), shop.centre.read(tx -> Clientele.resolve(tx, ANNE.id())));
            assertEquals(List.of(ANNE.id()), shop.centre.write(tx -> book.meet(tx, List.of(ANNE))));
            assertThrows(IllegalArgumentException.class, () -> shop.centre.run(tx -> book.define(tx, ANNE)));
            shop.till.run(tx -> tx.customers().add(ANNE));
            new Introductions(shop.till, shop.link()).send();
            assertEquals(List.of(), find(shop, "weber"), "a till that comes late forgets too");
            assertEquals(false, published(shop).contains("Weber"), "nothing is left in the feed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverLooksForOneOfTwoMergedFindsTheOther(CentreOn on) {
        try (Shop shop = new Shop(folder, on.open(folder, Clock.systemUTC()))) {
            Clientele book = new Clientele(shop.feed);
            shop.centre.run(tx -> book.meet(tx, List.of(ANNE, OTHER, CITY)));

            shop.centre.run(tx -> book.merge(tx, ANNE.id(), OTHER.id()));
            shop.centre.run(tx -> book.merge(tx, OTHER.id(), CITY.id()));

            for (Customer each : List.of(ANNE, OTHER, CITY)) {
                assertEquals(Optional.of(CITY.taxed()), shop.centre.read(tx -> Clientele.resolve(tx, each.id())));
            }
            assertThrows(IllegalArgumentException.class, () -> shop.centre.run(tx -> book.merge(tx, CITY.id(), CITY.id())));
            assertThrows(IllegalArgumentException.class, () -> shop.centre.run(tx -> book.merge(tx, CITY.id(), ANNE.id())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCardIsOnePersonsAtTheCentre(CentreOn on) {
        try (Shop shop = new Shop(folder, on.open(folder, Clock.systemUTC()))) {
            Clientele book = new Clientele(shop.feed);
            shop.centre.run(tx -> book.define(tx, ANNE));

            Customer thief = customer(9, "Thief", "", " card-1 ");

            assertThrows(IllegalArgumentException.class, () -> shop.centre.run(tx -> book.define(tx, thief)));
        }
    }

    private static String published(Shop shop) {
        StringBuilder all = new StringBuilder();
        while (shop.feed.publish() > 0) {
            shop.tick();
        }
        shop.centre.read(tx -> {
            tx.feedRows().after(0, "S1", 1_000).forEach(row -> all.append(new String(row.content().content(), StandardCharsets.UTF_8)));
            return all;
        });
        return all.toString();
    }

    private static List<Customer> find(Shop shop, String text) {
        return shop.till.read(tx -> tx.customers().search(text, 10));
    }

    private void pull(Shop shop) {
        while (shop.feed.publish() > 0) {
            shop.tick();
        }
        Pull pull = shop.pull(shop.link(), folder);
        while (!(pull.step() instanceof Pull.Step.UpToDate)) {
            shop.tick();
        }
    }

    private static Customer customer(long id, String name, String phone, String card) {
        return new Customer(new CustomerId(new UUID(0, id)), name, phone, "", card, Optional.empty());
    }
}
