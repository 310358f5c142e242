package io.evertill.wire;

import io.evertill.stock.Chance;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a bad disk, a bad line or a bad person makes of bytes.
final class Damage {
    private static final List<String> TOKENS = List.of(
            "null", "true", "0", "-1", "1e999", "0.5", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}", "[[[[", "}", ",", ":", "\"",
            "99999999999999999999999999", "-9223372036854775808", "2147483648", "\"XXX\"", "\"XAU\"", "\"1.00001\"", "\"-0\"",
            "\"SUPPLIER\"", "\"9999-99-99\"", "\ufeff", "\"lot\":\"\",", "\"serial\":\"x\",");

    private Damage() {}

    /// The bytes with one to four accidents.
    static byte[] some(Chance chance, byte[] bytes) {
        byte[] damaged = bytes;
        for (int accidents = 1 + chance.below(4); accidents > 0; accidents--) {
            damaged = damaged.length == 0 ? chance.bytes(8) : one(chance, damaged);
        }
        return damaged;
    }

    private static byte[] one(Chance chance, byte[] bytes) {
        int at = chance.below(bytes.length);
        int to = Math.min(bytes.length, at + 1 + chance.below(12));
        return switch (chance.below(7)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << chance.below(8));
                yield flipped;
            }
            case 1 -> spliced(bytes, at, to, new byte[0]);
            case 2 -> spliced(bytes, at, at, token(chance));
            case 3 -> spliced(bytes, at, to, token(chance));
            case 4 -> spliced(bytes, at, bytes.length, new byte[0]);
            case 5 -> value(chance, bytes);
            default -> spliced(bytes, at, at, chance.bytes(1 + chance.below(4)));
        };
    }

    /// Another value behind some colon: what most often is JSON still.
    private static byte[] value(Chance chance, byte[] bytes) {
        int at = chance.below(bytes.length);
        while (at < bytes.length && bytes[at] != ':') {
            at++;
        }
        int start = Math.min(at + 1, bytes.length);
        int end = start;
        while (end < bytes.length && bytes[end] != ',' && bytes[end] != '}' && bytes[end] != ']') {
            end++;
        }
        return spliced(bytes, start, end, token(chance));
    }

    private static byte[] token(Chance chance) {
        return chance.pick(TOKENS).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] bytes, int start, int end, byte[] with) {
        byte[] spliced = new byte[bytes.length - (end - start) + with.length];
        System.arraycopy(bytes, 0, spliced, 0, start);
        System.arraycopy(with, 0, spliced, start, with.length);
        System.arraycopy(bytes, end, spliced, start + with.length, bytes.length - end);
        return spliced;
    }
}
