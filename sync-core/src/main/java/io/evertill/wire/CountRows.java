package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.availability.CountOutcome;
import io.evertill.availability.CountTask;
import io.evertill.count.CountClass;
import io.evertill.count.LineState;
import io.evertill.count.Schedule;
import io.evertill.ledger.Bytes;
import io.evertill.money.Money;
import io.evertill.product.ProductId;
import io.evertill.stock.Decimals;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// The rows of the feed about counting, as JSON objects. Each reader throws [IllegalArgumentException] naming the first field
/// that is missing or wrong; a reason that a newer centre invented is none.
public final class CountRows {
    private static final int COUNTS_MAX = 1_000;

    private CountRows() {}

    /// Goods to count.
    public static ObjectNode task(CountTask task) {
        ObjectNode row = Json.object()
                .put("line", task.line().toString())
                .put("product", task.product().toString())
                .put("branch", task.place().branch())
                .put("place", task.place().code())
                .put("lot", task.lot())
                .put("assignee", task.assignee());
        task.why().ifPresent(why -> {
            row.put("reason", why.reason().name()).put("class", why.countClass().name());
            why.since().ifPresent(since -> row.put("since", Fields.micros(since)));
        });
        if (task.isRecount()) {
            ArrayNode counters = row.putArray("counters");
            task.counters().forEach(counter -> counters.add(Parts.person(counter)));
        }
        return row;
    }

    /// Reads [#task] back.
    public static CountTask task(Bytes content) {
        Fields row = Fields.of(Json.parse(content.content()));
        return new CountTask(row.uuid("line"), ProductId.parse(row.text("product")),
                Place.parse(row.text("branch"), row.text("place")), row.text("lot"), row.text("assignee"), why(row),
                row.has("counters") ? row.list("counters", COUNTS_MAX, Parts::person) : List.of());
    }

    private static Optional<CountTask.Why> why(Fields row) {
        Optional<Schedule.Reason> reason = find(row, "reason", Schedule.Reason.values());
        Optional<CountClass> countClass = find(row, "class", CountClass.values());
        return reason.flatMap(why -> countClass.map(each -> new CountTask.Why(why, each, row.findInstant("since"))));
    }

    private static <E extends Enum<E>> Optional<E> find(Fields row, String name, E[] all) {
        return row.findText(name).flatMap(text -> Arrays.stream(all).filter(one -> one.name().equals(text)).findFirst());
    }

    /// What became of what was counted.
    public static ObjectNode outcome(CountOutcome outcome) {
        ObjectNode row = Json.object()
                .put("line", outcome.line().toString())
                .put("product", outcome.product().toString())
                .put("branch", outcome.place().branch())
                .put("place", outcome.place().code())
                .put("lot", outcome.lot())
                .put("state", outcome.state().name());
        ArrayNode counts = row.putArray("counts");
        outcome.counts().forEach(told -> counts.addObject()
                .put("qty", text(told.counted()))
                .put("at", Fields.micros(told.at()))
                .set("by", Parts.person(told.by())));
        outcome.figures().ifPresent(figures -> row.putObject("figures")
                .put("counted", text(figures.counted()))
                .put("expected", text(figures.expected()))
                .put("before", text(figures.before()))
                .put("after", text(figures.after()))
                .put("restated", text(figures.restated()))
                .put("worth", figures.worth().text())
                .put("currency", figures.worth().currency().getCurrencyCode()));
        outcome.decided().ifPresent(decided -> row.putObject("decided")
                .put("cause", decided.cause())
                .put("note", decided.note())
                .set("by", Parts.person(decided.by())));
        outcome.refused().ifPresent(refused -> row.putObject("refused").put("code", refused.code()).put("by", refused.by()));
        return row;
    }

    /// Reads [#outcome] back.
    public static CountOutcome outcome(Bytes content) {
        Fields row = Fields.of(Json.parse(content.content()));
        return new CountOutcome(row.uuid("line"), ProductId.parse(row.text("product")),
                Place.parse(row.text("branch"), row.text("place")), row.text("lot"), row.choice("state", LineState.class),
                row.list("counts", COUNTS_MAX, told -> new CountOutcome.Told(
                        Parts.person(told.object("by")), number(told, "qty"), told.instant("at"))),
                row.findObject("figures").map(figures -> new CountOutcome.Figures(number(figures, "counted"),
                        number(figures, "expected"), number(figures, "before"), number(figures, "after"), number(figures, "restated"),
                        Money.parse(figures.text("worth"), Currency.getInstance(figures.text("currency"))))),
                row.findObject("decided").map(decided -> new CountOutcome.Decided(
                        Parts.person(decided.object("by")), decided.text("cause"), decided.text("note"))),
                row.findObject("refused").map(refused -> new CountOutcome.Refused(refused.text("code"), refused.text("by"))));
    }

    private static long number(Fields row, String name) {
        return Decimals.parse(row.text(name), Quantity.SCALE);
    }

    private static String text(long tenThousandths) {
        return Decimals.text(tenThousandths, Quantity.SCALE);
    }
}
