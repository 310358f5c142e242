package io.evertill.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.person.Person;
import io.evertill.pos.Machine;
import io.evertill.pos.TillProcess;
import io.evertill.register.Lookup;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
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
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/// A till's data folder with sales in it, as this program or an older one left it.
final class OldFolder {
    /// Before the search got other pieces of words, which is a migration in Java.
    static final int VERSION = 16;

    private static final String SALES = """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            536365,MUG,Mug,6,2010-12-01 08:26:00,2.55,17850,United Kingdom
            536366,JUG,Jug,2,2010-12-01 08:28:00,3.39,17850,United Kingdom
            """;
    private static final Workplace WORKPLACE = new Workplace(Machine.real(), _ -> Optional.empty(), false);

    private OldFolder() {}

    /// How a command ended and what it said.
    record Ended(int exitCode, String out, String err) {}

    /// A till that sold without a centre, or with one.
    ///
    /// @param more further arguments of `replay`
    static Path sold(Path folder, String... more) throws IOException {
        Path sales = Files.writeString(folder.resolve("sales.csv"), SALES);
        String[] replay = {"replay", "--data", folder.resolve("tills").toString(), "--sales", sales.toString()};
        Ended ended = run(Stream.concat(Arrays.stream(replay), Arrays.stream(more)).toArray(String[]::new));
        assertEquals(0, ended.exitCode(), ended::toString);
        return folder.resolve("tills").resolve("till-1");
    }

    /// The same, with the tables of an older program.
    static Path ofOlderProgram(Path folder) throws IOException, SQLException {
        Path data = sold(folder);
        // A start as a till, which leaves the mark that tells a ledger that was put back.
        sell(data, 0);
        Path ledger = data.resolve("till.db");
        Path older = folder.resolve("older.db");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + older, null, null)
                .locations("classpath:io/evertill/db/till/sqlite")
                .table("flyway_schema_history")
                .target(Integer.toString(VERSION))
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + older); Statement sql = connection.createStatement()) {
            sql.execute("ATTACH DATABASE '" + ledger + "' AS newer");
            for (String table : texts(sql, "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                    + " AND name NOT LIKE 'flyway%' AND name NOT LIKE '%search%'")) {
                String columns = String.join(", ", texts(sql, "SELECT name FROM pragma_table_info('" + table + "', 'main')"));
                sql.execute("INSERT OR REPLACE INTO main." + table + " (" + columns + ") SELECT " + columns + " FROM newer." + table);
            }
        }
        Files.move(older, ledger, StandardCopyOption.REPLACE_EXISTING);
        return data;
    }

    /// Rings up sales that are not handed over.
    static void sell(Path data, int count) {
        TillProcess.Opening opening =
                TillProcess.open(Where.hold(data), Where.settings(data, WORKPLACE), WORKPLACE.machine(), _ -> {});
        try (TillProcess till = assertInstanceOf(TillProcess.Opening.Opened.class, opening).till()) {
            for (int at = 0; at < count; at++) {
                assertInstanceOf(Outcome.Saved.class, till.keep(register -> register.sell(mug(till, register))).join());
            }
        }
    }

    private static Register.Checkout mug(TillProcess till, Register register) {
        Lookup.Meaning.Found found = assertInstanceOf(Lookup.Meaning.Found.class, till.lookup().find("MUG"));
        Basket basket = Basket.empty(Currency.getInstance("GBP"), TaxRule.USUAL)
                .ring(found.article().item(), Quantity.of(1, Unit.EACH), found.article().price());
        return new Register.Checkout(register.entryId(), new Person("anna", "Anna"), Optional.empty(), basket,
                new Settlement(basket.total(), List.of(new Tender.Cash(basket.total()))));
    }

    static Ended run(String... arguments) {
        return run(WORKPLACE, arguments);
    }

    static Ended run(Workplace workplace, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = EvertillApp.run(workplace, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Ended(exitCode, out.toString(), err.toString());
    }

    static void change(Path data, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("till.db"));
                Statement sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        }
    }

    static long number(Path data, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("till.db"));
                Statement sql = connection.createStatement()) {
            return Long.parseLong(texts(sql, query).getFirst());
        }
    }

    /// Copies beside a ledger whose names begin like this.
    static List<Path> copies(Path data, String name) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().matches(name + "[-0-9]*[.]db")).sorted().toList();
        }
    }

    private static List<String> texts(Statement sql, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
