package io.evertill.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.ledger.Hash;
import io.evertill.stock.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Strict reading of the fields of one JSON object: a missing field or one of another type is an error that names it.
///
/// Unknown fields are left alone, so that a newer writer can add some.
///
/// @param node the object
/// @param path where it is, for messages
record Fields(JsonNode node, String path) {
    private static final long MICROS_MIN = micros(Instant.parse("0001-01-01T00:00:00Z"));
    private static final long MICROS_MAX = micros(Instant.parse("9999-12-31T23:59:59.999999Z"));
    private static final int DATE_LENGTH = 10;

    Fields {
        if (!node.isObject()) {
            throw new IllegalArgumentException(path + " is no object");
        }
    }

    static Fields of(JsonNode node) {
        return new Fields(node, "$");
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    String text(String name) {
        JsonNode value = require(name);
        if (!value.isTextual() || !Wording.isStorable(value.textValue())) {
            throw wrong(name, "text");
        }
        return value.textValue();
    }

    Optional<String> findText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    long number(String name) {
        JsonNode value = require(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(name, "a whole number");
        }
        return value.longValue();
    }

    int smallNumber(String name) {
        long number = number(name);
        if (number != (int) number) {
            throw wrong(name, "a small whole number");
        }
        return (int) number;
    }

    UUID uuid(String name) {
        try {
            return UUID.fromString(text(name));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + "." + name + " is no id: " + e.getMessage(), e);
        }
    }

    Optional<UUID> findUuid(String name) {
        return has(name) ? Optional.of(uuid(name)) : Optional.empty();
    }

    Hash hash(String name) {
        return Hash.parse(text(name));
    }

    Instant instant(String name) {
        long micros = number(name);
        if (micros < MICROS_MIN || micros > MICROS_MAX) {
            throw wrong(name, "a moment of the years 1 to 9999");
        }
        return instantOfMicros(micros);
    }

    Optional<Instant> findInstant(String name) {
        return has(name) ? Optional.of(instant(name)) : Optional.empty();
    }

    /// A moment as people write it, such as `2026-12-01T08:00:00Z`.
    Optional<Instant> findMoment(String name) {
        try {
            return findText(name).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeParseException _) {
            throw wrong(name, "a time such as 2026-12-01T08:00:00Z");
        }
    }

    LocalDate date(String name) {
        String text = text(name);
        try {
            if (text.length() == DATE_LENGTH) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException _) {
            // It is no date, like one of another length.
        }
        throw wrong(name, "a date such as 2026-03-14");
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        try {
            return Enum.valueOf(type, text(name));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + "." + name + " is none of the known values: " + text(name), e);
        }
    }

    Fields object(String name) {
        return new Fields(require(name), path + "." + name);
    }

    Optional<Fields> findObject(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    <T> List<T> list(String name, int countMax, Function<Fields, T> reader) {
        JsonNode value = require(name);
        if (!value.isArray() || value.size() > countMax) {
            throw wrong(name, "a list of at most " + countMax);
        }
        List<T> items = new ArrayList<>(value.size());
        for (int at = 0; at < value.size(); at++) {
            items.add(reader.apply(new Fields(value.get(at), path + "." + name + "[" + at + "]")));
        }
        return List.copyOf(items);
    }

    List<String> texts(String name, int countMax) {
        JsonNode value = require(name);
        if (!value.isArray() || value.size() > countMax) {
            throw wrong(name, "a list of at most " + countMax);
        }
        List<String> items = new ArrayList<>(value.size());
        for (JsonNode item : value) {
            if (!item.isTextual() || !Wording.isStorable(item.textValue())) {
                throw wrong(name, "a list of texts");
            }
            items.add(item.textValue());
        }
        return List.copyOf(items);
    }

    static Instant instantOfMicros(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), TimeUnit.SECONDS.toMicros(1)), instant.getNano() / 1_000);
    }

    private JsonNode require(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException(path + "." + name + " is missing");
        }
        return value;
    }

    private IllegalArgumentException wrong(String name, String expected) {
        return new IllegalArgumentException(path + "." + name + " is not " + expected);
    }
}
