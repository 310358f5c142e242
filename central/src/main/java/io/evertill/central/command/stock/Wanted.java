package io.evertill.central.command.stock;

import io.evertill.central.office.Refusal;
import io.evertill.stock.Place;
import io.evertill.wire.ReservationForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Goods to be reserved as a person types them: `SKU=3,lot=L,location=BACK`.
final class Wanted {
    private static final Pattern FORM = Pattern.compile("([^,]+)=([0-9.]+)((?:,[a-z]+=[^,]+)*)");
    private static final Set<String> MORE = Set.of("lot", "location");

    private Wanted() {}

    /// The lines of an order, named 1, 2, 3 … in the order in which they were typed.
    ///
    /// @throws Refusal when a text names no goods
    static List<ReservationForms.Line> parse(List<String> texts) {
        List<ReservationForms.Line> lines = new ArrayList<>();
        texts.forEach(text -> lines.add(parse(String.valueOf(lines.size() + 1), text)));
        return lines;
    }

    private static ReservationForms.Line parse(String line, String text) {
        Matcher form = FORM.matcher(text.strip());
        Map<String, String> more = new TreeMap<>();
        if (form.matches()) {
            for (String each : form.group(3).split(",", -1)) {
                if (!each.isEmpty()) {
                    int equals = each.indexOf('=');
                    more.put(each.substring(0, equals), each.substring(equals + 1));
                }
            }
        }
        if (!form.matches() || !MORE.containsAll(more.keySet())) {
            throw new Refusal(Refusal.Kind.USAGE, "Write goods as SKU=3 or SKU=3,lot=L,location=BACK, not '" + text + "'.");
        }
        return new ReservationForms.Line(line, form.group(1), more.getOrDefault("location", Place.MAIN),
                more.getOrDefault("lot", ""), form.group(2));
    }
}
