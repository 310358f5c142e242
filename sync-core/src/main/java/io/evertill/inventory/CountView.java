package io.evertill.inventory;

import io.evertill.availability.CountOutcome;
import io.evertill.availability.CountTask;
import io.evertill.count.Finding;
import io.evertill.count.LineState;
import io.evertill.db.CountAttempts;
import io.evertill.db.CountDecisions;
import io.evertill.db.CountLines;
import io.evertill.db.FeedDue;
import io.evertill.db.Tx;
import io.evertill.feed.Feed;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.wire.CountRows;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What tills are told about a line of the count list: that it is to be counted, without a word of what is expected, and what became
/// of it.
final class CountView {
    private static final Set<LineState> TO_COUNT =
            EnumSet.of(LineState.PLANNED, LineState.ASSIGNED, LineState.COUNTING, LineState.RECOUNT);

    private CountView() {}

    static Feed.Now task(Tx tx, FeedDue.Subject subject) {
        Optional<CountTask> task = tx.countLines().find(subject.branch(), UUID.fromString(subject.subject()))
                .filter(line -> TO_COUNT.contains(line.state()))
                .map(line -> new CountTask(line.id(), line.key().product(), line.key().place(), line.key().lot(), line.assignee(),
                        Optional.of(new CountTask.Why(line.reason(), line.countClass(), line.since())), counters(tx, line)));
        return new Feed.Now(subject.table(), subject.branch(), subject.subject(), task.map(CountRows::task));
    }

    private static List<Person> counters(Tx tx, CountLines.Line line) {
        return tx.countAttempts().of(line.key().place().branch(), line.id()).stream()
                .map(CountAttempts.Attempt::counter)
                .distinct()
                .toList();
    }

    static Feed.Now outcome(Tx tx, FeedDue.Subject subject) {
        Optional<CountOutcome> outcome = tx.countLines().find(subject.branch(), UUID.fromString(subject.subject()))
                .filter(CountLines.Line::isTold)
                .flatMap(line -> outcome(line, tx.countAttempts().of(subject.branch(), line.id()),
                        tx.countDecisions().of(subject.branch(), line.id())));
        return new Feed.Now(subject.table(), subject.branch(), subject.subject(), outcome.map(CountRows::outcome));
    }

    private static Optional<CountOutcome> outcome(
            CountLines.Line line, List<CountAttempts.Attempt> attempts, List<CountDecisions.Decision> decisions) {
        List<CountOutcome.Told> counts = attempts.stream()
                .map(attempt -> new CountOutcome.Told(attempt.counter(), attempt.counted(), attempt.countedAt()))
                .toList();
        return Optional.of(counts).filter(each -> !each.isEmpty()).map(each -> new CountOutcome(
                line.id(), line.key().product(), line.key().place(), line.key().lot(), line.state(), each, figures(line),
                decided(line, decisions), line.refused().map(refused -> new CountOutcome.Refused(refused.code(), refused.by()))));
    }

    /// Only what nobody is to count any more.
    private static Optional<CountOutcome.Figures> figures(CountLines.Line line) {
        return switch (line.state()) {
            case REVIEW, APPROVED, REJECTED -> line.judged().map(judged -> figures(
                    judged.finding(), judged.finding().variance(), judged.worth()));
            case POSTED -> line.posting().flatMap(posting -> line.judged().map(judged -> figures(
                    posting.finding(), posting.restated(), judged.worth())));
            case PLANNED, ASSIGNED, COUNTING, COUNTED, RECOUNT, CANCELLED -> Optional.empty();
        };
    }

    private static CountOutcome.Figures figures(Finding finding, long restated, Money worth) {
        return new CountOutcome.Figures(
                finding.counted(), finding.expected(), finding.before(), finding.after(), restated, worth);
    }

    private static Optional<CountOutcome.Decided> decided(CountLines.Line line, List<CountDecisions.Decision> decisions) {
        return line.approval()
                .map(approval -> new CountOutcome.Decided(approval.by(), approval.cause(), approval.note()))
                .or(() -> decisions.reversed().stream()
                        .filter(decision -> decision.state() == line.state())
                        .findFirst()
                        .map(decision -> new CountOutcome.Decided(new Person(decision.by(), decision.by()), "", decision.note())));
    }
}
