package io.evertill.price;

import io.evertill.money.Money;
import io.evertill.money.Rounding;
import io.evertill.money.UnitPrice;
import io.evertill.price.Promotions.Share;
import io.evertill.price.Promotions.Ware;
import io.evertill.stock.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The search for the lowest price of some goods; see [Promotions].
final class Bargain {
    /// Of how many sets of one promotion it is tried whether fewer are better, besides all.
    private static final int FEW_SETS = 3;
    private static final int CHOICES = FEW_SETS + 2;
    private static final Comparator<Ware> DEAREST_FIRST = Comparator.comparingLong(Ware::each).reversed()
            .thenComparing(Ware::product)
            .thenComparingInt(Ware::number);

    private final List<Promotion> ofSets;
    private final List<Promotion> single;
    private final List<Promotion> stacking;
    private final List<Ware> wares;

    Bargain(List<Promotion> promotions, List<Ware> wares) {
        List<Promotion> fitting = promotions.stream()
                .filter(promotion -> wares.stream().anyMatch(ware -> promotion.covers(ware.product())))
                .filter(promotion -> isIn(promotion.deal(), wares.getFirst().gross()))
                .toList();
        this.ofSets = fitting.stream().filter(promotion -> promotion.deal().isOfSets()).toList();
        this.single = fitting.stream().filter(promotion -> !promotion.deal().isOfSets() && !promotion.stacks()).toList();
        this.stacking = fitting.stream().filter(Promotion::stacks).toList();
        this.wares = wares.stream().sorted(DEAREST_FIRST).toList();
    }

    private static boolean isIn(Deal deal, Money money) {
        return switch (deal) {
            case Deal.AmountOff(Money each) -> each.currency().equals(money.currency());
            case Deal.AnyFor(int _, Money price) -> price.currency().equals(money.currency());
            case Deal.PercentOff _, Deal.NForM _ -> true;
        };
    }

    Map<Integer, List<Share>> shares() {
        Map<Integer, List<Share>> shares = new HashMap<>();
        Outcome none = new Outcome();
        wares.forEach(ware -> none.put(shares, ware));
        for (List<Promotion> rivals : rivals()) {
            List<Ware> theirs = wares.stream().filter(ware -> isAny(rivals, ware)).toList();
            Outcome best = best(rivals, theirs);
            theirs.forEach(ware -> best.put(shares, ware));
        }
        return shares;
    }

    /// Promotions of sets in groups that share no goods, each by priority and at most [Promotions#SETS_MAX].
    private List<List<Promotion>> rivals() {
        List<List<Promotion>> groups = new ArrayList<>();
        for (Promotion promotion : ofSets) {
            List<List<Promotion>> met = groups.stream().filter(group -> wares.stream()
                    .anyMatch(ware -> isOf(promotion, ware) && isAny(group, ware))).toList();
            groups.removeAll(met);
            List<Promotion> joined = new ArrayList<>(met.stream().flatMap(List::stream).toList());
            joined.add(promotion);
            groups.add(joined);
        }
        return groups.stream()
                .map(group -> group.stream().sorted(Promotions.ORDER).limit(Promotions.SETS_MAX).toList())
                .toList();
    }

    private static boolean isAny(List<Promotion> promotions, Ware ware) {
        return promotions.stream().anyMatch(promotion -> isOf(promotion, ware));
    }

    private static boolean isOf(Promotion promotion, Ware ware) {
        return ware.pieces() > 0 && promotion.covers(ware.product());
    }

    private Outcome best(List<Promotion> rivals, List<Ware> theirs) {
        Outcome best = new Outcome();
        long lowest = best.net(theirs);
        int all = (int) Math.pow(CHOICES, rivals.size());
        for (int code = 1; code < all; code++) {
            Outcome other = new Outcome();
            int rest = code;
            for (Promotion promotion : rivals) {
                int choice = rest % CHOICES;
                other.make(promotion, theirs, choice > FEW_SETS ? Long.MAX_VALUE : choice);
                rest /= CHOICES;
            }
            long net = other.net(theirs);
            if (net < lowest) {
                best = other;
                lowest = net;
            }
        }
        return best;
    }

    /// Pieces of one ware in a set.
    private record Part(Ware ware, long first, long count) {
        Money value() {
            return upTo(ware, first + count).minus(upTo(ware, first));
        }

        /// What the last few of them cost.
        Money last(long few) {
            return upTo(ware, first + count).minus(upTo(ware, first + count - few));
        }
    }

    /// What the first pieces of a ware cost.
    private static Money upTo(Ware ware, long pieces) {
        return pieces == 0 ? Money.zero(ware.gross().currency()) : Rounding.DOWN.share(ware.gross(), pieces, ware.pieces());
    }

    /// Some sets, and what everything costs with them.
    private final class Outcome {
        private final Map<Integer, Long> used = new HashMap<>();
        private final Map<Integer, List<Share>> saved = new HashMap<>();

        /// Makes sets of what is not yet in one.
        void make(Promotion promotion, List<Ware> theirs, long most) {
            int size = switch (promotion.deal()) {
                case Deal.NForM(int pieces, int _) -> pieces;
                case Deal.AnyFor(int pieces, Money _) -> pieces;
                case Deal.PercentOff _, Deal.AmountOff _ -> throw new IllegalStateException("no sets: " + promotion);
            };
            List<Part> parts = new ArrayList<>();
            long missing = size;
            long made = 0;
            for (Ware ware : theirs) {
                long first = used(ware);
                while (isOf(promotion, ware) && first < ware.pieces() && made < most) {
                    long count = Math.min(missing, ware.pieces() - first);
                    parts.add(new Part(ware, first, count));
                    first += count;
                    missing -= count;
                    if (missing == 0) {
                        if (!take(promotion, parts)) {
                            return;
                        }
                        made++;
                        missing = size;
                        parts.clear();
                    }
                }
            }
        }

        /// Takes a set, unless nothing is saved by it.
        private boolean take(Promotion promotion, List<Part> parts) {
            Money saving = saving(promotion.deal(), parts);
            if (!saving.isPositive()) {
                return false;
            }
            List<Money> shares = saving.allocate(parts.stream().map(part -> part.value().minor()).toList());
            for (int at = 0; at < parts.size(); at++) {
                Part part = parts.get(at);
                used.merge(part.ware().number(), part.count(), Long::sum);
                save(saved.computeIfAbsent(part.ware().number(), _ -> new ArrayList<>()), promotion, shares.get(at));
            }
            return true;
        }

        /// One promotion after the other makes its sets, so what it saved before stands last.
        private static void save(List<Share> own, Promotion promotion, Money amount) {
            boolean isMore = !own.isEmpty() && own.getLast().promotion().id().equals(promotion.id());
            add(own, promotion, isMore ? own.removeLast().amount().plus(amount) : amount);
        }

        private static Money saving(Deal deal, List<Part> parts) {
            Money value = parts.stream().map(Part::value).reduce(Money::plus).orElseThrow();
            return switch (deal) {
                case Deal.AnyFor(int _, Money price) -> value.minus(price);
                case Deal.NForM(int pieces, int paid) -> free(parts, pieces - paid);
                case Deal.PercentOff _, Deal.AmountOff _ -> throw new IllegalStateException("no sets: " + deal);
            };
        }

        private static Money free(List<Part> parts, long pieces) {
            Money free = Money.zero(parts.getFirst().ware().gross().currency());
            long left = pieces;
            for (Part part : parts.reversed()) {
                long few = Math.min(left, part.count());
                free = free.plus(part.last(few));
                left -= few;
            }
            return free;
        }

        private long used(Ware ware) {
            return used.getOrDefault(ware.number(), 0L);
        }

        long net(List<Ware> theirs) {
            long sum = 0;
            for (Ware ware : theirs) {
                sum = Math.addExact(sum, shares(ware).stream().map(Share::amount).reduce(ware.gross(), Money::minus).minor());
            }
            return sum;
        }

        void put(Map<Integer, List<Share>> shares, Ware ware) {
            List<Share> own = shares(ware);
            if (own.isEmpty()) {
                shares.remove(ware.number());
            } else {
                shares.put(ware.number(), own);
            }
        }

        private List<Share> shares(Ware ware) {
            List<Share> shares = new ArrayList<>(saved.getOrDefault(ware.number(), List.of()));
            best(ware).ifPresent(shares::add);
            Money net = shares.stream().map(Share::amount).reduce(ware.gross(), Money::minus);
            for (Promotion promotion : stacking.stream()
                    .filter(each -> each.covers(ware.product())).limit(Promotions.STACKED_MAX).toList()) {
                Money less = less(promotion.deal(), net, ware.tenThousandths());
                add(shares, promotion, less);
                net = net.minus(less);
            }
            return shares;
        }

        /// The best promotion for what is in no set.
        private Optional<Share> best(Ware ware) {
            long pieces = used(ware);
            Money rest = ware.gross().minus(pieces == 0 ? Money.zero(ware.gross().currency()) : upTo(ware, pieces));
            long tenThousandths = ware.tenThousandths() - pieces * Quantity.ONE;
            Optional<Share> best = Optional.empty();
            for (Promotion promotion : single) {
                if (promotion.covers(ware.product())) {
                    Money less = less(promotion.deal(), rest, tenThousandths);
                    if (less.compareTo(best.map(Share::amount).orElse(Money.zero(rest.currency()))) > 0) {
                        best = Optional.of(new Share(promotion, less));
                    }
                }
            }
            return best;
        }
    }

    private static void add(List<Share> shares, Promotion promotion, Money amount) {
        if (amount.isPositive()) {
            shares.add(new Share(promotion, amount));
        }
    }

    private static Money less(Deal deal, Money price, long tenThousandths) {
        return switch (deal) {
            case Deal.PercentOff(int hundredths) -> Rounding.HALF_UP.share(price, hundredths, Deal.PercentOff.WHOLE);
            case Deal.AmountOff(Money each) -> Rounding.HALF_UP.total(UnitPrice.of(each), tenThousandths).min(price);
            case Deal.NForM _, Deal.AnyFor _ -> throw new IllegalStateException("sets take nothing off by the piece: " + deal);
        };
    }
}
