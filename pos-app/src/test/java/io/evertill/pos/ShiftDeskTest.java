package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.device.CodePage;
import io.evertill.device.EscPos;
import io.evertill.device.FileDrawer;
import io.evertill.device.FilePrinter;
import io.evertill.device.Speaker;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.receipt.Mark;
import io.evertill.receipt.ReceiptLanguage;
import io.evertill.shift.CashCount;
import io.evertill.shift.DrawerReason;
import io.evertill.till.DrawerAct;
import io.evertill.till.DrawerDeed;
import io.evertill.till.Duty;
import io.evertill.till.ShiftSheet;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a real till without a centre: what a cashier does with the drawer is in the ledger before the screen says so.
final class ShiftDeskTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Person ANNA = new Person("anna", "Anna");
    private static final Person BEN = new Person("ben", "Ben");

    @TempDir
    Path folder;

    private final List<TillEvent> events = new ArrayList<>();

    @Test
    void aShiftIsClosedPrintedAndFollowedByTheNext() throws IOException {
        Path paper = Files.createDirectory(folder.resolve("paper"));
        try (TillProcess till = alone(folder.resolve("till"))) {
            Desk desk = new Desk(till, StorePaper.of(till.store(), ReceiptLanguage.EN), new Station.Devices(
                    new FilePrinter(paper, new EscPos(CodePage.WESTERN)), new FileDrawer(paper), Speaker.SILENT));
            Duty duty = assertInstanceOf(TillEvent.SignedIn.class, done(desk, new TillEffect.SignIn(1, ANNA))).duty();
            done(desk, new TillEffect.RecordDrawer(2, new DrawerDeed.Moved(eur(5_000), DrawerReason.CHANGE_MONEY), duty));
            done(desk, new TillEffect.RecordDrawer(3, new DrawerDeed.Opened(DrawerReason.CHECK), duty));
            ShiftSheet open = report(desk, DrawerAct.X_REPORT).orElseThrow();
            Optional<ShiftSheet> none = report(desk, DrawerAct.LAST_Z);

            TillEvent.ShiftSealed sealed = assertInstanceOf(TillEvent.ShiftSealed.class, done(desk, new TillEffect.RecordDrawer(
                    4, new DrawerDeed.Closed(new CashCount(EUR, List.of(new CashCount.Pile(eur(1_000), 4)))), duty)));
            desk.take(new TillEffect.PrintReport(sealed.sheet(), Mark.ORIGINAL), events::add);
            Duty next = assertInstanceOf(TillEvent.SignedIn.class, done(desk, new TillEffect.SignIn(5, BEN))).duty();

            assertEquals(eur(5_000), open.report().drawer().cash());
            assertEquals(1, open.report().openings().size());
            assertEquals(Optional.empty(), none);
            assertEquals(Optional.of(eur(-1_000)), sealed.sheet().report().difference());
            assertEquals(ANNA, sealed.cashier());
            assertEquals(eur(4_000), next.shift().openingFloat());
            assertEquals(Optional.of(sealed.sheet()), report(desk, DrawerAct.LAST_Z));
            try (Stream<Path> files = Files.list(paper)) {
                assertTrue(files.anyMatch(file -> file.getFileName().toString().startsWith("Z-S1-T1-")));
            }
        }
    }

    @Test
    void theStoreMayWantTheFloatCountedAndOneCashierADrawer() {
        try (TillProcess till = alone(folder.resolve("till"))) {
            till.database().run(tx -> {
                tx.terms().put("drawer.float", "COUNTED", Optional.empty());
                tx.terms().put("drawer.cashiers", "OWN", Optional.empty());
            });
            Desk desk = new Desk(till, StorePaper.of(till.store(), ReceiptLanguage.EN), new Station.Devices(
                    new FilePrinter(folder, new EscPos(CodePage.WESTERN)), new FileDrawer(folder), Speaker.SILENT));

            TillEvent asked = done(desk, new TillEffect.SignIn(1, ANNA));
            Duty duty = assertInstanceOf(TillEvent.SignedIn.class, done(desk, new TillEffect.OpenShift(
                    2, ANNA, new CashCount(EUR, List.of(new CashCount.Pile(eur(5), 7)))))).duty();
            TillEvent other = done(desk, new TillEffect.SignIn(3, BEN));
            TillEvent again = done(desk, new TillEffect.SignIn(4, ANNA));

            assertEquals(new TillEvent.FloatWanted(1, ANNA), asked);
            assertEquals(eur(35), duty.shift().openingFloat());
            assertEquals(new TillEvent.DrawerTaken(3, new Duty(BEN, duty.shift())), other);
            assertEquals(new TillEvent.SignedIn(4, duty), again);
        }
    }

    private Optional<ShiftSheet> report(Desk desk, DrawerAct which) {
        return assertInstanceOf(TillEvent.ReportRead.class, done(desk, new TillEffect.ReadReport(9, which))).sheet();
    }

    private TillEvent done(Desk desk, TillEffect effect) {
        desk.take(effect, events::add);
        return events.getLast();
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }

    private static TillProcess alone(Path folder) {
        Machine machine = Machine.real();
        try (DataFolder held = DataFolderTest.opened(folder)) {
            new Enrolling(held, machine).alone("S1", "T1");
        }
        return assertInstanceOf(TillProcess.Opening.Opened.class,
                TillProcess.open(DataFolderTest.opened(folder), Settings.in(folder), machine, _ -> {})).till();
    }
}
