package io.evertill.till;

import io.evertill.alert.Finding;
import io.evertill.alert.RedCard;
import io.evertill.money.Money;
import java.time.Instant;
import java.util.Optional;

/// Something that somebody should act on, as this till knows it: a red card of the centre, or a matter of the till's own.
public sealed interface Concern {
    /// What makes it one and the same concern when the list is made anew.
    String key();

    /// Where it stands among all, the worst at 0, as [RedCard#rank()] has it.
    int rank();

    /// Since when it is so; empty where this till does not know.
    Optional<Instant> since();

    /// A card that the centre told of.
    record Told(RedCard card) implements Concern {
        @Override
        public String key() {
            return card.id().toString();
        }

        @Override
        public int rank() {
            return card.rank();
        }

        @Override
        public Optional<Instant> since() {
            return Optional.of(card.openedAt());
        }
    }

    /// The centre has put entries of this till aside.
    ///
    /// @param entries how many
    record Parked(long entries) implements Concern {
        @Override
        public String key() {
            return "PARKED";
        }

        @Override
        public int rank() {
            return RedCard.rank(Finding.Kind.QUARANTINE_INBOX);
        }

        @Override
        public Optional<Instant> since() {
            return Optional.empty();
        }
    }

    /// This till has not heard the centre for longer than a moment.
    ///
    /// @param from when it was last heard
    /// @param sales how many wait here
    /// @param value what they sum to
    record Offline(Instant from, long sales, Money value) implements Concern {
        @Override
        public String key() {
            return "OFFLINE";
        }

        @Override
        public int rank() {
            return RedCard.rank(Finding.Kind.TILL_SILENT);
        }

        @Override
        public Optional<Instant> since() {
            return Optional.of(from);
        }
    }

    /// A card payment that no answer came to.
    record Unanswered(LeftCard card) implements Concern {
        @Override
        public String key() {
            return card.attempt().toString();
        }

        @Override
        public int rank() {
            return RedCard.rank(Finding.Kind.CARD_KEPT);
        }

        @Override
        public Optional<Instant> since() {
            return Optional.of(card.askedAt());
        }
    }
}
