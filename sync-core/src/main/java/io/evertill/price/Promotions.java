package io.evertill.price;

import io.evertill.money.Money;
import io.evertill.product.ProductId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Promotions, and what they take off goods that are bought together.
///
/// The lowest price wins. A piece has at most one promotion that does not stack: a part or an amount off, or a place in one set.
/// What is left of a line takes the best of the others, and promotions that stack take their part of what remains, in the order
/// of the list. Which sets are made is tried out: of each promotion none, one, two, three or as many as there are, the dearest
/// pieces first; the lowest sum is taken, and of equal ones the first in an order that depends on nothing but the promotions and
/// the goods. So no promotion makes anything dearer, for all that can be had without it is tried as well.
///
/// Limits of this: of promotions of sets that share goods only the first [#SETS_MAX] make sets, and of those that stack on one
/// product only the first [#STACKED_MAX] do.
///
/// @param all with ids of their own; kept by priority, the highest first, then by id
public record Promotions(List<Promotion> all) {
    static final Comparator<Promotion> ORDER =
            Comparator.comparingInt(Promotion::priority).reversed().thenComparing(Promotion::id);

    /// None.
    public static final Promotions NONE = new Promotions(List.of());
    /// The most promotions of sets that share goods.
    public static final int SETS_MAX = 6;
    /// The most promotions that stack on one product.
    public static final int STACKED_MAX = 3;
    /// The most promotions that one line can have.
    public static final int LINE_MAX = SETS_MAX + 1 + STACKED_MAX;

    /// Sorts the list.
    public Promotions {
        all = all.stream().sorted(ORDER).toList();
    }

    /// Goods of one kind that are bought.
    ///
    /// @param number tells them from the others
    /// @param each what one unit costs, in ten-thousandths of the currency's major unit: dearer pieces come first
    /// @param pieces how many; zero for goods that are measured, which are in no set
    /// @param tenThousandths how much, in ten-thousandths of the unit, above zero
    /// @param gross what all of it costs, not below zero
    public record Ware(int number, ProductId product, long each, long pieces, long tenThousandths, Money gross) {}

    /// What a promotion takes off a ware.
    ///
    /// @param amount above zero
    public record Share(Promotion promotion, Money amount) {}

    /// Those that apply at an instant in a branch whose walls are in a zone.
    public Promotions inForce(Instant at, ZoneId zone) {
        return new Promotions(all.stream().filter(promotion -> promotion.appliesAt(at, zone)).toList());
    }

    /// Those for a product, at most as many as a line can have.
    public List<Promotion> of(ProductId product) {
        return all.stream().filter(promotion -> promotion.covers(product)).limit(LINE_MAX).toList();
    }

    /// What they take off some goods: by the number of the ware, in the order in which it is taken off. Wares of which nothing is
    /// taken are not in it. The order of the wares does not matter.
    ///
    /// @param wares with numbers of their own, in one currency
    public Map<Integer, List<Share>> shares(List<Ware> wares) {
        return all.isEmpty() || wares.isEmpty() ? Map.of() : new Bargain(all, wares).shares();
    }
}
