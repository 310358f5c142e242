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
    COPY("COPY", "KOPIE"),
    X_REPORT("X REPORT", "X-BERICHT"),
    Z_REPORT("Z REPORT", "Z-BERICHT"),
    BUSINESS_DATE("Business date", "Geschäftstag"),
    OPENED("Opened", "Eröffnet"),
    CLOSED("Closed", "Abgeschlossen"),
    SALES("Sales", "Verkäufe"),
    LINES_SOLD("Lines sold", "Verkaufte Positionen"),
    LINES_RETURNED("Lines returned", "Rückgaben"),
    DISCOUNTS("Discounts", "Rabatte"),
    GIVEN_UP("Baskets given up", "Abgebrochene Körbe"),
    TAKEN_BACK("Sales voided", "Stornierte Verkäufe"),
    LINES_OUT("Lines taken out", "Stornierte Positionen"),
    FIRST_RECEIPT("First receipt", "Erster Bon"),
    LAST_RECEIPT("Last receipt", "Letzter Bon"),
    FLOAT("Float", "Anfangsbestand"),
    EXPECTED("Should be there", "Sollbestand"),
    COUNTED("Counted", "Gezählt"),
    OVER("Over", "Überschuss"),
    SHORT("Short", "Fehlbetrag"),
    NO_DIFFERENCE("No difference", "Keine Differenz"),
    NO_SALE("Opened without a sale", "Geöffnet ohne Verkauf"),
    CHANGE_MONEY("change", "Wechselgeld"),
    TO_SAFE("to the safe", "in den Tresor"),
    EXPENSE("expense", "Ausgabe"),
    CORRECTION("correction", "Korrektur"),
    LOOK("to look", "Nachsehen"),
    OTHER("other", "Sonstiges");

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
