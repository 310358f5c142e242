package io.evertill.till;

/// The key that takes one step back: first the input line, then the activity. It never takes back goods or money.
final class Back {
    private Back() {}

    static void press(Turn turn) {
        TillState state = turn.state();
        boolean hasInput = !state.input().isEmpty();
        turn.type("");
        switch (state.activity()) {
            case Activity.Choosing _, Activity.Weighing _, Activity.ShowingReceipt _, Activity.GivingUp _, Activity.Reducing _,
                    Activity.ChoosingHeld _, Activity.Done _, Activity.AtDrawer _, Activity.DrawerWhy _,
                    Activity.SettlingCards _, Activity.FindingCustomer _, Activity.SeeingCards _ ->
                turn.go(new Activity.Selling());
            case Activity.ChoosingBack choosing -> turn.go(choosing.taking());
            case Activity.VoidingLast asked -> turn.go(new Activity.ShowingReceipt(asked.completed()));
            case Activity.TakingOut taking -> turn.go(taking.then());
            case Activity.ExplainingReturn(var _, var noted) -> {
                turn.go(new Activity.Selling());
                if (noted.isPresent()) {
                    dropScans(turn);
                }
            }
            case Activity.MeetingCustomer _ -> {
                if (!hasInput) {
                    turn.go(new Activity.Selling());
                }
            }
            case Activity.ChoosingReserved _ -> {
                if (hasInput) {
                    Collects.search(turn, false);
                } else {
                    turn.go(new Activity.Selling());
                }
            }
            case Activity.CountingCash _ -> {
                if (!hasInput) {
                    turn.go(state.duty().isPresent() ? new Activity.Selling() : new Activity.SigningIn(0));
                }
            }
            case Activity.ShowingReport showing ->
                turn.go(showing.next().isPresent() ? new Activity.SigningIn(0) : new Activity.Selling());
            case Activity.Paying _, Activity.FindingReceipt _, Activity.TakingBack _, Activity.TakingAny _, Activity.MovingCash _ -> {
                if (!hasInput) {
                    turn.go(new Activity.Selling());
                }
            }
            case Activity.ChoosingTender _ -> turn.go(new Activity.Paying());
            case Activity.UndoOpen open -> Undos.leave(turn, open);
            case Activity.VoucherCode _, Activity.VoucherAmount _ -> {
                if (!hasInput) {
                    turn.go(new Activity.Paying());
                }
            }
            case Activity.AskingAge asking -> {
                if (!hasInput) {
                    Ages.refused(turn, asking);
                }
            }
            case Activity.AskingMark(var _, var _, var _, Activity then) -> {
                if (!hasInput) {
                    turn.go(then);
                }
            }
            case Activity.AskingPin asking -> {
                turn.type(state.input());
                Pins.back(turn, asking);
            }
            case Activity.Approving(Matter matter, int _) -> {
                turn.type(state.input());
                Approvals.refused(turn, matter);
            }
            case Activity.SeeingStock seeing -> {
                turn.type(state.input());
                turn.go(seeing.before());
            }
            case SeeingWhy seeing -> {
                turn.type(state.input());
                turn.go(seeing.before());
            }
            case Activity.Journal journal -> Journals.back(turn, journal);
            case Activity.SeeingStory seeing -> turn.go(seeing.before());
            case Activity.Counting counting -> {
                if (!hasInput) {
                    Counts.back(turn, counting);
                }
            }
            case Activity.SeeingResults seeing -> turn.go(seeing.counting());
            case Activity.RulingCount ruling -> {
                if (!hasInput) {
                    turn.go(ruling.before());
                }
            }
            case Activity.Helping(Activity before) -> {
                turn.type(state.input());
                turn.go(before);
            }
            case Activity.More(Activity before) -> {
                turn.type(state.input());
                turn.go(before);
            }
            case Activity.Starting _, Activity.SigningIn _, Activity.Selling _, Activity.Waiting _, Activity.Collecting _,
                    Activity.AtTerminal _, Activity.Unanswered _, Activity.UndoAtTerminal _, Activity.Sealed _ -> {}
        }
    }

    /// What was scanned behind a receipt was to come back with it: nobody buys it.
    private static void dropScans(Turn turn) {
        int scans = turn.state().scansAhead();
        if (scans > 0) {
            turn.become(turn.state().asking(turn.state().asking().withoutAhead()));
            turn.refuse(Phrase.SCANS_DROPPED, scans);
        }
    }
}
