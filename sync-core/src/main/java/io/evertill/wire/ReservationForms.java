package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.reservation.Order;
import io.evertill.reservation.Payment;
import io.evertill.reservation.Reservation;
import io.evertill.stock.Decimals;
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
                            line.findText("lot").orElse(""), line.text("quantity"))));
        }
    }

    /// One of the goods.
    public record Line(String line, String sku, String lot, String quantity) {}

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

    /// Reads the caller's name of a request to release; there need be none, nor a body.
    ///
    /// @throws IllegalArgumentException when there is a body and it is no such request
    public static String request(byte[] bytes) {
        return bytes.length == 0 ? "" : Fields.of(Json.parse(bytes)).findText("request").orElse("");
    }

    /// A reservation as it stands at a moment.
    public static ObjectNode write(Reservation one, Instant now) {
        return Json.object()
                .put("id", one.id().toString())
                .put("store", one.branch())
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
