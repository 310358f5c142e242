package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.central.office.Settings;
import io.evertill.feed.Pull;
import io.evertill.outbox.Courier;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A till that was lost or retired.
class RevokedTillTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aRevokedTillHandsOverWhatItHasAndNothingElse(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings);
                ShopTill till = Shops.till(centre, folder, "T1");
                ShopTill other = Shops.till(centre, folder, "T2");
                Asker asker = new Asker(centre)) {
            till.pull();
            till.openShift();
            till.sell("MUG1");
            String[] bearer = Asker.bearer(till.grant.token());

            Ended revoked = Ended.of(Shops.command(settings, "revoke", "--store", "S1", "--till", "T1"));
            Courier.Round round = till.deliver();

            assertEquals(new Ended(0, revoked.out(), ""), revoked);
            assertEquals(2, assertInstanceOf(Courier.Round.Delivered.class, round).verified());
            assertEquals(List.of("403 REVOKED", "403 REVOKED", "403 REVOKED"),
                    Stream.of("/v1/feed", "/v1/snapshot", "/v1/status").map(path -> asker.get(path, bearer).verdict()).toList());
            assertInstanceOf(Pull.Step.Failed.class, till.pull());
            assertEquals(new Pull.Step.UpToDate(), other.pull());
        }
    }
}
