package io.evertill.product;

import io.evertill.money.Money;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a GS1-128, GS1 DataMatrix, GS1 QR or DataBar symbol says: values, each with the application identifier (AI) that tells
/// what it is (GS1 General Specifications 3 and 7.8).
///
/// @param values by AI without its decimal-point digit, such as `310` for `3103`
/// @param decimals how many decimals a value has, for AIs that say so
public record ElementString(Map<String, String> values, Map<String, Integer> decimals) {
    /// The separator behind a value of no fixed length, as it is sent by scanners that are set to nothing else.
    public static final char SEPARATOR = '\u001d';

    private static final String TRADE_ITEM = "01";
    private static final String LOT = "10";
    private static final String BEST_BEFORE = "15";
    private static final String EXPIRES = "17";
    private static final String SERIAL = "21";
    private static final String COUNT = "30";
    private static final String NET_WEIGHT = "310";
    private static final String PRICE = "392";
    private static final String PRICE_WITH_CURRENCY = "393";

    private static final int GRAM_DECIMALS = 3;
    private static final int CURRENCY_DIGITS = 3;
    private static final int COUNT_DIGITS_MAX = 8;
    private static final int TEXT_LENGTH_MAX = 90;
    private static final int TRACKING_LENGTH_MAX = 20;
    private static final int SEPARATED = 0;
    private static final int CENTURY = 100;
    private static final int HALF_A_CENTURY = 50;

    /// How long AIs are, by their first two digits (7.8.1).
    private static final Set<String> OF_THREE = Set.of("23", "24", "25", "40", "41", "42", "71");
    private static final Set<String> OF_FOUR = Set.of("31", "32", "33", "34", "35", "36", "39", "43", "70", "72", "80", "81", "82");
    private static final Set<String> OF_TWO = Set.of("00", "01", "02", "03", "10", "11", "12", "13", "15", "16", "17", "20", "21", "22",
            "30", "37", "90", "91", "92", "93", "94", "95", "96", "97", "98", "99");

    /// How long the values of AIs are that need no separator, by their first two digits (7.8.5.2).
    private static final Map<String, Integer> FIXED = Map.ofEntries(
            Map.entry("00", 18), Map.entry("01", 14), Map.entry("02", 14), Map.entry("03", 14), Map.entry("11", 6), Map.entry("12", 6),
            Map.entry("13", 6), Map.entry("15", 6), Map.entry("16", 6), Map.entry("17", 6), Map.entry("20", 2),
            Map.entry("31", 6), Map.entry("32", 6), Map.entry("33", 6), Map.entry("34", 6), Map.entry("35", 6),
            Map.entry("36", 6), Map.entry("41", 13));

    /// Copies the maps.
    public ElementString {
        values = Map.copyOf(values);
        decimals = Map.copyOf(decimals);
    }

    /// Reads what a scanner sent, with `separator` or [#SEPARATOR] behind values of no fixed length, or the form for people
    /// with AIs in brackets. Empty for everything else: a text that breaks off, says two things of one AI, or has an AI that
    /// nobody knows.
    public static Optional<ElementString> read(String text, char separator) {
        Reader reader = new Reader(text.startsWith("(") ? text : text.replace(separator, SEPARATOR));
        return text.length() <= TEXT_LENGTH_MAX * 2 && reader.readAll()
                ? Optional.of(new ElementString(reader.values, reader.decimals))
                : Optional.empty();
    }

    /// The digits of the trade item number; empty when the symbol names none.
    public Optional<String> tradeItem() {
        return value(TRADE_ITEM);
    }

    /// What it says of these very goods; see [#date].
    public Marks marks(LocalDate today) {
        return new Marks(value(LOT), value(SERIAL), value(EXPIRES).flatMap(digits -> date(digits, today)),
                value(BEST_BEFORE).flatMap(digits -> date(digits, today)), count());
    }

    private Optional<Long> count() {
        return value(COUNT)
                .filter(digits -> Gtin.isDigits(digits) && digits.length() <= COUNT_DIGITS_MAX)
                .map(Long::parseLong)
                .filter(count -> count > 0);
    }

    /// The net weight, rounded half up to grams; above zero.
    public Optional<Quantity> weight() {
        return value(NET_WEIGHT)
                .map(digits -> grams(Long.parseLong(digits), decimals.getOrDefault(NET_WEIGHT, 0)))
                .filter(grams -> grams > 0)
                .map(grams -> Quantity.parse(Decimals.fixed(grams, GRAM_DECIMALS), Unit.KILOGRAM));
    }

    private static long grams(long value, int decimals) {
        return BigDecimal.valueOf(value, decimals).setScale(GRAM_DECIMALS, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }

    /// What this piece costs, when that is said in the shop's own currency (4217 numeric code, or none) and above zero.
    public Optional<Money> price(Currency currency) {
        return value(PRICE)
                .flatMap(digits -> price(digits, decimals.getOrDefault(PRICE, 0), currency))
                .or(() -> value(PRICE_WITH_CURRENCY)
                        .filter(digits -> digits.length() > CURRENCY_DIGITS && digits.startsWith(currency.getNumericCodeAsString()))
                        .flatMap(digits -> price(digits.substring(CURRENCY_DIGITS), decimals.getOrDefault(PRICE_WITH_CURRENCY, 0),
                                currency)));
    }

    private static Optional<Money> price(String digits, int decimals, Currency currency) {
        if (!Gtin.isDigits(digits)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Money.parse(Decimals.fixed(Long.parseLong(digits), decimals), currency)).filter(Money::isPositive);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<String> value(String ai) {
        return Optional.ofNullable(values.get(ai));
    }

    /// A date of six digits `YYMMDD`: day 00 is the last of its month, and the year is the one that is less than 50 years
    /// away, or 50 years ahead (7.12). Empty for a day that no calendar has.
    static Optional<LocalDate> date(String digits, LocalDate today) {
        if (digits.length() != 6 || !Gtin.isDigits(digits)) {
            return Optional.empty();
        }
        int year = year(Integer.parseInt(digits.substring(0, 2)), today);
        int day = Integer.parseInt(digits.substring(4));
        try {
            YearMonth month = YearMonth.of(year, Integer.parseInt(digits.substring(2, 4)));
            return Optional.of(day == 0 ? month.atEndOfMonth() : month.atDay(day));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int year(int ofCentury, LocalDate today) {
        int year = today.getYear() - today.getYear() % CENTURY + ofCentury;
        if (year - today.getYear() > HALF_A_CENTURY) {
            return year - CENTURY;
        }
        return today.getYear() - year >= HALF_A_CENTURY ? year + CENTURY : year;
    }

    /// Takes a text apart.
    private static final class Reader {
        private final String text;
        private final Map<String, String> values = new HashMap<>();
        private final Map<String, Integer> decimals = new HashMap<>();
        private int at;

        Reader(String text) {
            this.text = text;
        }

        boolean readAll() {
            boolean isWhole = !text.isEmpty();
            while (isWhole && at < text.length()) {
                if (text.charAt(at) == SEPARATOR) {
                    at++;
                } else {
                    isWhole = text.charAt(at) == '(' ? bracketed() : plain();
                }
            }
            return isWhole && !values.isEmpty();
        }

        private boolean bracketed() {
            int close = text.indexOf(')', at);
            if (close < 0) {
                return false;
            }
            String ai = text.substring(at + 1, close);
            int end = text.indexOf('(', close);
            at = end < 0 ? text.length() : end;
            if (aiLength(ai) == 0 || ai.length() != aiLength(ai)) {
                return false;
            }
            int length = fixed(ai);
            String value = text.substring(close + 1, at);
            return (length == SEPARATED || value.length() == length) && put(ai, value);
        }

        private boolean plain() {
            String rest = text.substring(at);
            int aiLength = aiLength(rest);
            if (aiLength == 0 || rest.length() <= aiLength) {
                return false;
            }
            String ai = rest.substring(0, aiLength);
            int separator = rest.indexOf(SEPARATOR);
            int separated = separator < 0 ? rest.length() : separator;
            int end = fixed(ai) == SEPARATED ? separated : aiLength + fixed(ai);
            at += end;
            return end <= rest.length() && put(ai, rest.substring(aiLength, end));
        }

        /// An AI and its value; a fourth digit of 31 to 36 and 39 says where the decimal point is.
        private boolean put(String ai, String value) {
            boolean isFixed = fixed(ai) != SEPARATED;
            boolean isTracking = ai.equals(LOT) || ai.equals(SERIAL);
            if (isTracking && (value.isBlank() || value.length() > TRACKING_LENGTH_MAX)) {
                return false;
            }
            if (value.isEmpty() || value.length() > TEXT_LENGTH_MAX || (isFixed && !Gtin.isDigits(value))
                    || value.chars().anyMatch(c -> c < ' ' || c > '~') || !Gtin.isDigits(ai)) {
                return false;
            }
            boolean hasPoint = ai.startsWith("39") || (ai.length() == 4 && ai.charAt(0) == '3');
            String name = hasPoint ? ai.substring(0, 3) : ai;
            if (hasPoint) {
                decimals.put(name, ai.charAt(3) - '0');
            }
            return values.put(name, value) == null;
        }

        private static int aiLength(String text) {
            String start = text.substring(0, Math.min(2, text.length()));
            if (OF_TWO.contains(start)) {
                return 2;
            }
            if (OF_THREE.contains(start)) {
                return 3;
            }
            return OF_FOUR.contains(start) ? 4 : 0;
        }

        private static int fixed(String ai) {
            return FIXED.getOrDefault(ai.substring(0, 2), SEPARATED);
        }
    }
}
