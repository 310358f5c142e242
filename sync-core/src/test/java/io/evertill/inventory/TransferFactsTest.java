package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.db.CentreOn;
import io.evertill.db.Parked;
import io.evertill.entry.StockEntry;
import io.evertill.ingest.Mending;
import io.evertill.ledger.StreamId;
import io.evertill.stock.Place;
import io.evertill.stock.Tracking;
import io.evertill.transfer.Action;
import io.evertill.transfer.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What tills report of transfers.
class TransferFactsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatATillReportsOfAnEndedTransferOrAKnownPaperWaitsForAPerson(CentreOn on) {
        try (Haulage haulage = new Haulage(on, folder)) {
            StockEntry.Transferred receipt =
                    haulage.fact(Action.RECEIVE, "RN1", Haulage.tea("3", "0", Tracking.NONE, Tracking.NONE, ""));
            haulage.record(haulage.fact(Action.DISPATCH, "DN1", Haulage.tea("3", "0", Tracking.NONE, Tracking.NONE, "")));
            haulage.report(receipt);
            haulage.report(receipt);
            haulage.applyAll();
            haulage.take(Step.CLOSE);
            haulage.report(haulage.fact(Action.RECEIVE, "RN2", Haulage.tea("1", "0", Tracking.NONE, Tracking.NONE, "")));

            haulage.applyAll();

            assertEquals(List.of("DOCUMENT_KNOWN", "TRANSFER_ENDED"), waiting(haulage).stream().map(Parked.Waiting::code).toList());
            assertEquals("3", haulage.level("S2", Place.Kind.AVAILABLE));
            assertEquals(List.of(), haulage.house.differences());

            waiting(haulage).forEach(each ->
                    assertInstanceOf(Mending.Outcome.NoSuch.class, decide(haulage, each, Parked.Decision.ACCEPTED)));
            waiting(haulage).forEach(each ->
                    assertInstanceOf(Mending.Outcome.Done.class, decide(haulage, each, Parked.Decision.DISMISSED)));
            haulage.applyAll();

            assertEquals(List.of(), waiting(haulage));
            assertEquals("3", haulage.level("S2", Place.Kind.AVAILABLE));
            assertEquals(List.of(), haulage.house.differences());
        }
    }

    private static List<Parked.Waiting> waiting(Haulage haulage) {
        return haulage.house.db.read(tx -> tx.parked().after("", new StreamId(new UUID(0, 0)), 0, 10));
    }

    private static Mending.Outcome decide(Haulage haulage, Parked.Waiting waiting, Parked.Decision decision) {
        return new Mending(haulage.house.db).decide(waiting.stream(), waiting.seq(), decision, "Ira", "counted and booked at the desk");
    }
}
