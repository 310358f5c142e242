package io.evertill.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.ledger.Bytes;
import io.evertill.stock.Wording;
import java.io.IOException;

/// Canonical JSON: keys in order of their UTF-16 units, no blanks, no floating-point numbers, UTF-8 and nothing escaped that
/// need not be (RFC 8785 without its numbers).
///
/// The same tree always gives the same bytes, so they can be hashed. Decimals travel as text.
public final class Json {
    private static final int CAUSE_LENGTH_MAX = 200;
    private static final int NESTING_MAX = 32;
    private static final int TEXT_LENGTH_MAX = 2 * 1024 * 1024;
    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build())
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    static {
        MAPPER.getFactory().setStreamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(NESTING_MAX)
                .maxStringLength(TEXT_LENGTH_MAX)
                .build());
        MAPPER.getFactory().disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    }

    private Json() {}

    /// An empty object to fill.
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// The canonical bytes of a tree.
    ///
    /// @throws IllegalArgumentException when the tree holds a number that is no whole number, or a text with a NUL or half a
    ///     character
    public static Bytes canonical(JsonNode tree) {
        requirePlain(tree);
        try {
            return Bytes.of(MAPPER.writeValueAsBytes(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON tree", e);
        }
    }

    /// Reads one JSON value.
    ///
    /// @throws IllegalArgumentException with a sentence about the first mistake when the bytes are no JSON
    public static JsonNode parse(byte[] bytes) {
        return parse(bytes, 0, bytes.length);
    }

    /// Reads one JSON value from a part of an array.
    ///
    /// @throws IllegalArgumentException with a sentence about the first mistake when the bytes are no JSON
    public static JsonNode parse(byte[] bytes, int offset, int length) {
        try {
            JsonNode tree = MAPPER.readTree(bytes, offset, length);
            if (tree == null || tree.isMissingNode()) {
                throw new IllegalArgumentException("nothing where JSON was expected");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + Wording.brief(e.getOriginalMessage(), CAUSE_LENGTH_MAX), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + Wording.brief(String.valueOf(e.getMessage()), CAUSE_LENGTH_MAX), e);
        }
    }

    private static void requirePlain(JsonNode tree) {
        if (tree.isNumber() && !tree.isIntegralNumber()) {
            throw new IllegalArgumentException("a number with a fraction must travel as text: " + tree);
        }
        if (tree.isTextual() && !Wording.isStorable(tree.textValue())) {
            throw new IllegalArgumentException("no database holds the text '" + Wording.brief(tree.textValue(), CAUSE_LENGTH_MAX) + "'");
        }
        for (JsonNode child : tree) {
            requirePlain(child);
        }
    }
}
