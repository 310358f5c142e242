package io.evertill.price;

import io.evertill.money.Money;
import io.evertill.product.ProductId;
import io.evertill.stock.Chance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Promotions for tests.
public final class Offers {
    private static final Instant EVER = Instant.parse("2026-01-01T00:00:00Z");

    private Offers() {}

    /// A promotion that always applies.
    public static Promotion of(String id, Deal deal, ProductId... products) {
        return new Promotion(id, "The " + id, "", Set.of(products), deal, 0, false, EVER, Optional.empty(), Optional.empty());
    }

    /// The same with a priority.
    public static Promotion first(Promotion promotion, int priority) {
        return new Promotion(promotion.id(), promotion.name(), promotion.branch(), promotion.products(), promotion.deal(), priority,
                promotion.stacks(), promotion.validFrom(), promotion.validTo(), promotion.hours());
    }

    /// The same on top of others.
    public static Promotion stacked(Promotion promotion) {
        return new Promotion(promotion.id(), promotion.name(), promotion.branch(), promotion.products(), promotion.deal(),
                promotion.priority(), true, promotion.validFrom(), promotion.validTo(), promotion.hours());
    }

    /// Any promotions for some products, of which no more overlap than are looked at.
    public static List<Promotion> any(Chance chance, Currency currency, List<ProductId> products) {
        List<Promotion> promotions = new ArrayList<>();
        int stacked = 0;
        int sets = 0;
        for (int count = chance.below(6); count > 0; count--) {
            Deal deal = switch (chance.below(4)) {
                case 0 -> new Deal.PercentOff(1 + chance.below(Deal.PercentOff.WHOLE));
                case 1 -> new Deal.AmountOff(new Money(1 + chance.below(300), currency));
                case 2 -> {
                    int pieces = 2 + chance.below(3);
                    yield new Deal.NForM(pieces, 1 + chance.below(pieces - 1));
                }
                default -> new Deal.AnyFor(2 + chance.below(3), new Money(1 + chance.below(1_000), currency));
            };
            Set<ProductId> some = new HashSet<>(chance.list(0, 3, () -> chance.pick(products)));
            boolean stacks = !deal.isOfSets() && stacked < Promotions.STACKED_MAX && chance.oneIn(3);
            stacked += stacks ? 1 : 0;
            sets += deal.isOfSets() ? 1 : 0;
            if (!deal.isOfSets() || sets <= 3) {
                promotions.add(new Promotion("P" + count, "Promotion " + count, "", some, deal, chance.below(3), stacks, EVER,
                        Optional.empty(), Optional.empty()));
            }
        }
        return promotions;
    }
}
