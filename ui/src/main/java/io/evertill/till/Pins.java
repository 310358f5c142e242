package io.evertill.till;

import io.evertill.person.Person;
import io.evertill.staff.Act;
import io.evertill.staff.Pin;
import io.evertill.staff.Roster;
import io.evertill.staff.StaffMember;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Showing who one is: by a PIN that is typed, or by a badge that is scanned (experience E1).
///
/// The digits are in the activity alone: never in the input line, in the kept basket or in a notice.
final class Pins {
    private static final long SECONDS_SAID_MAX = 120;

    private Pins() {}

    /// Asks somebody for the PIN.
    ///
    /// @param matter what that person agrees to; empty to sign in
    static void ask(Turn turn, Person who, Optional<Matter> matter) {
        turn.go(new Activity.AskingPin(who, Pin.EMPTY, matter));
    }

    static void typed(Turn turn, Activity.AskingPin asking, int character) {
        turn.hush();
        turn.go(asking.with(asking.typed().plus(character)));
    }

    static void erase(Turn turn, Activity.AskingPin asking) {
        turn.go(asking.with(asking.typed().erased()));
    }

    static void enter(Turn turn, Activity.AskingPin asking) {
        if (asking.typed().digits().length() < Pin.LENGTH_MIN) {
            turn.refuse(Phrase.PIN_TOO_SHORT, Pin.LENGTH_MIN, Pin.LENGTH_MAX);
            return;
        }
        long ask = turn.ask(number -> new TillEffect.CheckPin(number, asking.who(), asking.typed()));
        turn.go(new Activity.CheckingPin(ask, asking.who(), asking.matter()));
    }

    static void right(Turn turn, Activity.CheckingPin checking) {
        checking.matter().ifPresentOrElse(
                matter -> Approvals.agree(turn, checking.who(), matter), () -> Duties.admit(turn, checking.who()));
    }

    /// Asks once more, and says how long no PIN is looked at.
    static void wrong(Turn turn, Activity.CheckingPin checking, Duration left) {
        ask(turn, checking.who(), checking.matter());
        long seconds = Math.ceilDiv(left.toMillis(), 1_000L);
        if (seconds == 0) {
            turn.refuse(Phrase.PIN_WRONG);
        } else if (seconds <= SECONDS_SAID_MAX) {
            turn.refuse(Phrase.PIN_WAIT_SECONDS, seconds);
        } else {
            turn.refuse(Phrase.PIN_WAIT_MINUTES, Math.ceilDiv(seconds, 60L));
        }
    }

    /// One step back: the digits first.
    static void back(Turn turn, Activity.AskingPin asking) {
        if (!asking.typed().equals(Pin.EMPTY)) {
            turn.go(asking.with(Pin.EMPTY));
        } else if (asking.matter().isEmpty()) {
            Duties.askWho(turn, asking.who());
        } else if (Approvals.approvers(turn.state(), asking.matter().get()).size() > 1) {
            List<Person> able = Approvals.approvers(turn.state(), asking.matter().get());
            turn.go(new Activity.Approving(asking.matter().get(), Math.max(0, able.indexOf(asking.who()))));
        } else {
            Approvals.refused(turn, asking.matter().get());
        }
    }

    /// Whether a code is the badge of somebody and is wanted now, so that it does not wait.
    static boolean isBadge(TillState state, String code) {
        boolean isWanted = switch (state.activity()) {
            case Activity.SigningIn _, Activity.AskingPin _, Activity.Approving _ -> true;
            case Activity _ -> false;
        };
        return isWanted && state.around().roster().holder(code).isPresent();
    }

    /// Somebody who is to sign in shows a badge and is asked for the PIN; somebody who is to agree has agreed with it.
    static void badge(Turn turn, String code, Optional<Matter> matter) {
        Roster roster = turn.state().around().roster();
        Optional<StaffMember> holder = roster.holder(code).filter(member -> matter
                .map(what -> Approvals.isAllowed(turn.state(), member.person(), what))
                .orElseGet(() -> roster.allows(member.person(), Act.SELL)));
        turn.hush();
        if (holder.isEmpty()) {
            turn.refuse(Phrase.BADGE_MAY_NOT);
        } else if (matter.isPresent()) {
            Approvals.agree(turn, holder.get().person(), matter.get());
        } else {
            turn.play(TillEffect.Sound.OK);
            ask(turn, holder.get().person(), matter);
        }
    }
}
