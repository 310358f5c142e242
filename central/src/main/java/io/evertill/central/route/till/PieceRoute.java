package io.evertill.central.route.till;

import io.evertill.central.route.Gate;
import io.evertill.central.route.Problem;
import io.evertill.db.Database;
import io.evertill.db.Serials;
import io.evertill.db.Tx;
import io.evertill.lot.Serial;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import io.evertill.wire.Inquiry;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `GET /v1/pieces`: whether a customer has a piece with a number, as far as the centre knows.
public final class PieceRoute implements Handler {
    private static final int SERIAL_LENGTH_MAX = 64;

    private final Gate gate;
    private final Database db;

    public PieceRoute(Gate gate, Database db) {
        this.gate = gate;
        this.db = db;
    }

    @Override
    public void handle(Context context) {
        gate.admitted(context);
        ProductId product = product(context.queryParam("product"));
        @Nullable String serial = context.queryParam("serial");
        if (serial == null || serial.isEmpty() || serial.length() > SERIAL_LENGTH_MAX) {
            throw Problem.bad("PIECE", "serial is the number of a piece, 1 to " + SERIAL_LENGTH_MAX + " characters.");
        }
        Optional<String> soldOn = db.read(tx -> soldOn(tx, product, serial));
        context.contentType("application/json").header("Cache-Control", "no-store").result(Inquiry.OfPiece.write(soldOn).content());
    }

    private static ProductId product(@Nullable String text) {
        try {
            return ProductId.parse(text == null ? "" : text);
        } catch (IllegalArgumentException _) {
            throw Problem.bad("PIECE", "product is the id of a product.");
        }
    }

    private static Optional<String> soldOn(Tx tx, ProductId product, String serial) {
        List<Serials.Event> events = tx.serials().history(product, serial);
        boolean isSold = Serial.of(events.stream().map(Serials.Event::step).toList()).at()
                .filter(place -> place.kind() == Place.Kind.CUSTOMER)
                .isPresent();
        return events.reversed().stream()
                .filter(_ -> isSold)
                .filter(event -> event.step().to().kind() == Place.Kind.CUSTOMER)
                .map(Serials.Event::receipt)
                .findFirst();
    }
}
