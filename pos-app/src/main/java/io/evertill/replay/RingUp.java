package io.evertill.replay;

import io.evertill.db.Database;
import io.evertill.db.Terminals;
import io.evertill.entry.ShiftEntry;
import io.evertill.entry.StockEntry;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.EntryId;
import io.evertill.money.Money;
import io.evertill.money.Rounding;
import io.evertill.person.Person;
import io.evertill.price.Price;
import io.evertill.product.Product;
import io.evertill.product.Sku;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.rule.Exempt;
import io.evertill.sale.Basket;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.shift.Drawer;
import io.evertill.shift.Shift;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Rings up invoices at one till, one after the other, through its register: what a cashier would do, on the file's time.
///
/// Each entry is a transaction of its own and durable before the next begins. What the ledger holds already is not
/// recorded again.
@Exempt(rule = "imports", reason = "rings up rows of a file as a whole till does", until = "2028-12-31")
final class RingUp {
    private static final Person CASHIER = new Person("replay", "Replay");
    private static final String REASON = "REPLAY";
    private static final String NO_RECEIPT = "No receipt found";
    private static final int REASON_LENGTH_MAX = 200;
    private static final int SHIFTS_A_DAY_MAX = 100;

    private final Database db;
    private final Register register;
    private final VirtualClock clock;
    private final Plan plan;
    private final Terminals.Identity identity;
    private final Map<Sku, Item> items = new HashMap<>();
    private Optional<Shift> shift;

    RingUp(Database db, Register register, VirtualClock clock, Plan plan) {
        this.db = db;
        this.register = register;
        this.clock = clock;
        this.plan = plan;
        this.identity = db.read(tx -> tx.terminal().identity()).orElseThrow();
        this.shift = db.read(tx -> tx.shifts().open());
    }

    /// The ledger did not take an entry; nothing of it was recorded and the replay must end.
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final boolean isStorage;

        Stopped(boolean isStorage, String sentence) {
            super(sentence);
            this.isStorage = isStorage;
        }

        /// Whether the disk is the reason, and not what was asked for.
        boolean isStorage() {
            return isStorage;
        }
    }

    /// Rings up an invoice.
    ///
    /// @throws Stopped when the ledger does not take it
    void ring(Sheet sheet) {
        Invoice invoice = sheet.invoice();
        clock.to(invoice.at());
        openDay(invoice);
        sheet.lines().forEach(line -> meet(line.row().sku(), invoice.at()));
        sheet.writtenOff().forEach(row -> meet(row.sku(), invoice.at()));
        if (!sheet.writtenOff().isEmpty()) {
            done(register.record(sheet.adjustment(), (tx, branch) ->
                    new StockEntry.Adjusted(branch, tx.now(), CASHIER, invoice.number(), adjustments(sheet.writtenOff()))));
        }
        if (!sheet.lines().isEmpty()) {
            sell(sheet);
        }
    }

    private void sell(Sheet sheet) {
        List<Line> lines = new ArrayList<>();
        Map<Row, Taken> taken = new HashMap<>();
        for (Sheet.Rung rung : sheet.lines()) {
            lines.add(line(lines.size() + 1, rung, taken, sheet.invoice()));
        }
        Basket basket = new Basket(SalesFile.CURRENCY, TaxRule.USUAL, lines, List.of(), lines.size());
        Money due = basket.total();
        List<Tender> tenders = due.isZero() ? List.of() : List.of(new Tender.Cash(due));
        done(register.sell(new Register.Checkout(
                sheet.sale(), CASHIER, sheet.invoice().customer(), basket, new Settlement(due, tenders))));
    }

    /// What of a row has been taken back by earlier lines of the same sale.
    private record Taken(Quantity quantity, Money refund) {}

    private Line line(int number, Sheet.Rung rung, Map<Row, Taken> taken, Invoice invoice) {
        Row row = rung.row();
        Item item = item(row.sku(), invoice);
        if (row.kind() == Row.Kind.SOLD) {
            return Line.sold(number, item, row.quantity(), new Price(row.price(), new Price.Source.Set(REASON)));
        }
        return rung.part()
                .map(piece -> withReceipt(number, item, row, piece, taken))
                .orElseGet(() -> Line.returned(number, item, row.quantity().negated(),
                        new Price(row.price(), new Price.Source.Set(REASON)), row.total().negated(),
                        new ReturnOf(Optional.empty(), ReturnOf.Condition.RESALABLE, NO_RECEIPT)));
    }

    /// A return against a receipt, at the row's own price; the parts of one row sum to the row's total.
    private Line withReceipt(int number, Item item, Row row, SoldBefore.Piece piece, Map<Row, Taken> taken) {
        Returnable sold = sold(piece);
        Quantity quantity = new Quantity(piece.quantity(), row.quantity().unit());
        Taken before = taken.getOrDefault(row, new Taken(Quantity.zero(quantity.unit()), Money.zero(row.price().currency())));
        Quantity upTo = before.quantity().plus(quantity);
        Money refund = Rounding.HALF_UP.total(row.price(), upTo).minus(before.refund());
        taken.put(row, new Taken(upTo, before.refund().plus(refund)));
        return Line.returned(number, item, quantity, new Price(row.price(), new Price.Source.Paid()), refund, new ReturnOf(
                Optional.of(new ReturnOf.SoldLine(sold.sale(), sold.receipt(), sold.line().number())),
                ReturnOf.Condition.RESALABLE, ""));
    }

    private Returnable sold(SoldBefore.Piece piece) {
        return register.find(piece.sale()).stream()
                .flatMap(List::stream)
                .filter(returnable -> returnable.line().number() == piece.line())
                .findFirst()
                .orElseThrow(() -> new Stopped(false, "The ledger of till " + identity.till() + " does not hold sale " + piece.sale()
                        + ", which the file says was rung up there. The folder belongs to another replay; use a new one."));
    }

    private List<StockEntry.Adjustment> adjustments(List<Row> rows) {
        List<StockEntry.Adjustment> lines = new ArrayList<>();
        for (Row row : rows) {
            lines.add(new StockEntry.Adjustment(lines.size() + 1, requireItem(row.sku()), row.quantity(),
                    Place.Kind.AVAILABLE, reason(row.description())));
        }
        return lines;
    }

    private static String reason(String description) {
        String reason = description.isBlank() ? "unknown" : description;
        return reason.length() <= REASON_LENGTH_MAX ? reason : reason.substring(0, REASON_LENGTH_MAX);
    }

    private Item item(Sku sku, Invoice invoice) {
        Item item = requireItem(sku);
        return invoice.isAccounting() && item.kind() != Product.Kind.SERVICE
                ? new Item(item.product(), item.sku(), item.name(), item.unit(), Product.Kind.SERVICE, item.tax())
                : item;
    }

    private Item requireItem(Sku sku) {
        return Optional.ofNullable(items.get(sku)).orElseThrow();
    }

    /// Makes the till know a product, if it does not.
    private void meet(Sku sku, Instant at) {
        if (items.containsKey(sku)) {
            return;
        }
        Product own = plan.goods().product(sku);
        Optional<Product> known = db.read(tx -> tx.catalogue().find(sku));
        if (known.isEmpty()) {
            done(register.record(plan.names().product(at, identity.terminal(), sku),
                    (tx, branch) -> new TillEntry.ProductMet(branch, tx.now(), CASHIER, own)));
        }
        Product product = known.orElse(own);
        items.put(sku, new Item(product.id(), sku, product.name(), own.unit(), own.kind(), Goods.TAX));
    }

    /// Closes the shift of an earlier day at its midnight and opens one for the day of an invoice.
    private void openDay(Invoice invoice) {
        LocalDate date = invoice.date();
        if (shift.map(Shift::businessDate).equals(Optional.of(date))) {
            return;
        }
        if (shift.isPresent()) {
            if (shift.get().businessDate().isAfter(date)) {
                throw new Stopped(false, "Till " + identity.till() + " is at " + shift.get().businessDate()
                        + " already and cannot go back to " + date + ". Ring up the file in the order of its days, or use a new folder.");
            }
            close(shift.get());
            clock.to(invoice.at());
        }
        open(invoice);
    }

    private void close(Shift open) {
        LocalDate date = open.businessDate();
        Instant midnight = date.plusDays(1).atStartOfDay(Invoice.ZONE).toInstant().minusSeconds(1);
        clock.to(midnight);
        EntryId id = plan.names().shiftClose(midnight, identity.terminal(), date, number(open));
        done(register.record(id, (tx, branch) -> {
            Drawer drawer = tx.shifts().drawer(open.id()).orElseThrow();
            return new ShiftEntry.ShiftClosed(branch, tx.now(), CASHIER, open.id(), drawer, drawer.cash());
        }));
    }

    private void open(Invoice invoice) {
        for (int number = 1; number <= SHIFTS_A_DAY_MAX; number++) {
            UUID id = plan.names().shift(dayStart(invoice.date()), identity.terminal(), invoice.date(), number);
            Shift fresh = new Shift(id, invoice.date(), invoice.at(), CASHIER, Money.zero(SalesFile.CURRENCY));
            EntryId entry = plan.names().shiftOpen(invoice.at(), identity.terminal(), invoice.date(), number);
            if (done(register.record(entry, (_, branch) -> new ShiftEntry.ShiftOpened(branch, fresh))) instanceof Outcome.Saved) {
                shift = Optional.of(fresh);
                return;
            }
        }
        throw new Stopped(false, "Till " + identity.till() + " was opened too often on " + invoice.date() + ".");
    }

    /// Which shift of its day a shift is; one that a person opened has no number of ours and is closed like the first.
    private int number(Shift open) {
        for (int number = 1; number <= SHIFTS_A_DAY_MAX; number++) {
            UUID id = plan.names().shift(
                    dayStart(open.businessDate()), identity.terminal(), open.businessDate(), number);
            if (id.equals(open.id())) {
                return number;
            }
        }
        return 1;
    }

    private static Instant dayStart(LocalDate date) {
        return date.atStartOfDay(Invoice.ZONE).toInstant();
    }

    private static Outcome done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Saved saved -> saved;
            case Outcome.Known known -> known;
            case Outcome.NotSaved(Outcome.Why why, String sentence) -> throw new Stopped(switch (why) {
                case DISK_FULL, READ_ONLY, STORAGE -> true;
                case SHIFT, CONTENT -> false;
            }, sentence);
            case Outcome.Uncertain(String sentence) -> throw new Stopped(true, sentence);
        };
    }
}
