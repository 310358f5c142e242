package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.tender.TerminalWord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A card terminal in memory. It never takes money twice for an attempt, and bars one that it never heard of when asked about it.
public final class CardTerminal {
    private final Map<UUID, TerminalWord> words = new LinkedHashMap<>();
    private final Map<UUID, Money> charges = new LinkedHashMap<>();
    private final Deque<Manner> manners = new ArrayDeque<>();
    private final Map<UUID, Money> returned = new LinkedHashMap<>();
    private boolean isKeeping;
    private int silences;

    /// How it behaves at a payment.
    public enum Manner {
        APPROVES, DECLINES, TIMES_OUT,
        /// Takes the money, and nobody hears of it.
        CHARGES_SILENTLY,
        /// Hears nothing, and nobody hears of it.
        IS_DEAF
    }

    /// How it behaves at the next payments; as a rule it approves.
    public void next(Manner... next) {
        manners.addAll(List.of(next));
    }

    /// What it took.
    public Map<UUID, Money> charges() {
        return Map.copyOf(charges);
    }

    /// What it gave back.
    public Map<UUID, Money> returned() {
        return Map.copyOf(returned);
    }

    /// It gives nothing back from now on, or does again.
    public void keeping(boolean isSo) {
        isKeeping = isSo;
    }

    /// Nobody hears what it says the next times that it is asked to give something back, though it does.
    public void mumbles(int times) {
        silences = times;
    }

    TerminalWord undo(OpenSale.Attempt attempt) {
        TerminalWord word = words.getOrDefault(attempt.id(), new TerminalWord.Declined("never heard of"));
        if (word instanceof TerminalWord.Approved && !isKeeping) {
            if (returned.put(attempt.id(), attempt.amount()) != null) {
                throw new AssertionError("given back twice: " + attempt);
            }
            charges.remove(attempt.id());
            word = new TerminalWord.Declined("taken back");
            words.put(attempt.id(), word);
        }
        if (silences > 0) {
            silences--;
            return new TerminalWord.Unknown("no answer");
        }
        return word;
    }

    TerminalWord charge(OpenSale.Attempt attempt, boolean isAgain) {
        Optional<TerminalWord> known = Optional.ofNullable(words.get(attempt.id()));
        return known.orElseGet(() -> charge(attempt,
                isAgain ? Manner.DECLINES : Optional.ofNullable(manners.poll()).orElse(Manner.APPROVES)));
    }

    private TerminalWord charge(OpenSale.Attempt attempt, Manner manner) {
        TerminalWord word = switch (manner) {
            case APPROVES, CHARGES_SILENTLY -> new TerminalWord.Approved("A-17");
            case DECLINES, IS_DEAF -> new TerminalWord.Declined("no funds");
            case TIMES_OUT -> new TerminalWord.TimedOut();
        };
        if (word instanceof TerminalWord.Approved) {
            charges.put(attempt.id(), attempt.amount());
        }
        if (manner != Manner.IS_DEAF) {
            words.put(attempt.id(), word);
        }
        return switch (manner) {
            case CHARGES_SILENTLY, IS_DEAF -> new TerminalWord.Unknown("no answer");
            case APPROVES, DECLINES, TIMES_OUT -> word;
        };
    }
}
