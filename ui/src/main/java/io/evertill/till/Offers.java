package io.evertill.till;

import static io.evertill.till.Action.APPROVED;
import static io.evertill.till.Action.ASK_AGAIN;
import static io.evertill.till.Action.BACK;
import static io.evertill.till.Action.CARD;
import static io.evertill.till.Action.CASH;
import static io.evertill.till.Action.COLLECT;
import static io.evertill.till.Action.CONDITION;
import static io.evertill.till.Action.COUNT;
import static io.evertill.till.Action.COUNT_RESULTS;
import static io.evertill.till.Action.CUSTOMER;
import static io.evertill.till.Action.DECLINED;
import static io.evertill.till.Action.DISCOUNT;
import static io.evertill.till.Action.DISCOUNT_ALL;
import static io.evertill.till.Action.DOWN;
import static io.evertill.till.Action.DRAWER;
import static io.evertill.till.Action.ENTER;
import static io.evertill.till.Action.ERASE;
import static io.evertill.till.Action.EXACT_CASH;
import static io.evertill.till.Action.FONT;
import static io.evertill.till.Action.GIFT_RECEIPT;
import static io.evertill.till.Action.HELP;
import static io.evertill.till.Action.HOLD;
import static io.evertill.till.Action.JOURNAL;
import static io.evertill.till.Action.KEPT;
import static io.evertill.till.Action.LANGUAGE;
import static io.evertill.till.Action.LAST_RECEIPT;
import static io.evertill.till.Action.MORE;
import static io.evertill.till.Action.NETWORK;
import static io.evertill.till.Action.OF_AGE;
import static io.evertill.till.Action.ONE_LESS;
import static io.evertill.till.Action.ONE_MORE;
import static io.evertill.till.Action.QUANTITY;
import static io.evertill.till.Action.RED_CARDS;
import static io.evertill.till.Action.REPRINT;
import static io.evertill.till.Action.RETURN;
import static io.evertill.till.Action.SAVE_PDF;
import static io.evertill.till.Action.SET_PRICE;
import static io.evertill.till.Action.SIGN_OUT;
import static io.evertill.till.Action.STOCK;
import static io.evertill.till.Action.SUBMIT_COUNT;
import static io.evertill.till.Action.THEME;
import static io.evertill.till.Action.UNDER_AGE;
import static io.evertill.till.Action.UP;
import static io.evertill.till.Action.VOID_LAST;
import static io.evertill.till.Action.VOID_LINE;
import static io.evertill.till.Action.VOID_SALE;
import static io.evertill.till.Action.VOUCHER;
import static io.evertill.till.Action.WHY;
import static io.evertill.till.Action.WITHOUT_RECEIPT;

import java.util.ArrayList;
import java.util.List;

/// Which actions an activity offers, the most usual first.
final class Offers {
    static final List<Action> ALWAYS = List.of(ENTER, BACK, ERASE, UP, DOWN, HELP, THEME, LANGUAGE, FONT, NETWORK);
    static final List<Action> SELLING = List.of(
            EXACT_CASH, CASH, CARD, VOUCHER, QUANTITY, VOID_LINE, RETURN, VOID_SALE, LAST_RECEIPT, ONE_MORE, ONE_LESS, STOCK,
            DISCOUNT, DISCOUNT_ALL, SET_PRICE, HOLD, CUSTOMER, COLLECT, DRAWER, JOURNAL, COUNT, RED_CARDS, MORE, SIGN_OUT);
    static final List<Action> DONE = List.of(
            REPRINT, GIFT_RECEIPT, EXACT_CASH, CASH, CARD, VOUCHER, QUANTITY, VOID_LINE, RETURN, VOID_SALE, LAST_RECEIPT, STOCK,
            DISCOUNT, HOLD, CUSTOMER, COLLECT, DRAWER, JOURNAL, COUNT, RED_CARDS, MORE, SIGN_OUT);
    static final List<Action> MEETING_CUSTOMER = List.of(CUSTOMER);
    static final List<Action> PAYING = List.of(EXACT_CASH, CASH, CARD, VOUCHER, VOID_LINE, VOID_SALE, MORE);
    static final List<Action> AT_TERMINAL = List.of(APPROVED, DECLINED);
    static final List<Action> UNANSWERED = List.of(ASK_AGAIN, APPROVED, DECLINED);
    static final List<Action> UNDO_OPEN = List.of(ASK_AGAIN, KEPT);
    static final List<Action> CHOOSING_TENDER = List.of(VOID_LINE);
    static final List<Action> ASKING_AGE = List.of(OF_AGE, UNDER_AGE);
    static final List<Action> FINDING_RECEIPT = List.of(WITHOUT_RECEIPT);
    static final List<Action> TAKING_BACK = List.of(CONDITION, EXACT_CASH, CASH, CARD, VOUCHER, RETURN, MORE);
    static final List<Action> SHOWING_RECEIPT = List.of(REPRINT, GIFT_RECEIPT, VOID_LAST, RETURN, SAVE_PDF, JOURNAL, MORE);

    static final List<Action> CHOOSING_RESERVED = List.of(COLLECT);
    static final List<Action> SHOWING_REPORT = List.of(REPRINT, SAVE_PDF);
    static final List<Action> SETTLING_CARDS = List.of(ASK_AGAIN);
    static final List<Action> SEEING_STOCK = List.of(WHY);
    static final List<Action> SEEING_STORY = List.of(REPRINT, GIFT_RECEIPT, SAVE_PDF, RETURN);

    static final List<Action> COUNTING = List.of(SUBMIT_COUNT, COUNT_RESULTS, ONE_MORE, ONE_LESS, VOID_LINE, MORE, SIGN_OUT);

    static final List<Action> SEEING_CARDS = List.of(COUNT, DRAWER, JOURNAL, SIGN_OUT);

    private Offers() {}

    /// The actions that are offered at the same time, and so must have different keys.
    static List<List<Action>> together() {
        List<List<Action>> together = new ArrayList<>();
        for (List<Action> offered : List.of(SELLING, DONE, PAYING, AT_TERMINAL, UNANSWERED, UNDO_OPEN, CHOOSING_TENDER, ASKING_AGE,
                FINDING_RECEIPT, TAKING_BACK, SHOWING_RECEIPT, CHOOSING_RESERVED, SHOWING_REPORT, SETTLING_CARDS, SEEING_STORY,
                MEETING_CUSTOMER, COUNTING, SEEING_CARDS, SEEING_STOCK)) {
            List<Action> all = new ArrayList<>(ALWAYS);
            all.addAll(offered);
            together.add(List.copyOf(all));
        }
        return together;
    }
}
