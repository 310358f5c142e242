package io.evertill.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.db.CentreOn;
import io.evertill.db.Postings;
import io.evertill.entry.ShiftEntry;
import io.evertill.entry.TillEntry;
import io.evertill.feed.Pull;
import io.evertill.money.Money;
import io.evertill.outbox.Shop;
import io.evertill.register.Outcome;
import io.evertill.shift.Shift;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the entries say of drawers, whatever they say.
class CounterCheckTest {
    @TempDir
    Path folder;

    @Test
    void aSaleInAnotherCurrencyThanItsShiftIsReported() {
        try (Shop shop = new Shop(folder, CentreOn.SQLITE.open(folder, Clock.systemUTC()))) {
            Pull pull = shop.pull(shop.link(), folder);
            while (!(pull.step() instanceof Pull.Step.UpToDate)) {
                shop.tick();
            }
            shop.openShift();
            TillEntry.Sold sold = (TillEntry.Sold) ((Outcome.Saved) shop.sell("MUG1")).entry();
            Shift euros = new Shift(sold.sale().shift(), sold.sale().businessDate(), sold.at(), Shop.ANNA, Money.of(0, "EUR"));

            List<Difference> found = shop.till.read(tx -> {
                Tally tally = new Tally();
                CounterCheck check = new CounterCheck(tx, tally);
                List<Postings.Stored> stored = tx.postings().after("S1", tx.streams().open().orElseThrow().id(), 0, 2);
                check.entry(stored.getFirst(), new ShiftEntry.ShiftOpened("S1", euros));
                check.entry(stored.getLast(), sold);
                return tally.findings().differences();
            });

            assertEquals(List.of(new Difference("drawer",
                    "Shift " + euros.id() + " counts EUR, an entry of it is in GBP.")), found);
        }
    }
}
