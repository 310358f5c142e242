package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.journal.StockStory;
import io.evertill.journal.StockStory.Document;
import io.evertill.journal.StockStory.Heard;
import io.evertill.journal.StockStory.Step;
import io.evertill.ledger.Bytes;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;

/// Why a store has as much of a product as it has, as JSON.
public final class StockStories {
    private static final int TILLS_MAX = 10_000;
    private static final int STEPS_MAX = 1_000;

    private StockStories() {}

    /// Writes what the centre tells.
    public static Bytes write(StockStory story) {
        ObjectNode node = Json.object()
                .put("store", story.store())
                .put("qty", text(story.quantity()))
                .put("asOf", Fields.micros(story.asOf()));
        if (story.isMore()) {
            node.put("isMore", true);
        }
        ArrayNode tills = node.putArray("tills");
        story.tills().forEach(till -> {
            ObjectNode row = tills.addObject()
                    .put("till", till.till())
                    .put("through", till.through())
                    .put("waiting", till.waiting());
            if (till.aside() > 0) {
                row.put("aside", till.aside());
            }
            if (till.isSilent()) {
                row.put("isSilent", true);
            }
            till.heardAt().ifPresent(at -> row.put("heardAt", Fields.micros(at)));
        });
        ArrayNode steps = node.putArray("steps");
        story.steps().forEach(step -> {
            ObjectNode row = steps.addObject();
            if (!step.kind().isEmpty()) {
                row.put("kind", step.kind());
            }
            row.put("at", Fields.micros(step.at()))
                    .put("type", step.type())
                    .put("qty", text(step.quantity()))
                    .put("after", text(step.after()))
                    .put("place", step.place())
                    .put("lot", step.lot())
                    .put("serial", step.serial())
                    .put("documentType", step.document().type())
                    .put("document", step.document().number())
                    .put("by", step.by())
                    .put("reason", step.reason());
        });
        return Json.canonical(node);
    }

    /// Reads what a centre tells.
    ///
    /// @throws IllegalArgumentException when it cannot be understood
    public static StockStory read(byte[] body) {
        Fields fields = Fields.of(Json.parse(body));
        return new StockStory(fields.text("store"), quantity(fields, "qty"), fields.instant("asOf"),
                fields.list("tills", TILLS_MAX, till -> new Heard(till.text("till"), till.findInstant("heardAt"), till.number("through"),
                        till.number("waiting"), till.has("aside") ? till.number("aside") : 0, till.has("isSilent"))),
                fields.list("steps", STEPS_MAX, step -> new Step(step.instant("at"), step.text("type"),
                        step.findText("kind").orElse(""), quantity(step, "qty"),
                        quantity(step, "after"), step.text("place"), step.text("lot"), step.text("serial"),
                        new Document(step.text("documentType"), step.text("document")), step.text("by"), step.text("reason"))),
                fields.has("isMore"));
    }

    private static long quantity(Fields fields, String name) {
        return Decimals.parse(fields.text(name), Quantity.SCALE);
    }

    private static String text(long tenThousandths) {
        return Decimals.text(tenThousandths, Quantity.SCALE);
    }
}
