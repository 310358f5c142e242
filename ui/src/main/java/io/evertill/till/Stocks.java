package io.evertill.till;

import io.evertill.availability.StockPolicy;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.stock.Quantity;
import io.evertill.till.Notice.Tone;
import io.evertill.till.TillState.Looking;
import io.evertill.till.TillState.Looking.Purpose;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the till makes of how much there is (domain 2a): before a sale, and when somebody asks.
///
/// Where the store only wants to be told, goods are on the counter at once and the look comes behind; where it wants more, the
/// look comes first. What cannot be looked up is sold.
public final class Stocks {
    private Stocks() {}

    /// Puts more of something on the counter, as the store wants it.
    static void more(Turn turn, Proposal proposal) {
        Item item = proposal.item();
        if (item.kind() != Product.Kind.GOODS || turn.state().lane().stockPolicy() == StockPolicy.OFF) {
            Baskets.put(turn, proposal);
        } else if (turn.state().lane().stockPolicy() == StockPolicy.WARN) {
            if (Baskets.put(turn, proposal)) {
                turn.ask(number -> new TillEffect.CheckStock(number, item));
            }
        } else {
            long ask = turn.ask(number -> new TillEffect.CheckStock(number, item));
            turn.become(turn.state().asking(turn.state().asking().looking(
                    new Looking(ask, item.name(), Purpose.STOCK, Optional.empty(), Optional.of(proposal)))));
        }
    }

    /// A look that goods wait for was answered.
    static void answered(Turn turn, Looking looking, TillEvent.Answer answer) {
        Proposal proposal = looking.proposal().orElseThrow();
        if (answer instanceof TillEvent.StockSeen(long _, ProductId product, Optional<Sighting> sighting)) {
            turn.become(turn.state().asking(turn.state().asking().found()));
            remember(turn, product, sighting);
            decide(turn, proposal, sighting);
        } else if (answer instanceof TillEvent.Failed) {
            turn.become(turn.state().asking(turn.state().asking().found()));
            Baskets.put(turn, proposal);
        }
    }

    /// A look that nothing waits for was answered. What the till says already is not talked over.
    static void noticed(Turn turn, TillEvent.StockSeen seen) {
        Optional<Line> line = turn.state().sale().basket().lines().reversed().stream()
                .filter(each -> each.item().product().equals(seen.product()) && each.returned().isEmpty() && each.claim().isEmpty())
                .findFirst();
        if (line.isPresent()) {
            remember(turn, seen.product(), seen.sighting());
            shortage(turn.state(), line.get())
                    .filter(_ -> turn.state().notice().isEmpty())
                    .ifPresent(sighting -> warn(turn, line.get().item(), sighting));
        }
    }

    /// What was seen of a line's product, when the counter has more than that.
    public static Optional<Sighting> shortage(TillState state, Line line) {
        return Optional.ofNullable(state.watch().seen().get(line.item().product()))
                .filter(sighting -> line.returned().isEmpty() && line.claim().isEmpty()
                        && sighting.sellable().unit().equals(line.item().unit()))
                .filter(sighting -> Proposal.wanted(state.sale().basket(), line.item()).compareTo(sighting.expected()) > 0);
    }

    /// Whether the counter has more of anything than was seen of it.
    public static boolean isShort(TillState state) {
        Map<ProductId, Long> wanted = new HashMap<>();
        state.sale().basket().lines().stream()
                .filter(line -> line.returned().isEmpty() && line.claim().isEmpty())
                .forEach(line -> wanted.merge(line.item().product(), line.quantity().tenThousandths(), Math::addExact));
        return state.watch().seen().entrySet().stream()
                .anyMatch(seen -> wanted.getOrDefault(seen.getKey(), 0L) > seen.getValue().expected().tenThousandths());
    }

    private static void remember(Turn turn, ProductId product, Optional<Sighting> sighting) {
        sighting.ifPresent(seen -> turn.become(turn.state().watching(turn.state().watch().seeing(product, seen))));
    }

    private static void decide(Turn turn, Proposal proposal, Optional<Sighting> sighting) {
        switch (advice(turn.state(), proposal, sighting)) {
            case SELL -> Baskets.put(turn, proposal);
            case WARN -> {
                if (Baskets.put(turn, proposal)) {
                    sighting.ifPresent(seen -> warn(turn, proposal.item(), seen));
                }
            }
            case ASK_SUPERVISOR -> sighting.ifPresent(seen -> Approvals.ask(turn, new Matter.Goods(proposal, seen)));
            case REFUSE -> {
                proposal.sound().ifPresent(_ -> turn.go(proposal.then()));
                sighting.ifPresent(seen ->
                        turn.refuse(Phrase.STOCK_REFUSED, proposal.item().name(), seen.expected(), age(turn, seen)));
            }
        }
    }

    private static StockPolicy.Advice advice(TillState state, Proposal proposal, Optional<Sighting> sighting) {
        Quantity wanted = proposal.wanted();
        boolean isAgreed = Optional.ofNullable(state.watch().agreed().get(proposal.item().product()))
                .filter(agreed -> agreed.tenThousandths() >= wanted.tenThousandths())
                .isPresent();
        boolean isHeard = state.around().sync().offlineSince().isEmpty() && !state.around().isNetworkCut();
        boolean isFresh = sighting.filter(seen -> StockPolicy.isFresh(seen.asOf(), state.around().now())).isPresent();
        return isAgreed
                ? StockPolicy.Advice.SELL
                : state.lane().stockPolicy().advice(wanted.tenThousandths(),
                        sighting.map(seen -> seen.sellable().tenThousandths()), isHeard && isFresh);
    }

    private static void warn(Turn turn, Item item, Sighting sighting) {
        turn.add(Tone.ASKING, Phrase.STOCK_SHORT, item.name(), sighting.expected(), age(turn, sighting));
    }

    private static Duration age(Turn turn, Sighting sighting) {
        return Duration.between(sighting.asOf(), turn.state().around().now());
    }

    /// Shows how much there is of the marked article or line, here and elsewhere.
    static void show(Turn turn) {
        item(turn.state()).ifPresentOrElse(
                item -> {
                    long ask = turn.ask(number -> new TillEffect.ShowStock(number, item, ""));
                    turn.go(new Activity.SeeingStock(ask, item, Optional.empty(), 0, turn.state().activity()));
                },
                () -> turn.say(Tone.ASKING, Phrase.STOCK_OF_WHAT));
    }

    private static Optional<Item> item(TillState state) {
        return state.activity() instanceof Activity.Choosing choosing
                ? choosing.articles().stream().skip(choosing.selected()).findFirst().map(Article::item)
                : state.line().map(Line::item);
    }

    static void shown(Turn turn, Activity.SeeingStock seeing, TillEvent.Answer answer) {
        if (answer instanceof TillEvent.StockShown(long _, StockCard card)) {
            turn.go(seeing.with(seeing.card().map(before -> before.plus(card)).orElse(card)));
        } else if (answer instanceof TillEvent.Failed(long _, Trouble trouble, String detail)) {
            turn.go(seeing.before());
            turn.warn(trouble, detail);
        }
    }

    /// Marks another store; behind the last one asks for more.
    static void move(Turn turn, Activity.SeeingStock seeing, int by) {
        int rows = seeing.card().map(StockCard::rows).orElse(1);
        int selected = Math.clamp((long) seeing.selected() + by, 0, rows - 1);
        boolean isBehindLast = seeing.selected() + by >= rows;
        Optional<String> next = seeing.card().filter(_ -> isBehindLast).flatMap(StockCard::next);
        long ask = next.map(store -> turn.ask(number -> new TillEffect.ShowStock(number, seeing.item(), store)))
                .orElse(seeing.ask());
        turn.go(new Activity.SeeingStock(ask, seeing.item(), seeing.card(), selected, seeing.before()));
    }
}
