package io.evertill.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.availability.StockPolicy.Advice;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "OFF, 3, 2, true, SELL",
        "WARN, 3, 2, true, WARN",
        "WARN, 3, 2, false, WARN",
        "SUPERVISOR, 3, 2, true, ASK_SUPERVISOR",
        "SUPERVISOR, 3, 2, false, ASK_SUPERVISOR",
        "BLOCK_ONLINE, 3, 2, true, REFUSE",
        "BLOCK_ONLINE, 3, 2, false, WARN",
        "BLOCK_ONLINE, 2, 2, true, SELL",
        "BLOCK_ONLINE, 1, -4, true, REFUSE",
        "BLOCK_ONLINE, 0, -4, true, SELL",
        "BLOCK_ONLINE, -1, -4, true, SELL",
        "BLOCK_ONLINE, 3, , true, SELL"
    })
    void whatATillDoes(StockPolicy policy, long wanted, Long sellable, boolean isCertain, Advice advice) {
        assertEquals(advice, policy.advice(wanted, Optional.ofNullable(sellable), isCertain));
    }

    @ParameterizedTest
    @CsvSource({"600, true", "601, false", "-600, true", "-601, false"})
    void aFigureIsFreshForTenMinutesOnEitherSideOfTheClock(long secondsOld, boolean isFresh) {
        Instant now = Instant.parse("2026-01-05T09:00:00Z");

        assertEquals(isFresh, StockPolicy.isFresh(now.minusSeconds(secondsOld), now));
    }
}
