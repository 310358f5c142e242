package io.evertill.till;

import io.evertill.alert.Facts;
import io.evertill.alert.RedCard;
import io.evertill.person.Person;
import io.evertill.staff.Act;
import io.evertill.staff.Roster;
import io.evertill.staff.TillRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Red cards at the till (experience E26): what the centre told of this store, and what the till knows of itself without a network.
///
/// A look at them, never in a customer's way: a scan sells, and one key goes on to selling.
public final class Concerns {
    /// For how long the centre may be silent before that is a concern; as long as the centre waits for a till.
    static final Duration SILENT_AFTER = Duration.ofMinutes(10);

    private static final Comparator<Concern> WORST_FIRST = Comparator
            .comparingInt(Concern::rank)
            .thenComparing(concern -> concern instanceof Concern.Told)
            .thenComparing(concern -> concern.since().orElse(Instant.MIN))
            .thenComparing(Concern::key);

    private Concerns() {}

    /// All that are shown, the worst first; [#more] says how many are not.
    public static List<Concern> of(TillState state) {
        List<Concern> all = own(state);
        state.around().cards().worst().stream().filter(card -> !isSaid(state, card)).map(Concern.Told::new).forEach(all::add);
        all.sort(WORST_FIRST);
        return List.copyOf(all);
    }

    /// How many cards of the centre are not among those that are shown.
    public static long more(TillState state) {
        return state.around().cards().total() - state.around().cards().worst().size();
    }

    /// How many there are, with those that are not shown.
    public static long total(TillState state) {
        long hidden = state.around().cards().worst().stream().filter(card -> isSaid(state, card)).count();
        return own(state).size() + state.around().cards().total() - hidden;
    }

    /// How many there are for whoever is at the till; empty where nobody is who may see them, and where there is none.
    public static Optional<Long> countFor(TillState state) {
        return state.duty()
                .filter(duty -> isAllowed(state, duty.cashier()))
                .map(_ -> total(state))
                .filter(count -> count > 0);
    }

    /// The one that is marked; empty when there is none.
    public static Optional<Concern> marked(TillState state, Activity.SeeingCards seeing) {
        List<Concern> all = of(state);
        return all.stream().filter(concern -> concern.key().equals(seeing.marked())).findFirst().or(() -> all.stream().findFirst());
    }

    private static List<Concern> own(TillState state) {
        SyncStatus sync = state.around().sync();
        List<Concern> own = new ArrayList<>();
        sync.cards().forEach(card -> own.add(new Concern.Unanswered(card)));
        if (sync.parked() > 0 && toldParked(state).filter(told -> told > sync.parked()).isEmpty()) {
            own.add(new Concern.Parked(sync.parked()));
        }
        sync.offlineSince()
                .filter(since -> !state.around().now().isBefore(since.plus(SILENT_AFTER)))
                .ifPresent(since -> own.add(new Concern.Offline(since, sync.waiting(), sync.value())));
        return own;
    }

    /// What the centre told of how many entries of this till it has set aside, of all its streams; the till itself hears of the first
    /// of the present one.
    private static Optional<Long> toldParked(TillState state) {
        return state.around().cards().worst().stream()
                .filter(card -> card.facts() instanceof Facts.Parked parked && parked.terminal().equals(state.lane().terminal()))
                .map(card -> ((Facts.Parked) card.facts()).entries())
                .findFirst();
    }

    /// What the till knows of itself is newer than what the centre told of it: whether it is heard, always; what is set aside, where
    /// the till knows of as much. A till that stood here before under the same name is another one.
    private static boolean isSaid(TillState state, RedCard card) {
        String here = state.lane().terminal();
        return switch (card.facts()) {
            case Facts.Silent silent -> silent.terminal().equals(here);
            case Facts.Parked parked -> parked.terminal().equals(here) && parked.entries() <= state.around().sync().parked();
            case Facts.None _, Facts.LowStock _, Facts.Oversold _, Facts.Unassigned _, Facts.Uncounted _, Facts.Underway _ -> false;
        };
    }

    private static boolean isAllowed(TillState state, Person who) {
        Roster roster = state.around().roster();
        return !roster.isInUse() || roster.allows(who, Act.SEE_CARDS);
    }

    /// Whether they are what somebody who signed in sees first: a manager, where there are any and nothing waits at the till.
    static boolean isFirst(TillState state) {
        Roster roster = state.around().roster();
        boolean isManager = roster.isInUse() && state.duty().flatMap(duty -> roster.role(duty.cashier()))
                .filter(role -> role == TillRole.MANAGER).isPresent();
        return isManager && state.sale().isEmpty() && state.sale().customer().isEmpty() && state.around().unprinted().isEmpty()
                && total(state) > 0;
    }

    /// Opens them for whoever may see them.
    static void open(Turn turn) {
        turn.state().duty().map(Duty::cashier).ifPresent(who -> {
            if (isAllowed(turn.state(), who)) {
                turn.type("");
                show(turn);
            } else {
                turn.refuse(Phrase.CARDS_MAY_NOT, who.name());
            }
        });
    }

    static void show(Turn turn) {
        turn.go(new Activity.SeeingCards(of(turn.state()).stream().findFirst().map(Concern::key).orElse("")));
    }

    static void move(Turn turn, Activity.SeeingCards seeing, int by) {
        List<Concern> all = of(turn.state());
        mark(turn, all, Math.clamp((long) at(all, seeing) + by, 0, Math.max(0, all.size() - 1)));
    }

    /// Marks a row; one that is not there marks none.
    static void mark(Turn turn, int index) {
        List<Concern> all = of(turn.state());
        if (index >= 0 && index < all.size()) {
            mark(turn, all, index);
        }
    }

    private static void mark(Turn turn, List<Concern> all, int index) {
        if (!all.isEmpty()) {
            turn.go(new Activity.SeeingCards(all.get(index).key()));
        }
    }

    /// Where the marked one stands.
    private static int at(List<Concern> all, Activity.SeeingCards seeing) {
        return IntStream.range(0, all.size()).filter(row -> all.get(row).key().equals(seeing.marked())).findFirst().orElse(0);
    }

    /// The till knows more than before: the marked one stays marked wherever it stands now; where it is gone, the one in its place.
    static void renewed(Turn turn, TillState before) {
        if (turn.state().activity() instanceof Activity.SeeingCards seeing) {
            List<Concern> all = of(turn.state());
            if (all.stream().noneMatch(concern -> concern.key().equals(seeing.marked()))) {
                mark(turn, all, Math.min(at(of(before), seeing), Math.max(0, all.size() - 1)));
            }
        }
    }

    /// What is marked in the list of the drawer when somebody goes there from here.
    static DrawerAct drawer(TillState state) {
        return state.activity() instanceof Activity.SeeingCards seeing
                        && marked(state, seeing).filter(Concern.Unanswered.class::isInstance).isPresent()
                ? DrawerAct.CARDS
                : DrawerAct.CASH_IN;
    }
}
