package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.db.CentreOn;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.transfer.Action;
import io.evertill.transfer.Consigned;
import io.evertill.transfer.Route;
import io.evertill.transfer.Step;
import io.evertill.transfer.Transfer;
import io.evertill.transfer.TransferId;
import io.evertill.transfer.Waybill;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The table of domain 2c, step by step: what each step does to the shelves, to what is held back, and to what is on the way.
class TransfersTest {
    private static final Tracking A = Tracking.lot("A");
    private static final Tracking B = Tracking.lot("B");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theUsualWayWithDamageLossAndWhatNeverLeft(CentreOn on) {
        sheet(on, """
                REQUEST 10       | 100 | 0 | 0 | 0 | 0 | REQUESTED
                PICK             | 100 | 0 | 0 | 0 | 0 | WRONG_STATE
                APPROVE 8        | 100 | 0 | 0 | 0 | 0 | APPROVED
                PICK             | 100 | 0 | 0 | 0 | 0 | PICKING
                DISPATCH 5       | 95  | 0 | 5 | 0 | 0 | IN_TRANSIT
                DISPATCH 3       | 92  | 0 | 8 | 0 | 0 | IN_TRANSIT
                RECEIVE 4+1      | 92  | 0 | 3 | 4 | 1 | PARTIALLY_RECEIVED
                CLOSE            | 92  | 0 | 3 | 4 | 1 | STILL_IN_TRANSIT
                LOST 1           | 92  | 0 | 2 | 4 | 1 | PARTIALLY_RECEIVED
                NEVER_LEFT 2     | 94  | 0 | 0 | 4 | 1 | RECEIVED
                CLOSE            | 94  | 0 | 0 | 4 | 1 | CLOSED
                RECEIVE 1        | 94  | 0 | 0 | 4 | 1 | TRANSFER_ENDED
                CANCEL           | 94  | 0 | 0 | 4 | 1 | WRONG_STATE
                """);
    }

    @ParameterizedTest
    @EnumSource
    void everythingDamagedIsOutOfTransit(CentreOn on) {
        sheet(on, """
                DISPATCH 5       | 95 | 0 | 5 | 0 | 0 | IN_TRANSIT
                RECEIVE 0+5      | 95 | 0 | 0 | 0 | 5 | RECEIVED
                CLOSE            | 95 | 0 | 0 | 0 | 5 | CLOSED
                """);
    }

    @ParameterizedTest
    @EnumSource
    void moreThanWasSentGoesByTheSourceOrIsAnUnexplainedGain(CentreOn on) {
        sheet(on, """
                DISPATCH 5         | 95 | 0 | 5 | 0 | 0 | IN_TRANSIT
                RECEIVE 7          | 95 | 0 | 5 | 0 | 0 | NOT_ON_THE_WAY
                SENT_MORE 1        | 94 | 0 | 6 | 0 | 0 | IN_TRANSIT
                RECEIVE 6          | 94 | 0 | 0 | 6 | 0 | RECEIVED
                UNEXPLAINED_GAIN 1 | 94 | 0 | 0 | 7 | 0 | RECEIVED
                RECEIVED_MORE 1    | 94 | 0 | 0 | 7 | 0 | NOT_OVER
                CLOSE              | 94 | 0 | 0 | 7 | 0 | CLOSED
                """);
    }

    @ParameterizedTest
    @EnumSource
    void whatATillReceivedBeyondWhatLeftIsPostedAndExplainedAfterwards(CentreOn on) {
        sheet(on, """
                DISPATCH 5         | 95 | 0 | 5  | 0 | 0 | IN_TRANSIT
                TILL RECEIVE 8     | 95 | 0 | -3 | 8 | 0 | PARTIALLY_RECEIVED
                CLOSE              | 95 | 0 | -3 | 8 | 0 | STILL_IN_TRANSIT
                SENT_MORE 1        | 94 | 0 | -2 | 8 | 0 | PARTIALLY_RECEIVED
                RECEIVED_MORE 3    | 94 | 0 | -2 | 8 | 0 | NOT_OVER
                RECEIVED_MORE 2    | 94 | 0 | 0  | 8 | 0 | RECEIVED
                CLOSE              | 94 | 0 | 0  | 8 | 0 | CLOSED
                """);
    }

    @ParameterizedTest
    @EnumSource
    void aCancelledTransferMovesNothing(CentreOn on) {
        sheet(on, """
                REQUEST 10       | 100 | 0 | 0 | 0 | 0 | REQUESTED
                APPROVE          | 100 | 0 | 0 | 0 | 0 | APPROVED
                CANCEL           | 100 | 0 | 0 | 0 | 0 | CANCELLED
                DISPATCH 5       | 100 | 0 | 0 | 0 | 0 | TRANSFER_ENDED
                TILL DISPATCH 5  | 100 | 0 | 0 | 0 | 0 | CANCELLED
                """);
    }

    @ParameterizedTest
    @EnumSource
    void aTransferThatIsCancelledOnItsWayComesBack(CentreOn on) {
        sheet(on, """
                DISPATCH 5       | 95 | 0 | 5 | 0 | 0 | IN_TRANSIT
                CANCEL           | 95 | 0 | 5 | 0 | 0 | RETURNING
                CLOSE            | 95 | 0 | 5 | 0 | 0 | STILL_IN_TRANSIT
                RETURNED 3+1     | 98 | 1 | 1 | 0 | 0 | RETURNING
                RETURNED 2       | 98 | 1 | 1 | 0 | 0 | NOT_ON_THE_WAY
                LOST 1           | 98 | 1 | 0 | 0 | 0 | RETURNING
                CLOSE            | 98 | 1 | 0 | 0 | 0 | CLOSED
                """);
    }

    @ParameterizedTest
    @EnumSource
    void aDispatchBookedByMistakeIsReversedOnlyWhileNothingArrived(CentreOn on) {
        sheet(on, """
                REQUEST 10             | 100 | 0 | 0 | 0 | 0 | REQUESTED
                APPROVE                | 100 | 0 | 0 | 0 | 0 | APPROVED
                DISPATCH 5 @DN1        | 95  | 0 | 5 | 0 | 0 | IN_TRANSIT
                REVERSE @DN1           | 100 | 0 | 0 | 0 | 0 | APPROVED
                DISPATCH 4 @DN2        | 96  | 0 | 4 | 0 | 0 | IN_TRANSIT
                RECEIVE 1              | 96  | 0 | 3 | 1 | 0 | PARTIALLY_RECEIVED
                REVERSE @DN2           | 96  | 0 | 3 | 1 | 0 | ALREADY_RECEIVED
                """);
    }

    @ParameterizedTest
    @EnumSource
    void aReceiptBeforeItsDispatchIsAcceptedAndEvensOut(CentreOn on) {
        sheet(on, """
                TILL RECEIVE 4   | 100 | 0 | -4 | 4 | 0 | PARTIALLY_RECEIVED
                CLOSE            | 100 | 0 | -4 | 4 | 0 | STILL_IN_TRANSIT
                TILL DISPATCH 4  | 96  | 0 | 0  | 4 | 0 | RECEIVED
                CLOSE            | 96  | 0 | 0  | 4 | 0 | CLOSED
                """);
    }

    @ParameterizedTest
    @EnumSource
    void oneDocumentCountsOnce(CentreOn on) {
        sheet(on, """
                DISPATCH 9           | 91 | 0 | 9 | 0 | 0 | IN_TRANSIT
                RECEIVE 4 @DN1       | 91 | 0 | 5 | 4 | 0 | PARTIALLY_RECEIVED
                RECEIVE 4 @DN1       | 91 | 0 | 5 | 4 | 0 | KNOWN
                RECEIVE 3 @DN1       | 91 | 0 | 5 | 4 | 0 | DOCUMENT_KNOWN
                TILL RECEIVE 4 @DN1  | 91 | 0 | 5 | 4 | 0 | PARTIALLY_RECEIVED
                RECEIVE 5 @DN2       | 91 | 0 | 0 | 9 | 0 | RECEIVED
                """);
    }

    @ParameterizedTest
    @EnumSource
    void aRequestIsRefusedWithWhatIsAvailable(CentreOn on) {
        try (Haulage haulage = new Haulage(on, folder)) {
            haulage.request("101");

            Transfers.Answer more = haulage.approve("102");
            Transfers.Answer tooMuch = haulage.approve("");

            assertEquals("MORE_THAN_REQUESTED", code(more));
            assertEquals("INSUFFICIENT_STOCK", code(tooMuch));
            assertTrue(assertInstanceOf(Transfers.Answer.Refused.class, tooMuch).refusal().sentence().contains(" has 100 of"));
            assertEquals("APPROVED", code(haulage.approve("99")));
            assertEquals(Map.of(Warehouse.TEA.id(), 99 * Quantity.ONE), haulage.transfer().approved());
        }
    }

    @ParameterizedTest
    @EnumSource
    void goodsThatArriveInAnotherBatchAreNamedAnewOnTheirWay(CentreOn on) {
        try (Haulage haulage = new Haulage(on, folder)) {
            haulage.record(haulage.fact(Action.DISPATCH, "DN1", Haulage.tea("5", "0", A, A, "")));

            haulage.record(haulage.fact(Action.RECEIVE, "RN1", Haulage.tea("4", "1", A, B, "label differs")));

            Map<Move.Key, Long> levels = haulage.levels();
            assertEquals(4 * Quantity.ONE, levels.get(new Move.Key(Warehouse.TEA.id(), Place.shelf("S2"), "B")));
            assertEquals(Quantity.ONE, levels.get(
                    new Move.Key(Warehouse.TEA.id(), Place.at("S2", Place.Kind.QUARANTINE), "B")));
            assertTrue(haulage.transfer().isSettled());
            assertEquals("CLOSED", code(haulage.take(Step.CLOSE)));
            assertEquals(List.of(), haulage.house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTransferIsNotClosedWhileOneBatchIsOverAndAnotherShort(CentreOn on) {
        try (Haulage haulage = new Haulage(on, folder)) {
            haulage.record(haulage.fact(Action.DISPATCH, "DN1", Haulage.tea("5", "0", A, A, "")));
            haulage.record(haulage.fact(Action.RECEIVE, "RN1", Haulage.tea("5", "0", B, B, "")));

            Transfers.Answer early = haulage.take(Step.CLOSE);
            Map<Consigned, Transfer.Flag> flags = haulage.transfer().flags();
            haulage.record(haulage.fact(Action.RELOT, "C1", Haulage.tea("5", "0", A, B, "the label was B")));

            assertEquals("STILL_IN_TRANSIT", code(early));
            assertEquals(Map.of(new Consigned(Warehouse.TEA.id(), B), Transfer.Flag.MIXED), flags);
            assertEquals("CLOSED", code(haulage.take(Step.CLOSE)));
            assertEquals(List.of(), haulage.house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSerialNumberThatCameInsteadOfAnotherIsNotSettled(CentreOn on) {
        try (Haulage haulage = new Haulage(on, folder)) {
            Tracking one = new Tracking("", "SN1");
            Tracking other = new Tracking("", "SN2");
            haulage.record(haulage.fact(Action.DISPATCH, "DN1", Haulage.tea("1", "0", one, one, "")));

            haulage.record(haulage.fact(Action.RECEIVE, "RN1", Haulage.tea("1", "0", other, other, "")));

            assertEquals("0", haulage.transit());
            assertEquals("STILL_IN_TRANSIT", code(haulage.take(Step.CLOSE)));
            assertEquals(List.of(), haulage.house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void goodsOfATransferThatNobodyKnowsAreTakenAndShown(CentreOn on) {
        try (Haulage haulage = new Haulage(on, folder)) {
            haulage.report(haulage.fact(Action.RECEIVE, "RN1", Haulage.tea("3", "0", Tracking.NONE, Tracking.NONE, "")));

            haulage.applyAll();

            Dossier dossier = haulage.find().orElseThrow();
            assertEquals(Optional.of(Haulage.ROUTE), dossier.transfer().route());
            assertEquals(List.of("S2"), dossier.held().stream().map(held -> held.branch()).toList());
            assertEquals(List.of(Haulage.ID), haulage.house.db.read(tx -> Transfers.after(tx, "", 10)).stream()
                    .map(each -> each.transfer().id()).toList());
            assertEquals(List.of(), haulage.house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTransferBetweenOtherStoresIsRefusedAtTheDesk(CentreOn on) {
        try (Haulage haulage = new Haulage(on, folder)) {
            haulage.request("5");
            StockEntry.Transferred other = new StockEntry.Transferred("S1", haulage.house.now(), Warehouse.BEA,
                    new Waybill(Haulage.ID, new Route("S1", "S3"), "DN1"), Action.DISPATCH, "", Optional.empty(),
                    List.of(Haulage.tea("5", "0", Tracking.NONE, Tracking.NONE, "")));

            assertEquals("WRONG_ROUTE", code(haulage.record(other)));
            assertEquals("UNKNOWN_TRANSFER", code(haulage.house.db.write(tx ->
                    Transfers.take(tx, new TransferId("T9"), Step.CLOSE, Transfers.Asking.of("Bea", "")))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRefusedLeavesNothing(CentreOn on) {
        try (Haulage haulage = new Haulage(on, folder)) {
            Transfers.Answer lost = haulage.record(
                    haulage.fact(Action.LOST, "RN1", Haulage.tea("1", "0", Tracking.NONE, Tracking.NONE, "THEFT")));

            assertEquals("NOT_ON_THE_WAY", code(lost));
            assertEquals(Optional.empty(), haulage.find());
        }
    }

    @ParameterizedTest
    @EnumSource
    void goodsThatAreOnTheWayForTooLongAreAged(CentreOn on) {
        try (Haulage haulage = new Haulage(on, folder)) {
            Duration slack = Duration.ofDays(2);
            haulage.record(haulage.fact(Action.DISPATCH, "DN1", Haulage.tea("3", "0", Tracking.NONE, Tracking.NONE, "")));
            haulage.house.tick(slack);
            List<TransferId> inTime = aged(haulage, slack);
            haulage.house.tick(Duration.ofMillis(1));
            List<TransferId> late = aged(haulage, slack);
            haulage.record(haulage.fact(Action.RECEIVE, "RN1", Haulage.tea("3", "0", Tracking.NONE, Tracking.NONE, "")));

            List<TransferId> arrived = aged(haulage, slack);

            assertEquals(List.of(List.of(), List.of(Haulage.ID), List.of()), List.of(inTime, late, arrived));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theExpectedTimeCountsBeforeTheTimeOfDispatch(CentreOn on) {
        try (Haulage haulage = new Haulage(on, folder)) {
            haulage.house.db.write(tx -> Transfers.request(tx, Haulage.ID, Haulage.ROUTE, Map.of(Warehouse.TEA.id(), Quantity.ONE),
                    new Transfers.Asking("Bea", "", Optional.of(haulage.house.now().plus(Duration.ofDays(9))))));
            haulage.record(haulage.fact(Action.DISPATCH, "DN1", Haulage.tea("1", "0", Tracking.NONE, Tracking.NONE, "")));
            haulage.house.tick(Duration.ofDays(9));

            assertFalse(haulage.find().orElseThrow().isAged(haulage.house.now(), Duration.ZERO));
            assertTrue(haulage.find().orElseThrow().isAged(haulage.house.now().plusMillis(1), Duration.ZERO));
        }
    }

    private static List<TransferId> aged(Haulage haulage, Duration slack) {
        List<TransferId> aged = new ArrayList<>();
        haulage.house.db.run(tx -> Transfers.eachOpen(tx, dossier -> {
            if (dossier.isAged(tx.now(), slack)) {
                aged.add(dossier.transfer().id());
            }
        }));
        return aged;
    }

    /// Plays the steps of a sheet: after each, the shelf of the source and what it holds back, what is on the way, the shelf of
    /// the target and what it holds back, and the state, or why the step was refused.
    private void sheet(CentreOn on, String text) {
        try (Haulage haulage = new Haulage(on, folder)) {
            List<String> expected = new ArrayList<>();
            List<String> found = new ArrayList<>();
            for (String line : text.lines().toList()) {
                String[] cells = line.split("\\|", -1);
                String code = play(haulage, cells[0].strip(), expected.size());
                expected.add(String.join(" | ", List.of(cells).stream().map(String::strip).toList()));
                found.add(String.join(" | ", cells[0].strip(), haulage.level("S1", Place.Kind.AVAILABLE),
                        haulage.level("S1", Place.Kind.QUARANTINE), haulage.transit(),
                        haulage.level("S2", Place.Kind.AVAILABLE), haulage.level("S2", Place.Kind.QUARANTINE), code));
            }

            assertEquals(String.join("\n", expected), String.join("\n", found));
            assertEquals(List.of(), haulage.house.differences());
        }
    }

    private static String play(Haulage haulage, String step, int row) {
        boolean isTill = step.startsWith("TILL ");
        String[] words = (isTill ? step.substring(5) : step).split(" ", -1);
        String last = words[words.length - 1];
        String document = last.startsWith("@") ? last.substring(1) : "D" + row;
        String amount = words.length > 1 && !words[1].startsWith("@") ? words[1] : "";
        haulage.house.tick(Duration.ofMinutes(1));
        return switch (words[0]) {
            case "REQUEST" -> code(haulage.request(amount));
            case "APPROVE" -> code(haulage.approve(amount));
            case "PICK", "CANCEL", "CLOSE", "REJECT" -> code(haulage.take(Step.valueOf(words[0])));
            case "REVERSE" -> code(haulage.record(haulage.house.db.read(tx -> Transfers.reversal(tx, "S1", haulage.house.now(),
                    Warehouse.BEA, new Waybill(Haulage.ID, Haulage.ROUTE, document)).orElseThrow())));
            case String action -> {
                String[] amounts = (amount + "+0").split("\\+", -1);
                StockEntry.Transferred fact = haulage.fact(Action.valueOf(action), document, Haulage.tea(amounts[0], amounts[1],
                        Tracking.NONE, Tracking.NONE, action.equals("LOST") ? "TRANSIT_LOSS" : ""));
                if (!isTill) {
                    yield code(haulage.record(fact));
                }
                haulage.report(fact);
                haulage.applyAll();
                yield haulage.transfer().state().name();
            }
        };
    }

    private static String code(Transfers.Answer answer) {
        return switch (answer) {
            case Transfers.Answer.Done(Dossier dossier) -> dossier.transfer().state().name();
            case Transfers.Answer.Known() -> "KNOWN";
            case Transfers.Answer.Refused(Transfer.Refusal refusal) -> refusal.code();
        };
    }
}
