package io.evertill.device;

import io.evertill.cable.Cable;
import io.evertill.cable.Plug;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A scale that says its weight when it is sent `W`: the question of Mettler Toledo's 8217 and of many that imitate it.
///
/// The answer ends with a carriage return. With a point or comma it is in kilograms, without one in grams, unless it names one of the
/// two; a weight in anything else is a trouble. `?`, an answer without a number, or one that says that the weight moves, is beyond
/// the scale or below nothing (`S D`, `US`, `OL`, `UL` of other makers) is no weight.
///
/// @param plug where it is connected
public record CableScale(Plug plug) implements Scale {
    private static final byte[] QUESTION = {'W'};
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int ANSWER_BYTES_MAX = 40;
    private static final long GRAMS_A_KILOGRAM = 1_000;
    private static final Pattern WEIGHT = Pattern.compile("(-?[0-9]{1,6}(?:[.,][0-9]{1,4})?)[ ]*([A-Za-z]*)");
    private static final Pattern NOT_STEADY = Pattern.compile("\\b(D|SD|US|OL|UL)\\b");

    @Override
    public Weighed weigh() {
        try (Cable cable = plug.open()) {
            cable.write(QUESTION);
            StringBuilder answer = new StringBuilder();
            int next = cable.read(PATIENCE);
            while (next != Cable.NOTHING && next != '\r' && answer.length() < ANSWER_BYTES_MAX) {
                answer.append((char) next);
                next = cable.read(PATIENCE);
            }
            return next == '\r'
                    ? understood(answer.toString())
                    : new Weighed.Failed("The scale at " + plug + " gave no weight: look whether it is on and set to answer 'W'.");
        } catch (IOException e) {
            return new Weighed.Failed("The scale at " + plug + " does not work: " + e.getMessage()
                    + ". Look whether it is on, at its cable and at the setting scale.");
        }
    }

    private Weighed understood(String answer) {
        Matcher number = WEIGHT.matcher(answer);
        if (answer.indexOf('?') >= 0 || NOT_STEADY.matcher(answer).find() || !number.find()) {
            return new Weighed.Unsteady();
        }
        String text = number.group(1).replace(',', '.');
        String unit = number.group(2).toLowerCase(Locale.ROOT);
        long shown = Decimals.parse(text, Quantity.SCALE);
        return switch (unit) {
            case "kg" -> weighed(shown);
            case "g" -> weighed(shown / GRAMS_A_KILOGRAM);
            case "" -> weighed(text.indexOf('.') >= 0 ? shown : shown / GRAMS_A_KILOGRAM);
            default -> new Weighed.Failed("The scale at " + plug + " weighs in '" + unit + "': set it to kilograms or grams.");
        };
    }

    private static Weighed weighed(long weight) {
        long whole = weight - weight % Unit.KILOGRAM.step();
        return whole > 0 ? new Weighed.Steady(new Quantity(whole, Unit.KILOGRAM)) : new Weighed.Unsteady();
    }
}
