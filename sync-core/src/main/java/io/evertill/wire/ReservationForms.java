package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.reservation.Order;
import io.evertill.reservation.Payment;
import io.evertill.reservation.Reservation;
import io.evertill.stock.Decimals;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a client asks for reservations, and how they are shown to it. Quantities are text, because their unit is known only
/// with the product; times are durations, because there is one clock.
public final class ReservationForms {
    private ReservationForms() {}

    /// Goods to be reserved, all or none.
    ///
    /// @param store whose shelf
    /// @param order the client's order
    /// @param owner for whom
    /// @param seconds for how long
    public record Ordered(String store, String order, String owner, long seconds, List<Line> lines) {
        /// Copies the list.
        public Ordered {
            lines = List.copyOf(lines);
        }

        /// Reads a request.
        ///
        /// @throws IllegalArgumentException naming the first field that is missing or wrong
        public static Ordered read(byte[] bytes) {
            Fields fields = Fields.of(Json.parse(bytes));
            return new Ordered(fields.text("store"), fields.text("order"), fields.text("owner"), fields.number("seconds"),
                    fields.list("lines", Order.LINES_MAX, line -> new Line(line.text("line"), line.text("sku"),
                            line.findText("location").orElse(Place.MAIN), line.findText("lot").orElse(""), line.text("quantity"))));
        }
    }

    /// One of the goods.
    ///
    /// @param location where in the store; [Place#MAIN] when the client does not say
    public record Line(String line, String sku, String location, String lot, String quantity) {}

    /// What of an order a request is about.
    ///
    /// @param lines which lines; empty for all
    public record Meant(String store, String order, List<Share> lines) {
        /// Copies the list.
        public Meant {
            lines = List.copyOf(lines);
        }

        /// Reads the part of a request that says it.
        ///
        /// @throws IllegalArgumentException naming the first field that is missing or wrong
        public static Meant read(byte[] bytes) {
            Fields fields = Fields.of(Json.parse(bytes));
            List<Share> lines = fields.has("lines")
                    ? fields.list("lines", Order.LINES_MAX, line -> new Share(line.text("line"), line.findText("quantity")))
                    : List.of();
            if (fields.has("quantity") || (fields.has("lines") && lines.isEmpty())) {
                throw new IllegalArgumentException("lines says how much of which line; without it, all are meant");
            }
            return new Meant(fields.text("store"), fields.text("order"), lines);
        }
    }

    /// One line of an order.
    ///
    /// @param quantity how much of it; empty for all that is left
    public record Share(String line, Optional<String> quantity) {}

    /// Money that was taken for reserved goods.
    ///
    /// @param quantity how much was paid for; empty for all of it
    public record Paid(String payment, Optional<String> quantity, boolean isRestKept, Payment.Late late) {
        private enum Rest {
            RELEASE,
            KEEP
        }

        /// Reads a request.
        ///
        /// @throws IllegalArgumentException naming the first field that is missing or wrong
        public static Paid read(byte[] bytes) {
            Fields fields = Fields.of(Json.parse(bytes));
            return new Paid(fields.text("payment"), fields.findText("quantity"),
                    fields.has("rest") && fields.choice("rest", Rest.class) == Rest.KEEP,
                    fields.has("late") ? fields.choice("late", Payment.Late.class) : Payment.Late.REFUND);
        }
    }

    /// Reads for how many seconds a reservation is to be renewed.
    ///
    /// @throws IllegalArgumentException naming the first field that is missing or wrong
    public static long seconds(byte[] bytes) {
        return Fields.of(Json.parse(bytes)).number("seconds");
    }

    /// Goods that are given back.
    ///
    /// @param request the caller's name for it; may be empty
    /// @param quantity how much; empty for all that is left
    public record GivenBack(String request, Optional<String> quantity) {
        /// Reads a request; there need be no body.
        ///
        /// @throws IllegalArgumentException when there is a body and it is no such request
        public static GivenBack read(byte[] bytes) {
            if (bytes.length == 0) {
                return new GivenBack("", Optional.empty());
            }
            Fields fields = Fields.of(Json.parse(bytes));
            return new GivenBack(fields.findText("request").orElse(""), fields.findText("quantity"));
        }
    }

    /// A reservation as it stands at a moment.
    public static ObjectNode write(Reservation one, Instant now) {
        return Json.object()
                .put("id", one.id().toString())
                .put("store", one.branch())
                .put("location", one.shelf().location())
                .put("lot", one.lot())
                .put("owner", one.owner())
                .put("unit", one.quantity().unit().code())
                .put("quantity", one.quantity().text())
                .put("reserved", one.reserved(now).text())
                .put("consumed", one.consumed().text())
                .put("state", one.state(now).name())
                .put("madeAt", one.madeAt().toString())
                .put("expiresAt", one.expiresAt().toString());
    }

    /// Ten-thousandths as text.
    public static String amount(long tenThousandths) {
        return Decimals.text(tenThousandths, Quantity.SCALE);
    }
}
