package io.evertill.till;

import io.evertill.journal.StockReckoning;
import io.evertill.journal.StockStory;
import java.time.Instant;

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

    /// What the centre has now.
    record Now(long quantity, Instant at) implements WhyRow {}

    /// How far a till of the store is in that.
    record Till(StockStory.Heard till) implements WhyRow {}

    /// A movement at the centre.
    record Step(StockStory.Step step) implements WhyRow {}

    /// There are older ones at the centre.
    record Older(String store) implements WhyRow {}
}
