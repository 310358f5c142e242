package io.evertill.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.evertill.ledger.EntryId;
import io.evertill.product.Sku;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryNamesTest {
    private static final Invoice INVOICE = Invoice.of(List.of(Sample.row(2, "536365", "85123A", 6, "2.55"))).getFirst();

    @Test
    void anIdIsTheFilesTimeAndAHashInTheLayoutOfVersionSeven() {
        EntryId id = Sample.names().sale(INVOICE);

        assertEquals(Instant.parse("2011-07-01T08:30:00Z").toEpochMilli(), id.value().getMostSignificantBits() >>> 16);
        assertEquals(7, id.value().version());
        assertEquals(2, id.value().variant());
    }

    @Test
    void theIdsOfAShippedVersionStayTheSame() {
        assertEquals(EntryId.parse("0130e4d1-9b40-7d57-b8f1-cbe37aaa8f48"), Sample.names().sale(INVOICE));
        assertEquals(EntryId.parse("0130e4d1-9b40-7231-8949-ff4e5fdc766e"), Sample.names().adjustment(INVOICE));
    }

    @Test
    void whatIsNotTheSameHasAnotherId() {
        Instant at = INVOICE.at();

        assertNotEquals(Sample.names().sale(INVOICE), Sample.names().adjustment(INVOICE));
        assertNotEquals(Sample.names().product(at, "t-1", Sku.of("22")), Sample.names().product(at, "t-12", Sku.of("2")));
    }
}
