package io.evertill.inventory;

import io.evertill.entry.Entry;
import io.evertill.entry.TillEntry;
import io.evertill.ingest.Apply;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Meta;
import io.evertill.money.UnitPrice;
import io.evertill.price.Price;
import io.evertill.sale.Basket;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.Sale;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What tills tell a warehouse, perhaps long after it happened.
public final class Told {
    /// The base price of everything in a [Warehouse].
    public static final Price BASE = price("2.50", new Price.Source.Base());

    private Told() {}

    /// A price in pounds.
    public static Price price(String text, Price.Source source) {
        return new Price(UnitPrice.parse(text, Warehouse.GBP), source);
    }

    /// A sale of so many pieces of tea.
    public static TillEntry.Sold sale(Instant at, int pieces, Price price) {
        Basket basket = Basket.empty(Warehouse.GBP, TaxRule.USUAL)
                .ring(Warehouse.item(Warehouse.TEA), Quantity.of(pieces, Unit.EACH), price);
        Sale.Occasion occasion = new Sale.Occasion(
                Warehouse.STORE, new UUID(0, 1), LocalDate.of(2026, 3, 2), at, Warehouse.BEA, Optional.empty());
        return new TillEntry.Sold(Sale.of(ReceiptNumber.of(Warehouse.STORE, "T1", "9f3a", 1), occasion, basket,
                new Settlement(basket.total(), List.of(new Tender.Cash(basket.total())))));
    }

    /// Tells of something, which the warehouse applies.
    ///
    /// @param aheadMs the centre's clock less the till's
    /// @return the entry's id
    public static EntryId tell(Warehouse house, Entry entry, long aheadMs) {
        EntryId id = house.entryId();
        Bodies.Written written = Bodies.write(entry);
        Meta.Stamp stamp = new Meta.Stamp(
                entry.at().toEpochMilli(), 0, new UUID(0, 0), Optional.of(new Meta.Offset(aheadMs, 0)));
        Meta meta = new Meta(written.schema(), stamp, entry.refs(), entry.keys(), entry.summary());
        house.db.run(tx -> Books.append(tx, entry.branch(), new Fact(id, Metas.write(meta), written.body())));
        Apply apply = new Apply(house.db, house.feed);
        int taken = 1;
        while (taken > 0) {
            taken = apply.step();
        }
        return id;
    }
}
