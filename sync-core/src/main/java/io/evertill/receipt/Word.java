package io.evertill.receipt;

/// The words of a receipt in every language that it is printed in: a word without a translation does not compile.
enum Word {
    STORE("Store", "Filiale", "Magasin", "Tienda"),
    TILL("Till", "Kasse", "Caisse", "Caja"),
    RECEIPT("Receipt", "Bon", "Ticket", "Tique"),
    CASHIER("Served by", "Es bediente Sie", "Servi par", "Le atendió"),
    CUSTOMER("Customer", "Kunde", "Client", "Cliente"),
    AGE_CHECKED("Age checked", "Alter geprüft", "Âge vérifié", "Edad comprobada"),
    RETURN_OF("Return of", "Rückgabe von", "Reprise de", "Devolución de"),
    LINE("line", "Position", "ligne", "línea"),
    RETURN_WITHOUT_RECEIPT("Return without receipt", "Rückgabe ohne Bon", "Reprise sans ticket", "Devolución sin tique"),
    NOT_WANTED("not wanted", "gefällt nicht", "pas voulu", "no lo quiere"),
    DEFECTIVE("defective", "fehlerhaft", "défectueux", "defectuoso"),
    WRONG_GOODS("wrong goods", "falsche Ware", "erreur d'article", "artículo equivocado"),
    GIFT("gift", "Geschenk", "cadeau", "regalo"),
    LOT("Lot", "Charge", "Lot", "Lote"),
    SERIAL("Serial no.", "Seriennr.", "N° de série", "N.º de serie"),
    DISCOUNT("Discount", "Rabatt", "Remise", "Descuento"),
    DISCOUNT_ON_ALL("Discount on all", "Rabatt auf alles", "Remise sur tout", "Descuento en todo"),
    DAMAGED("damaged", "beschädigt", "abîmé", "dañado"),
    SHORT_DATED("short dated", "kurzes Datum", "date courte", "caduca pronto"),
    PRICE_MATCH("price match", "Preisgarantie", "prix aligné", "precio igualado"),
    STAFF("staff", "Personal", "personnel", "personal"),
    GOODWILL("goodwill", "Kulanz", "geste commercial", "cortesía"),
    SUBTOTAL("Subtotal", "Zwischensumme", "Sous-total", "Subtotal"),
    TOTAL("TOTAL", "SUMME", "TOTAL", "TOTAL"),
    ROUNDING("Rounding", "Rundung", "Arrondi", "Redondeo"),
    CASH("Cash", "Bar", "Espèces", "Efectivo"),
    CARD("Card", "Karte", "Carte", "Tarjeta"),
    VOUCHER("Voucher", "Gutschein", "Bon d'achat", "Vale"),
    PAID_OUT("paid out", "ausgezahlt", "remboursé", "devuelto"),
    CHANGE("Change", "Rückgeld", "Rendu", "Cambio"),
    TAX("Tax", "Steuer", "Taxe", "Impuesto"),
    NET("Net", "Netto", "HT", "Neto"),
    GROSS("Gross", "Brutto", "TTC", "Bruto"),
    LEDGER("Ledger no.", "Journalnr.", "N° journal", "N.º de diario"),
    CHECK("check", "Prüfwert", "contrôle", "control"),
    GIFT_RECEIPT("GIFT RECEIPT", "GESCHENKBON", "TICKET CADEAU", "TIQUE REGALO"),
    COPY("COPY", "KOPIE", "COPIE", "COPIA");

    private final String english;
    private final String german;
    private final String french;
    private final String spanish;

    Word(String english, String german, String french, String spanish) {
        this.english = english;
        this.german = german;
        this.french = french;
        this.spanish = spanish;
    }

    String english() {
        return english;
    }

    String german() {
        return german;
    }

    String french() {
        return french;
    }

    String spanish() {
        return spanish;
    }
}
