package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.Centre;
import io.evertill.central.office.TlsSettings;
import io.evertill.db.Tills;
import io.evertill.device.Done;
import io.evertill.device.Speaker;
import io.evertill.ingest.Admission;
import io.evertill.key.Scanner;
import io.evertill.key.Stroke;
import io.evertill.till.Activity;
import io.evertill.till.SyncStatus;
import io.evertill.till.TillEvent;
import io.evertill.till.TillState;
import io.evertill.wire.EnrolmentFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A till that cannot believe its centre says so and sells on.
class DistrustTest {
    private static final long SECONDS_MAX = 60;

    @TempDir
    Path folder;

    @Test
    void theBannerSaysItAndASaleGoesOn() throws Exception {
        Window.startToolkit();
        try (Centre centre = Centre.start(io.evertill.central.office.Settings.in(folder.resolve("centre")).withPort(0)
                .withTls(new TlsSettings(Optional.empty(), Optional.empty(), List.of("localhost"))))) {
            Path data = folder.resolve("till");
            try (DataFolder held = DataFolderTest.opened(data)) {
                String code = centre.office().admission().code(new Tills.Seat("S1", "T1"), Admission.VALID_USUALLY);
                assertInstanceOf(Enrolling.Result.Enrolled.class, new Enrolling(held, Machine.real()).byFile(new EnrolmentFile(
                        "https://localhost:" + centre.port(), Files.readString(folder.resolve("centre/tls/ca.pem")), code, "S1", "T1")));
            }
            Files.writeString(data.resolve("ca.pem"), "garbage");
            try (Station station = opened(data)) {
                when(station, shown -> shown.around().sync().advice().contains(SyncStatus.Advice.MEND_TRUST));
                assertTrue(station.till().distrust().orElseThrow().contains("holds no certificate"));

                Cashier.stock(station.till());
                when(station, shown -> shown.activity() instanceof Activity.SigningIn);
                station.loop().tell(new TillEvent.Struck(Stroke.parse("ENTER")));
                when(station, shown -> shown.activity() instanceof Activity.Selling);
                station.loop().tell(new TillEvent.Scanned("MUG"));
                when(station, shown -> shown.sale().basket().lines().size() == 1);
                station.loop().tell(new TillEvent.Struck(Stroke.parse("F12")));
                TillState sold = when(station, shown -> shown.activity() instanceof Activity.Done);

                assertEquals(1, ((Activity.Done) sold.activity()).completed().sale().receipt().number());
            }
        }
    }

    private static Station opened(Path data) {
        Station station = assertInstanceOf(Station.Opening.Opened.class, Station.open(new Station.Setup(
                DataFolderTest.opened(data), Settings.in(data), Machine.real(), Scanner.USUAL, false),
                new Station.Devices((_, _) -> new Done.Well(), Done.Well::new, Speaker.SILENT))).station();
        station.start();
        return station;
    }

    private static TillState when(Station station, Predicate<TillState> is) throws Exception {
        return station.loop().when(is).get(SECONDS_MAX, TimeUnit.SECONDS);
    }
}
