package io.evertill.view;

import static java.util.stream.Collectors.joining;

import io.evertill.customer.Customer;
import io.evertill.person.Person;
import io.evertill.sale.DiscountReason;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.stock.Quantity;
import io.evertill.till.Action;
import io.evertill.tender.Tender;
import io.evertill.till.Activity;
import io.evertill.till.Article;
import io.evertill.till.Draft;
import io.evertill.till.HeldBasket;
import io.evertill.till.Patrons;
import io.evertill.till.Phrase;
import io.evertill.till.Reserved;
import io.evertill.till.Returns;
import io.evertill.till.StockCard;
import io.evertill.till.TillState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What is chosen from, in words: what stands in the rows of a list.
final class Choices {
    private Choices() {}

    static Choice of(Article article, Texts texts) {
        String stock = article.onHand()
                .map(quantity -> texts.say(Phrase.ON_HAND, quantity))
                .orElseGet(() -> texts.say(Phrase.STOCK_UNKNOWN));
        String unit = article.item().unit().isMeasured() ? " / " + article.item().unit().code() : "";
        return new Choice(article.item().name(), article.item().sku() + " · " + stock,
                texts.price(article.price().unit()) + unit);
    }

    static Choice of(Tender tender, Texts texts) {
        String detail = tender instanceof Tender.Card card ? card.reference() : "";
        return new Choice(TotalsView.name(tender, texts), detail, texts.amount(tender.amount()));
    }

    static Choice of(HeldBasket held, TillState state, Texts texts) {
        boolean isEarlier = state.duty().filter(duty -> held.businessDate().isBefore(duty.shift().businessDate())).isPresent();
        String detail = texts.say(Phrase.HELD_DETAIL, held.lines(), age(held.at(), state), held.by());
        String number = texts.say(Phrase.HELD_NUMBER, held.number());
        return new Choice(held.name().isEmpty() ? number : number + " · " + held.name(),
                isEarlier ? detail + " · " + texts.say(Phrase.HELD_EARLIER, held.businessDate()) : detail, texts.amount(held.total()));
    }

    static Choice of(Reserved order, TillState state, Texts texts) {
        String goods = order.goods().stream()
                .map(each -> texts.quantity(each.quantity()) + " × " + each.article().item().name())
                .collect(joining(", "));
        String until = texts.when(order.expiresAt(), state.around().now(), state.lane().zone());
        return new Choice(order.order() + " · " + order.owner(), goods,
                texts.say(order.isExpired() ? Phrase.RESERVED_WAS_UNTIL : Phrase.RESERVED_UNTIL, until));
    }

    static String reservedTitle(Activity.ChoosingReserved choosing, Texts texts) {
        if (!choosing.isCurrent()) {
            return texts.say(Phrase.RESERVED_COMING);
        }
        String title = choosing.sought().isEmpty()
                ? texts.say(Phrase.RESERVED_TITLE)
                : texts.say(choosing.orders().isEmpty() ? Phrase.RESULTS_NONE : Phrase.RESERVED_FOUND, choosing.sought());
        return choosing.isMore() ? title + " · " + texts.say(Phrase.RESERVED_MORE) : title;
    }

    static Choice of(Returnable line, TillState state, Texts texts) {
        Quantity left = Returns.left(state, line);
        String detail = texts.say(Phrase.COLUMN_SOLD) + " " + texts.quantity(line.line().quantity()) + " · "
                + texts.say(Phrase.COLUMN_LEFT) + " " + texts.quantity(left);
        return new Choice(line.line().item().name(), detail, texts.amount(line.line().total()));
    }

    static String customersTitle(Activity.FindingCustomer finding, Texts texts) {
        return finding.isMore()
                ? texts.say(Phrase.CUSTOMER_MORE, finding.found().size())
                : texts.say(Phrase.CUSTOMER_TITLE);
    }

    static List<Choice> customers(Activity.FindingCustomer finding, TillState state, Texts texts) {
        return Patrons.rows(state, finding).stream().map(row -> switch (row) {
            case Patrons.Row.Known(Customer customer) -> new Choice(customer.name(), customer.reach(), customer.card());
            case Patrons.Row.Another(String typed) -> new Choice(texts.say(Phrase.CUSTOMER_NEW, typed), "", "");
            case Patrons.Row.Nobody(Customer customer) -> new Choice(texts.say(Phrase.CUSTOMER_TAKE_OFF, customer.name()), "", "");
        }).toList();
    }

    /// What is known of a new customer, and how to leave the rest empty.
    static String known(Draft draft, TillState state, Texts texts) {
        String known = Stream.of(draft.name(), draft.phone(), draft.email())
                .filter(part -> !part.isEmpty())
                .collect(joining(", "));
        return known.isEmpty() ? "" : known + "\n"
                + texts.say(Phrase.CUSTOMER_SKIP, state.lane().keymap().stroke(Action.CUSTOMER).map(texts::key)
                        .orElseGet(() -> texts.say(Phrase.DO_CUSTOMER)));
    }

    static String stockTitle(Activity.SeeingStock seeing, Texts texts) {
        String title = texts.say(seeing.card().isPresent() ? Phrase.STOCK_TITLE : Phrase.STOCK_COMING, seeing.item().name());
        return seeing.card().flatMap(StockCard::next).map(_ -> title + " · " + texts.say(Phrase.STOCK_MORE)).orElse(title);
    }

    static List<Choice> stock(Activity.SeeingStock seeing, TillState state, Texts texts) {
        return seeing.card().stream().flatMap(card -> Stream.concat(
                Stream.of(here(card, state, texts)),
                card.elsewhere().stream().map(other -> new Choice(other.store(),
                        texts.say(Phrase.STOCK_KNOWN, age(other.asOf(), state)), texts.quantity(other.onHand()))))).toList();
    }

    private static Choice here(StockCard card, TillState state, Texts texts) {
        return card.here()
                .map(here -> new Choice(texts.say(Phrase.STOCK_HERE),
                        texts.say(Phrase.STOCK_KNOWN, age(here.asOf(), state)) + (here.promised().isZero()
                                ? ""
                                : " · " + texts.say(Phrase.STOCK_PROMISED, here.promised())),
                        texts.quantity(here.onHand())))
                .orElseGet(() -> new Choice(texts.say(Phrase.STOCK_HERE), texts.say(Phrase.STOCK_UNKNOWN), ""));
    }

    static Phrase phrase(ReturnOf.Reason reason) {
        return switch (reason) {
            case NOT_WANTED -> Phrase.BACK_NOT_WANTED;
            case DEFECTIVE -> Phrase.BACK_DEFECTIVE;
            case WRONG_GOODS -> Phrase.BACK_WRONG_GOODS;
            case GIFT -> Phrase.BACK_GIFT;
        };
    }

    static Phrase phrase(DiscountReason reason) {
        return switch (reason) {
            case DAMAGED -> Phrase.CHEAPER_DAMAGED;
            case SHORT_DATED -> Phrase.CHEAPER_SHORT_DATED;
            case PRICE_MATCH -> Phrase.CHEAPER_PRICE_MATCH;
            case STAFF -> Phrase.CHEAPER_STAFF;
            case GOODWILL -> Phrase.CHEAPER_GOODWILL;
        };
    }

    static Phrase condition(ReturnOf.Condition condition) {
        return switch (condition) {
            case RESALABLE -> Phrase.CONDITION_RESALABLE;
            case UNKNOWN -> Phrase.CONDITION_UNKNOWN;
            case DAMAGED -> Phrase.CONDITION_DAMAGED;
            case EXPIRED -> Phrase.CONDITION_EXPIRED;
        };
    }

    static Duration age(Instant asOf, TillState state) {
        return Duration.between(asOf, state.around().now());
    }

    static List<Choice> names(List<Person> people) {
        return people.stream().map(person -> new Choice(person.name(), "", "")).toList();
    }
}
