package io.evertill.view;

import io.evertill.customer.Customer;
import io.evertill.money.Money;
import io.evertill.sale.Sale;
import io.evertill.tax.TaxAmount;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import io.evertill.till.Activity;
import io.evertill.till.Phrase;
import io.evertill.till.TillState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is to be paid, very large; after the sale, the change.
final class TotalsView implements Part {
    private static final int TENDER_ROWS_MAX = 3;

    private final Label title = new Label();
    private final Label amount = new Label();
    private final Label count = new Label();
    private final Label taxes = new Label();
    private final Label customer = new Label();
    private final VBox tenders = new VBox();
    private final VBox head = new VBox();
    private final VBox node;
    private Room room = Room.WIDE;

    TotalsView() {
        title.getStyleClass().add("total-title");
        amount.getStyleClass().add("total-amount");
        amount.setMinWidth(Region.USE_PREF_SIZE);
        count.getStyleClass().addAll("quiet", "may-cut");
        taxes.getStyleClass().addAll("quiet", "may-cut");
        customer.getStyleClass().addAll("who-buys", "may-cut");
        tenders.getStyleClass().add("tenders");
        title.setMinWidth(Region.USE_PREF_SIZE);
        arrange();
        node = new VBox(head, taxes, customer, tenders);
        node.getStyleClass().addAll("card", "totals");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void fit(Room now, double em) {
        room = now;
        arrange();
    }

    private void arrange() {
        head.getChildren().clear();
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        if (room.isWide()) {
            HBox line = new HBox(new VBox(title, count), space, amount);
            line.setAlignment(Pos.CENTER_LEFT);
            head.getChildren().setAll(List.of(line));
        } else {
            HBox line = new HBox(title, space, count);
            line.getStyleClass().add("total-line");
            line.setAlignment(Pos.BASELINE_LEFT);
            head.setAlignment(Pos.CENTER_RIGHT);
            head.getChildren().setAll(List.of(line, amount));
        }
        taxes.setVisible(room.isWide());
        taxes.setManaged(room.isWide());
    }

    @Override
    public void show(TillState state, Texts texts) {
        node.getStyleClass().remove("done");
        if (state.activity() instanceof Activity.Done(var completed)) {
            node.getStyleClass().add("done");
            done(completed.sale(), texts);
        } else {
            open(state, texts);
        }
        node.setAccessibleText(title.getText() + " " + amount.getText());
    }

    private void show(Optional<String> who) {
        customer.setText(who.orElse(""));
        customer.setVisible(who.isPresent());
        customer.setManaged(who.isPresent());
    }

    private static String who(Customer customer, TillState state, Texts texts) {
        return customer.exemption()
                .map(exemption -> state.sale().basket().isExempt()
                        ? texts.say(Phrase.CUSTOMER_IS_EXEMPT, customer.name(), exemption.certificate())
                        : texts.say(Phrase.CUSTOMER_IS_EXPIRED, customer.name(), exemption.until()))
                .orElseGet(() -> texts.say(Phrase.CUSTOMER_IS, customer.name()));
    }

    private void done(Sale sale, Texts texts) {
        show(Optional.empty());
        boolean isPaidOut = sale.total().isNegative();
        title.setText(texts.say(isPaidOut ? Phrase.PAID_OUT : Phrase.CHANGE));
        amount.setText(texts.money(isPaidOut ? sale.total().plus(sale.rounding()).negated() : sale.change()));
        count.setText(texts.say(Phrase.TOTAL) + " " + texts.money(sale.total()));
        taxes.setText(taxes(sale.taxes(), texts));
        show(sale.tenders(), texts);
        if (!sale.rounding().isZero()) {
            count.setText(count.getText() + " · " + texts.say(Phrase.ROUNDING, sale.rounding()));
        }
    }

    private void open(TillState state, Texts texts) {
        Settlement settlement = state.sale().settlement();
        Money remaining = settlement.remaining();
        boolean isPayingOut = remaining.isNegative();
        boolean isPart = !settlement.tenders().isEmpty();
        title.setText(texts.say(isPayingOut ? Phrase.TO_PAY_OUT : isPart ? Phrase.TO_PAY : Phrase.TOTAL));
        amount.setText(texts.money(isPayingOut ? remaining.negated() : remaining));
        int lines = state.sale().basket().lines().size();
        String many = texts.say(lines == 1 ? Phrase.PIECES_ONE : Phrase.PIECES_MANY, lines);
        count.setText(isPart ? many + " · " + texts.say(Phrase.TOTAL) + " " + texts.money(settlement.due()) : many);
        if (!settlement.remainingInCash().equals(remaining)) {
            count.setText(count.getText() + " · " + texts.say(Phrase.IN_CASH, settlement.remainingInCash()));
        }
        taxes.setText(taxes(state.sale().basket().taxes(), texts));
        show(state.sale().customer().map(each -> who(each, state, texts)));
        show(settlement.tenders(), texts);
    }

    private static String taxes(List<TaxAmount> taxes, Texts texts) {
        return taxes.stream()
                .map(tax -> texts.say(
                        switch (tax.rate().kind()) {
                            case INCLUSIVE -> Phrase.TAX_INCLUDED;
                            case EXCLUSIVE -> Phrase.TAX_ADDED;
                            case EXEMPT_INCLUSIVE, EXEMPT_EXCLUSIVE -> Phrase.TAX_EXEMPT;
                        },
                        texts.percent(tax.rate().partsPerMillion()), tax.rate().name(), texts.amount(tax.tax())))
                .collect(Collectors.joining(" · "));
    }

    /// A row for each tender; when there are too many for that, all in one line.
    private void show(List<Tender> list, Texts texts) {
        if (!list.isEmpty() && list.size() > (room == Room.WIDE ? TENDER_ROWS_MAX : 0)) {
            Label all = new Label(list.stream()
                    .map(tender -> name(tender, texts) + " " + texts.amount(tender.amount()))
                    .collect(Collectors.joining(" · ")));
            all.getStyleClass().add("may-cut");
            tenders.getChildren().setAll(List.of(all));
            return;
        }
        tenders.getChildren().setAll(list.stream().map(tender -> {
            Label name = new Label(name(tender, texts));
            name.getStyleClass().add("may-cut");
            Label paid = new Label(texts.amount(tender.amount()));
            paid.setMinWidth(Region.USE_PREF_SIZE);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            return (Node) new HBox(name, space, paid);
        }).toList());
    }

    static String name(Tender tender, Texts texts) {
        return switch (tender) {
            case Tender.Cash _ -> texts.say(Phrase.TENDER_CASH);
            case Tender.Card _ -> texts.say(Phrase.TENDER_CARD);
            case Tender.Voucher(var _, String code) -> texts.say(Phrase.TENDER_VOUCHER, code);
        };
    }
}
