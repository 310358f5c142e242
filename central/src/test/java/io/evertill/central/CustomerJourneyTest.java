package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.office.Settings;
import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import io.evertill.ledger.Bytes;
import io.evertill.outbox.Introductions;
import io.evertill.register.Lookup;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.sale.Basket;
import io.evertill.sale.Sale;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// From a till without a network to the list of those who have to be reached.
class CustomerJourneyTest {
    private static final Customer ANNE = new Customer(new CustomerId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L)),
            "Anne Weber", "0151 2345678", "anne@weber.example", "CARD-1", Optional.empty());

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whoBoughtOfABatchIsReachedUntilThePersonIsForgotten(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); ShopTill till = Shops.till(centre, folder, "T1");
                ShopTill other = Shops.till(centre, folder, "T2")) {
            till.pull();
            till.openShift();
            till.db.run(tx -> tx.customers().add(ANNE));
            sell(till, "L-1");
            till.deliver();
            new Introductions(till.db, till.link).send();
            assertTrue(centre.settle(Shops.PATIENCE));
            other.pull();

            Ended recall = run(settings, "recall", "MUG1", "L-1");
            Ended json = run(settings, "recall", "MUG1", "L-1", "--json");
            Ended list = run(settings, "customer", "list", "web 5678");
            List<Customer> elsewhere = other.db.read(tx -> tx.customers().search("weber", 10));
            Ended forgotten = run(settings, "customer", "forget", ANNE.id().toString());
            centre.wake();
            assertTrue(centre.settle(Shops.PATIENCE));
            other.pull();

            assertTrue(recall.out().contains(", customer Anne Weber, 0151 2345678, anne@weber.example"), recall::said);
            assertEquals("0151 2345678", json.json().at("/sold/0/buyer/phone").asText(), json::said);
            assertEquals(ANNE.id() + "  Anne Weber  0151 2345678, anne@weber.example  card CARD-1\n", list.said());
            assertEquals(List.of(ANNE), elsewhere);
            assertEquals(0, forgotten.exitCode(), forgotten::said);
            assertEquals(List.of(), other.db.read(tx -> tx.customers().search("weber", 10)));
            Ended after = run(settings, "recall", "MUG1", "L-1");
            assertTrue(after.out().contains(", customer " + ANNE.id() + ", not in the book any more"), after::said);
            assertFalse(after.said().contains("Weber"));
            assertEquals(0, run(settings, "verify").exitCode());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoCustomerIsRefusedAsDescribed(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder)); ShopTill till = Shops.till(centre, folder, "T1");
                Asker asker = new Asker(centre)) {
            String[] bearer = Asker.bearer(till.grant.token());

            List<String> verdicts = Stream.of(
                            asker.post("/v1/customers", Bytes.of("{\"customers\":[]}"), bearer),
                            asker.post("/v1/customers", Bytes.of("{}"), bearer),
                            asker.post("/v1/customers", Bytes.of("{\"customers\":[{\"id\":\"" + ANNE.id()
                                    + "\",\"name\":\"\",\"phone\":\"\",\"email\":\"\",\"card\":\"\"}]}"), bearer),
                            asker.post("/v1/customers", Bytes.of(new byte[300 * 1024]), bearer),
                            asker.post("/v1/customers", Bytes.of("{\"customers\":[]}")))
                    .map(Answer::verdict)
                    .toList();

            assertEquals(List.of("200", "400 UNREADABLE", "400 UNREADABLE", "413 TOO_LARGE", "401 UNAUTHORIZED"), verdicts);
        }
    }

    private static void sell(ShopTill till, String lot) {
        Lookup.Meaning.Found found = assertInstanceOf(Lookup.Meaning.Found.class, till.lookup.find("MUG1"));
        Basket basket = Basket.empty(ShopTill.GBP, TaxRule.USUAL)
                .ring(found.article().item(), Quantity.of(2, Unit.EACH), found.article().price(), Tracking.lot(lot));
        assertInstanceOf(Outcome.Saved.class, till.register.sell(new Register.Checkout(till.register.entryId(), ShopTill.ANNA,
                Optional.of(ANNE.name()), Optional.of(new Sale.Buyer(ANNE.id(), Optional.empty())), Optional.empty(), basket,
                new Settlement(basket.total(), List.of(new Tender.Cash(basket.total()))))));
    }

    private static Ended run(Settings settings, String... arguments) {
        return Ended.of(Shops.command(settings, arguments));
    }
}
