package io.evertill.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.money.Money;
import io.evertill.person.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShiftTest {
    @Test
    void theOpeningIsKeptToTheMicrosecondThatIsStored() {
        Shift shift = new Shift(new UUID(0, 1), LocalDate.of(2026, 3, 14), Instant.parse("2026-03-14T06:30:00.123456789Z"),
                new Person("ada", "Ada"), Money.of(10_000, "GBP"));

        assertEquals(Instant.parse("2026-03-14T06:30:00.123456Z"), shift.openedAt());
    }

    @Test
    void aDrawerCountsInOneCurrencyAndFromNothing() {
        Money pounds = Money.of(1, "GBP");
        Money euros = Money.of(1, "EUR");

        assertThrows(IllegalArgumentException.class, () -> new Drawer(pounds, 0, euros));
        assertThrows(IllegalArgumentException.class, () -> new Drawer(pounds, -1, pounds));
    }
}
