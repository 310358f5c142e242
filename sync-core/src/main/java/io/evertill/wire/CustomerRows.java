package io.evertill.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import io.evertill.customer.Exemption;
import io.evertill.ledger.Bytes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The rows of the feed about customers, and what a till tells the centre of those whom it met.
public final class CustomerRows {
    /// The most customers in one message.
    public static final int COUNT_MAX = 100;

    private static final String EXEMPT = "exempt";
    private static final int IDS_LENGTH = 36;

    private CustomerRows() {}

    /// A customer as a feed row.
    public static ObjectNode write(Customer customer) {
        ObjectNode row = Json.object()
                .put("id", customer.id().toString())
                .put("name", customer.name())
                .put("phone", customer.phone())
                .put("email", customer.email())
                .put("card", customer.card());
        customer.exemption().ifPresent(exemption -> put(row, exemption));
        return row;
    }

    /// Reads [#write] back.
    ///
    /// @throws IllegalArgumentException naming the first field that is missing or wrong
    public static Customer read(JsonNode row) {
        return read(Fields.of(row));
    }

    private static Customer read(Fields row) {
        return new Customer(new CustomerId(row.uuid("id")), row.text("name"), row.text("phone"), row.text("email"), row.text("card"),
                exemption(row));
    }

    static void put(ObjectNode node, Exemption exemption) {
        node.putObject(EXEMPT).put("certificate", exemption.certificate()).put("until", exemption.until().toString());
    }

    static Optional<Exemption> exemption(Fields row) {
        return row.findObject(EXEMPT).map(fields -> new Exemption(fields.text("certificate"), fields.date("until")));
    }

    /// Customers whom a till met, in one message.
    public static Bytes message(List<Customer> customers) {
        ObjectNode message = Json.object();
        ArrayNode rows = message.putArray("customers");
        customers.forEach(customer -> rows.add(write(customer)));
        return Json.canonical(message);
    }

    /// Reads [#message] back.
    ///
    /// @throws IllegalArgumentException naming the first field that is missing or wrong
    public static List<Customer> message(byte[] bytes) {
        return Fields.of(Json.parse(bytes)).list("customers", COUNT_MAX, CustomerRows::read);
    }

    /// The answer to a message: who of them is gone from the book, so that the till forgets them too.
    public static Bytes answer(Collection<CustomerId> gone) {
        ObjectNode answer = Json.object();
        ArrayNode ids = answer.putArray("gone");
        gone.forEach(id -> ids.add(id.toString()));
        return Json.canonical(answer);
    }

    /// Reads [#answer] back.
    ///
    /// @throws IllegalArgumentException when it is none
    public static Set<CustomerId> answer(byte[] bytes) {
        return Fields.of(Json.parse(bytes)).texts("gone", COUNT_MAX).stream()
                .filter(text -> text.length() == IDS_LENGTH)
                .map(text -> new CustomerId(UUID.fromString(text)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
