package io.evertill.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.ledger.Bytes;
import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @RandomTest(seeds = 1_000)
    void theSameTreeHasTheSameBytesInWhateverOrderItWasBuilt(Chance chance) {
        Map<String, String> fields = new TreeMap<>();
        for (int count = chance.below(8); count > 0; count--) {
            fields.put(chance.text(6), chance.text(20));
        }
        List<String> names = new ArrayList<>(fields.keySet());
        ObjectNode forward = Json.object();
        names.forEach(name -> forward.put(name, fields.get(name)));
        ObjectNode backward = Json.object();
        names.reversed().forEach(name -> backward.put(name, fields.get(name)));

        assertEquals(Json.canonical(forward), Json.canonical(backward));
        assertEquals(forward, Json.parse(Json.canonical(backward).content()));
    }

    @RandomTest(seeds = 1_000)
    void everyTreeOfTextsAndWholeNumbersComesBack(Chance chance) {
        JsonNode tree = tree(chance, 4);

        Bytes bytes = Json.canonical(tree);

        assertEquals(bytes, Json.canonical(Json.parse(bytes.content())));
    }

    @Test
    void keysAreInTheOrderOfTheirUtf16UnitsAndNothingIsEscapedWithoutNeed() {
        ObjectNode node = Json.object().put("b", 1).put("a", "ä\"\\/\n\u0001€😀").put("\uff5e", 2).put("\ud83d\ude00", 3).put("A", -0);

        assertEquals("{\"A\":0,\"a\":\"ä\\\"\\\\/\\n\\u0001€😀\",\"b\":1,\"😀\":3,\"～\":2}", Json.canonical(node).text());
    }

    @Test
    void numbersWithAFractionAndHalfCharactersCannotBeWritten() {
        assertThrows(IllegalArgumentException.class, () -> Json.canonical(Json.object().put("a", 0.5)));
        assertThrows(IllegalArgumentException.class, () -> Json.canonical(Json.object().put("a", 1.0f)));
        assertThrows(IllegalArgumentException.class, () -> Json.canonical(Json.object().put("a", "\ud83d")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "{", "}", "{}{}", "{} x", "{\"a\":1,\"a\":2}", "{\"a\":NaN}", "{\"a\":Infinity}", "{a:1}", "{'a':1}", "[1,]",
        "{\"a\":01}", "// c\n{}", "{\"a\":\"\t\"}", "\ufeff{}"
    })
    void whatIsNoJsonIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Json.parse(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void onlyUtf8IsRead(String charset) {
        byte[] bytes = "{\"a\":\"b\"}".getBytes(Charset.forName(charset));

        assertThrows(IllegalArgumentException.class, () -> Json.parse(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "0000002200000061", "00110000", "22ff22", "22c0af22", "22eda080eda08022", "22f5808080", "e2", "22e28222", "7b2261"
    })
    void brokenUtf8IsRefusedOrAtLeastNeverAnotherException(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        try {
            assertNotEquals(null, Json.parse(bytes));
        } catch (IllegalArgumentException refused) {
            assertNotEquals(null, refused.getMessage());
        }
    }

    @Test
    void depthIsLimited() {
        byte[] deep = ("[".repeat(33) + "]".repeat(33)).getBytes(StandardCharsets.UTF_8);

        assertThrows(IllegalArgumentException.class, () -> Json.parse(deep));
    }

    private static JsonNode tree(Chance chance, int depth) {
        return switch (chance.below(depth == 0 ? 3 : 5)) {
            case 0 -> Json.object().textNode(chance.text(20));
            case 1 -> Json.object().numberNode(chance.anyLong());
            case 2 -> Json.object().numberNode(new BigInteger(chance.digits(30)));
            case 3 -> {
                ArrayNode array = Json.object().arrayNode();
                chance.list(0, 4, () -> tree(chance, depth - 1)).forEach(array::add);
                yield array;
            }
            default -> {
                ObjectNode node = Json.object();
                chance.list(0, 4, () -> tree(chance, depth - 1)).forEach(child -> node.set(chance.text(6), child));
                yield node;
            }
        };
    }
}
