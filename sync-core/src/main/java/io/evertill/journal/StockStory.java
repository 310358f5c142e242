package io.evertill.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Why a store has as much of a product for sale as it has, as the centre knows it: the newest movements of all its shelves and batches,
/// and how far the sales of its tills are in the figure.
///
/// Quantities are in ten-thousandths. Moments are by the centre's clock until [#at] turns them.
///
/// @param quantity what stands for sale
/// @param asOf when the centre looked
/// @param tills those of the store, by name
/// @param steps the newest movements first; the first one left what there is now, each other what the one before it found
/// @param isMore whether there are older ones
public record StockStory(String store, long quantity, Instant asOf, List<Heard> tills, List<Step> steps, boolean isMore) {
    /// The most steps that the centre tells.
    public static final int STEPS_MAX = 50;

    /// Copies the lists.
    public StockStory {
        tills = List.copyOf(tills);
        steps = List.copyOf(steps);
    }

    /// A till of the store.
    ///
    /// @param heardAt when it was heard last; empty before the first time
    /// @param through up to which place of its newest ledger the centre was through with its entries, at least; 0 for none. They are in the
    ///     figure, but for those set aside
    /// @param waiting how many entries it had when it was heard, and the centre was not through with
    /// @param aside how many of its entries, of all its ledgers, are set aside for a person and in no figure; 0 from an older centre
    /// @param isSilent whether it should be heard, because a shift is open, and is not
    public record Heard(String till, Optional<Instant> heardAt, long through, long waiting, long aside, boolean isSilent) {}

    /// A movement on a shelf of the store.
    ///
    /// @param at when it happened, as far as the centre knows
    /// @param type as [io.evertill.entry.Move.Type] names it; a later centre may know more of them
    /// @param kind what says more than the type: `COLLECTED` of a sale, `VOID` of a return; empty otherwise, and from an older centre
    /// @param quantity how much more (or less) there was by it
    /// @param after what stood for sale in the store when it was known
    /// @param place the shelf, as `MAIN/AVAILABLE`
    /// @param lot the batch; empty for goods without one
    /// @param serial the number of the piece; empty for goods without one
    /// @param document what it belongs to
    /// @param by the name of who did it; empty when nobody knows
    /// @param reason why, as it was recorded; may be empty, and is where it names nothing that a person knows
    public record Step(
            Instant at, String type, String kind, long quantity, long after, String place, String lot, String serial, Document document,
            String by, String reason) {}

    /// The document that a movement belongs to.
    ///
    /// @param type such as `receipt`, `transfer` or `count`
    /// @param number empty when it has none
    public record Document(String type, String number) {}

    /// The same with its moments by another clock.
    public StockStory at(UnaryOperator<Instant> clock) {
        return new StockStory(store, quantity, clock.apply(asOf),
                tills.stream()
                        .map(till -> new Heard(
                                till.till(), till.heardAt().map(clock), till.through(), till.waiting(), till.aside(), till.isSilent()))
                        .toList(),
                steps.stream().map(step -> new Step(clock.apply(step.at()), step.type(), step.kind(), step.quantity(), step.after(),
                        step.place(), step.lot(), step.serial(), step.document(), step.by(), step.reason())).toList(),
                isMore);
    }
}
