package io.evertill.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.audit.CentreAudit;
import io.evertill.central.Centre;
import io.evertill.central.office.Settings;
import io.evertill.db.Incidents;
import io.evertill.db.Tills;
import io.evertill.person.Person;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Machine;
import io.evertill.pos.TillProcess;
import io.evertill.register.Lookup;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.rule.Exempt;
import io.evertill.sale.Basket;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Damage in a till's ledger, mended from a real centre over HTTP or gone on from.
@Exempt(rule = "imports", reason = "a till, its centre and their damage in one place", until = "2028-12-31")
class RepairCommandTest {
    private static final String SALES = """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            536365,MUG,Mug,6,2010-12-01 08:26:00,2.55,17850,United Kingdom
            536366,JUG,Jug,2,2010-12-01 08:28:00,3.39,17850,United Kingdom
            536367,MUG,Mug,1,2010-12-01 08:34:00,2.55,13047,United Kingdom
            """;
    private static final Person ANNA = new Person("anna", "Anna");
    private static final Currency GBP = Currency.getInstance("GBP");

    @TempDir
    Path folder;

    private Centre centre;
    private Path data;

    /// How a command ended and what it said.
    private record Ended(int exitCode, String out, String err) {}

    /// A till that rang up three invoices and handed them over.
    @BeforeEach
    void sellAndDeliver() throws IOException {
        data = folder.resolve("tills").resolve("till-1");
        centre = Centre.start(Settings.in(folder.resolve("centre")).withPort(0));
        Path file = Files.writeString(folder.resolve("sales.csv"), SALES);
        String code = centre.office().admission().code(new Tills.Seat("S1", "T1"), Duration.ofMinutes(15));
        Ended ended = run("replay", "--data", folder.resolve("tills").toString(), "--sales", file.toString(),
                "--central", centre.url(), "--code", code);
        assertEquals(0, ended.exitCode(), ended::toString);
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE fact SET body = CAST(replace(CAST(body AS TEXT), 'Mug', 'Bug') AS BLOB)",
        "UPDATE fact SET meta = x'00' WHERE rowid = 3",
        "DELETE FROM fact WHERE rowid IN (3, 4)",
        "DELETE FROM posting WHERE seq IN (2, 3)",
        "UPDATE posting SET hash = zeroblob(32) WHERE seq = 3",
        "UPDATE posting SET entry_id = (SELECT entry_id FROM fact WHERE rowid = 1) WHERE seq = 4",
        "DELETE FROM posting WHERE seq = (SELECT max(seq) FROM posting)",
    })
    void whatTheCentreHasIsPutBackByteForByte(String damage) throws SQLException {
        long entries = number("SELECT count(*) FROM posting");
        String bytes = text("SELECT group_concat(hex(entry_id) || hex(meta) || hex(body)) FROM (SELECT * FROM fact ORDER BY entry_id)");
        change(damage);
        assertEquals(1, run("verify", "--data", data.toString()).exitCode());

        Ended repaired = run("repair", "--data", data.toString());
        Ended again = run("repair", "--data", data.toString());

        assertEquals(0, repaired.exitCode(), repaired::toString);
        assertEquals(new Ended(0, data + ": no entry was put back." + System.lineSeparator()
                + "  The ledger and all figures computed from it are as they must be." + System.lineSeparator(), ""), again);
        assertEquals(0, run("verify", "--data", data.toString()).exitCode());
        assertEquals(entries, number("SELECT count(*) FROM posting"));
        assertEquals(bytes,
                text("SELECT group_concat(hex(entry_id) || hex(meta) || hex(body)) FROM (SELECT * FROM fact ORDER BY entry_id)"));
        assertEquals(1, copies());
        assertCentreIsWell();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE level SET qty = qty + 10000",
        "UPDATE movement SET qty = qty - 10000 WHERE key_seq = 1",
        "DELETE FROM movement",
        "UPDATE receipt SET number = number + 1 WHERE number = (SELECT max(number) FROM receipt)",
        "INSERT INTO returned (sale, line, qty, refunded) VALUES (zeroblob(16), 1, 10000, 1)",
        "UPDATE shift SET cash = cash + 1",
        "DELETE FROM shift",
    })
    void whatIsComputedFromWholeEntriesIsComputedAnew(String damage) throws SQLException {
        String entries = text("SELECT group_concat(hex(entry_id) || hex(meta) || hex(body)) FROM (SELECT * FROM fact ORDER BY entry_id)");
        String shifts = text("SELECT group_concat(hex(shift) || cash || ' ' || sales || ' ' || coalesce(closed_at, '-')) FROM shift");
        change(damage);
        assertEquals(1, run("verify", "--data", data.toString()).exitCode());

        Ended repaired = run("repair", "--data", data.toString());

        assertEquals(0, repaired.exitCode(), repaired::toString);
        assertTrue(repaired.out().contains("were computed anew from "), repaired::toString);
        assertEquals(0, run("verify", "--data", data.toString()).exitCode());
        assertEquals(entries,
                text("SELECT group_concat(hex(entry_id) || hex(meta) || hex(body)) FROM (SELECT * FROM fact ORDER BY entry_id)"));
        assertEquals(shifts, text("SELECT group_concat(hex(shift) || cash || ' ' || sales || ' ' || coalesce(closed_at, '-')) FROM shift"));
        assertEquals(1, copies());
    }

    @Test
    void whatNobodyHasIsNamedAndTheRestGoesOnInANewStream() throws SQLException {
        long before = salesAtTheCentre();
        List<Outcome.Saved> sold = sell(5);
        long lost = number("SELECT seq FROM posting ORDER BY recorded_at DESC, seq DESC LIMIT 1") - 3;
        change("UPDATE fact SET body = x'7b7d' WHERE entry_id = (SELECT entry_id FROM posting WHERE seq = " + lost + ")");
        change("DELETE FROM posting WHERE seq = " + (lost + 2));
        String stream = text("SELECT lower(hex(stream)) FROM stream WHERE state = 'OPEN'");

        Ended repaired = run("repair", "--data", data.toString());
        Ended sync = run("sync", "--data", data.toString());
        Ended again = run("repair", "--data", data.toString());
        run("sync", "--data", data.toString());

        assertEquals(1, repaired.exitCode(), repaired::toString);
        assertTrue(repaired.out().replace("-", "").contains("Neither this till nor the centre has entry " + lost + " of stream " + stream
                + ", entry " + (lost + 2) + " of stream " + stream + ": look for a backup"), repaired::out);
        assertEquals(0, sync.exitCode(), sync::toString);
        assertTrue(again.out().startsWith(data + ": no entry was put back."), again::out);
        assertEquals(2, number("SELECT count(*) FROM stream"));
        assertTrue(centre.settle(Duration.ofSeconds(30)));
        List<String> gaps = centre.office().db().read(tx -> tx.incidents().all()).stream()
                .map(Incidents.Incident::sentence)
                .filter(sentence -> sentence.contains("no longer has entries"))
                .toList();
        assertEquals(2, gaps.size(), gaps::toString);
        assertTrue(gaps.stream().anyMatch(gap -> gap.contains("entries " + lost + " to " + lost + " of stream")), gaps::toString);
        assertEquals(before + 3, salesAtTheCentre());
        for (int at : List.of(0, 2, 4)) {
            assertTrue(centre.office().db().read(tx -> tx.sales().find("S1", sold.get(at).id())).isPresent(), "sale " + at);
        }
        assertEquals(List.of(), CentreAudit.of(centre.office().db()).differences());
    }

    @Test
    void aCentreThatDoesNotAnswerLetsNothingBeGivenUp() throws SQLException {
        change("DELETE FROM fact WHERE rowid = 3");
        centre.close();

        Ended repaired = run("repair", "--data", data.toString());

        assertEquals(3, repaired.exitCode(), repaired::toString);
        assertTrue(repaired.err().contains("nothing answers there. Nothing was given up; run this again when it answers."),
                repaired::err);
        assertEquals(1, number("SELECT count(*) FROM stream"));
        assertEquals(0, copies());
    }

    @Test
    void aFolderOnWhichATillRunsIsLeftAlone() {
        try (DataFolder held = Where.hold(data)) {
            Ended repaired = run("repair", "--data", held.path().toString());

            assertEquals(4, repaired.exitCode(), repaired::toString);
            assertTrue(repaired.err().startsWith("Another till is running on the folder"), repaired::err);
        }
    }

    private void assertCentreIsWell() {
        assertEquals(0, run("sync", "--data", data.toString()).exitCode());
        assertTrue(centre.settle(Duration.ofSeconds(30)));
        assertEquals(List.of(), CentreAudit.of(centre.office().db()).differences());
        assertEquals(List.of(), centre.office().db().read(tx -> tx.incidents().all()));
    }

    private long salesAtTheCentre() {
        assertTrue(centre.settle(Duration.ofSeconds(30)));
        return centre.office().db().read(tx -> tx.sales().count());
    }

    /// Rings up sales that are not handed over.
    private List<Outcome.Saved> sell(int count) {
        Workplace workplace = new Workplace(Machine.real(), _ -> Optional.empty(), false);
        TillProcess.Opening opening =
                TillProcess.open(Where.hold(data), Where.settings(data, workplace), workplace.machine(), _ -> {});
        try (TillProcess till = assertInstanceOf(TillProcess.Opening.Opened.class, opening).till()) {
            return Stream.generate(() -> till.keep(register -> register.sell(mug(till, register))).join())
                    .map(outcome -> assertInstanceOf(Outcome.Saved.class, outcome))
                    .limit(count)
                    .toList();
        }
    }

    private static Register.Checkout mug(TillProcess till, Register register) {
        Lookup.Meaning.Found found = assertInstanceOf(Lookup.Meaning.Found.class, till.lookup().find("MUG"));
        Basket basket = Basket.empty(GBP, TaxRule.USUAL)
                .ring(found.article().item(), Quantity.of(1, Unit.EACH), found.article().price());
        return new Register.Checkout(register.entryId(), ANNA, Optional.empty(), basket,
                new Settlement(basket.total(), List.of(new Tender.Cash(basket.total()))));
    }

    private long copies() {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().matches("till-before-repair-.*[.]db")).count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void change(String statement) throws SQLException {
        try (Connection connection = connection();
                Statement sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        }
    }

    private long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    private String text(String query) throws SQLException {
        try (Connection connection = connection();
                Statement sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            return rows.getString(1);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + data.resolve("till.db"));
    }

    private static Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Workplace workplace = new Workplace(Machine.real(), _ -> Optional.empty(), false);
        int exitCode = EvertillApp.run(workplace, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Ended(exitCode, out.toString(), err.toString());
    }
}
