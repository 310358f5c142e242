package io.evertill.db;

import io.evertill.alert.Finding;
import io.evertill.alert.RedCard;
import io.evertill.wire.AlertRows;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Table `alert` at the centre: red cards, opened and closed by what is so, acknowledged and snoozed by people.
///
/// Whatever tills are to hear of a card marks it in [FeedDue], in the same transaction; that it was found to be so once more is no
/// news. A card that was put away comes back to the tills when it is found again behind the end of that time.
public final class Alerts {
    private static final String COLUMNS = "branch, alert, kind, subject, sentence, advice, opened_at, seen_at, acknowledged_at,"
            + " acknowledged_by, snoozed_until, closed_at, snoozed_by, facts, is_away";
    private static final String RAISE = """
            INSERT INTO alert (branch, alert, kind, subject, sentence, advice, opened_at, seen_at, acknowledged_at,
                acknowledged_by, snoozed_until, snoozed_by, closed_at, facts, is_away)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, '', NULL, '', NULL, ?, 0)
            ON CONFLICT (branch, kind, subject) WHERE closed_at IS NULL
            DO UPDATE SET sentence = excluded.sentence, advice = excluded.advice, facts = excluded.facts, seen_at = excluded.seen_at,
                is_away = CASE WHEN alert.snoozed_until > excluded.seen_at THEN alert.is_away ELSE 0 END
            """;
    private static final String SEE = "UPDATE alert SET seen_at = ? WHERE branch = ? AND alert = ? AND closed_at IS NULL";
    private static final String FIND_OPEN = "SELECT " + COLUMNS
            + " FROM alert WHERE branch = ? AND kind = ? AND subject = ? AND closed_at IS NULL";
    private static final String FIND = "SELECT " + COLUMNS + " FROM alert WHERE branch = ? AND alert = ?";
    private static final String CLOSE = "UPDATE alert SET closed_at = ? WHERE branch = ? AND alert = ?";
    private static final String ACKNOWLEDGE =
            "UPDATE alert SET acknowledged_at = ?, acknowledged_by = ? WHERE alert = ? AND closed_at IS NULL";
    private static final String SNOOZE =
            "UPDATE alert SET snoozed_until = ?, snoozed_by = ?, is_away = 1 WHERE alert = ? AND closed_at IS NULL";
    private static final String STORE = "SELECT branch FROM alert WHERE alert = ?";
    private static final String OPEN = "SELECT " + COLUMNS
            + " FROM alert WHERE closed_at IS NULL AND (branch, alert) > (?, ?) ORDER BY branch, alert LIMIT ?";
    private static final String ALL =
            "SELECT " + COLUMNS + " FROM alert WHERE (branch, alert) > (?, ?) ORDER BY branch, alert LIMIT ?";

    private final Sql sql;

    Alerts(Sql sql) {
        this.sql = sql;
    }

    /// A red card.
    ///
    /// @param seenAt when it was last found to be so
    /// @param acknowledged who has seen it, and when
    /// @param snoozed until when somebody put it away
    /// @param closedAt since when it is not so any more
    /// @param isAway whether tills do not show it because somebody put it away
    public record Card(
            UUID id, Finding finding, Instant openedAt, Instant seenAt, Optional<Acknowledged> acknowledged,
            Optional<Snoozed> snoozed, Optional<Instant> closedAt, boolean isAway) {
        /// What tills are told of it; empty when nothing.
        public Optional<RedCard> told() {
            return closedAt.isPresent() || isAway
                    ? Optional.empty()
                    : Optional.of(new RedCard(id, finding.kind().name(), openedAt, finding.facts(), finding.sentence(), finding.advice(),
                            acknowledged.map(seen -> new RedCard.Seen(seen.at(), seen.by()))));
        }

        private boolean says(Finding other, Instant at) {
            boolean isBack = isAway && snoozed.filter(until -> until.until().isAfter(at)).isEmpty();
            return finding.equals(other) && !isBack;
        }
    }

    /// Who has seen a card.
    public record Acknowledged(Instant at, String by) {}

    /// Who has put a card away.
    ///
    /// @param by empty when nobody noted it
    public record Snoozed(Instant until, String by) {}

    /// Opens a card, or brings the open one up to date.
    public void raise(Finding finding, Instant at) {
        Optional<Card> same = open(finding.key()).filter(card -> card.says(finding, at));
        // Another review may have closed it since it was looked at.
        if (same.isPresent() && sql.update(SEE, at, finding.branch(), same.get().id()) == 1) {
            return;
        }
        UUID id = UUID.nameUUIDFromBytes(String.join("\n", finding.kind().name(), finding.branch(), finding.subject(), at.toString())
                .getBytes(StandardCharsets.UTF_8));
        sql.update(RAISE, finding.branch(), id, finding.kind(), finding.subject(), finding.sentence(), finding.advice(), at, at,
                AlertRows.text(finding.facts()));
        open(finding.key()).ifPresent(card -> mark(finding.branch(), card.id()));
    }

    /// Closes the open card of a key, if there is one.
    public void close(Finding.Key key, Instant at) {
        open(key).ifPresent(card -> {
            sql.update(CLOSE, at, key.branch(), card.id());
            mark(key.branch(), card.id());
        });
    }

    private Optional<Card> open(Finding.Key key) {
        return sql.find(FIND_OPEN, Alerts::card, key.branch(), key.kind(), key.subject());
    }

    /// Notes that somebody has seen an open card; answers false when there is none.
    public boolean acknowledge(UUID card, Acknowledged acknowledged) {
        return isMarked(card, sql.update(ACKNOWLEDGE, acknowledged.at(), acknowledged.by(), card) == 1);
    }

    /// Puts an open card away for a while; answers false when there is none.
    public boolean snooze(UUID card, Snoozed snoozed) {
        return isMarked(card, sql.update(SNOOZE, snoozed.until(), snoozed.by(), card) == 1);
    }

    private boolean isMarked(UUID card, boolean isChanged) {
        if (isChanged) {
            store(card).ifPresent(branch -> mark(branch, card));
        }
        return isChanged;
    }

    private void mark(String branch, UUID card) {
        new FeedDue(sql).mark(FeedDue.alert(branch, card));
    }

    /// The card with an id, open or not.
    public Optional<Card> find(String branch, UUID card) {
        return sql.find(FIND, Alerts::card, branch, card);
    }

    /// The store of a card, open or not; empty text where it concerns all.
    public Optional<String> store(UUID card) {
        return sql.find(STORE, row -> row.text(1), card);
    }

    /// Open cards behind one of them; start behind `("", nil)`.
    public List<Card> open(String branch, UUID card, int limit) {
        return sql.list(OPEN, Alerts::card, branch, card, limit);
    }

    /// All cards behind one of them; start behind `("", nil)`.
    public List<Card> all(String branch, UUID card, int limit) {
        return sql.list(ALL, Alerts::card, branch, card, limit);
    }

    private static Card card(Row row) {
        return new Card(row.uuid(2),
                new Finding(Finding.Kind.valueOf(row.text(3)), row.text(1), row.text(4), row.text(5), row.text(6),
                        AlertRows.facts(row.text(14))),
                row.instant(7), row.instant(8), row.findInstant(9).map(at -> new Acknowledged(at, row.text(10))),
                row.findInstant(11).map(until -> new Snoozed(until, row.text(13))), row.findInstant(12),
                row.flag(15));
    }
}
