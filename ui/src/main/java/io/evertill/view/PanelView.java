package io.evertill.view;

import io.evertill.money.Money;
import io.evertill.product.Product;
import io.evertill.rule.Exempt;
import io.evertill.sale.Consent;
import io.evertill.sale.DiscountReason;
import io.evertill.sale.ReturnOf;
import io.evertill.till.Action;
import io.evertill.till.Activity;
import io.evertill.till.Ages;
import io.evertill.till.Approvals;
import io.evertill.till.Article;
import io.evertill.till.Collects;
import io.evertill.till.CountChoice;
import io.evertill.till.DrawerAct;
import io.evertill.till.LineReason;
import io.evertill.till.Matter;
import io.evertill.till.OpenSale;
import io.evertill.till.Phrase;
import io.evertill.till.Proposal;
import io.evertill.till.SeeingWhy;
import io.evertill.till.Sighting;
import io.evertill.till.TillState;
import io.evertill.till.VoidReason;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The lower right of the screen: whatever the activity needs.
@Exempt(rule = "size", reason = "one place where every activity has its look", until = "2028-12-31")
final class PanelView implements Part {
    private static final List<DiscountReason> REASONS = List.of(DiscountReason.values());
    private static final List<ReturnOf.Reason> BACK = List.of(ReturnOf.Reason.values());

    private final Keypad keypad;
    private final FavouritesView favourites;
    private final PayView pay;
    private final ChoicesView choices;
    private final ReceiptView receipt = new ReceiptView();
    private final MessageView message = new MessageView();
    private final ActionButton approved;
    private final ActionButton declined;
    private final ActionButton kept;
    private final ActionButton ofAge;
    private final ActionButton underAge;
    private final ActionButton askAgain;
    private final ActionButton condition;
    private final ActionButton withoutReceipt;
    private final ActionButton reprint;
    private final ActionButton gift;
    private final ActionButton savePdf;
    private final ActionButton journal;
    private final ActionButton voidLast;
    private final StoryView story;
    private final ActionButton stock;
    private final ActionButton why;
    private final ActionButton back;
    private final ActionButton enter;
    private final ActionButton discount;
    private final ActionButton discountAll;
    private final ActionButton setPrice;
    private final ActionButton hold;
    private final ActionButton customer;
    private final ActionButton collect;
    private final ActionButton submitCount;
    private final ActionButton countResults;
    private final HBox side = new HBox();
    private final HBox node = new HBox();
    private Room room = Room.WIDE;

    PanelView(TillLoop loop) {
        keypad = new Keypad(loop);
        favourites = new FavouritesView(loop);
        pay = new PayView(loop);
        choices = new ChoicesView(loop);
        approved = new ActionButton(Action.APPROVED, loop, "go");
        declined = new ActionButton(Action.DECLINED, loop, "stop");
        kept = new ActionButton(Action.KEPT, loop, "stop");
        ofAge = new ActionButton(Action.OF_AGE, loop, "go");
        underAge = new ActionButton(Action.UNDER_AGE, loop, "stop");
        askAgain = new ActionButton(Action.ASK_AGAIN, loop, "wide");
        condition = new ActionButton(Action.CONDITION, loop, "wide");
        withoutReceipt = new ActionButton(Action.WITHOUT_RECEIPT, loop, "wide");
        reprint = new ActionButton(Action.REPRINT, loop, "wide");
        gift = new ActionButton(Action.GIFT_RECEIPT, loop, "wide");
        savePdf = new ActionButton(Action.SAVE_PDF, loop, "wide");
        journal = new ActionButton(Action.JOURNAL, loop, "wide");
        voidLast = new ActionButton(Action.VOID_LAST, loop, "wide");
        story = new StoryView(loop);
        stock = new ActionButton(Action.STOCK, loop, "wide");
        why = new ActionButton(Action.WHY, loop, "wide");
        back = new ActionButton(Action.BACK, loop, "wide");
        enter = new ActionButton(Action.ENTER, loop, "wide");
        discount = new ActionButton(Action.DISCOUNT, loop, "wide");
        discountAll = new ActionButton(Action.DISCOUNT_ALL, loop, "wide");
        setPrice = new ActionButton(Action.SET_PRICE, loop, "wide");
        hold = new ActionButton(Action.HOLD, loop, "wide");
        customer = new ActionButton(Action.CUSTOMER, loop, "wide");
        collect = new ActionButton(Action.COLLECT, loop, "wide");
        submitCount = new ActionButton(Action.SUBMIT_COUNT, loop, "go");
        countResults = new ActionButton(Action.COUNT_RESULTS, loop, "wide");
        side.getStyleClass().add("panel-side");
        node.getStyleClass().addAll("card", "panel-box");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void fit(Room now, double em) {
        room = now;
        pay.fit(room, em);
        choices.renew();
        node.getChildren().clear();
    }

    @Override
    public void show(TillState state, Texts texts) {
        List.of(keypad, approved, declined, kept, ofAge, underAge, askAgain, condition, withoutReceipt, reprint, gift, savePdf, journal,
                        voidLast,
                        stock, why, back, enter, discount, discountAll, setPrice, hold, collect, customer, submitCount, countResults)
                .forEach(part -> part.show(state, texts));
        boolean isPutAway = room == Room.SMALL && state.activity() instanceof Activity.Selling;
        node.setVisible(!isPutAway);
        node.setManaged(!isPutAway);
        show(state.activity(), state, texts);
    }

    private void show(Activity activity, TillState state, Texts texts) {
        switch (activity) {
            case Activity.Starting _, Activity.SigningIn _, Activity.AskingPin _, Activity.Helping _, Activity.More _,
                    Activity.SeeingCards _, SeeingWhy _ -> stand();
            case Activity.Selling _ -> {
                favourites.show(state, texts);
                if (room == Room.WIDE) {
                    stand(under(favouritesWithKeypad(), useful(state)));
                } else {
                    standWithKeypad(favourites.node());
                }
            }
            case Activity.Paying _ -> {
                pay.show(state, texts);
                standWithKeypad(pay.node());
            }
            case Activity.Weighing(Article article, long _) ->
                ask(Sign.ASKING, texts.say(Phrase.WEIGH_TITLE, article.item().name()), "");
            case Activity.AskingAge(Article article, var _, var _, int years, var _) -> askAge(article, years, state, texts);
            case Activity.AskingMark(Article article, var _, var _, var _) -> {
                boolean isSerial = article.track() == Product.Track.SERIAL;
                ask(Sign.ASKING, texts.say(isSerial ? Phrase.SERIAL_TITLE : Phrase.LOT_TITLE, article.item().name()),
                        texts.say(isSerial ? Phrase.SERIAL_HINT : Phrase.LOT_HINT));
            }
            case Activity.VoucherCode _ -> ask(Sign.ASKING, texts.say(Phrase.VOUCHER_TITLE), texts.say(Phrase.VOUCHER_CODE_FIRST));
            case Activity.VoucherAmount(String code) -> ask(Sign.ASKING, texts.say(Phrase.TENDER_VOUCHER, code), "");
            case Activity.FindingReceipt _ -> findReceipt(texts);
            case Activity.TakingAny(var reason, var shape, var noted) -> {
                message.show(Sign.RETURN, texts.say(Phrase.BACK_TITLE, texts.say(Choices.phrase(reason))),
                        texts.say(Phrase.CONDITION_TITLE, texts.say(Choices.condition(shape)))
                                + noted.map(receipt -> "\n" + texts.say(Phrase.BACK_NOTED, receipt.text())).orElse("")
                                + (room == Room.WIDE ? "\n" + texts.say(Phrase.BACK_HINT) : ""),
                        List.of());
                stand(under(message.node(), condition, back));
            }
            case Activity.FindingCustomer finding -> {
                choices.show(Choices.customersTitle(finding, texts), Choices.customers(finding, state, texts), finding.selected());
                standWithKeypad(under(choices.node(), back));
            }
            case Activity.MeetingCustomer(var draft) -> {
                message.show(Sign.ASKING, texts.say(draft.field().phrase()), Choices.known(draft, state, texts), List.of());
                standWithKeypad(under(message.node(), customer, back));
            }
            case Activity.ChoosingHeld(var held, int selected) -> {
                choices.show(texts.say(Phrase.HELD_TITLE), held.stream().map(each -> Choices.of(each, state, texts)).toList(), selected);
                stand(under(choices.node(), back));
            }
            case Activity.ChoosingReserved choosing -> choose(Choices.reservedTitle(choosing, texts),
                    choosing.orders().stream().map(order -> Choices.of(order, state, texts)).toList(), choosing.selected());
            case Activity.ExplainingReturn(var reason, var _) -> choose(texts.say(Phrase.BACK_WHY_TITLE),
                    BACK.stream().map(why -> new Choice(texts.say(Choices.phrase(why)), "", "")).toList(), BACK.indexOf(reason));
            case Activity.AtTerminal at -> atTerminal(at, state, texts);
            case Activity.Charging _ -> charging(state, texts);
            case Activity.Unanswered(boolean _, String sentence) -> unanswered(sentence, state, texts);
            case Activity.ChoosingTender(int selected) -> choose(texts.say(Phrase.TENDER_TITLE),
                    state.sale().tenders().stream().map(tender -> Choices.of(tender, texts)).toList(), selected);
            case Activity.Undoing _ -> stand(undo(state, texts, Phrase.UNDO_TERMINAL, texts.say(Phrase.UNDO_WAIT), back));
            case Activity.UndoAtTerminal _ ->
                stand(undo(state, texts, Phrase.UNDO_TERMINAL, texts.say(Phrase.CARD_THEN), approved, declined));
            case Activity.UndoOpen open -> stand(undoOpen(open, state, texts));
            case Activity.Choosing choosing -> choosing(choosing, texts);
            case Activity.TakingBack taking -> takingBack(taking, state, texts);
            case Activity.GivingUp(VoidReason reason) -> choose(texts.say(Phrase.WHY_TITLE),
                    VoidReason.ALL.stream().map(why -> new Choice(texts.say(why.phrase()), "", "")).toList(),
                    VoidReason.ALL.indexOf(reason));
            case Activity.ChoosingBack choosing -> choose(
                    texts.say(choosing.isMore() ? Phrase.RESULTS_MORE : Phrase.RESULTS_TITLE, choosing.articles().size(),
                            choosing.sought()),
                    choosing.articles().stream().map(article -> Choices.of(article, texts)).toList(), choosing.selected());
            case Activity.VoidingLast(var _, VoidReason reason) -> choose(texts.say(Phrase.VOID_LAST_TITLE),
                    VoidReason.ALL.stream().map(why -> new Choice(texts.say(why.phrase()), "", "")).toList(),
                    VoidReason.ALL.indexOf(reason));
            case Activity.TakingOut(int _, var _, LineReason reason, var _) -> choose(texts.say(Phrase.OUT_TITLE),
                    LineReason.ALL.stream().map(why -> new Choice(texts.say(why.phrase()), "", "")).toList(),
                    LineReason.ALL.indexOf(reason));
            case Activity.Reducing(var _, DiscountReason reason) -> choose(texts.say(Phrase.CHEAPER_TITLE),
                    REASONS.stream().map(why -> new Choice(texts.say(Choices.phrase(why)), "", "")).toList(),
                    REASONS.indexOf(reason));
            case Activity.Approving(Matter matter, int selected) -> {
                choices.show(question(matter, state, texts), Choices.names(Approvals.approvers(state, matter)), selected);
                stand(under(choices.node(), back));
            }
            case Activity.SeeingStock seeing -> {
                choices.show(Choices.stockTitle(seeing, texts), Choices.stock(seeing, state, texts), seeing.selected());
                stand(under(choices.node(), why, back));
            }
            case Activity.Done(var completed) -> {
                receipt.show(texts.say(Phrase.DONE_TITLE), completed.receipt());
                stand(receiptWithButtons());
            }
            case Activity.ShowingReceipt(var completed) -> {
                receipt.show(texts.say(Phrase.RECEIPT_TITLE, completed.sale().receipt().text()), completed.receipt());
                stand(room.isWide()
                        ? under(under(receipt.node(), reprint, gift), voidLast, journal, back)
                        : under(receipt.node(), reprint, back));
            }
            case Activity.Journal found -> {
                choices.show(JournalWords.title(found, texts), JournalWords.rows(found.page(), state, texts), found.selected());
                stand(under(choices.node(), back));
            }
            case Activity.SeeingStory seeing -> stand(story.show(seeing, state, texts, room));
            case Activity.Counting counting -> {
                choices.show(CountWords.title(counting, state, texts), CountWords.rows(counting, state, texts), counting.selected());
                standWithKeypad(under(choices.node(), submitCount, countResults, back));
            }
            case Activity.SeeingResults seeing -> choose(texts.say(Phrase.COUNT_RESULTS_TITLE),
                    CountWords.reports(seeing.reports(), state, texts), seeing.selected());
            case Activity.RulingCount ruling -> choose(CountWords.question(ruling, state, texts), CountWords.choices(texts),
                    CountChoice.ALL.indexOf(ruling.selected()));
            case Activity.Saving _ -> wait(texts.say(Phrase.SAVING_TITLE), texts.say(Phrase.SAVING_CALM));
            case Activity.AtDrawer(DrawerAct act) ->
                choose(texts.say(Phrase.DRAWER_TITLE), DrawerWords.acts(texts), DrawerAct.ALL.indexOf(act));
            case Activity.SettlingCards(int selected) -> {
                choices.show(texts.say(Phrase.CARDS_LEFT_TITLE), DrawerWords.cards(state, texts), selected);
                stand(under(choices.node(), askAgain, back));
            }
            case Activity.MovingCash(DrawerAct act) -> ask(Sign.ASKING, texts.say(act.phrase()), "");
            case Activity.DrawerWhy asked -> {
                choices.show(DrawerWords.why(asked, texts), DrawerWords.reasons(asked.act(), texts),
                        asked.act().reasons().indexOf(asked.selected()));
                stand(under(choices.node(), back));
            }
            case Activity.CountingCash counting -> {
                choices.show(DrawerWords.counted(counting.box(), texts), DrawerWords.rows(counting, texts),
                        counting.box().selected());
                standWithKeypad(choices.node());
            }
            case Activity.Sealed sealed -> {
                message.show(Sign.GOOD, texts.say(Phrase.SEALED_TITLE), DrawerWords.sealed(sealed.sheet(), texts), List.of());
                stand(under(message.node(), enter));
            }
            case Activity.ShowingReport showing -> {
                receipt.show(DrawerWords.title(showing.sheet(), texts), showing.sheet().paper());
                stand(room.isWide() ? under(receipt.node(), reprint, savePdf, back) : under(receipt.node(), reprint, back));
            }
            case Activity.Voiding _, Activity.Collecting _, Activity.AskingCard _, Activity.AnsweringCard _, Activity.Admitting _,
                    Activity.AskingUndo _, Activity.RecordingUndo _,
                    Activity.CheckingPin _, Activity.RecordingApproval _, Activity.Holding _, Activity.ListingHeld _,
                    Activity.Recalling _, Activity.LookingAgain _, Activity.RecordingDrawer _, Activity.OpeningShift _,
                    Activity.ReadingReport _, Activity.SettlingCard _, Activity.ReadingStory _, Activity.AddingCustomer _,
                    Activity.ListingCounts _, Activity.SubmittingCount _, Activity.ReadingResults _, Activity.RecordingRuling _ ->
                wait(texts.say(Phrase.BUSY_TITLE), "");
        }
    }

    /// The four buttons that are of use at the moment: nothing gets cheaper at an empty counter, and only there, and on a line that
    /// collects a part, a finger collects.
    private ActionButton[] useful(TillState state) {
        if (state.sale().basket().lines().isEmpty()) {
            return new ActionButton[] {hold, collect};
        }
        boolean isPart = state.line().filter(line -> Collects.isPart(state, line)).isPresent();
        return isPart
                ? new ActionButton[] {discount, setPrice, hold, collect}
                : new ActionButton[] {discount, discountAll, setPrice, hold};
    }

    /// Where there is no room for all buttons, a gift receipt is asked for by its key.
    private Node receiptWithButtons() {
        return room.isWide() ? under(receipt.node(), reprint, gift, back) : under(receipt.node(), reprint, back);
    }

    private void choosing(Activity.Choosing choosing, Texts texts) {
        int count = choosing.articles().size();
        String title;
        if (choosing.sought().isEmpty()) {
            title = texts.say(Phrase.CHOOSE_TITLE);
        } else if (!choosing.isCurrent()) {
            title = texts.say(Phrase.RESULTS_COMING, choosing.sought());
        } else if (count == 0) {
            title = texts.say(Phrase.RESULTS_NONE, choosing.sought());
        } else {
            title = texts.say(choosing.isMore() ? Phrase.RESULTS_MORE : Phrase.RESULTS_TITLE, count, choosing.sought());
        }
        choices.show(title, choosing.articles().stream().map(article -> Choices.of(article, texts)).toList(), choosing.selected());
        stand(under(choices.node(), stock, back));
    }

    /// What somebody is asked to agree to.
    static String question(Matter matter, TillState state, Texts texts) {
        return switch (matter) {
            case Matter.Goods(Proposal proposal, Sighting sighting) -> texts.say(Phrase.APPROVE_GOODS,
                    proposal.item().name(), proposal.wanted(), sighting.expected(), Choices.age(sighting.asOf(), state));
            case Matter.Prices(Consent.OldPrices consent) -> texts.say(Phrase.APPROVE_PRICES, Choices.age(consent.asOf(), state).abs());
            case Matter.Figures _ -> texts.say(Phrase.APPROVE_FIGURES);
            case Matter.NoSale _ -> texts.say(Phrase.APPROVE_NO_SALE);
            case Matter.CardSettled(var card) -> texts.say(Phrase.APPROVE_CARD, card.amount(),
                    texts.when(card.askedAt(), state.around().now(), state.lane().zone()));
            case Matter.LineOut out -> texts.say(Phrase.APPROVE_LINE_OUT, out.consent().quantity().absolute(),
                    state.sale().basket().find(out.consent().line()).map(line -> line.item().name()).orElse(""),
                    absolute(out.consent().total()));
            case Matter.Undone(var consent, var _) -> texts.say(Phrase.APPROVE_VOID_LAST, consent.receipt().text(), consent.total());
            case Matter.CashOut(var amount, var _) -> texts.say(Phrase.APPROVE_CASH_OUT, amount);
            case Matter.CardKept(Consent.CardKept consent, var _) -> texts.say(Phrase.APPROVE_CARD_KEPT, consent.amount());
            case Matter.CountRuled(var report, var _) -> texts.say(Phrase.APPROVE_COUNT, report.item().name());
            case Matter.Closing _ -> texts.say(Phrase.APPROVE_CLOSE);
            case Matter.Unreceipted back -> texts.say(Phrase.APPROVE_WITHOUT_RECEIPT, back.consent().quantity(), back.name(),
                    back.consent().refund(), texts.say(Choices.condition(back.consent().condition())));
            case Matter.Cheaper(Consent consent, var _, var _) -> question(consent, texts);
            case Matter.GivenUp(Consent.SaleVoided consent, var _) ->
                texts.say(Phrase.APPROVE_VOID, consent.lines(), consent.total());
        };
    }

    private static String question(Consent consent, Texts texts) {
        return switch (consent) {
            case Consent.Discounted given -> texts.say(Phrase.APPROVE_DISCOUNT, given.cut().of(given.price()), given.price());
            case Consent.PriceSet set ->
                texts.say(Phrase.APPROVE_PRICE_SET, texts.price(set.after()), texts.price(set.before()));
            case Consent.BeyondStock _, Consent.OldPrices _, Consent.WithoutReceipt _, Consent.SaleVoided _, Consent.FiguresShown _,
                    Consent.DrawerOpened _, Consent.ShiftClosed _, Consent.CardSettled _, Consent.CardKept _, Consent.LineVoided _,
                    Consent.CashTaken _,
                    Consent.SaleUndone _ -> "";
        };
    }

    private void takingBack(Activity.TakingBack taking, TillState state, Texts texts) {
        List<Choice> rows = taking.lines().stream().map(line -> Choices.of(line, state, texts)).toList();
        String title = texts.say(Phrase.RETURN_FROM, taking.receipt().text()) + "\n"
                + texts.say(Phrase.CONDITION_TITLE, texts.say(Choices.condition(taking.condition())));
        choices.show(title, rows, taking.selected());
        stand(under(choices.node(), condition, back));
    }

    private void atTerminal(Activity.AtTerminal at, TillState state, Texts texts) {
        state.sale().attempt().ifPresent(attempt -> {
            Money amount = attempt.amount();
            boolean isBack = amount.isNegative();
            Phrase question = isBack ? Phrase.CARD_BACK_QUESTION : Phrase.CARD_QUESTION;
            Phrase request = isBack ? Phrase.CARD_BACK_TERMINAL : Phrase.CARD_TERMINAL;
            message.show(
                    Sign.CARD,
                    texts.say(at.isRestored() ? question : request, isBack ? amount.negated() : amount),
                    texts.say(at.isRestored() ? Phrase.CARD_SURE : Phrase.CARD_THEN),
                    List.of(approved, declined));
        });
        stand(message.node());
    }

    /// The terminal does the talking; the cashier can stop it.
    private void charging(TillState state, Texts texts) {
        state.sale().attempt().map(OpenSale.Attempt::amount).ifPresent(amount -> message.show(
                Sign.CARD,
                texts.say(amount.isNegative() ? Phrase.CARD_BACK_TERMINAL : Phrase.CARD_AT_TERMINAL, absolute(amount)),
                texts.say(Phrase.CARD_WAIT),
                List.of(back)));
        stand(message.node());
    }

    private void unanswered(String sentence, TillState state, Texts texts) {
        state.sale().attempt().map(OpenSale.Attempt::amount).ifPresent(amount -> message.show(
                Sign.CARD,
                texts.say(amount.isNegative() ? Phrase.CARD_BACK_QUESTION : Phrase.CARD_QUESTION, absolute(amount)),
                (sentence + " " + texts.say(Phrase.CARD_SILENT)).strip(),
                List.of(approved, declined)));
        stand(under(message.node(), askAgain));
    }

    private Node undo(TillState state, Texts texts, Phrase title, String detail, ActionButton... buttons) {
        state.sale().attempt().map(OpenSale.Attempt::amount).ifPresent(amount ->
                message.show(Sign.CARD, texts.say(title, amount), detail, List.of(buttons)));
        return message.node();
    }

    /// The card can go on paying only where the terminal has said that it does.
    private Node undoOpen(Activity.UndoOpen open, TillState state, Texts texts) {
        String detail = (open.sentence() + " " + texts.say(open.isRefused() ? Phrase.UNDO_KEEPS : Phrase.UNDO_SILENT)).strip();
        Node question = undo(state, texts, Phrase.UNDO_QUESTION, detail, kept);
        return open.isRefused() ? under(question, askAgain, back) : under(question, askAgain);
    }

    private static Money absolute(Money amount) {
        return amount.isNegative() ? amount.negated() : amount;
    }

    private void ask(Sign sign, String title, String detail) {
        if (room.isWide()) {
            message.show(sign, title, detail, List.of());
            stand(message.node(), keypad.node());
        } else {
            message.show(sign, title, "", List.of());
            stand(column(message.node(), keypad.node()));
        }
    }

    private void askAge(Article article, int years, TillState state, Texts texts) {
        message.show(Sign.ASKING, texts.say(Phrase.AGE_TITLE, article.item().name(), years),
                texts.say(Phrase.AGE_BORN_UNTIL, Ages.bornUntil(state, years)), List.of());
        standWithKeypad(under(message.node(), ofAge, underAge));
    }

    /// Where there is no room for the question, its answer stands above the digits: the input line asks too.
    private void findReceipt(Texts texts) {
        if (room.isWide()) {
            message.show(Sign.RETURN, texts.say(Phrase.RETURN_TITLE), texts.say(Phrase.FIND_RECEIPT_HINT), List.of(withoutReceipt));
            stand(message.node(), keypad.node());
        } else {
            stand(column(withoutReceipt.node(), keypad.node()));
        }
    }

    private Node favouritesWithKeypad() {
        List<Node> both = List.of(favourites.node(), keypad.node());
        if (!side.getChildren().equals(both)) {
            side.getChildren().setAll(both);
            HBox.setHgrow(favourites.node(), Priority.ALWAYS);
        }
        return side;
    }

    /// With digits at its side; where there is no room for both, those who read it type them.
    private void standWithKeypad(Node first) {
        if (room.isWide()) {
            stand(first, keypad.node());
        } else {
            stand(first);
        }
    }

    private void choose(String title, List<Choice> rows, int selected) {
        choices.show(title, rows, selected);
        stand(under(choices.node(), back));
    }

    private void wait(String title, String detail) {
        message.show(Sign.WAITING, title, detail, List.of());
        stand(message.node());
    }

    /// Something with buttons below it.
    static Node under(Node above, ActionButton... buttons) {
        HBox row = new HBox();
        row.getStyleClass().add("panel-buttons");
        for (ActionButton button : buttons) {
            HBox.setHgrow(button.node(), Priority.ALWAYS);
            // Buttons of a row share it evenly, whatever their names.
            button.node().setPrefWidth(0);
            button.node().setMinWidth(0);
        }
        List<Node> nodes = Stream.of(buttons).<Node>map(ActionButton::node).toList();
        if (above.getParent() instanceof VBox box && box.getChildren().size() == 2
                && box.getChildren().getLast() instanceof HBox before && before.getChildren().equals(nodes)) {
            return box;
        }
        row.getChildren().setAll(nodes);
        VBox both = new VBox(above, row);
        both.getStyleClass().add("panel-under");
        VBox.setVgrow(above, Priority.ALWAYS);
        return both;
    }

    private static Node column(Node above, Node below) {
        if (above.getParent() instanceof VBox box && box.getChildren().contains(below)) {
            return box;
        }
        VBox both = new VBox(above, below);
        both.getStyleClass().add("panel-under");
        VBox.setVgrow(below, Priority.ALWAYS);
        return both;
    }

    private void stand(Node... nodes) {
        List<Node> wanted = List.of(nodes);
        if (!node.getChildren().equals(wanted)) {
            node.getChildren().setAll(wanted);
            wanted.stream().limit(1).forEach(first -> HBox.setHgrow(first, Priority.ALWAYS));
        }
    }
}
