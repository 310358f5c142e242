package io.evertill.central;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A schema of the description: the part of JSON Schema that `openapi.yaml` uses. A keyword that is not known here is a
/// mistake, so that none is passed over in silence.
public final class Schema {
    private static final Set<String> KNOWN = Set.of("$ref", "type", "required", "properties", "additionalProperties", "items",
            "maxItems", "enum", "pattern", "minimum", "description", "default");

    private final Description description;
    private final JsonNode schema;

    public Schema(Description description, JsonNode schema) {
        this.description = description;
        this.schema = schema;
        schema.fieldNames().forEachRemaining(keyword -> {
            if (!KNOWN.contains(keyword)) {
                throw new IllegalStateException("the schema has a keyword that the test does not know: " + keyword);
            }
        });
    }

    /// What of a value is not as described, each as `place: what`.
    public List<String> wrong(String place, JsonNode value) {
        if (schema.has("$ref")) {
            return new Schema(description, description.at(schema.path("$ref").textValue())).wrong(place, value);
        }
        if (!isOfType(value)) {
            return List.of(place + " is " + value + ", not " + schema.path("type"));
        }
        List<String> wrong = new ArrayList<>();
        if (schema.has("enum") && !contains(schema.path("enum"), value)) {
            wrong.add(place + " is " + value + ", not one of " + schema.path("enum"));
        }
        if (schema.has("pattern") && !Pattern.compile(schema.path("pattern").textValue()).matcher(value.asText()).find()) {
            wrong.add(place + " is " + value + " and does not match " + schema.path("pattern").textValue());
        }
        if (schema.has("minimum") && value.asLong() < schema.path("minimum").asLong()) {
            wrong.add(place + " is " + value + ", less than " + schema.path("minimum"));
        }
        if (value.isObject()) {
            object(place, value, wrong);
        }
        if (value.isArray()) {
            array(place, value, wrong);
        }
        return wrong;
    }

    private void object(String place, JsonNode value, List<String> wrong) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.textValue())) {
                wrong.add(place + " has no " + name.textValue());
            }
        });
        JsonNode others = schema.path("additionalProperties");
        value.properties().forEach(field -> {
            String at = place + "." + field.getKey();
            JsonNode own = schema.path("properties").path(field.getKey());
            if (!own.isMissingNode()) {
                wrong.addAll(new Schema(description, own).wrong(at, field.getValue()));
            } else if (others.isObject()) {
                wrong.addAll(new Schema(description, others).wrong(at, field.getValue()));
            } else if (others.isBoolean() && !others.booleanValue()) {
                wrong.add(at + " is not described");
            }
        });
    }

    private void array(String place, JsonNode value, List<String> wrong) {
        if (schema.has("maxItems") && value.size() > schema.path("maxItems").intValue()) {
            wrong.add(place + " has " + value.size() + " items, more than " + schema.path("maxItems"));
        }
        for (int at = 0; at < value.size() && schema.has("items"); at++) {
            wrong.addAll(new Schema(description, schema.path("items")).wrong(place + "[" + at + "]", value.get(at)));
        }
    }

    private boolean isOfType(JsonNode value) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode each : type) {
                if (isA(each.textValue(), value)) {
                    return true;
                }
            }
            return false;
        }
        return type.isMissingNode() || isA(type.textValue(), value);
    }

    private static boolean isA(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalStateException("the schema has a type that the test does not know: " + type);
        };
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode each : values) {
            if (each.asText().equals(value.asText())) {
                return true;
            }
        }
        return false;
    }
}
