package io.evertill.central.simulator;

import io.evertill.central.office.Machine;
import io.evertill.central.office.Refusal;
import io.evertill.db.Database;
import io.evertill.db.Terminals;
import io.evertill.feed.Pull;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Meta;
import io.evertill.outbox.Courier;
import io.evertill.outbox.Flush;
import io.evertill.person.Person;
import io.evertill.register.Lookup;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.sale.Basket;
import io.evertill.sale.Line;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.stock.Quantity;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import io.evertill.wire.Ed25519;
import io.evertill.wire.Push;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A till with a ledger of its own in memory, and a line to the centre that can be cut.
final class SimulatedTill implements AutoCloseable {
    private static final Person CASHIER = new Person("anna", "Anna");
    private static final int ROUNDS_MAX = 1_000;

    private final String name;
    private final String store;
    private final Database db;
    private final Register register;
    private final Lookup lookup;
    private final Courier courier;
    private final Pull pull;
    private boolean isOnline = true;

    /// A till that is let in now and has a shift open.
    ///
    /// @param keys its own
    /// @param address its ledger's, in memory
    SimulatedTill(Terminals.Identity identity, LocalLink link, Ed25519.Keys keys, String address, Machine machine) {
        this.name = identity.till();
        this.store = identity.branch();
        UUID boot = machine.ids().get();
        this.db = Database.till(address, machine.clock());
        this.register = new Register(db, at -> new Meta.Stamp(at.toEpochMilli(), monoMs(machine), boot, Optional.empty()), machine.ids());
        this.lookup = new Lookup(db, store);
        Flush.Run run = new Flush.Run(boot, () -> new Push.Clock(machine.clock().millis(), monoMs(machine)));
        this.courier = new Courier(new Flush(db, Ed25519.signer(keys.secret()), machine.ids(), run), link, machine.random());
        this.pull = new Pull(db, link, link.folder());
        register.enrol(identity);
        exchange();
        require(register.openShift(CASHIER));
    }

    private static long monoMs(Machine machine) {
        return machine.nanos().getAsLong() / 1_000_000;
    }

    String name() {
        return name;
    }

    String store() {
        return store;
    }

    boolean isOnline() {
        return isOnline;
    }

    /// Cuts the line.
    void cut() {
        isOnline = false;
    }

    /// Mends the line.
    void mend() {
        isOnline = true;
    }

    /// How many entries the centre has not got yet.
    long waiting() {
        return db.read(tx -> tx.streams().open()
                .flatMap(stream -> tx.postings().head(store, stream.id())
                        .map(head -> head.seq() - stream.verifiedSeq()))
                .orElse(0L));
    }

    /// Sells so much of a product for cash; answers what happened in a sentence.
    String sell(String sku, String amount) {
        Lookup.Article article = article(sku);
        Quantity quantity = Quantity.parse(amount, article.item().unit());
        Basket basket = Basket.empty(article.price().unit().currency(), TaxRule.USUAL)
                .ring(article.item(), quantity, article.price());
        return "Till " + name + " sold " + quantity.text() + " of " + sku + ": receipt " + pay(basket) + ".";
    }

    /// Takes so much of the newest sale of a product back; answers what happened in a sentence.
    String takeBack(String sku, String amount, ReturnOf.Condition condition) {
        Returnable sold = register.last().stream()
                .flatMap(last -> register.find(last.sale().receipt()).stream())
                .flatMap(List::stream)
                .filter(line -> line.line().item().sku().code().equals(sku))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.USAGE, "The newest receipt of till " + name + " has no " + sku
                        + ". Nothing was recorded."));
        Line line = sold.take(1, Quantity.parse(amount, sold.line().item().unit()), condition, "");
        Basket basket = Basket.empty(line.total().currency(), TaxRule.USUAL).plus(line);
        return "Till " + name + " took " + amount + " of " + sku + " back from receipt " + sold.receipt().text() + ": receipt "
                + pay(basket) + ".";
    }

    /// Hands over what waits and reads the centre's lists, unless the line is cut.
    void exchange() {
        if (!isOnline) {
            return;
        }
        for (int round = 0; round < ROUNDS_MAX && !isUpToDate(pull.step()); round++) {
            // Parts of a snapshot and pages follow each other.
        }
        for (int round = 0; round < ROUNDS_MAX; round++) {
            if (courier.round() instanceof Courier.Round.Delivered delivered && delivered.isAll()) {
                return;
            }
        }
    }

    private static boolean isUpToDate(Pull.Step step) {
        return switch (step) {
            case Pull.Step.UpToDate _, Pull.Step.UpdateNeeded _, Pull.Step.Failed _ -> true;
            case Pull.Step.Applied(_, boolean hasMore) -> !hasMore;
            case Pull.Step.Downloaded _, Pull.Step.Mismatched _, Pull.Step.Repaired _ -> false;
        };
    }

    private Lookup.Article article(String sku) {
        if (lookup.find(sku) instanceof Lookup.Meaning.Found found) {
            return found.article();
        }
        throw new Refusal(Refusal.Kind.USAGE, "Till " + name + " knows no product " + sku
                + ". Define it with the command product; a till that is cut off hears of it when it is back.");
    }

    private String pay(Basket basket) {
        Settlement settlement = new Settlement(basket.total(),
                basket.total().isZero() ? List.of() : List.of(new Tender.Cash(basket.total())));
        require(register.sell(new Register.Checkout(register.entryId(), CASHIER, Optional.empty(), basket, settlement)));
        return register.last().orElseThrow().sale().receipt().text();
    }

    private static void require(Outcome outcome) {
        switch (outcome) {
            case Outcome.Saved _, Outcome.Known _ -> {}
            case Outcome.NotSaved(_, String sentence) -> throw new Refusal(Refusal.Kind.USAGE, sentence);
            case Outcome.Uncertain(String sentence) -> throw new Refusal(Refusal.Kind.STORAGE, sentence);
        }
    }

    @Override
    public void close() {
        db.close();
    }
}
