package io.evertill.receipt;

/// The words of a receipt in every language that it is printed in: a word without a translation does not compile.
enum Word {
    STORE("Store", "Filiale"),
    TILL("Till", "Kasse"),
    RECEIPT("Receipt", "Bon"),
    CASHIER("Served by", "Es bediente Sie"),
    CUSTOMER("Customer", "Kunde"),
    RETURN_OF("Return of", "Rückgabe von"),
    LINE("line", "Position"),
    RETURN_WITHOUT_RECEIPT("Return without receipt", "Rückgabe ohne Bon"),
    NOT_WANTED("not wanted", "gefällt nicht"),
    DEFECTIVE("defective", "fehlerhaft"),
    WRONG_GOODS("wrong goods", "falsche Ware"),
    GIFT("gift", "Geschenk"),
    LOT("Lot", "Charge"),
    SERIAL("Serial no.", "Seriennr."),
    DISCOUNT("Discount", "Rabatt"),
    DISCOUNT_ON_ALL("Discount on all", "Rabatt auf alles"),
    DAMAGED("damaged", "beschädigt"),
    SHORT_DATED("short dated", "kurzes Datum"),
    PRICE_MATCH("price match", "Preisgarantie"),
    STAFF("staff", "Personal"),
    GOODWILL("goodwill", "Kulanz"),
    SUBTOTAL("Subtotal", "Zwischensumme"),
    TOTAL("TOTAL", "SUMME"),
    ROUNDING("Rounding", "Rundung"),
    CASH("Cash", "Bar"),
    CARD("Card", "Karte"),
    VOUCHER("Voucher", "Gutschein"),
    PAID_OUT("paid out", "ausgezahlt"),
    CHANGE("Change", "Rückgeld"),
    TAX("Tax", "Steuer"),
    NET("Net", "Netto"),
    GROSS("Gross", "Brutto"),
    LEDGER("Ledger no.", "Journalnr."),
    CHECK("check", "Prüfwert"),
    COPY("COPY", "KOPIE");

    private final String english;
    private final String german;

    Word(String english, String german) {
        this.english = english;
        this.german = german;
    }

    String english() {
        return english;
    }

    String german() {
        return german;
    }
}
