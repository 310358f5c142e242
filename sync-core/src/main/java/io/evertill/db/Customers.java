package io.evertill.db;

import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import io.evertill.customer.SearchWords;
import io.evertill.ledger.Bytes;
import io.evertill.wire.CustomerRows;
import io.evertill.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/// Tables `customer` and `customer_search` at the till: whom the centre told of, and whom this till met itself.
///
/// Each `put` and `remove` answers what the row before counted for in the feed's sum. What a search costs depends on how many are
/// found, not on how many there are.
public final class Customers {
    private static final String KNOWN = "SELECT rank, row_hash FROM customer WHERE customer = ?";
    private static final String INSERT =
            "INSERT INTO customer (customer, card, content, row_hash, is_sent) VALUES (?, ?, ?, ?, ?) RETURNING rank";
    private static final String UPDATE = "UPDATE customer SET card = ?, content = ?, row_hash = ?, is_sent = 1 WHERE rank = ?";
    private static final String DELETE = "DELETE FROM customer WHERE rank = ?";
    private static final String DELETE_OWN = "SELECT rank FROM customer WHERE customer = ? AND row_hash IS NULL";
    private static final String CLEAR_WORDS =
            "DELETE FROM customer_search WHERE rowid IN (SELECT rank FROM customer WHERE row_hash IS NOT NULL)";
    private static final String CLEAR = "DELETE FROM customer WHERE row_hash IS NOT NULL";
    private static final String SEND_AGAIN = "UPDATE customer SET is_sent = 0 WHERE row_hash IS NULL";
    private static final String HASHES = "SELECT row_hash FROM customer WHERE row_hash IS NOT NULL";
    private static final String FIND = "SELECT content FROM customer WHERE customer = ?";
    static final String BY_CARD = "SELECT content FROM customer WHERE card = ? ORDER BY rank LIMIT 1";
    static final String TO_SEND =
            "SELECT content FROM customer WHERE row_hash IS NULL AND is_sent = 0 ORDER BY rank LIMIT ?";
    private static final String SENT = "UPDATE customer SET is_sent = 1 WHERE customer = ?";
    private static final String PUT_WORDS = "INSERT INTO customer_search (rowid, words) VALUES (?, ?)";
    private static final String DELETE_WORDS = "DELETE FROM customer_search WHERE rowid = ?";
    private static final String PACK = "INSERT INTO customer_search (customer_search) VALUES ('optimize')";
    static final String SEARCH = """
            SELECT content FROM customer_search CROSS JOIN customer ON customer.rank = customer_search.rowid
            WHERE customer_search MATCH ? ORDER BY customer_search.rowid LIMIT ?
            """;

    private final Sql sql;

    Customers(Sql sql) {
        this.sql = sql;
    }

    private record Known(long rank, Optional<Long> rowHash) {}

    /// Adds or replaces one whom the centre told of.
    ///
    /// @param content the row of the feed
    public Optional<Long> put(Bytes content, long rowHash) {
        Customer customer = read(content);
        Optional<Known> known = known(customer.id());
        if (known.isEmpty()) {
            insert(customer, content, Optional.of(rowHash));
            return Optional.empty();
        }
        long rank = known.get().rank();
        sql.update(UPDATE, card(customer), content, rowHash, rank);
        sql.update(DELETE_WORDS, rank);
        sql.update(PUT_WORDS, rank, words(customer));
        return known.get().rowHash();
    }

    /// Adds one whom this till met; nothing happens when the customer is known.
    public void add(Customer customer) {
        if (known(customer.id()).isEmpty()) {
            insert(customer, Json.canonical(CustomerRows.write(customer)), Optional.empty());
        }
    }

    private void insert(Customer customer, Bytes content, Optional<Long> rowHash) {
        long rank = sql.number(INSERT, customer.id().value(), card(customer), content, rowHash, rowHash.isPresent());
        sql.update(PUT_WORDS, rank, words(customer));
    }

    /// Removes one of whom the centre told that the person is gone.
    public Optional<Long> remove(CustomerId id) {
        Optional<Known> known = known(id);
        known.ifPresent(row -> delete(row.rank()));
        return known.flatMap(Known::rowHash);
    }

    /// Removes one whom this till met, unless the centre has told of the person since.
    public void removeOwn(CustomerId id) {
        sql.find(DELETE_OWN, row -> row.number(1), id.value()).ifPresent(this::delete);
    }

    private void delete(long rank) {
        sql.update(DELETE_WORDS, rank);
        sql.update(DELETE, rank);
    }

    /// Removes everybody whom the centre told of, and tells the centre again of those whom this till met.
    public void clearFed() {
        sql.update(CLEAR_WORDS);
        sql.update(CLEAR);
        sql.update(SEND_AGAIN);
    }

    /// Makes searches fast again after many were put.
    public void pack() {
        sql.update(PACK);
    }

    /// Hands over what everybody whom the centre told of counts for in the feed's sum.
    public void eachHash(LongConsumer consumer) {
        sql.each(HASHES, row -> consumer.accept(row.number(1)));
    }

    /// A customer by id.
    public Optional<Customer> find(CustomerId id) {
        return sql.find(FIND, Customers::customer, id.value());
    }

    /// The customer with a loyalty number; the first who was known, when two tills gave it to two.
    public Optional<Customer> byCard(String card) {
        return sql.find(BY_CARD, Customers::customer, Customer.card(card));
    }

    /// The customers of whom each word of a text begins some word, in the order in which they became known.
    public List<Customer> search(String text, int limit) {
        List<String> words = SearchWords.sought(text);
        return words.isEmpty() ? List.of() : sql.list(SEARCH, Customers::customer,
                words.stream().map(word -> '"' + word + "\"*").collect(Collectors.joining(" AND ")), limit);
    }

    /// Those whom this till met and of whom the centre was not told yet.
    public List<Customer> toSend(int limit) {
        return sql.list(TO_SEND, Customers::customer, limit);
    }

    /// The centre was told of one.
    public void sent(CustomerId id) {
        sql.update(SENT, id.value());
    }

    private Optional<Known> known(CustomerId id) {
        return sql.find(KNOWN, row -> new Known(row.number(1), row.findNumber(2)), id.value());
    }

    private static Optional<String> card(Customer customer) {
        return Optional.of(customer.card()).filter(card -> !card.isEmpty());
    }

    private static String words(Customer customer) {
        return String.join(" ", SearchWords.of(customer));
    }

    private static Customer customer(Row row) {
        return read(row.bytes(1));
    }

    private static Customer read(Bytes content) {
        return CustomerRows.read(Json.parse(content.content()));
    }
}
