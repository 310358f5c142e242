package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.central.office.Ids;
import io.evertill.db.Database;
import io.evertill.db.Terminals;
import io.evertill.feed.Pull;
import io.evertill.ledger.Meta;
import io.evertill.link.HttpLink;
import io.evertill.money.Money;
import io.evertill.outbox.Courier;
import io.evertill.outbox.Flush;
import io.evertill.outbox.Rehome;
import io.evertill.person.Person;
import io.evertill.register.Lookup;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.rule.Exempt;
import io.evertill.sale.Basket;
import io.evertill.shift.CashCount;
import io.evertill.shift.Shift;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import io.evertill.wire.Ed25519;
import io.evertill.wire.Enrolment;
import io.evertill.wire.Link;
import io.evertill.wire.Push;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/// A till with the real code and a real database, enrolled at a centre over HTTP.
@Exempt(rule = "imports", reason = "a whole till in one class, for tests", until = "2028-12-31")
public final class ShopTill implements AutoCloseable {
    public static final Currency GBP = Currency.getInstance("GBP");
    static final Person ANNA = new Person("anna", "Anna");

    final Database db;
    final Register register;
    final Lookup lookup;
    final Ed25519.Keys keys;
    public final Enrolment.Grant grant;
    final HttpLink link;
    private final Path folder;
    private final String url;
    private final Ids ids;

    private ShopTill(Path folder, Ed25519.Keys keys, Enrolment.Grant grant, String url) {
        this.folder = folder;
        this.keys = keys;
        this.grant = grant;
        this.link = new HttpLink(url, grant.token());
        this.url = url;
        this.ids = new Ids(Clock.systemUTC(), new Random());
        this.db = Database.till(folder.resolve("till.db"), Clock.systemUTC());
        this.register = new Register(
                db, at -> new Meta.Stamp(at.toEpochMilli(), at.toEpochMilli(), new UUID(1, 1), Optional.empty()), ids);
        this.lookup = new Lookup(db, grant.branch());
        register.enrol(new Terminals.Identity(grant.terminal(), grant.branch(), grant.till(), ""));
    }

    /// Enrols a till.
    public static ShopTill enrol(Path folder, String url, String code) {
        Ed25519.Keys keys = Ed25519.generate();
        try (HttpLink desk = new HttpLink(url, "")) {
            Enrolment.Answer answer = desk.enrol(new Enrolment.Request(code, keys.open()));
            Enrolment.Grant grant = assertInstanceOf(Enrolment.Answer.Granted.class, answer).grant();
            Files.createDirectories(folder);
            return new ShopTill(folder, keys, grant, url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Courier courier(Link over) {
        Flush flush = new Flush(db, Ed25519.signer(keys.secret()), ids,
                new Flush.Run(new UUID(1, 1), () -> new Push.Clock(Clock.systemUTC().millis(), Clock.systemUTC().millis())));
        return new Courier(flush, over, new Random(1));
    }

    /// This till on an old copy of its ledger, which goes on in a new stream; this one is closed.
    ShopTill putBack(Path copy) {
        close();
        try {
            Path other = Files.createDirectories(folder.resolve("put back"));
            Files.copy(copy, other.resolve("till.db"));
            ShopTill till = new ShopTill(other, keys, grant, url);
            new Rehome(till.db, ids).move();
            return till;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends everything that waits; answers how the last round went.
    public Courier.Round deliver() {
        Courier courier = courier(link);
        Courier.Round round = courier.round();
        for (int at = 0; at < 1_000 && round instanceof Courier.Round.Delivered delivered && !delivered.isAll(); at++) {
            round = courier.round();
        }
        return round;
    }

    /// Pulls until nothing is new.
    public Pull.Step pull() {
        Pull pull = new Pull(db, link, folder);
        Pull.Step step = pull.step();
        for (int at = 0; at < 1_000 && !(step instanceof Pull.Step.UpToDate) && !(step instanceof Pull.Step.Failed); at++) {
            step = pull.step();
        }
        return step;
    }

    public void openShift() {
        assertInstanceOf(Outcome.Saved.class, register.openShift(
                new Shift(ids.get(), LocalDate.parse("2026-01-05"), Clock.systemUTC().instant(), ANNA, Money.of(0, "GBP"))));
    }

    /// Rings up one piece of each SKU and pays in cash.
    public Outcome sell(String... skus) {
        Basket basket = Basket.empty(GBP, TaxRule.USUAL);
        for (String sku : skus) {
            Lookup.Meaning.Found found = assertInstanceOf(Lookup.Meaning.Found.class, lookup.find(sku));
            basket = basket.ring(found.article().item(), Quantity.of(1, Unit.EACH), found.article().price());
        }
        Settlement settlement = new Settlement(basket.total(), List.of(new Tender.Cash(basket.total())));
        return register.sell(new Register.Checkout(register.entryId(), ANNA, Optional.empty(), basket, settlement));
    }

    /// Closes the open shift with an empty drawer.
    public Outcome closeShift() {
        return register.closeShift(ANNA, new CashCount(GBP, List.of()));
    }

    @Override
    public void close() {
        link.close();
        db.close();
    }
}
