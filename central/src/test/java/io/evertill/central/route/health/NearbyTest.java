package io.evertill.central.route.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is told figures without a token.
class NearbyTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true", "127.9.9.9, true", "::1, true", "[0:0:0:0:0:0:0:1], true",
        "192.168.1.20, false", "10.0.0.1, false", "fe80::1, false", "2001:db8::1, false", "localhost, false", "'', false",
    })
    void onlyAddressesOfThisMachineAreNear(String ip, boolean isNear) {
        assertEquals(isNear, Nearby.isThisMachine(ip));
    }
}
