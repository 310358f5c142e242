package io.evertill.till;

import io.evertill.journal.StockReckoning;
import io.evertill.journal.StockStory;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// A row of what a figure of stock is made of. Quantities are in ten-thousandths.
public sealed interface WhyRow {
    /// What the centre told of this store.
    record Told(StockReckoning.Told figure) implements WhyRow {}

    /// The centre told nothing of the product.
    record NeverTold() implements WhyRow {}

    /// What this till recorded since.
    record Recorded(StockReckoning.Own own) implements WhyRow {}

    /// What is not listed one by one, and in the sum all the same.
    ///
    /// @param count how many rows there are
    record Others(long count, long quantity) implements WhyRow {}

    /// What stands for sale here: everything above it.
    record Here(long quantity) implements WhyRow {}

    /// What this till recorded, without a figure to which it could be added.
    record RecordedHere(long quantity) implements WhyRow {}

    /// What is promised of it.
    record Promised(StockReckoning.Promised order) implements WhyRow {}

    /// More that is promised: what ends later.
    ///
    /// @param count how many orders there are
    record PromisedOthers(long count, long quantity) implements WhyRow {}

    /// What can be sold: what stands here less what is promised.
    record Sellable(long quantity) implements WhyRow {}

    /// What the centre had not heard or booked when it knew the figure is missing: sales of other tills, also earlier ones where a till was
    /// not heard, deliveries and counts.
    ///
    /// @param asOf when that was, by the till's clock
    record Unseen(Instant asOf) implements WhyRow {}

    /// The centre has set it aside: it is in no figure.
    record Aside(StockReckoning.Own own) implements WhyRow {}

    /// More that the centre has set aside.
    record AsideOthers(long count, long quantity) implements WhyRow {}

    /// What is on its way here, and not here yet.
    record Coming(StockReckoning.Coming goods) implements WhyRow {}

    /// More on its way here.
    record ComingOthers(long count, long quantity) implements WhyRow {}

    /// What the centre told of another store.
    record Elsewhere(StockCard.Elsewhere told) implements WhyRow {}

    /// The centre is being asked.
    record Asking() implements WhyRow {}

    /// The centre said nothing that helps.
    record Silent(StockWord word) implements WhyRow {}

    /// What the centre had when it looked.
    record Now(long quantity, Instant at) implements WhyRow {}

    /// How far a till of the store is in that.
    record Till(StockStory.Heard till) implements WhyRow {}

    /// A movement at the centre.
    record Step(StockStory.Step step) implements WhyRow {}

    /// There are older ones at the centre.
    record Older(String store) implements WhyRow {}

    /// What the row is about, the same before and after a new look, whatever is said of it then.
    private Object about() {
        return switch (this) {
            case Told _, NeverTold _, Elsewhere _ -> "told";
            case Here _, RecordedHere _ -> "here";
            case Recorded(var own) -> List.of(own.entry(), own.tracking());
            case Aside(var own) -> List.of(own.entry(), own.tracking());
            case Promised(var order) -> List.of(order.order(), order.lot());
            case Coming(var goods) -> List.of(goods.transfer(), goods.from());
            case Asking _, Silent _, Now _ -> "centre";
            case Till(var till) -> List.of("till", till.till());
            case Step(var step) -> List.of(
                    step.at(), step.type(), step.document(), step.quantity(), step.place(), step.lot(), step.serial());
            case Others _, PromisedOthers _, Sellable _, Unseen _, AsideOthers _, ComingOthers _, Older _ -> getClass();
        };
    }

    /// Where the mark is after a new look: on the row it was on, where that still exists, else in the same place.
    ///
    /// @return index in the new rows, or behind them
    static int follow(List<WhyRow> before, int marked, List<WhyRow> after) {
        if (marked >= before.size()) {
            return marked;
        }
        WhyRow row = before.get(marked);
        if (after.contains(row)) {
            return nth(after, row::equals, Collections.frequency(before.subList(0, marked), row));
        }
        Object about = row.about();
        long earlier = before.stream().limit(marked).filter(each -> each.about().equals(about)).count();
        int there = nth(after, each -> each.about().equals(about), earlier);
        return there < 0 ? marked : there;
    }

    /// The place of the one of them with so many before it, or of the last; -1 where there is none.
    private static int nth(List<WhyRow> rows, Predicate<WhyRow> which, long before) {
        int[] places = IntStream.range(0, rows.size()).filter(at -> which.test(rows.get(at))).limit(before + 1).toArray();
        return places.length == 0 ? -1 : places[places.length - 1];
    }
}
