package io.evertill.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.price.Deal;
import io.evertill.price.Hours;
import io.evertill.price.Promotion;
import io.evertill.product.ProductId;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// The rows of the feed about promotions.
public final class PromotionRows {
    private static final String PERCENT_OFF = "PERCENT_OFF";
    private static final String AMOUNT_OFF = "AMOUNT_OFF";
    private static final String N_FOR_M = "N_FOR_M";
    private static final String ANY_FOR = "ANY_FOR";

    private PromotionRows() {}

    /// A promotion as a feed row.
    public static ObjectNode write(Promotion promotion) {
        ObjectNode row = Json.object()
                .put("id", promotion.id())
                .put("name", promotion.name())
                .put("branch", promotion.branch())
                .put("priority", promotion.priority())
                .put("stacks", promotion.stacks() ? 1 : 0)
                .put("validFrom", Fields.micros(promotion.validFrom()));
        row.set("deal", deal(promotion.deal()));
        ArrayNode products = row.putArray("products");
        promotion.products().stream().sorted().forEach(product -> products.add(product.toString()));
        promotion.validTo().ifPresent(validTo -> row.put("validTo", Fields.micros(validTo)));
        promotion.hours().ifPresent(hours -> row.set("hours", hours(hours)));
        return row;
    }

    /// Reads a promotion's feed row.
    ///
    /// @throws IllegalArgumentException naming the first field that is missing or wrong
    public static Promotion read(JsonNode node) {
        Fields row = Fields.of(node);
        return new Promotion(
                row.text("id"),
                row.text("name"),
                row.text("branch"),
                row.texts("products", Promotion.PRODUCTS_MAX).stream().map(ProductId::parse).collect(Collectors.toSet()),
                deal(row.object("deal")),
                row.smallNumber("priority"),
                row.smallNumber("stacks") != 0,
                row.instant("validFrom"),
                row.findInstant("validTo"),
                row.findObject("hours").map(PromotionRows::hours));
    }

    private static ObjectNode deal(Deal deal) {
        ObjectNode node = Json.object();
        switch (deal) {
            case Deal.PercentOff(int hundredths) -> node.put("kind", PERCENT_OFF).put("percent", hundredths);
            case Deal.AmountOff(var each) -> node.put("kind", AMOUNT_OFF).set("each", Parts.money(each));
            case Deal.NForM(int pieces, int paid) -> node.put("kind", N_FOR_M).put("pieces", pieces).put("paid", paid);
            case Deal.AnyFor(int pieces, var price) ->
                node.put("kind", ANY_FOR).put("pieces", pieces).set("price", Parts.money(price));
        }
        return node;
    }

    private static Deal deal(Fields deal) {
        return switch (deal.text("kind")) {
            case PERCENT_OFF -> new Deal.PercentOff(deal.smallNumber("percent"));
            case AMOUNT_OFF -> new Deal.AmountOff(Parts.money(deal.object("each")));
            case N_FOR_M -> new Deal.NForM(deal.smallNumber("pieces"), deal.smallNumber("paid"));
            case ANY_FOR -> new Deal.AnyFor(deal.smallNumber("pieces"), Parts.money(deal.object("price")));
            case String other -> throw new IllegalArgumentException(deal.path() + ".kind is unknown: " + other);
        };
    }

    private static ObjectNode hours(Hours hours) {
        ObjectNode node = Json.object().put("from", hours.from().toString()).put("to", hours.to().toString());
        ArrayNode days = node.putArray("days");
        hours.days().stream().sorted().forEach(day -> days.add(day.name()));
        return node;
    }

    private static Hours hours(Fields hours) {
        try {
            Set<DayOfWeek> days = new HashSet<>();
            hours.texts("days", DayOfWeek.values().length).forEach(day -> days.add(DayOfWeek.valueOf(day)));
            return new Hours(days, LocalTime.parse(hours.text("from")), LocalTime.parse(hours.text("to")));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(hours.path() + " has a time that is none: " + e.getMessage(), e);
        }
    }
}
