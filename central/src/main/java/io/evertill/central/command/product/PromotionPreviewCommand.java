package io.evertill.central.command.product;

import io.evertill.central.command.Phrases;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.Articles;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.closing.Closing;
import io.evertill.db.Tx;
import io.evertill.money.Money;
import io.evertill.price.Price;
import io.evertill.price.PriceBook;
import io.evertill.price.Promotions;
import io.evertill.product.Product;
import io.evertill.sale.Basket;
import io.evertill.sale.Discount;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.stock.Quantity;
import io.evertill.tax.TaxRule;
import io.evertill.wire.Json;
import io.evertill.wire.Rows;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `promotion preview`: what goods would cost at a till.
@Command(name = "preview", mixinStandardHelpOptions = true,
        description = {
            "Says what goods would cost together in a store at a moment, by its prices and promotions as they are defined now.",
            "Taxes that are added to prices are not in it.",
        })
public final class PromotionPreviewCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(arity = "1..*", paramLabel = "[QUANTITY*]SKU", description = "What is bought, such as TEA or 3*TEA.")
    private List<String> goods = new ArrayList<>();

    @Option(names = "--store", required = true, paramLabel = "STORE", description = "In which store.")
    private String store = "";

    @Option(names = "--at", paramLabel = "TIME", description = "When, such as 2026-12-01T00:00:00Z. Otherwise now.")
    private Optional<String> at = Optional.empty();

    public PromotionPreviewCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Optional<Instant> moment = at.map(Phrases::instant);
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            print(office.db().read(tx -> basket(tx, moment.orElse(tx.now()))));
            return 0;
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE, "These goods cannot be rung up: " + e.getMessage());
        }
    }

    private Basket basket(Tx tx, Instant moment) {
        Optional<Basket> basket = Optional.empty();
        for (String some : goods) {
            int star = some.indexOf('*');
            Product product = Articles.find(tx, some.substring(star + 1));
            Item item = Articles.item(tx, some.substring(star + 1));
            Quantity quantity = star < 0
                    ? Quantity.of(1, item.unit())
                    : Quantity.parse(some.substring(0, star), item.unit());
            Price price = new PriceBook(store, tx.definitions().prices(product.id(), store).stream()
                    .map(rule -> Rows.price(Json.parse(rule.content().content())))
                    .toList()).effective(product, moment);
            basket = Optional.of(basket
                    .orElseGet(() -> Basket.empty(price.unit().currency(), TaxRule.USUAL))
                    .ring(item, quantity, price));
        }
        Promotions promotions = new Promotions(PromotionListCommand.all(tx).stream()
                .filter(promotion -> PromotionListCommand.isFor(promotion, store))
                .toList()).inForce(moment, Closing.zone(tx, store));
        return basket.orElseThrow().under(promotions);
    }

    private void print(Basket basket) {
        PrintWriter out = spec.commandLine().getOut();
        Money whole = Money.zero(basket.currency());
        Money net = whole;
        for (Line line : basket.lines()) {
            out.println(line.quantity().text() + " x " + line.item().name() + " at " + line.price().unit() + ": " + line.gross());
            for (Discount discount : line.discounts()) {
                if (discount.cause() instanceof Discount.Cause.Promotion(String id, String name)) {
                    out.println("    " + name + " (" + id + "): -" + discount.amount());
                }
            }
            whole = whole.plus(line.gross());
            net = net.plus(line.total());
        }
        out.println("Together: " + net + (net.equals(whole) ? "" : ", " + whole.minus(net) + " less than without promotions"));
    }
}
