package io.evertill.inventory;

import io.evertill.alert.Finding;
import io.evertill.db.Alerts;
import io.evertill.db.CentreOn;
import io.evertill.db.OverReturns;
import io.evertill.db.Tills;
import io.evertill.entry.TillEntry;
import io.evertill.ingest.Accept;
import io.evertill.ingest.Apply;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Hash;
import io.evertill.sale.Basket;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.Returnable;
import io.evertill.sale.Sale;
import io.evertill.stock.Chance;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import io.evertill.wire.SoldReceipt;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A few tills of two stores before one centre.
final class Chain implements AutoCloseable {
    final Warehouse house;
    private final Accept accept;
    private final Apply apply;
    final List<LocalTill> tills = new ArrayList<>();
    private long receipts;

    Chain(CentreOn on, Path folder, Chance chance) {
        house = new Warehouse(on, folder);
        accept = new Accept(house.db, house::id);
        apply = new Apply(house.db, house.feed);
        for (String branch : List.of("S1", "S2")) {
            for (int number = 1; number <= 2; number++) {
                LocalTill till = new LocalTill(chance, branch, number);
                tills.add(till);
                house.db.run(tx -> tx.tills().enrol(till.seat.terminal(), new Tills.Seat(till.seat.branch(), till.seat.name()),
                        till.seat.publicKey(), Hash.sha256(new byte[] {(byte) tills.size()}), tx.now()));
            }
        }
    }

    Made ring(LocalTill till, Basket basket) {
        house.tick(Duration.ofMinutes(1));
        receipts++;
        Sale.Occasion occasion = new Sale.Occasion(till.seat.branch(), new UUID(7, 7), LocalDate.of(2026, 3, 2), till.at(house.now()),
                Warehouse.BEA, Optional.empty());
        Sale sale = Sale.of(ReceiptNumber.of(till.seat.branch(), till.seat.name(), "abcd", receipts), occasion, basket,
                new Settlement(basket.total(), List.of(new Tender.Cash(basket.total()))));
        EntryId id = house.entryId();
        till.record(house.now(), id, new TillEntry.Sold(sale));
        return new Made(id, sale);
    }

    /// What a till has reaches the centre.
    void heard(LocalTill till) {
        house.tick(Duration.ofSeconds(1));
        till.hear(accept.accept(till.seat, till.rest(house.now(), 500)));
        while (apply.step() > 0) {
            house.tick(Duration.ofMillis(1));
        }
    }

    List<Alerts.Card> cards() {
        return house.db.write(tx -> {
            Review.run(tx);
            return tx.alerts().open("", new UUID(0, 0), 500).stream()
                    .filter(card -> card.finding().kind() == Finding.Kind.OVER_RETURN)
                    .toList();
        });
    }

    List<OverReturns.Excess> open() {
        return house.db.read(tx -> tx.overReturns().open(new UUID(0, 0), 500)).stream().map(OverReturns.Matter::excess).toList();
    }

    Optional<SoldReceipt> asked(LocalTill till, Made made) {
        return house.db.read(tx -> ReturnWatch.find(tx, made.sale().receipt(), till.seat.branch(), till.seat.terminal()));
    }

    @Override
    public void close() {
        house.close();
    }

    /// A sale, and where its entry is.
    record Made(EntryId id, Sale sale) {
        Returnable line(int number) {
            return Returnable.of(id.value(), sale, number).orElseThrow();
        }
    }
}
