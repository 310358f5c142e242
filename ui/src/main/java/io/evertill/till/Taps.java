package io.evertill.till;

import java.util.Optional;

/// What a touch of a row or of a favourite means.
final class Taps {
    private Taps() {}

    /// A favourite was touched: it is rung up.
    static void favourite(Turn turn, int index) {
        TillState state = turn.state();
        boolean isRinging = switch (state.activity()) {
            case Activity.Selling _, Activity.Done _, Activity.Choosing _, Activity.ShowingReceipt _ -> true;
            case Activity _ -> false;
        };
        if (isRinging && index >= 0 && index < state.around().favourites().size()) {
            Typing typing = new Typing(state.input());
            Optional<String> times = typing.rest().isEmpty() ? typing.times() : Optional.empty();
            turn.hush();
            turn.type("");
            turn.go(new Activity.Selling());
            Baskets.ring(turn, state.around().favourites().get(index), new Article.Portion.Plain(), times);
        }
    }

    /// A row was touched: the same as marking it and pressing Enter.
    static void choose(Turn turn, int index) {
        turn.hush();
        switch (turn.state().activity()) {
            case Activity.SigningIn _ -> Duties.choose(turn, index);
            case Activity.Choosing choosing -> LookUps.choose(turn, choosing, index);
            case Activity.TakingBack taking -> Returns.take(turn, taking, index);
            case Activity.Approving approving -> Approvals.choose(turn, approving, index);
            case Activity.ChoosingTender _ -> Voids.tender(turn, index);
            case Activity.GivingUp _ -> Voids.choose(turn, index);
            case Activity.AtDrawer _ -> {
                if (index >= 0 && index < DrawerAct.ALL.size()) {
                    Drawers.choose(turn, DrawerAct.ALL.get(index));
                }
            }
            case Activity.DrawerWhy asked -> Drawers.why(turn, asked, index);
            case Activity.SettlingCards _ -> LeftCards.choose(turn, index);
            case Activity.CountingCash counting -> Drawers.tap(turn, counting, index);
            case Activity.ChoosingBack choosing -> LookUps.chooseBack(turn, choosing, index);
            case Activity.VoidingLast asked -> VoidLast.why(turn, asked, index);
            case Activity.TakingOut taking -> Voids.why(turn, taking, index);
            case Activity.Reducing reducing -> Discounts.choose(turn, reducing, index);
            case Activity.ExplainingReturn _ -> Unreceipted.choose(turn, index);
            case Activity.ChoosingHeld choosing -> Holds.choose(turn, choosing, index);
            case Activity.FindingCustomer finding -> Patrons.choose(turn, finding, index);
            case Activity.ChoosingReserved choosing -> Collects.choose(turn, choosing, index);
            case Activity.Counting counting -> turn.go(counting.at(index));
            case Activity.SeeingResults seeing -> Counts.choose(turn, seeing, index);
            case Activity.RulingCount ruling -> Counts.rule(turn, ruling, index);
            case SeeingWhy seeing -> turn.go(seeing.at(index));
            case Activity.Journal journal -> Journals.choose(turn, journal, index);
            case Activity.SeeingCards _ -> Concerns.mark(turn, index);
            case Activity _ -> {}
        }
    }
}
