package io.evertill.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.availability.StockPolicy.Advice;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockPolicyTest {
    @ParameterizedTest
    @CsvSource({
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
    void whatATillDoes(StockPolicy policy, long wanted, Long sellable, boolean isOnline, Advice advice) {
        assertEquals(advice, policy.advice(wanted, Optional.ofNullable(sellable), isOnline));
    }
}
