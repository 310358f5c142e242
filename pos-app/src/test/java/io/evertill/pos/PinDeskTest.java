package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.evertill.db.FedRows;
import io.evertill.feed.Feed;
import io.evertill.ledger.Bytes;
import io.evertill.person.Person;
import io.evertill.staff.Pin;
import io.evertill.staff.StaffMember;
import io.evertill.staff.TillRole;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import io.evertill.wire.Json;
import io.evertill.wire.PinHash;
import io.evertill.wire.StaffRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

final class PinDeskTest {
    /// The staff that the centre told of; nothing of the PIN is in the ledger, the kept basket or the log.
    @Test
    void aPinIsCheckedAndLeavesNoTrace(@TempDir Path folder) throws IOException {
        Person zoe = new Person("zoe", "Zoe");
        Pin pin = new Pin("90817263");
        StaffMember member =
                new StaffMember(zoe, TillRole.CASHIER, PinHash.of(pin, Bytes.of("0123456789abcdef")), Optional.empty());
        List<TillEvent> events = new ArrayList<>();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try (TillProcess till = till(folder)) {
            till.database().run(tx -> tx.fed().put(
                    Feed.STAFF, new FedRows.Fed("zoe", Json.canonical(StaffRows.member(member))), Optional.empty(), 1));
            PinDesk desk = new PinDesk(till);
            events.add(desk.check(new TillEffect.CheckPin(1, zoe, new Pin("4822"))));
            events.add(desk.check(new TillEffect.CheckPin(2, zoe, pin)));
        } finally {
            root.detachAppender(log);
        }

        assertEquals(List.of(new TillEvent.PinWrong(1, Duration.ZERO), new TillEvent.PinRight(2)), events);
        assertEquals(List.of(), log.list.stream().map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.contains(pin.digits())).toList());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains(pin.digits()), file.toString());
            }
        }
    }

    private static TillProcess till(Path folder) {
        Machine machine = Machine.real();
        try (DataFolder held = DataFolderTest.opened(folder)) {
            new Enrolling(held, machine).alone("S1", "T1");
        }
        return assertInstanceOf(TillProcess.Opening.Opened.class,
                TillProcess.open(DataFolderTest.opened(folder), Settings.in(folder), machine, _ -> {})).till();
    }
}
