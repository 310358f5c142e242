package io.evertill.view;

import io.evertill.availability.Shown;
import io.evertill.key.Stroke;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.till.Action;
import io.evertill.till.Appearance.Language;
import io.evertill.till.Keymap;
import io.evertill.till.Phrase;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import javafx.geometry.NodeOrientation;

/// What the screen says, in one language: phrases, money, quantities, dates and the names of keys.
///
/// Used on the thread that draws.
final class Texts {
    private static final Map<Language, Texts> ALL = all();
    private static final Map<String, String> ARROWS = Map.of("UP", "↑", "DOWN", "↓", "LEFT", "←", "RIGHT", "→");
    private static final int MINUTES_AN_HOUR = 60;
    private static final int HOURS_A_DAY = 24;

    private final Locale locale;
    private final Map<Phrase, String> phrases;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter date;

    private Texts(Locale locale, Map<Phrase, String> phrases) {
        this.locale = locale;
        this.phrases = phrases;
        this.clock = DateTimeFormatter.ofPattern("HH:mm", locale);
        this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    }

    /// The texts of a language.
    static Texts of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    private static Map<Language, Texts> all() {
        Map<Language, Texts> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Locale locale = switch (language) {
                case ENGLISH -> Locale.UK;
                case GERMAN -> Locale.GERMANY;
                case FRENCH -> Locale.FRANCE;
                case SPANISH -> Locale.of("es", "ES");
            };
            all.put(language, new Texts(locale, phrases(bundle(language))));
        }
        return all;
    }

    /// The bundle of a language as it stands in its file.
    static Properties bundle(Language language) {
        String file = switch (language) {
            case ENGLISH -> "texts_en.properties";
            case GERMAN -> "texts_de.properties";
            case FRENCH -> "texts_fr.properties";
            case SPANISH -> "texts_es.properties";
        };
        Properties bundle = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            bundle.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }

    private static Map<Phrase, String> phrases(Properties bundle) {
        Map<Phrase, String> phrases = new EnumMap<>(Phrase.class);
        for (Phrase phrase : Phrase.values()) {
            phrases.put(phrase, bundle.getProperty(phrase.name(), phrase.name()));
        }
        return phrases;
    }

    /// The locale of money, numbers and dates.
    Locale locale() {
        return locale;
    }

    /// From which side the language is read: the whole screen is laid out from there.
    NodeOrientation orientation() {
        return orientation(locale);
    }

    /// From which side a language is read, by the first letter of its own name.
    static NodeOrientation orientation(Locale locale) {
        return switch (Character.getDirectionality(locale.getDisplayLanguage(locale).codePointAt(0))) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                    NodeOrientation.RIGHT_TO_LEFT;
            default -> NodeOrientation.LEFT_TO_RIGHT;
        };
    }

    /// A phrase, with what it is about put in.
    String say(Phrase phrase, Object... about) {
        String text = Objects.requireNonNull(phrases.get(phrase));
        for (int at = 0; at < about.length; at++) {
            text = text.replace("{" + at + "}", part(about[at]));
        }
        return text;
    }

    private String part(Object part) {
        return switch (part) {
            case Money money -> money(money);
            case Quantity quantity -> quantity(quantity);
            case Duration duration -> length(duration);
            case LocalDate day -> date(day);
            case Number number -> NumberFormat.getIntegerInstance(locale).format(number);
            default -> part.toString();
        };
    }

    /// An amount with its currency: `€1,204.00`, `1.204,00 €`.
    String money(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
        return format.format(new BigDecimal(money.text()));
    }

    /// An amount without its currency, for columns.
    String amount(Money money) {
        return decimal(money.text(), money.currency().getDefaultFractionDigits());
    }

    /// A unit price without its currency, with as many decimals as it has.
    String price(UnitPrice price) {
        String plain = price.display();
        int point = plain.indexOf('.');
        return decimal(plain, point < 0 ? 0 : plain.length() - point - 1);
    }

    /// A quantity: `3`, `0.350 kg`.
    String quantity(Quantity quantity) {
        if (!quantity.unit().isMeasured()) {
            return decimal(quantity.text(), 0);
        }
        String step = Decimals.text(quantity.unit().step(), Quantity.SCALE);
        int decimals = step.length() - step.indexOf('.') - 1;
        return decimal(Decimals.fixed(quantity.tenThousandths(), Quantity.SCALE), decimals) + " " + quantity.unit().code();
    }

    /// A quantity in ten-thousandths of a unit; with all its decimals when the goods were counted in another one once, and it does not fit.
    String quantity(long tenThousandths, Unit unit) {
        return Shown.in(unit, tenThousandths).map(this::quantity).orElseGet(() -> {
            String plain = Decimals.text(tenThousandths, Quantity.SCALE);
            int point = plain.indexOf('.');
            return decimal(plain, point < 0 ? 0 : plain.length() - point - 1);
        });
    }

    /// A tax rate in per cent: `19 %`.
    String percent(int partsPerMillion) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(4);
        return format.format(new BigDecimal(partsPerMillion).movePointLeft(6));
    }

    /// The time of day.
    String time(Instant at, ZoneId zone) {
        return clock.format(at.atZone(zone));
    }

    /// The day and the time.
    String dateTime(Instant at, ZoneId zone) {
        return date.format(at.atZone(zone)) + " " + time(at, zone);
    }

    /// The time of day, or the day when it was another one.
    String when(Instant at, Instant now, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return day.equals(LocalDate.ofInstant(now, zone)) ? time(at, zone) : date(day);
    }

    /// A day.
    String date(LocalDate day) {
        return date.format(day);
    }

    /// How long something took, to the minute: `12 min`, `3 h 12`, `2 d 4 h`.
    String length(Duration length) {
        long minutes = Math.max(0, length.toMinutes());
        long hours = minutes / MINUTES_AN_HOUR;
        if (hours == 0) {
            return say(Phrase.MINUTES, minutes);
        }
        if (hours < HOURS_A_DAY) {
            return say(Phrase.HOURS, hours, minutes % MINUTES_AN_HOUR);
        }
        return say(Phrase.DAYS, hours / HOURS_A_DAY, hours % HOURS_A_DAY);
    }

    /// What is printed on the key of an action; empty where it has none.
    String key(Keymap keymap, Action action) {
        return keymap.stroke(action).map(this::key).orElse("");
    }

    /// What is printed on a key.
    String key(Stroke stroke) {
        return (stroke.isCtrl() ? say(Phrase.KEY_CTRL) + "+" : "")
                + (stroke.isAlt() ? say(Phrase.KEY_ALT) + "+" : "")
                + (stroke.isShift() ? say(Phrase.KEY_SHIFT) + "+" : "")
                + keyAlone(stroke.key());
    }

    private String keyAlone(String key) {
        return switch (key) {
            case "ENTER" -> say(Phrase.KEY_ENTER);
            case "ESCAPE" -> say(Phrase.KEY_ESCAPE);
            case "BACK_SPACE" -> say(Phrase.KEY_BACK_SPACE);
            case "DELETE" -> say(Phrase.KEY_DELETE);
            case "INSERT" -> say(Phrase.KEY_INSERT);
            case "TAB" -> say(Phrase.KEY_TAB);
            default -> ARROWS.getOrDefault(key, key.replace("DIGIT", "").replace('_', ' '));
        };
    }

    private String decimal(String plain, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(new BigDecimal(plain));
    }
}
