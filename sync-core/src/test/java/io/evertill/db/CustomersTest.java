package io.evertill.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomersTest {
    private static final Customer ANNE = customer(1, "Anne-Sophie Müller", "+49 (151) 234-567 89", "as.mueller@example.org", "00012345");
    private static final Customer BORIS = customer(2, "Борис Иванов", "0301 99 88 77", "", "K-77 A");
    private static final Customer MULLER = customer(3, "Jan Muller", "", "jan@muller.example", "");

    @TempDir
    Path folder;

    private CountedTill till;

    @BeforeEach
    void open() throws SQLException {
        till = new CountedTill(folder.resolve("till.db"), Clock.systemUTC());
        List.of(ANNE, BORIS, MULLER).forEach(customer -> till.db().run(tx -> tx.customers().add(customer)));
    }

    @AfterEach
    void close() {
        till.close();
    }

    @ParameterizedTest
    @CsvSource({
        "mull, 1 3",
        "MÜLLER anne, 1",
        "soph, 1",
        "борис, 2",
        "as.mueller@ex, 1",
        "jan@muller.example, 3",
        "6789, 1",
        "0151 23456789, 1",
        "015123456789, 1",
        "+49151, 1",
        "49 151 234, 1",
        "998877, 2",
        "12345, 1",
        "0012345, 1",
        "k77a, 2",
        "k-77, 2",
        "jan, 3",
        "an, 1",
        "muller boris, ''",
        "89, ''",
        "*, ''",
    })
    void aCustomerIsFoundByNameMailPhoneAndCard(String text, String found) {
        assertEquals(found, till.db().read(tx -> tx.customers().search(text, 10)).stream()
                .map(customer -> Long.toString(customer.id().value().getLeastSignificantBits()))
                .reduce((one, other) -> one + " " + other).orElse(""));
    }

    @Test
    void aCardIsFoundWhole() {
        assertEquals(Optional.of(ANNE), till.db().read(tx -> tx.customers().byCard(" 00012345")));
        assertEquals(Optional.of(BORIS), till.db().read(tx -> tx.customers().byCard("k-77 a")));
        assertEquals(Optional.empty(), till.db().read(tx -> tx.customers().byCard("12345")));
        assertEquals(Optional.empty(), till.db().read(tx -> tx.customers().byCard("")));
    }

    @Test
    void whoIsGoneIsFoundNoMore() {
        till.db().run(tx -> tx.customers().remove(ANNE.id()));

        assertEquals(List.of(MULLER), till.db().read(tx -> tx.customers().search("mull", 10)));
        assertEquals(List.of(BORIS, MULLER), till.db().read(tx -> tx.customers().toSend(10)));
    }

    /// No statement looks at everybody: a search asks the index of words, then single rows; a card is found in its index.
    @Test
    void noSearchLooksAtEverybody() throws SQLException {
        String search = plan(Customers.SEARCH, "\"mull\"*", 10);
        assertTrue(search.contains("customer_search VIRTUAL TABLE INDEX") && search.contains("USING INTEGER PRIMARY KEY"), search);
        assertFalse(search.contains("TEMP B-TREE") || search.contains("SCAN customer "), search);
        assertTrue(plan(Customers.BY_CARD, "00012345").contains("USING INDEX customer_by_card (card=?)"));
        assertTrue(plan(Customers.TO_SEND, 10).contains("USING INDEX customer_to_send"));
    }

    @Test
    void aSearchIsOneStatement() {
        long before = till.statements();

        till.db().read(tx -> tx.customers().search("mull", 10));

        // Begin, search, end.
        assertTrue(till.statements() - before <= 3, () -> till.statements() - before + " statements");
    }

    private String plan(String statement, Object... arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("till.db"));
                PreparedStatement explain = connection.prepareStatement("EXPLAIN QUERY PLAN " + statement)) {
            for (int at = 0; at < arguments.length; at++) {
                explain.setObject(at + 1, arguments[at]);
            }
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = explain.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString("detail")).append('\n');
                }
            }
            return plan.toString();
        }
    }

    private static Customer customer(long id, String name, String phone, String email, String card) {
        return new Customer(new CustomerId(new UUID(0, id)), name, phone, email, card, Optional.empty());
    }
}
