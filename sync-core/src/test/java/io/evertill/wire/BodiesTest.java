package io.evertill.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.entry.Entries;
import io.evertill.entry.Entry;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Fact;
import io.evertill.sale.Basket;
import io.evertill.sale.Checkout;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.sale.Sale;
import io.evertill.stock.Chance;
import io.evertill.stock.Quantity;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Wording;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import io.evertill.wire.Bodies.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BodiesTest {
    static IntStream kinds() {
        return IntStream.range(0, Entries.KINDS);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindComesBackFromItsBytes(int kind) {
        for (int seed = 1; seed <= 200; seed++) {
            Entry entry = Entries.entry(new Chance(seed), kind);

            Bodies.Written written = Bodies.write(entry);

            assertEquals(new Reading.Understood(entry), Bodies.read(written.schema(), written.body()), "seed " + seed);
        }
    }

    /// Goods that somebody exempt had bought were taken back, and taken out of the basket again.
    @Test
    void anExemptReturnThatWasVoidedNeedsTheVersionThatKnowsTheWord() {
        Sale sold = Samples.all().values().stream()
                .flatMap(entry -> entry instanceof TillEntry.Sold(Sale sale) && sale.lines().stream().anyMatch(Line::isExempt)
                        ? Stream.of(sale)
                        : Stream.empty())
                .findFirst().orElseThrow();
        Line back = Returnable.of(new UUID(1, 2), sold, 1).orElseThrow()
                .take(1, new Quantity(Quantity.ONE, sold.lines().getFirst().item().unit()), ReturnOf.Condition.RESALABLE, "");
        Basket basket = Basket.empty(sold.total().currency(), TaxRule.USUAL).plus(back).voidLine(1);
        basket = basket.plus(Checkout.soldLine(new Chance(1), basket.lineNumberNext(), basket.currency()));
        Sale sale = Sale.of(sold.receipt(), new Sale.Occasion(sold.branch(), sold.shift(), sold.businessDate(), sold.at(), sold.cashier(),
                Optional.empty()), basket, new Settlement(basket.total(), List.of(new Tender.Cash(basket.total()))));

        assertEquals("sale/6", Bodies.write(new TillEntry.Sold(sale)).schema());
    }

    @RandomTest(seeds = 500)
    void aBodyIsCanonicalSoTheSameEntryHasTheSameBytesEverywhere(Chance chance) {
        Entry entry = Entries.entry(chance);

        Bytes body = Bodies.write(entry).body();

        JsonNode tree = Json.parse(body.content());
        assertEquals(body, Json.canonical(tree));
        assertEquals(body, Bodies.write(entry).body());
        assertPlain(tree);
        assertTrue(!body.text().contains("\n") && !body.text().contains("\": "), body.text());
    }

    @RandomTest(seeds = 500)
    void fieldsThatANewerProgramAddedAreLeftAlone(Chance chance) {
        Entry entry = Entries.entry(chance);
        Bodies.Written written = Bodies.write(entry);
        JsonNode tree = Json.parse(written.body().content());

        objects(tree).toList().forEach(node -> node.put("zNewer" + chance.code(3), chance.text(20)));

        assertEquals(new Reading.Understood(entry), Bodies.read(written.schema(), Json.canonical(tree)));
    }

    @RandomTest(seeds = 3_000)
    void damagedBytesAreAnAnswerAndWhatIsUnderstoodCanBeApplied(Chance chance) {
        Bodies.Written written = Bodies.write(Entries.entry(chance));
        byte[] damaged = Damage.some(chance, written.body().content());
        String schema = chance.oneIn(20) ? chance.text(12) : written.schema();

        switch (Bodies.read(schema, Bytes.of(damaged))) {
            case Reading.Understood(Entry entry) -> {
                entry.moves();
                entry.refs();
                entry.summary();
                Bodies.Written again = Bodies.write(entry);
                assertEquals(new Reading.Understood(entry), Bodies.read(again.schema(), again.body()));
                assertTrue(!entry.branch().isBlank());
            }
            case Reading.Unread(String code, String cause) -> {
                assertTrue(code.equals("UNREADABLE") || code.equals("UNKNOWN_SCHEMA"));
                assertTrue(cause.length() <= 400, cause);
                assertTrue(Wording.isPrintable(cause), cause);
            }
        }
    }

    @RandomTest(seeds = 2_000)
    void anyBytesUnderAnySchemaAreAnAnswer(Chance chance) {
        byte[] bytes = chance.flip()
                ? chance.bytes(chance.below(64))
                : chance.text(40).getBytes(chance.pick(StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_32, StandardCharsets.ISO_8859_1));
        String schema = chance.pick("sale/1", "void/1", "adjustment/1", "receive/1", "product/1", "shift_open/1", "cash/1");

        assertInstanceOf(Reading.Unread.class, Bodies.read(schema, Bytes.of(bytes)));
    }

    @ParameterizedTest
    @CsvSource({"sale/99", "sale", "''", "transfer/2", "SALE/1"})
    void aSchemaFromElsewhereIsUnknownAndNotUnreadable(String schema) {
        Bodies.Written written = Bodies.write(Entries.entry(new Chance(1), 0));

        Reading.Unread unread = assertInstanceOf(Reading.Unread.class, Bodies.read(schema, written.body()));

        assertEquals("UNKNOWN_SCHEMA", unread.code());
    }

    @RandomTest
    void aSaleWithTwoRatesUnderOneCodeIsWritten(Chance chance) {
        Basket basket = Basket.empty(Checkout.currency(chance), Checkout.taxRule(chance));
        while (basket.lines().stream().map(line -> line.item().tax()).filter(tax -> tax.code().equals("V")).distinct().count() < 2) {
            basket = basket.plus(Checkout.soldLine(chance, basket.lineNumberNext(), basket.currency()));
        }
        Entry entry = new TillEntry.Sold(Checkout.sale(chance, basket));

        Bodies.Written written = Bodies.write(entry);

        assertEquals(new Reading.Understood(entry), Bodies.read(written.schema(), written.body()));
    }

    @RandomTest(seeds = 500)
    void aBodyTakesNoMoreRoomThanItsLinesSaid(Chance chance) {
        Basket basket = Checkout.basket(chance, 12);
        Entry entry = new TillEntry.Sold(Checkout.sale(chance, basket));

        int length = Bodies.write(entry).body().length();

        assertTrue(length <= basket.room() + 24 * 1024, length + " bytes of " + basket.room());
    }

    @RandomTest(seeds = 5)
    void aFullBasketFitsIntoAnEntry(Chance chance) {
        Basket basket = Basket.empty(Checkout.currency(chance), Checkout.taxRule(chance));
        boolean isWordy = chance.flip();
        while (!basket.isFull()) {
            Line line = Checkout.soldLine(chance, basket.lineNumberNext(), basket.currency());
            Item item = line.item();
            Item longest = new Item(item.product(), item.sku(), isWordy ? "牛\"".repeat(100) : "x", item.unit(), item.kind(), item.tax());
            basket = basket.plus(Line.sold(line.number(), longest, new Quantity(item.unit().step(), item.unit()), line.price()));
        }

        Bytes body = Bodies.write(new TillEntry.Sold(Checkout.sale(chance, basket))).body();

        assertTrue(body.length() <= Fact.BODY_BYTES_MAX, body + " for " + basket.lines().size() + " lines");
    }

    private static void assertPlain(JsonNode tree) {
        assertTrue(!tree.isNumber() || tree.isIntegralNumber(), tree.toString());
        String before = "";
        for (Map.Entry<String, JsonNode> field : tree.properties()) {
            assertTrue(before.compareTo(field.getKey()) < 0, before + " before " + field.getKey());
            before = field.getKey();
        }
        tree.forEach(BodiesTest::assertPlain);
    }

    private static Stream<ObjectNode> objects(JsonNode tree) {
        Stream<ObjectNode> below = Stream.iterate(0, at -> at < tree.size(), at -> at + 1)
                .flatMap(at -> objects(tree.isArray() ? tree.get(at) : tree.valueStream().toList().get(at)));
        return tree instanceof ObjectNode node ? Stream.concat(Stream.of(node), below) : below;
    }
}
