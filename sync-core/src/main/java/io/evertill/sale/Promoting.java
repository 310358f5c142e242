package io.evertill.sale;

import io.evertill.price.Price;
import io.evertill.price.Promotion;
import io.evertill.price.Promotions;
import io.evertill.price.Promotions.Share;
import io.evertill.price.Promotions.Ware;
import io.evertill.stock.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What promotions take off the lines of a basket.
///
/// They are for what is sold at a price of the shop's: not for what comes back, and not where somebody set a price.
final class Promoting {
    private Promoting() {}

    /// The lines with what promotions take off them now. Doing it again changes nothing.
    ///
    /// @param promotions empty to leave the lines as they are
    static List<Line> promote(Optional<Promotions> promotions, List<Line> lines) {
        if (promotions.isEmpty()) {
            return lines;
        }
        Map<Integer, List<Share>> shares =
                promotions.get().shares(lines.stream().filter(Promoting::isPromotable).map(Promoting::ware).toList());
        return lines.stream()
                .map(line -> line.promoted(shares.getOrDefault(line.number(), List.of()).stream().map(Promoting::discount).toList()))
                .toList();
    }

    /// The most room in bytes that promotions may yet take on lines that are there, when others join them.
    static int room(Promotions promotions, List<Line> lines) {
        return lines.stream().filter(Promoting::isPromotable).mapToInt(line -> {
            int most = promotions.of(line.item().product()).stream().mapToInt(promotion -> cause(promotion).room()).sum();
            return Math.max(0, most - line.promotions().stream().mapToInt(less -> less.cause().room()).sum());
        }).sum();
    }

    private static boolean isPromotable(Line line) {
        return line.returned().isEmpty() && line.gross().isPositive() && !(line.price().source() instanceof Price.Source.Set);
    }

    private static Ware ware(Line line) {
        Quantity quantity = line.quantity();
        boolean isCounted = !quantity.unit().isMeasured() && quantity.tenThousandths() % Quantity.ONE == 0;
        return new Ware(line.number(), line.item().product(), line.price().unit().tenThousandths(),
                isCounted ? quantity.tenThousandths() / Quantity.ONE : 0, quantity.tenThousandths(), line.gross());
    }

    private static Discount discount(Share share) {
        return new Discount(share.amount(), cause(share.promotion()));
    }

    private static Discount.Cause.Promotion cause(Promotion promotion) {
        return new Discount.Cause.Promotion(promotion.id(), promotion.name());
    }
}
