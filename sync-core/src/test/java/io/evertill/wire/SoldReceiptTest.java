package io.evertill.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.entry.TillEntry;
import io.evertill.ledger.StreamId;
import io.evertill.sale.Returnable;
import io.evertill.sale.Sale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SoldReceiptTest {
    @Test
    void whoHadReservedTheGoodsIsNotTold() {
        UUID entry = new UUID(1, 1);
        Sale collected = ((TillEntry.Sold) Samples.all().get("sale-5.json")).sale();
        List<Returnable> lines = collected.lines().stream()
                .flatMap(line -> Returnable.of(entry, collected, line.number()).stream())
                .toList();

        SoldReceipt sold = new SoldReceipt(collected.receipt(), entry, lines,
                lines.stream().map(line -> new Returnable.Back(line.line().number() * 10_000L, 7)).toList(),
                Optional.of(Map.of(new StreamId(new UUID(2, 2)), 17L)));

        SoldReceipt told = SoldReceipt.read(sold.write().content());

        assertTrue(lines.getFirst().line().claim().isPresent());
        assertEquals(collected.lines().stream().map(line -> line.claiming(Optional.empty())).toList(),
                told.lines().stream().map(Returnable::line).toList());
        assertEquals(sold.own(), told.own());
        assertEquals(sold.applied(), told.applied());
    }
}
