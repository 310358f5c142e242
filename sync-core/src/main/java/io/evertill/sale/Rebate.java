package io.evertill.sale;

import io.evertill.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is given on a whole basket, spread over the lines that sell something.
///
/// Each gets its share in proportion to what it costs after its own discounts; the shares sum exactly to what is given, and no
/// line falls below zero.
final class Rebate {
    private Rebate() {}

    /// The lines with their shares of a rebate in place of those that they had. Doing it again changes nothing.
    static List<Line> spread(Optional<Discount.Cause.OfBasket> rebate, List<Line> lines) {
        boolean isPlain = rebate.isEmpty() && lines.stream().noneMatch(Line::hasShare);
        if (isPlain || lines.isEmpty()) {
            return lines;
        }
        List<Line> own = lines.stream().map(Line::withoutShare).toList();
        return rebate.map(cause -> share(cause, own)).orElse(own);
    }

    private static List<Line> share(Discount.Cause.OfBasket cause, List<Line> lines) {
        List<Long> weights = lines.stream().map(Rebate::weight).toList();
        long sum = weights.stream().reduce(0L, Math::addExact);
        Money whole = cause.cut().of(new Money(sum, lines.getFirst().total().currency()));
        List<Money> parts = whole.allocate(weights);
        List<Line> shared = new ArrayList<>(lines.size());
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            shared.add(parts.get(at).isZero() ? line : line.plus(new Discount(parts.get(at), cause)));
        }
        return shared;
    }

    private static long weight(Line line) {
        return line.returned().isPresent() ? 0 : Math.max(0, line.total().minor());
    }
}
