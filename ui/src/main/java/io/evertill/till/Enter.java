package io.evertill.till;

/// The key that does what the input line says, or the next usual thing.
final class Enter {
    private Enter() {}

    static void press(Turn turn) {
        TillState state = turn.state();
        switch (state.activity()) {
            case Activity.SigningIn(int selected) -> Duties.choose(turn, selected);
            case Activity.AskingPin asking -> Pins.enter(turn, asking);
            case Activity.Selling _ -> selling(turn);
            case Activity.Done _, Activity.ShowingReceipt _ -> {
                turn.go(new Activity.Selling());
                if (!state.input().isEmpty()) {
                    LookUps.typed(turn);
                }
            }
            case Activity.Choosing choosing -> LookUps.enter(turn, choosing);
            case Activity.Weighing(Article article, long _) -> Baskets.weigh(turn, article);
            case Activity.AskingAge asking -> Ages.enter(turn, asking);
            case Activity.AskingMark asking -> Marking.enter(turn, asking);
            case Activity.Paying _ -> Payments.cash(turn);
            case Activity.VoucherCode asked -> Payments.voucherCode(turn, asked, state.input());
            case Activity.VoucherAmount(String code) -> Payments.voucherAmount(turn, code);
            case Activity.FindingReceipt _ -> {
                if (!state.input().isBlank()) {
                    Returns.begin(turn);
                }
            }
            case Activity.TakingBack taking -> Returns.take(turn, taking, taking.selected());
            case Activity.ChoosingTender(int selected) -> Voids.tender(turn, selected);
            case Activity.GivingUp(VoidReason reason) -> Voids.choose(turn, reason);
            case Activity.FindingCustomer finding -> Patrons.enter(turn, finding);
            case Activity.MeetingCustomer meeting -> Patrons.enter(turn, meeting, false);
            case Activity.ChoosingHeld choosing -> Holds.choose(turn, choosing, choosing.selected());
            case Activity.ChoosingReserved choosing -> Collects.enter(turn, choosing);
            case Activity.ExplainingReturn(var reason, var _) -> Unreceipted.choose(turn, reason);
            case Activity.TakingAny _ -> LookUps.typed(turn);
            case Activity.ChoosingBack choosing -> LookUps.chooseBack(turn, choosing, choosing.selected());
            case Activity.VoidingLast asked -> VoidLast.why(turn, asked, VoidReason.ALL.indexOf(asked.selected()));
            case Activity.TakingOut taking -> Voids.why(turn, taking, LineReason.ALL.indexOf(taking.selected()));
            case Activity.Reducing reducing -> Discounts.choose(turn, reducing);
            case Activity.AtDrawer(DrawerAct act) -> Drawers.choose(turn, act);
            case Activity.SettlingCards(int selected) -> LeftCards.choose(turn, selected);
            case Activity.MovingCash moving -> Drawers.amount(turn, moving);
            case Activity.DrawerWhy asked -> Drawers.why(turn, asked, asked.act().reasons().indexOf(asked.selected()));
            case Activity.CountingCash counting -> Drawers.enter(turn, counting);
            case Activity.Sealed sealed -> Drawers.unveil(turn, sealed);
            case Activity.ShowingReport showing -> Drawers.next(turn, showing);
            case Activity.Approving approving -> Approvals.choose(turn, approving, approving.selected());
            case Activity.SeeingStock seeing -> turn.go(seeing.before());
            case SeeingWhy seeing -> turn.go(seeing.before());
            case Activity.Journal journal -> Journals.choose(turn, journal, journal.selected());
            case Activity.SeeingStory seeing -> turn.go(seeing.before());
            case Activity.Counting counting -> Counts.enter(turn, counting);
            case Activity.SeeingResults seeing -> Counts.choose(turn, seeing, seeing.selected());
            case Activity.RulingCount ruling -> Counts.rule(turn, ruling, CountChoice.ALL.indexOf(ruling.selected()));
            case Activity.SeeingCards _ -> turn.go(new Activity.Selling());
            case Activity.Helping(Activity before) -> turn.go(before);
            case Activity.More(Activity before) -> turn.go(before);
            case Activity.Starting _, Activity.Waiting _, Activity.Collecting _, Activity.AtTerminal _, Activity.Unanswered _,
                    Activity.UndoAtTerminal _, Activity.UndoOpen _ -> {}
        }
    }

    /// An empty input line asks for the payment; a second Enter there takes it. One stray Enter must not complete a sale.
    private static void selling(Turn turn) {
        boolean hasGoods = !turn.state().sale().basket().lines().isEmpty();
        if (!turn.state().input().isEmpty()) {
            LookUps.typed(turn);
        } else if (hasGoods && Payments.isPayable(turn)) {
            turn.go(new Activity.Paying());
        }
    }
}
