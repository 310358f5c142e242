package io.evertill.central.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.count.LineState;
import io.evertill.db.CountAttempts;
import io.evertill.db.CountLines;
import io.evertill.db.Tx;
import io.evertill.inventory.Assortment;
import io.evertill.inventory.CountPosting;
import io.evertill.lot.PieceDifference;
import io.evertill.product.Product;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.wire.Json;
import java.util.List;
import java.util.UUID;

/// What a person and a program read of a count.
public final class CountText {
    private CountText() {}

    /// Writes what is to be counted, without a word of what the ledger expects.
    public static ObjectNode put(Tx tx, Assortment assortment, CountLines.Line line, ObjectNode node) {
        Product product = assortment.require(line.key().product());
        return node.put("line", line.id().toString())
                .put("sku", product.sku().code())
                .put("name", product.name())
                .put("place", line.key().place().code())
                .put("lot", line.key().lot())
                .put("unit", product.unit().code())
                .put("byPiece", tx.serials().isByPiece(line.key()))
                .put("state", line.state().name())
                .put("assignee", line.assignee())
                .put("class", line.countClass().name())
                .put("reason", line.reason().name())
                .put("plannedAt", line.plannedAt().toString());
    }

    /// Everything about a line, for people who decide. What was counted is there only once somebody has to decide or
    /// has decided.
    public static ObjectNode json(Tx tx, String store, CountLines.Line line) {
        ObjectNode node = put(tx, new Assortment(tx), line, Json.object());
        ArrayNode counts = node.putArray("counts");
        if (line.state() == LineState.REVIEW || line.state().isEnd()) {
            for (CountAttempts.Attempt attempt : tx.countAttempts().of(store, line.id())) {
                ObjectNode count = counts.addObject()
                        .put("number", attempt.number())
                        .put("counted", text(attempt.counted()))
                        .put("by", attempt.counter().name())
                        .put("countedAt", attempt.countedAt().toString());
                if (line.state() == LineState.REVIEW) {
                    CountPosting.pieces(tx, line, attempt).ifPresent(pieces -> put(pieces, count));
                }
            }
        }
        ArrayNode decisions = node.putArray("decisions");
        tx.countDecisions().of(store, line.id()).forEach(decision -> decisions.addObject()
                .put("state", decision.state().name())
                .put("at", decision.at().toString())
                .put("by", decision.by())
                .put("note", decision.note()));
        line.approval().ifPresent(approval -> node.putObject("approval")
                .put("by", approval.by().name())
                .put("cause", approval.cause())
                .put("note", approval.note()));
        line.posting().ifPresent(posting -> {
            ObjectNode posted = node.putObject("posting")
                    .put("at", posting.postedAt().toString())
                    .put("expected", text(posting.finding().expected()))
                    .put("variance", text(posting.finding().variance()))
                    .put("before", text(posting.finding().before()))
                    .put("after", text(posting.finding().after()))
                    .put("restated", text(posting.restated()));
            CountPosting.posted(tx, store, posting).ifPresent(pieces -> put(pieces, posted));
        });
        return node;
    }

    private static void put(PieceDifference pieces, ObjectNode node) {
        pieces.missing().forEach(node.putArray("missing")::add);
        pieces.found().forEach(node.putArray("found")::add);
    }

    /// Writes what became of a line that was judged.
    public static void put(UUID line, CountPosting.Outcome outcome, ObjectNode node) {
        node.put("line", line.toString()).put("outcome", code(outcome)).put("sentence", sentence(outcome));
    }

    private static String code(CountPosting.Outcome outcome) {
        return switch (outcome) {
            case CountPosting.Outcome.Posted _ -> "POSTED";
            case CountPosting.Outcome.Recount _ -> "RECOUNT";
            case CountPosting.Outcome.Review _ -> "REVIEW";
            case CountPosting.Outcome.Ambiguous _ -> "AMBIGUOUS";
            case CountPosting.Outcome.NotHeard _ -> "NOT_HEARD";
            case CountPosting.Outcome.NotApplied _ -> "NOT_APPLIED";
            case CountPosting.Outcome.NoSuch _ -> "SETTLED_ELSEWHERE";
        };
    }

    /// What became of a line that was judged, for a person.
    public static String sentence(CountPosting.Outcome outcome) {
        return switch (outcome) {
            case CountPosting.Outcome.Posted posted -> "posted, variance " + text(posted.finding().variance());
            case CountPosting.Outcome.Recount _ -> "must be counted again by another person";
            case CountPosting.Outcome.Review review -> "waits for a decision, variance " + text(review.finding().variance());
            case CountPosting.Outcome.Ambiguous _ -> "goods moved at about the same time: they are on the list again";
            case CountPosting.Outcome.NotHeard(List<String> tills) -> "waits for till " + String.join(", ", tills);
            case CountPosting.Outcome.NotApplied _ -> "waits until the centre has applied its own entries";
            case CountPosting.Outcome.NoSuch _ -> "was settled by somebody else";
        };
    }

    private static String text(long quantity) {
        return Decimals.text(quantity, Quantity.SCALE);
    }
}
