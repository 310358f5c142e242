package io.evertill.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.entry.Entries;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Meta;
import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetasTest {
    @RandomTest(seeds = 1_000)
    void everyMetaComesBackFromItsCanonicalBytes(Chance chance) {
        Meta meta = Entries.meta(chance);

        Bytes bytes = Metas.write(meta);

        assertEquals(meta, Metas.read(bytes));
        assertEquals(bytes, Json.canonical(Json.parse(bytes.content())));
        assertEquals(meta.kind(), Json.parse(bytes.content()).get("kind").textValue());
    }

    @RandomTest
    void fieldsThatANewerProgramAddedAreLeftAlone(Chance chance) {
        Meta meta = Entries.meta(chance);
        ObjectNode node = (ObjectNode) Json.parse(Metas.write(meta).content());

        node.put("zNewer", chance.text(20)).putObject("more").put("a", 1);
        ((ObjectNode) node.get("summary")).put("zNewer", 7);

        assertEquals(meta, Metas.read(Json.canonical(node)));
    }

    @RandomTest(seeds = 5_000)
    void damagedBytesAreReadOrRefusedInWords(Chance chance) {
        byte[] damaged = Damage.some(chance, Metas.write(Entries.meta(chance)).content());

        try {
            Meta meta = Metas.read(Bytes.of(damaged));
            assertEquals(meta, Metas.read(Metas.write(meta)));
        } catch (IllegalArgumentException refused) {
            assertTrue(!refused.getMessage().isBlank());
        }
    }

    @RandomTest(seeds = 20)
    void theLargestMetaFits(Chance chance) {
        Meta some = Entries.meta(chance);
        Meta largest = new Meta("é".repeat(64), some.stamp(),
                Stream.generate(() -> new EntryId(chance.id())).limit(Meta.REFS_MAX).toList(),
                Stream.generate(() -> "茶".repeat(Meta.KEY_LENGTH_MAX)).limit(Meta.KEYS_MAX).toList(), some.summary());

        assertTrue(Metas.write(largest).length() < Fact.META_BYTES_MAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "{}", "{\"schema\":1}", "{\"schema\":\"sale/1\"}"})
    void whatIsNoMetaIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Metas.read(Bytes.of(text)));
    }

    @RandomTest
    void anAmountWithoutItsCurrencyIsNoAmount(Chance chance) {
        Meta meta = Entries.meta(chance);
        ObjectNode node = (ObjectNode) Json.parse(Metas.write(meta).content());
        ((ObjectNode) node.get("summary")).remove("currency");

        assertEquals(Optional.empty(), Metas.read(Json.canonical(node)).summary().total());
    }
}
