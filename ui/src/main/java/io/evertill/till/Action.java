package io.evertill.till;

/// What a cashier can do with one key or one button. What it does depends on the [Activity].
public enum Action {
    /// Do what the input line says, or the next usual thing.
    ENTER("ENTER", Phrase.DO_ENTER),
    /// One step back; never loses goods or money.
    BACK("ESCAPE", Phrase.DO_BACK),
    /// Take the last character of the input line away.
    ERASE("BACK_SPACE", Phrase.DO_ERASE),
    /// The line above.
    UP("UP", Phrase.DO_UP),
    /// The line below.
    DOWN("DOWN", Phrase.DO_DOWN),
    /// One piece more of the selected line.
    ONE_MORE("RIGHT", Phrase.DO_ONE_MORE),
    /// One piece less of the selected line.
    ONE_LESS("LEFT", Phrase.DO_ONE_LESS),
    /// Paid in cash, exactly: completes the sale with one key.
    EXACT_CASH("F12", Phrase.DO_EXACT_CASH),
    /// Paid in cash, the amount of the input line.
    CASH("F11", Phrase.DO_CASH),
    /// Paid by card.
    CARD("F10", Phrase.DO_CARD),
    /// Paid with a voucher.
    VOUCHER("F9", Phrase.DO_VOUCHER),
    /// The selected line gets the quantity of the input line.
    QUANTITY("F4", Phrase.DO_QUANTITY),
    /// The selected line gets cheaper by what the input line says.
    DISCOUNT("CTRL+D", Phrase.DO_DISCOUNT),
    /// The whole basket gets cheaper by what the input line says.
    DISCOUNT_ALL("CTRL+B", Phrase.DO_DISCOUNT_ALL),
    /// The selected line gets the price of the input line.
    SET_PRICE("CTRL+P", Phrase.DO_SET_PRICE),
    /// The selected line goes out again; while paying, what was paid goes back.
    VOID_LINE("DELETE", Phrase.DO_VOID_LINE),
    /// The basket waits for its customer; with an empty counter, shows those that wait.
    HOLD("F3", Phrase.DO_HOLD),
    /// Somebody collects what was reserved; on a line that collects a part, the rest is given up or not.
    COLLECT("CTRL+A", Phrase.DO_COLLECT),
    /// The whole basket is given up.
    VOID_SALE("F8", Phrase.DO_VOID_SALE),
    /// The shown sale, if it was the last, is taken back as a whole.
    VOID_LAST("F8", Phrase.DO_VOID_LAST),
    /// Goods come back.
    RETURN("F6", Phrase.DO_RETURN),
    /// Goods come back, and there is no receipt.
    WITHOUT_RECEIPT("F7", Phrase.DO_WITHOUT_RECEIPT),
    /// The next condition of goods that come back.
    CONDITION("F7", Phrase.DO_CONDITION),
    /// The card terminal said yes.
    APPROVED("F2", Phrase.DO_APPROVED),
    /// The card terminal said no.
    DECLINED("F3", Phrase.DO_DECLINED),
    /// The customer is old enough.
    OF_AGE("F2", Phrase.DO_OF_AGE),
    /// The customer is too young, or cannot show it.
    UNDER_AGE("F3", Phrase.DO_UNDER_AGE),
    /// Asks the card terminal once more what became of the payment.
    ASK_AGAIN("F4", Phrase.DO_ASK_AGAIN),
    /// What a card paid and the terminal does not give back leaves the sale all the same.
    KEPT("F3", Phrase.DO_KEPT),
    /// Shows how much there is of the marked line or result, here and in other stores.
    STOCK("CTRL+S", Phrase.DO_STOCK),
    /// Shows the rows behind the marked figure of stock; there, asks for them once more.
    WHY("CTRL+Y", Phrase.DO_WHY),
    /// Who buys; while a new customer is made known, saves what is known.
    CUSTOMER("CTRL+K", Phrase.DO_CUSTOMER),
    /// The drawer and the shift.
    DRAWER("CTRL+O", Phrase.DO_DRAWER),
    /// Shows what happened at this till.
    JOURNAL("CTRL+J", Phrase.DO_JOURNAL),
    /// Shows the last receipt.
    LAST_RECEIPT("F5", Phrase.DO_LAST_RECEIPT),
    /// Prints the shown receipt again, marked as a copy.
    REPRINT("F7", Phrase.DO_REPRINT),
    /// Prints a receipt without prices for whoever is given the goods.
    GIFT_RECEIPT("CTRL+R", Phrase.DO_GIFT_RECEIPT),
    /// Shows a button for everything that can be done now.
    MORE("CTRL+E", Phrase.DO_MORE),
    /// Counts goods.
    COUNT("CTRL+I", Phrase.DO_COUNT),
    /// Hands in what was counted.
    SUBMIT_COUNT("F12", Phrase.DO_SUBMIT_COUNT),
    /// Shows what became of counts, and what somebody has to decide about.
    COUNT_RESULTS("F6", Phrase.DO_COUNT_RESULTS),
    /// Shows what somebody should act on.
    RED_CARDS("CTRL+W", Phrase.DO_RED_CARDS),
    /// Writes the shown receipt or report into a file.
    SAVE_PDF("F9", Phrase.DO_SAVE_PDF),
    /// Shows every key.
    HELP("F1", Phrase.DO_HELP),
    /// Another cashier.
    SIGN_OUT("CTRL+L", Phrase.DO_SIGN_OUT),
    /// Light or dark.
    THEME("CTRL+T", Phrase.DO_THEME),
    /// The next language.
    LANGUAGE("CTRL+G", Phrase.DO_LANGUAGE),
    /// The next size of text.
    FONT("CTRL+F", Phrase.DO_FONT),
    /// Cuts or restores the network, for a demonstration.
    NETWORK("CTRL+N", Phrase.DO_NETWORK);

    private final String key;
    private final Phrase phrase;

    Action(String key, Phrase phrase) {
        this.key = key;
        this.phrase = phrase;
    }

    /// What it is called.
    public Phrase phrase() {
        return phrase;
    }

    /// The key it has unless somebody says otherwise, as [io.evertill.key.Stroke#parse] reads it.
    String usualKey() {
        return key;
    }
}
