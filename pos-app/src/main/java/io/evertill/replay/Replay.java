package io.evertill.replay;

import io.evertill.db.StorageFailure;
import io.evertill.ledger.EntryId;
import io.evertill.link.CentreAddress;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Enrolling;
import io.evertill.pos.Handover;
import io.evertill.pos.Machine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/// Rings up a file of sales on several tills side by side, hands over to the centre, and compares the ledgers with the file.
///
/// It may be interrupted at any moment, also by a power cut: what is recorded is durable, and the same order again goes on
/// where the ledgers stand and ends the same.
public final class Replay {
    private final Machine machine;
    private final Progress progress;

    /// A replay on a machine.
    public Replay(Machine machine, Progress progress) {
        this.machine = machine;
        this.progress = progress;
    }

    /// How it ended.
    public sealed interface End {
        /// Everything was rung up; the report says whether it is right and whether something waits.
        record Done(Report report) implements End {}

        /// It cannot be done as ordered.
        record Refused(String sentence) implements End {}

        /// No centre answered, so nothing was rung up.
        record Unreachable(String sentence) implements End {}

        /// The disk did not take it; what was recorded before is safe.
        record Broken(String sentence) implements End {}
    }

    /// Carries an order out.
    public End run(Order order) {
        progress.phase("Reading " + order.sales().getFileName(), 0);
        try {
            return switch (SalesFile.read(order.sales())) {
                case SalesFile.Reading.Wrong(String sentence) -> new End.Refused(sentence);
                case SalesFile.Reading.Unreadable(String sentence) -> new End.Broken(sentence);
                case SalesFile.Reading.Understood(SalesFile file) -> Mark.check(order, file)
                        .<End>map(End.Refused::new)
                        .orElseGet(() -> run(order, new Plan(file, order)));
            };
        } catch (IOException e) {
            return new End.Broken("The folder " + order.folder() + " cannot be written: " + e.getMessage()
                    + ". Check its permissions, or choose another with --data.");
        } catch (StorageFailure e) {
            return new End.Broken(e.sentence());
        } catch (RingUp.Stopped e) {
            String sentence = String.valueOf(e.getMessage());
            return e.isStorage() ? new End.Broken(sentence) : new End.Refused(sentence);
        }
    }

    private End run(Order order, Plan plan) {
        List<ReplayTill> tills = new ArrayList<>();
        try {
            for (int number = 1; number <= order.tills(); number++) {
                Optional<End> failed = open(order, plan, number, tills);
                if (failed.isPresent()) {
                    return failed.get();
                }
            }
            return run(plan, tills);
        } finally {
            tills.forEach(ReplayTill::close);
        }
    }

    /// Opens a till and adds it to the others; answers why that failed.
    private Optional<End> open(Order order, Plan plan, int number, List<ReplayTill> tills) {
        return switch (DataFolder.open(order.folder(number))) {
            case DataFolder.Opening.Refused(String sentence) -> Optional.of(new End.Broken(sentence));
            case DataFolder.Opening.Opened(DataFolder folder) -> {
                boolean isKept = false;
                try {
                    Optional<End> failed = enrol(order, number, folder);
                    if (failed.isEmpty()) {
                        tills.add(new ReplayTill(number, folder, machine, order.centre().map(Order.CentreCodes::url), plan.start()));
                        isKept = true;
                    }
                    yield failed;
                } finally {
                    if (!isKept) {
                        folder.close();
                    }
                }
            }
        };
    }

    private Optional<End> enrol(Order order, int number, DataFolder folder) {
        Enrolling enrolling = new Enrolling(folder, machine);
        Enrolling.Result result;
        if (order.centre().isEmpty()) {
            result = enrolling.alone("S1", "T" + number);
        } else {
            Order.CentreCodes centre = order.centre().get();
            boolean hasCode = number <= centre.codes().size();
            if (!hasCode && folder.grant().isEmpty()) {
                return Optional.of(new End.Refused("Till " + number + " is not enrolled and there is no code for it: give --code "
                        + order.tills() + " times, one for each till."));
            }
            try {
                String url = CentreAddress.written(centre.url());
                result = enrolling.atCentre(url, hasCode ? centre.codes().get(number - 1) : "");
            } catch (IllegalArgumentException e) {
                return Optional.of(new End.Refused(String.valueOf(e.getMessage())));
            }
        }
        return switch (result) {
            case Enrolling.Result.Enrolled _, Enrolling.Result.Known _ -> Optional.empty();
            case Enrolling.Result.Refused(String sentence) ->
                    Optional.of(new End.Refused("Till " + number + " was not enrolled. " + sentence));
            case Enrolling.Result.Unreachable(String sentence) -> Optional.of(new End.Unreachable(sentence));
            case Enrolling.Result.NotKept(String sentence) -> Optional.of(new End.Broken(sentence));
        };
    }

    private End run(Plan plan, List<ReplayTill> tills) {
        try (ExecutorService threads = Executors.newFixedThreadPool(tills.size(),
                work -> Thread.ofPlatform().name("till").daemon().unstarted(work))) {
            Optional<End> unprepared = prepare(tills, threads);
            if (unprepared.isPresent()) {
                return unprepared.get();
            }
            progress.phase("Ringing up", plan.rows());
            long start = machine.monoMs().getAsLong();
            AtomicBoolean stopped = new AtomicBoolean();
            List<Rung> rung = all(threads, tills, till -> ring(plan, till, stopped));
            long rungAt = machine.monoMs().getAsLong();
            progress.phase("Handing over to the centre", 0);
            List<Handover.End> ends = all(threads, tills, ReplayTill::handOver);
            long handedOver = machine.monoMs().getAsLong();
            progress.phase("Comparing the ledgers with the file", 0);
            List<Account> accounts = all(threads, List.copyOf(zip(tills, rung)), Replay::account);
            return new End.Done(new Accounts(plan, tills, rung, ends, accounts)
                    .report(rungAt - start, handedOver - rungAt));
        }
    }

    /// A till and the sheets that it should hold.
    private record Pair(ReplayTill till, Rung rung) {}

    private static List<Pair> zip(List<ReplayTill> tills, List<Rung> rung) {
        List<Pair> pairs = new ArrayList<>();
        for (int at = 0; at < tills.size(); at++) {
            pairs.add(new Pair(tills.get(at), rung.get(at)));
        }
        return pairs;
    }

    private static Account account(Pair pair) {
        Account account = new Account(pair.till().database());
        pair.rung().sheets().forEach(account::count);
        return account;
    }

    /// Every till reads the feed before any till rings up: see [ReplayTill#knowsFeed].
    private Optional<End> prepare(List<ReplayTill> tills, ExecutorService threads) {
        progress.phase("Reading the centre's lists", 0);
        List<Handover.End> ends = all(threads, tills, till ->
                till.hasCentre() && !till.knowsFeed() ? till.begin() : new Handover.End.Complete(0, 0, 0));
        for (Handover.End end : ends) {
            if (end instanceof Handover.End.Left(_, String sentence)) {
                return Optional.of(new End.Unreachable(sentence + " Nothing was rung up; give the same command again."));
            }
        }
        for (ReplayTill till : tills) {
            Optional<String> other = till.settle();
            if (other.isPresent()) {
                return Optional.of(new End.Refused("The store of till " + till.number() + " sells in " + other.get()
                        + ", the file is in " + SalesFile.CURRENCY.getCurrencyCode() + "."));
            }
        }
        return Optional.empty();
    }

    /// What a till has rung up.
    ///
    /// @param sheets everything of the ordered part
    /// @param rows how many rows were rung up in this run
    /// @param sales how many invoices
    record Rung(List<Sheet> sheets, long rows, long sales, ReplayTill.LineUse use) {}

    private Rung ring(Plan plan, ReplayTill till, AtomicBoolean stopped) {
        Set<EntryId> held = till.held();
        SoldBefore before = new SoldBefore();
        List<Sheet> sheets = new ArrayList<>();
        List<Sheet> fresh = new ArrayList<>();
        for (Invoice invoice : plan.of(till.number())) {
            boolean isChosen = plan.isChosen(invoice);
            boolean isHeld = held.contains(plan.names().sale(invoice)) || held.contains(plan.names().adjustment(invoice));
            if (isChosen || isHeld) {
                Sheet sheet = Sheet.of(invoice, plan.names(), before);
                if (isChosen) {
                    sheets.add(sheet);
                }
                if (isChosen && !held.containsAll(sheet.entries())) {
                    fresh.add(sheet);
                } else if (isChosen) {
                    progress.add(invoice.rows().size());
                }
            }
        }
        boolean isDone = false;
        try {
            ReplayTill.LineUse use = till.ring(plan, fresh, progress::add, stopped::get);
            isDone = true;
            return new Rung(sheets, fresh.stream().mapToLong(sheet -> sheet.invoice().rows().size()).sum(), fresh.size(), use);
        } finally {
            if (!isDone) {
                stopped.set(true);
            }
        }
    }

    private interface Work<S, T> {
        T on(S subject);
    }

    /// Does the same for all, side by side, and waits for all; the first failure is thrown after that.
    private static <S, T> List<T> all(ExecutorService threads, List<S> subjects, Work<S, T> work) {
        List<Future<T>> futures = new ArrayList<>();
        for (S subject : subjects) {
            Callable<T> task = () -> work.on(subject);
            futures.add(threads.submit(task));
        }
        List<T> results = new ArrayList<>();
        Optional<RuntimeException> failure = Optional.empty();
        for (Future<T> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                RuntimeException cause = e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
                failure = failure.or(() -> Optional.of(cause));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        return results;
    }
}
