package io.evertill.central.command.stock;

import io.evertill.central.command.Phrases;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.Articles;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.db.Tx;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.inventory.Books;
import io.evertill.inventory.Typed;
import io.evertill.ledger.EntryId;
import io.evertill.money.UnitPrice;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `goods`: goods came, went, broke, were looked at or are called something else.
@Command(name = "goods", mixinStandardHelpOptions = true,
        description = {
            "Records that goods of a store moved from one place to another. It is a fact: it is posted whatever the ledger says is"
                    + " there, and a shelf that goes below zero is shown as an exception.",
            "A place is LOCATION/KIND, such as MAIN/AVAILABLE, MAIN/QUARANTINE or A-03/AVAILABLE, or one of SUPPLIER, CUSTOMER,"
                    + " LOSS, FOUND, SCRAP, CONVERSION.",
        })
public final class GoodsCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(index = "0", paramLabel = "TYPE", description = "What happened: RECEIVE, SUPPLIER_RETURN, ADJUSTMENT, DAMAGE, SCRAP,"
            + " FOUND, INSPECT, RELOCATE, PICK, SHIP, CONVERSION, RELOT or RESERIAL.")
    private Move.Type type = Move.Type.RECEIVE;

    @Option(names = "--store", paramLabel = "STORE", required = true, description = "Where it happened.")
    private String store = "";

    @Option(names = "--sku", paramLabel = "SKU", required = true, description = "What moved.")
    private String sku = "";

    @Option(names = "--qty", paramLabel = "AMOUNT", required = true, description = "How much, such as 12 or 0.750.")
    private String quantity = "";

    @Option(names = "--from", paramLabel = "PLACE", description = "Where it was. Otherwise the usual place for the type.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "PLACE", description = "Where it is. Otherwise the usual place for the type.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--lot", paramLabel = "LOT", description = "The batch, when known.")
    private String lot = "";

    @Option(names = "--serial", paramLabel = "NUMBER", description = "The piece, when it has a number.")
    private String serial = "";

    @Option(names = "--new-lot", paramLabel = "LOT", description = "With RELOT: which batch it is.")
    private Optional<String> newLot = Optional.empty();

    @Option(names = "--new-serial", paramLabel = "NUMBER", description = "With RESERIAL: which piece it is.")
    private Optional<String> newSerial = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    @Option(names = "--document", paramLabel = "TEXT", description = "The delivery note or other paper.")
    private String document = "";

    @Option(names = "--cost", paramLabel = "PRICE",
            description = "With RECEIVE: what one unit cost, such as 1.25; at most four decimals, in the product's currency.")
    private Optional<String> cost = Optional.empty();

    @Option(names = "--at", paramLabel = "TIME", description = "When, such as 2026-12-01T10:00:00Z. Otherwise now.")
    private Optional<String> at = Optional.empty();

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who did it.")
    private String by = "";

    @Option(names = "--id", paramLabel = "UUID", description = "Names the fact: the same id again records nothing.")
    private Optional<UUID> id = Optional.empty();

    public GoodsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        EntryId entry = new EntryId(id.orElseGet(workplace.machine().ids()));
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            Books.Recorded recorded = office.db().write(tx -> record(tx, entry));
            return switch (recorded) {
                case Books.Recorded.Posted(var position) -> say("Recorded as entry " + position.seq() + " of the centre's stream "
                        + position.stream().brief() + " of store " + store + " (" + entry + ").");
                case Books.Recorded.Known _ -> say("This was recorded before (" + entry + "); nothing was done.");
                case Books.Recorded.Conflict _ -> throw new Refusal(Refusal.Kind.USAGE,
                        "Something else was recorded under " + entry + "; nothing was done. Leave --id out, or take a fresh one.");
            };
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE, "This cannot be recorded: " + e.getMessage() + ". Nothing was done.");
        }
    }

    private Books.Recorded record(Tx tx, EntryId entry) {
        Entry fact = fact(tx, entry);
        if (fact.at().isAfter(tx.now())) {
            throw new IllegalArgumentException("it is in the future, at " + fact.at());
        }
        Typed.refusal(tx, entry, fact).ifPresent(sentence -> {
            throw new Refusal(Refusal.Kind.USAGE, sentence + " Nothing was done.");
        });
        return Books.record(tx, entry, fact);
    }

    private int say(String sentence) {
        spec.commandLine().getOut().println(sentence);
        return 0;
    }

    private Entry fact(Tx tx, EntryId entry) {
        Product product = Articles.find(tx, sku);
        Item item = Articles.item(tx, sku);
        Place source = Place.parse(store, from.orElse(usualFrom()));
        Place target = Place.parse(store, to.orElseGet(() -> usualTo(source)));
        Tracking was = new Tracking(lot, serial);
        Tracking is = new Tracking(newLot.orElse(lot), newSerial.orElse(serial));
        Optional<UnitPrice> unitCost = cost.map(text -> UnitPrice.parse(text, product.basePrice().currency()));
        Instant happened = at.map(Phrases::instant).orElseGet(() -> Books.at(tx, store, entry));
        return new StockEntry.GoodsMoved(store, happened, new Person(by, by), type, document, List.of(new StockEntry.Goods(
                1, item, Quantity.parse(quantity, item.unit()), source, target, was, is, reason, unitCost)));
    }

    private String usualFrom() {
        return switch (type) {
            case RECEIVE -> Place.SUPPLIER.code();
            case FOUND -> Place.FOUND.code();
            case SHIP -> Place.at(store, Place.Kind.STAGED).code();
            case INSPECT -> Place.at(store, Place.Kind.INSPECTION).code();
            default -> Place.shelf(store).code();
        };
    }

    private String usualTo(Place source) {
        return switch (type) {
            case SUPPLIER_RETURN -> Place.SUPPLIER.code();
            case ADJUSTMENT -> source.kind().isKept() ? Place.LOSS.code() : Place.shelf(store).code();
            case DAMAGE -> Place.at(store, Place.Kind.QUARANTINE).code();
            case SCRAP -> Place.SCRAP.code();
            case PICK -> Place.at(store, Place.Kind.STAGED).code();
            case SHIP -> Place.CUSTOMER.code();
            case CONVERSION -> source.kind().isKept() ? Place.CONVERSION.code() : Place.shelf(store).code();
            case RELOT, RESERIAL -> source.code();
            default -> Place.shelf(store).code();
        };
    }
}
