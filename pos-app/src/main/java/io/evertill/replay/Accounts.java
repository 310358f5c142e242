package io.evertill.replay;

import io.evertill.money.Money;
import io.evertill.pos.Handover;
import io.evertill.stock.Decimals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The accounts of all tills together with the file: what the report is made of. All lists have one element a till.
record Accounts(
        Plan plan,
        List<ReplayTill> tills,
        List<Replay.Rung> rung,
        List<Handover.End> ends,
        List<Account> accounts) {
    Report report(long ringMs, long handOverMs) {
        List<Report.Till> rows = new ArrayList<>();
        for (int at = 0; at < tills.size(); at++) {
            rows.add(till(at));
        }
        ExactSum exact = new ExactSum();
        Money charged = Money.zero(SalesFile.CURRENCY);
        List<Listed> listed = new ArrayList<>(plan.file().listed());
        List<Row> uneven = new ArrayList<>();
        for (Account account : accounts) {
            exact.add(account.exact());
            charged = charged.plus(account.charged());
            listed.addAll(account.listed());
            uneven.addAll(account.uneven());
        }
        listed.sort(Comparator.comparingLong(Listed::line));
        uneven.sort(Comparator.comparingLong(Row::line));
        Report.Sums sums = new Report.Sums(exact.text(), charged,
                exact.minus(charged.minor(), SalesFile.CURRENCY.getDefaultFractionDigits()).text());
        Report.Pace pace = new Report.Pace(rung.stream().mapToLong(Replay.Rung::rows).sum(),
                rung.stream().mapToLong(Replay.Rung::sales).sum(), ringMs, handOverMs);
        return new Report(plan.file().name(), plan.file().digest().toString(), plan.file().isCutOff(), rows,
                all(rows), listed, uneven.stream().map(Accounts::uneven).toList(), sums, pace);
    }

    private Report.Till till(int at) {
        ReplayTill till = tills.get(at);
        Account.Result result = accounts.get(at).result(till.database());
        Tally tally = result.tally();
        boolean hasCentre = till.hasCentre();
        Report.Figures figures = new Report.Figures(tally.rows(), tally.invoices(), tally.sold(), tally.withReceipt(),
                tally.withoutReceipt(), tally.adjusted(), tally.listed(), tally.services(), result.entries(),
                result.movements(), result.head() - result.verified(), offline(at), rung.get(at).use().refused());
        Optional<Handover.End.Left> left = ends.get(at) instanceof Handover.End.Left problem
                ? Optional.of(problem)
                : Optional.empty();
        return new Report.Till("till-" + till.number() + " " + till.identity().branch() + "/" + till.identity().till(),
                figures, result.verified(), result.head(), hasCentre ? left : Optional.empty());
    }

    /// The share of the time, from the first to the last invoice of the ordered part, in which a till had no network.
    private long offline(int at) {
        List<Sheet> sheets = rung.get(at).sheets();
        if (sheets.isEmpty()) {
            return 0;
        }
        Instant from = sheets.getFirst().invoice().at();
        Instant until = sheets.getLast().invoice().at();
        long whole = Math.max(1, Duration.between(from, until).toMillis());
        return plan.windows(tills.get(at).number()).offline(from, until).toMillis() * 1_000_000 / whole;
    }

    private Report.Figures all(List<Report.Till> rows) {
        long[] sums = new long[13];
        for (Report.Till row : rows) {
            long[] each = {
                row.figures().rows(), row.figures().invoices(), row.figures().sold(), row.figures().withReceipt(),
                row.figures().withoutReceipt(), row.figures().adjusted(), row.figures().listed(), row.figures().services(),
                row.figures().entries(), row.figures().movements(), row.figures().waiting(),
                row.figures().offlineMillionths(), row.figures().refused()
            };
            for (int column = 0; column < sums.length; column++) {
                sums[column] += each[column];
            }
        }
        long unread = plan.file().listed().size();
        return new Report.Figures(sums[0] + unread, sums[1], sums[2], sums[3], sums[4], sums[5], sums[6] + unread, sums[7],
                sums[8], sums[9], sums[10], sums[11] / rows.size(), sums[12]);
    }

    private static Report.Uneven uneven(Row row) {
        ExactSum exact = new ExactSum();
        exact.add(row);
        return new Report.Uneven(row.line(), row.invoice(), row.sku().code(), row.quantity().text(),
                Decimals.text(row.price().tenThousandths(), 4), exact.text(), row.total());
    }
}
