package io.evertill.receipt;

/// The words of a receipt in every language that it is printed in: a word without a translation does not compile.
enum Word {
    STORE("Store", "Filiale", "Magasin", "Tienda"),
    TILL("Till", "Kasse", "Caisse", "Caja"),
    RECEIPT("Receipt", "Bon", "Ticket", "Tique"),
    CASHIER("Served by", "Es bediente Sie", "Servi par", "Le atendió"),
    CUSTOMER("Customer", "Kunde", "Client", "Cliente"),
    TAX_EXEMPT("Tax-exempt, certificate", "Steuerfrei, Nachweis", "Exonéré, attestation", "Exento, certificado"),
    EXEMPT("exempt", "steuerfrei", "exonéré", "exento"),
    TAX_NOT_CHARGED("Tax not charged", "Steuer nicht berechnet", "Taxe non facturée", "Impuesto no cobrado"),
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
    COPY("COPY", "KOPIE", "COPIE", "COPIA"),
    X_REPORT("X REPORT", "X-BERICHT", "RAPPORT X", "INFORME X"),
    Z_REPORT("Z REPORT", "Z-BERICHT", "RAPPORT Z", "INFORME Z"),
    CARDS_LEFT("Cards without an answer", "Karten ohne Antwort", "Cartes sans réponse", "Tarjetas sin respuesta"),
    CARDS_KEPT("Cards to pay back by hand", "Karten von Hand erstatten", "Cartes à rembourser", "Tarjetas por devolver"),
    BUSINESS_DATE("Business date", "Geschäftstag", "Date comptable", "Fecha contable"),
    OPENED("Opened", "Eröffnet", "Ouvert", "Abierto"),
    CLOSED("Closed", "Abgeschlossen", "Fermé", "Cerrado"),
    SALES("Sales", "Verkäufe", "Ventes", "Ventas"),
    LINES_SOLD("Lines sold", "Verkaufte Positionen", "Lignes vendues", "Líneas vendidas"),
    LINES_RETURNED("Lines returned", "Rückgaben", "Reprises", "Devoluciones"),
    DISCOUNTS("Discounts", "Rabatte", "Remises", "Descuentos"),
    GIVEN_UP("Baskets given up", "Abgebrochene Körbe", "Paniers abandonnés", "Cestas abandonadas"),
    TAKEN_BACK("Sales voided", "Stornierte Verkäufe", "Ventes annulées", "Ventas anuladas"),
    LINES_OUT("Lines taken out", "Stornierte Positionen", "Lignes retirées", "Líneas quitadas"),
    FIRST_RECEIPT("First receipt", "Erster Bon", "Premier ticket", "Primer tique"),
    LAST_RECEIPT("Last receipt", "Letzter Bon", "Dernier ticket", "Último tique"),
    FLOAT("Float", "Anfangsbestand", "Fond de caisse", "Fondo de caja"),
    EXPECTED("Should be there", "Sollbestand", "Attendu", "Esperado"),
    COUNTED("Counted", "Gezählt", "Compté", "Contado"),
    OVER("Over", "Überschuss", "Excédent", "Sobrante"),
    SHORT("Short", "Fehlbetrag", "Manque", "Faltante"),
    NO_DIFFERENCE("No difference", "Keine Differenz", "Aucun écart", "Sin diferencia"),
    NO_SALE("Opened without a sale", "Geöffnet ohne Verkauf", "Ouvert sans vente", "Abierto sin venta"),
    CHANGE_MONEY("change", "Wechselgeld", "monnaie", "cambio"),
    TO_SAFE("to the safe", "in den Tresor", "au coffre", "a la caja fuerte"),
    EXPENSE("expense", "Ausgabe", "dépense", "gasto"),
    CORRECTION("correction", "Korrektur", "correction", "corrección"),
    LOOK("to look", "Nachsehen", "vérification", "revisión"),
    OTHER("other", "Sonstiges", "autre", "otro");

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
