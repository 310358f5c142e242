package io.evertill.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.db.Database;
import io.evertill.db.Terminals;
import io.evertill.ledger.Meta;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.pos.Machine;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.shift.CashCount;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportCommandTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Person ANNA = new Person("anna", "Anna");

    @TempDir
    Path folder;

    @Test
    void aReportIsReadFromTheLedgerByItsNumberWhenever() {
        Machine machine = Machine.real();
        try (Database db = Database.till(folder.resolve("till.db"), machine.clock())) {
            Register register = new Register(db,
                    at -> new Meta.Stamp(at.toEpochMilli(), 0, new UUID(1, 1), Optional.empty()), machine.ids());
            register.enrol(new Terminals.Identity("t-1", "S1", "T1", ""));
            register.openShift(ANNA);
            assertInstanceOf(Outcome.Saved.class, register.closeShift(ANNA, count(3)));
            register.openShift(ANNA);
            assertInstanceOf(Outcome.Saved.class, register.closeShift(ANNA, count(2)));
            register.openShift(ANNA);
        }

        List<String> first = run("z", "--shift", "1").lines().toList();
        List<String> newest = run("Z").lines().toList();
        List<String> open = run("x").lines().toList();

        assertTrue(first.stream().anyMatch(line -> line.matches("Z S1-T1-[0-9a-f]{4}-1")), first::toString);
        assertTrue(newest.stream().anyMatch(line -> line.matches("Z S1-T1-[0-9a-f]{4}-2")), newest::toString);
        assertTrue(newest.stream().anyMatch(line -> line.matches("Short +-0[.]01")), newest::toString);
        assertTrue(open.contains("                 X REPORT"), open::toString);
        assertTrue(open.stream().anyMatch(line -> line.matches("Float +0[.]02")), open::toString);
        assertEquals("The centre was not heard about this shift yet.", newest.getLast());
        assertEquals("The till in " + folder + " has no z report 3." + System.lineSeparator(), run("z", "--shift", "3"));
        assertEquals("An x report is of the open shift; --shift goes with z." + System.lineSeparator(), run("x", "--shift", "3"));
    }

    @Test
    void aReportIsAFileToo() throws IOException {
        Machine machine = Machine.real();
        try (Database db = Database.till(folder.resolve("till.db"), machine.clock())) {
            Register register = new Register(db,
                    at -> new Meta.Stamp(at.toEpochMilli(), 0, new UUID(1, 1), Optional.empty()), machine.ids());
            register.enrol(new Terminals.Identity("t-1", "S1", "T1", ""));
            register.openShift(ANNA);
            register.closeShift(ANNA, count(3));
        }
        Path file = folder.resolve("z.pdf");

        assertEquals("", run("z", "--pdf", file.toString()));

        assertEquals("%PDF", new String(Files.readAllBytes(file), 0, 4, StandardCharsets.ISO_8859_1));
    }

    private static CashCount count(int cents) {
        return new CashCount(EUR, List.of(new CashCount.Pile(new Money(1, EUR), cents)));
    }

    private String run(String... arguments) {
        StringWriter out = new StringWriter();
        PrintWriter both = new PrintWriter(out, true);
        String[] all = new String[arguments.length + 3];
        all[0] = "report";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--data";
        all[all.length - 1] = folder.toString();
        EvertillApp.run(new Workplace(Machine.real(), _ -> Optional.empty(), false), both, both, all);
        return out.toString();
    }
}
