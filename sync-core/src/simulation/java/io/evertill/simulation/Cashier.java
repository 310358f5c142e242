package io.evertill.simulation;

import io.evertill.db.Database;
import io.evertill.db.StorageFailure;
import io.evertill.ledger.EntryId;
import io.evertill.money.Money;
import io.evertill.price.Price;
import io.evertill.product.Product;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.sale.Basket;
import io.evertill.sale.Item;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.util.List;
import java.util.Optional;

/// Rings up a sale or takes something back, and insists that the till answers at once.
final class Cashier {
    private final World world;
    private final TillNode till;
    private final Register register;
    private final Database db;

    Cashier(World world, TillNode till, Register register, Database db) {
        this.world = world;
        this.till = till;
        this.register = register;
        this.db = db;
    }

    /// Serves one customer; answers whether something was recorded.
    boolean serve() {
        EntryId id = register.entryId();
        boolean isFaulty = till.disk().isArmed();
        Basket basket = world.chance.oneIn(8) ? refund().orElseGet(this::goods) : goods();
        world.truth.attempted(id);
        Settlement settlement = new Settlement(basket.total(), List.of(tender(basket.total())));
        Outcome outcome = register.sell(new Register.Checkout(id, Template.ANNA, Optional.empty(), basket, settlement));
        return switch (outcome) {
            case Outcome.Saved saved -> {
                world.truth.saved(till, saved);
                world.saw(basket.total().isNegative() ? Seen.REFUND : Seen.SALE, till.name());
                yield true;
            }
            case Outcome.NotSaved(Outcome.Why why, String sentence) -> {
                world.saw(Seen.SALE_REFUSED_BY_DISK, till.name());
                if (!isFaulty) {
                    world.violated(till.name() + " refused a sale although its disk was well: " + why + ", " + sentence);
                }
                requireAbsent(id);
                yield false;
            }
            case Outcome.Known _ -> throw new IllegalStateException("a fresh id is known");
            case Outcome.Uncertain _ -> false;
        };
    }

    private Tender tender(Money due) {
        return due.isPositive() && world.chance.oneIn(6)
                ? new Tender.Voucher(due, world.chance.pick(Template.VOUCHERS))
                : new Tender.Cash(due);
    }

    private void requireAbsent(EntryId id) {
        boolean isThere = db.read(tx -> tx.facts().find(till.seat().branch(), id)).isPresent();
        if (isThere) {
            world.violated(till.name() + " said that entry " + id + " was not saved, and it is there");
        }
    }

    private Basket goods() {
        Basket basket = Basket.empty(Template.GBP, TaxRule.USUAL);
        int lines = 1 + world.chance.below(3);
        for (int line = 0; line < lines; line++) {
            Product product = world.chance.oneIn(40) ? Template.GHOST : world.chance.pick(Template.PRODUCTS);
            basket = basket.ring(Item.of(product, Template.VAT), Quantity.of(1 + world.chance.below(3), Unit.EACH),
                    new Price(product.basePrice(), new Price.Source.Base()));
        }
        return basket;
    }

    private Optional<Basket> refund() {
        List<EntryId> sales = world.truth.salesOf(till);
        if (sales.isEmpty()) {
            return Optional.empty();
        }
        try {
            return register.find(world.chance.pick(sales)).stream()
                    .flatMap(List::stream)
                    .filter(line -> line.left().isPositive())
                    .findFirst()
                    .map(this::refund);
        } catch (StorageFailure _) {
            return Optional.empty();
        }
    }

    private Basket refund(Returnable line) {
        return Basket.empty(Template.GBP, TaxRule.USUAL)
                .plus(line.take(1, Quantity.of(1, Unit.EACH), ReturnOf.Condition.RESALABLE, ""));
    }
}
