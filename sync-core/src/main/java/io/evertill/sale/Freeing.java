package io.evertill.sale;

import io.evertill.money.Money;
import io.evertill.tax.TaxRate;
import io.evertill.tax.TaxRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a customer who is exempt from taxes pays for the lines that sell something: where prices contain tax it is taken off them, to
/// the minor unit what the store's rule calls their net; where it is added, none is.
final class Freeing {
    private Freeing() {}

    /// The lines without taxes. What comes back stays as it is.
    static List<Line> freed(TaxRule rule, List<Line> lines) {
        Map<TaxRate, List<Integer>> byRate = new LinkedHashMap<>();
        List<Line> freed = new ArrayList<>(lines);
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            TaxRate rate = line.item().tax();
            if (line.returned().isPresent()) {
                continue;
            }
            if (rate.kind() == TaxRate.Kind.INCLUSIVE && line.total().isPositive()) {
                byRate.computeIfAbsent(rate, _ -> new ArrayList<>()).add(at);
            } else {
                freed.set(at, line.exempt(Money.zero(line.total().currency())));
            }
        }
        byRate.forEach((rate, places) -> {
            List<Money> taxes = rule.contained(rate, places.stream().map(at -> lines.get(at).total()).toList());
            for (int each = 0; each < places.size(); each++) {
                int at = places.get(each);
                freed.set(at, lines.get(at).exempt(taxes.get(each)));
            }
        });
        return freed;
    }

    /// The lines as everybody else pays them.
    static List<Line> undone(List<Line> lines) {
        return lines.stream().noneMatch(Line::isExempt) ? lines : lines.stream().map(Line::taxedAgain).toList();
    }
}
