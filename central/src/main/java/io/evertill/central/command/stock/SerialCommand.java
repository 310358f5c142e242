package io.evertill.central.command.stock;

import io.evertill.central.command.Settling;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.Articles;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.db.Serials;
import io.evertill.db.Tx;
import io.evertill.lot.Serial;
import io.evertill.product.Product;
import io.evertill.stock.Place;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `serial`: the history of one piece, and what of it cannot be true.
@Command(name = "serial", mixinStandardHelpOptions = true,
        description = {
            "Tells the history of a piece with a number: where it came from, where it was, to whom it was sold, whether it came"
                    + " back, and what cannot be true of it. Without a product, lists all open conflicts.",
        })
public final class SerialCommand implements Callable<Integer> {
    private static final int PAGE = 500;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Mixin
    private Settling settling = new Settling();

    @Parameters(index = "0", arity = "0..1", paramLabel = "SKU", description = "The product's SKU.")
    private Optional<String> sku = Optional.empty();

    @Parameters(index = "1", arity = "0..1", paramLabel = "NUMBER", description = "The piece's number.")
    private Optional<String> number = Optional.empty();

    public SerialCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            PrintWriter out = spec.commandLine().getOut();
            if (settling.settle(office, out, "conflict", "serial", (tx, id, settled) -> tx.serials().settle(id, settled))) {
                return 0;
            }
            if (sku.isPresent() && number.isPresent()) {
                office.db().read(tx -> tell(tx, sku.orElseThrow(), number.orElseThrow(), out));
            } else if (sku.isEmpty()) {
                office.db().read(tx -> list(tx, out));
            } else {
                throw new Refusal(Refusal.Kind.USAGE, "Name the piece too: serial SKU NUMBER.");
            }
            return 0;
        }
    }

    private static int tell(Tx tx, String sku, String number, PrintWriter out) {
        Product product = Articles.find(tx, sku);
        List<Serials.Event> events = tx.serials().history(product.id(), number);
        if (events.isEmpty()) {
            throw new Refusal(Refusal.Kind.USAGE, "Nothing is known of " + sku + " number " + number + ".");
        }
        for (Serials.Event event : events) {
            out.println(event.occurredAt() + "  " + event.type() + "  from " + words(event.step().from()) + " to "
                    + words(event.step().to())
                    + (event.receipt().isEmpty() ? "" : "  receipt " + event.receipt())
                    + (event.customer().isEmpty() ? "" : "  customer " + event.customer())
                    + (event.document().isEmpty() ? "" : "  document " + event.document()));
        }
        tx.serials().conflicts(product.id(), number).forEach(conflict -> out.println(sentence(conflict)));
        Serial serial = Serial.of(events.stream().map(Serials.Event::step).toList());
        out.println("It is " + serial.at().map(SerialCommand::words).orElse("nowhere") + ".");
        return events.size();
    }

    private static int list(Tx tx, PrintWriter out) {
        int count = 0;
        List<Serials.Conflict> page = tx.serials().open(new UUID(0, 0), PAGE);
        while (!page.isEmpty()) {
            page.forEach(conflict -> out.println(sentence(conflict)));
            count += page.size();
            page = tx.serials().open(page.getLast().id(), PAGE);
        }
        out.println(count + " open conflicts.");
        return count;
    }

    private static String sentence(Serials.Conflict conflict) {
        String what = switch (conflict.kind()) {
            case NEVER_RECEIVED -> "left store " + conflict.branch() + " and was never received there: a delivery is missing";
            case SOLD_TWICE -> "left store " + conflict.branch() + " although it is with a customer already: look which box is on the"
                    + " shelf";
            case WRONG_PLACE -> "moved in store " + conflict.branch() + " although it was somewhere else";
        };
        return conflict.noticedAt() + "  " + conflict.kind() + "  " + conflict.id() + "\n    Number " + conflict.serial() + " of "
                + conflict.product() + " " + what + "." + conflict.settled()
                        .map(settled -> "\n    Settled " + settled.at() + " by " + settled.by() + ": " + settled.note()).orElse("");
    }

    private static String words(Place place) {
        return switch (place.kind()) {
            case CUSTOMER -> "a customer";
            case SUPPLIER -> "a supplier";
            case LOSS -> "lost";
            case FOUND -> "found";
            case SCRAP -> "thrown away";
            case CONVERSION -> "another name";
            case TRANSIT -> "on the way (" + place.location() + ")";
            case AVAILABLE, INSPECTION, RETURNED, QUARANTINE, STAGED -> "store " + place.branch() + " " + place.code();
        };
    }
}
