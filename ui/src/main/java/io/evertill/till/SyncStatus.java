package io.evertill.till;

import io.evertill.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whether the till's sales are safe with the centre yet, in the words of the safe banner (experience, promise 5).
///
/// @param offlineSince when the centre was last heard of, while it is not
/// @param waiting how many sales the centre does not have yet
/// @param value what they sum to
/// @param oldest when the oldest of them was made
/// @param confirmedAt when the till last knew all that the centre tells, prices and stock; empty before the first time
/// @param parked how many entries of this till the centre has put aside
/// @param cards card payments that no answer came to, the oldest first
/// @param advice what a person should do about this till when there is time; selling goes on
public record SyncStatus(
        Optional<Instant> offlineSince,
        long waiting,
        Money value,
        Optional<Instant> oldest,
        Optional<Instant> confirmedAt,
        long parked,
        List<LeftCard> cards,
        List<Advice> advice) {
    /// Something to be done about this till by the person who looks after it.
    public enum Advice {
        /// The program is too old for the centre's news.
        UPDATE(Phrase.UPDATE_NEEDED),
        /// Two programs with this till's key take turns.
        ENROL_AGAIN(Phrase.RUNS_TWICE),
        /// Who answers at the centre's address cannot be believed to be the centre.
        MEND_TRUST(Phrase.NOT_TRUSTED),
        /// The file of changed keys has mistakes: the usual keys are in force.
        MEND_KEYS(Phrase.KEYS_WRONG);

        private final Phrase phrase;

        Advice(Phrase phrase) {
            this.phrase = phrase;
        }

        /// What the banner says.
        public Phrase phrase() {
            return phrase;
        }
    }

    /// Copies the list.
    public SyncStatus {
        cards = List.copyOf(cards);
        advice = List.copyOf(advice);
    }

    /// With all card payments answered.
    public SyncStatus(Optional<Instant> offlineSince, long waiting, Money value, Optional<Instant> oldest,
            Optional<Instant> confirmedAt, long parked, List<Advice> advice) {
        this(offlineSince, waiting, value, oldest, confirmedAt, parked, List.of(), advice);
    }

    /// Without a payment that was answered.
    SyncStatus without(LeftCard card) {
        return new SyncStatus(offlineSince, waiting, value, oldest, confirmedAt, parked,
                cards.stream().filter(each -> !each.equals(card)).toList(), advice);
    }

    /// Online, nothing waits.
    public static SyncStatus calm(Money nothing) {
        return new SyncStatus(Optional.empty(), 0, nothing, Optional.empty(), Optional.empty(), 0, List.of());
    }
}
