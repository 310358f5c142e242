package io.evertill.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/// Where a random test gets its values: the same seed always gives the same values in the same order.
///
/// Values lean towards what breaks programs: zero, ones, the ends of ranges, powers of two and ten, odd texts.
public final class Chance {
    private static final List<String> ODD_TEXTS = List.of(
            "", " ", "a b", "\"quoted\"", "back\\slash", "{}", "[1,2]", "null", "O'Neill; DROP", "naïve café", "Größe",
            "牛乳 1L", "ミルク", "우유", "חלב", "حليب", "молоко", "👩‍👩‍👧‍👧", "e\u0301", "\u2028line", "1e5", "-0", "0x1f");

    private final long seed;
    private final SplittableRandom random;

    /// All values that follow from a seed.
    public Chance(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    long seed() {
        return seed;
    }

    /// A whole number from 0 to `bound` - 1.
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /// A whole number in a range, its ends and the numbers around zero more often than others.
    public long between(long least, long most) {
        long edge = switch (below(8)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> below(3) - 1L;
            case 3 -> (1L << below(63)) + below(3) - 1L;
            case 4 -> powerOfTen(below(19)) * (below(2) * 2L - 1) + below(3) - 1L;
            case 5 -> below(1_000);
            default -> random.nextLong(least, most) + below(2);
        };
        return Math.clamp(edge, least, most);
    }

    /// Any `long`, odd ones more often.
    public long anyLong() {
        return between(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /// Heads or tails.
    public boolean flip() {
        return random.nextBoolean();
    }

    /// True once in so many cases.
    public boolean oneIn(int cases) {
        return below(cases) == 0;
    }

    /// One of them.
    @SafeVarargs
    public final <T> T pick(T... these) {
        return these[below(these.length)];
    }

    /// One of them.
    public <T> T pick(List<T> these) {
        return these.get(below(these.size()));
    }

    /// Something or nothing.
    public <T> Optional<T> maybe(Supplier<T> something) {
        return flip() ? Optional.of(something.get()) : Optional.empty();
    }

    /// From `least` to `most` of them.
    public <T> List<T> list(int least, int most, Supplier<T> one) {
        int count = least + below(most - least + 1);
        List<T> these = new ArrayList<>(count);
        for (int at = 0; at < count; at++) {
            these.add(one.get());
        }
        return these;
    }

    /// A text of any script, at most so long, perhaps empty.
    public String text(int lengthMax) {
        String text = oneIn(3) ? pick(ODD_TEXTS) : letters(lengthMax);
        int end = Math.min(text.length(), lengthMax);
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /// A text of any script that is not blank, at most so long.
    public String words(int lengthMax) {
        String text = text(lengthMax);
        return text.isBlank() ? "x" : text;
    }

    /// A short code of plain letters and digits.
    public String code(int lengthMax) {
        StringBuilder code = new StringBuilder();
        for (int length = 1 + below(lengthMax); length > 0; length--) {
            code.append("abcdefghijklmnopqrstuvwxyz0123456789".charAt(below(36)));
        }
        return code.toString();
    }

    /// So many decimal digits.
    public String digits(int length) {
        StringBuilder digits = new StringBuilder();
        while (digits.length() < length) {
            digits.append(below(10));
        }
        return digits.toString();
    }

    /// An id.
    public UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /// An instant of our time, to the microsecond.
    public Instant instant() {
        return Instant.ofEpochSecond(random.nextLong(1_500_000_000L, 2_000_000_000L), below(1_000_000) * 1_000L);
    }

    /// So many bytes.
    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /// A unit of any kind.
    public Unit unit() {
        return switch (below(6)) {
            case 0 -> Unit.KILOGRAM;
            case 1 -> Unit.LITRE;
            case 2 -> Unit.METRE;
            case 3 -> new Unit(code(16), 1 + below(10_000));
            default -> Unit.EACH;
        };
    }

    /// An amount of a unit above zero, mostly such as people buy.
    public Quantity amount(Unit unit) {
        long steps = oneIn(10) ? between(1, Quantity.TEN_THOUSANDTHS_MAX / unit.step()) : 1 + below(5_000);
        return new Quantity(steps * unit.step(), unit);
    }

    /// Any quantity of a unit, perhaps none, perhaps negative.
    public Quantity quantity(Unit unit) {
        long most = Quantity.TEN_THOUSANDTHS_MAX / unit.step();
        return new Quantity(between(-most, most) * unit.step(), unit);
    }

    private String letters(int lengthMax) {
        StringBuilder letters = new StringBuilder();
        for (int length = 1 + below(Math.min(lengthMax, 40)); length > 0; length--) {
            letters.append("abcdefghijklmnopqrstuvwxyz ABCDEFGHIJ.,-/&%'0123456789äß£€".charAt(below(58)));
        }
        return letters.toString();
    }

    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int times = 0; times < exponent; times++) {
            power *= 10;
        }
        return power;
    }

    @Override
    public String toString() {
        return "seed " + seed;
    }
}
