package io.evertill.view;

import io.evertill.money.Money;
import io.evertill.sale.Sale;
import io.evertill.tax.TaxAmount;
import io.evertill.tax.TaxRate;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import io.evertill.till.Activity;
import io.evertill.till.Phrase;
import io.evertill.till.TillState;
import java.util.List;
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
    private final Label title = new Label();
    private final Label amount = new Label();
    private final Label count = new Label();
    private final Label taxes = new Label();
    private final VBox tenders = new VBox();
    private final VBox node;

    TotalsView() {
        title.getStyleClass().add("total-title");
        amount.getStyleClass().add("total-amount");
        amount.setMinWidth(Region.USE_PREF_SIZE);
        count.getStyleClass().addAll("quiet", "may-cut");
        taxes.getStyleClass().addAll("quiet", "may-cut");
        tenders.getStyleClass().add("tenders");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        VBox left = new VBox(title, count);
        HBox head = new HBox(left, space, amount);
        head.setAlignment(Pos.CENTER_LEFT);
        node = new VBox(head, taxes, tenders);
        node.getStyleClass().addAll("card", "totals");
    }

    @Override
    public Node node() {
        return node;
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

    private void done(Sale sale, Texts texts) {
        boolean isPaidOut = sale.total().isNegative();
        title.setText(texts.say(isPaidOut ? Phrase.PAID_OUT : Phrase.CHANGE));
        amount.setText(texts.money(isPaidOut ? sale.total().negated() : sale.change()));
        count.setText(texts.say(Phrase.TOTAL) + " " + texts.money(sale.total()));
        taxes.setText(taxes(sale.taxes(), texts));
        show(sale.tenders(), texts);
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
        taxes.setText(taxes(state.sale().basket().taxes(), texts));
        show(settlement.tenders(), texts);
    }

    private static String taxes(List<TaxAmount> taxes, Texts texts) {
        return taxes.stream()
                .map(tax -> texts.say(
                        tax.rate().kind() == TaxRate.Kind.INCLUSIVE ? Phrase.TAX_INCLUDED : Phrase.TAX_ADDED,
                        texts.percent(tax.rate().partsPerMillion()), tax.rate().name(), texts.amount(tax.tax())))
                .collect(Collectors.joining(" · "));
    }

    private void show(List<Tender> list, Texts texts) {
        tenders.getChildren().setAll(list.stream().map(tender -> {
            Label name = new Label(switch (tender) {
                case Tender.Cash _ -> texts.say(Phrase.TENDER_CASH);
                case Tender.Card _ -> texts.say(Phrase.TENDER_CARD);
                case Tender.Voucher(var _, String code) -> texts.say(Phrase.TENDER_VOUCHER, code);
            });
            name.getStyleClass().add("may-cut");
            Label paid = new Label(texts.amount(tender.amount()));
            paid.setMinWidth(Region.USE_PREF_SIZE);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            return (Node) new HBox(name, space, paid);
        }).toList());
    }
}
