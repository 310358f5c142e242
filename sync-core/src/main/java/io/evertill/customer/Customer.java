package io.evertill.customer;

import io.evertill.stock.Wording;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Somebody who buys, and how to reach that person.
///
/// @param name what people call the customer, 1 to 100 characters
/// @param phone as people write it, at most 40 characters; may be empty
/// @param email at most 200 characters; may be empty
/// @param card the loyalty number, as scanners send it, at most 40 characters; may be empty
/// @param exemption from tax, whether its certificate still counts or not
public record Customer(CustomerId id, String name, String phone, String email, String card, Optional<Exemption> exemption) {
    /// The longest name.
    public static final int NAME_LENGTH_MAX = 100;
    /// The longest phone number.
    public static final int PHONE_LENGTH_MAX = 40;
    /// The longest e-mail address.
    public static final int EMAIL_LENGTH_MAX = 200;
    /// The longest loyalty number.
    public static final int CARD_LENGTH_MAX = 40;

    /// Takes blanks at the ends away; refuses a customer without a name, and texts that are too long or cannot be printed.
    public Customer {
        name = name.strip();
        phone = phone.strip();
        email = email.strip();
        card = card(card);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a customer has a name");
        }
        require("a customer's name", name, NAME_LENGTH_MAX);
        require("a phone number", phone, PHONE_LENGTH_MAX);
        require("an e-mail address", email, EMAIL_LENGTH_MAX);
        require("a loyalty number", card, CARD_LENGTH_MAX);
    }

    /// The message does not repeat the text: it may end up in a log.
    private static void require(String what, String text, int lengthMax) {
        if (text.length() > lengthMax || !Wording.isPrintable(text)) {
            throw new IllegalArgumentException(what + " has at most " + lengthMax + " printable characters");
        }
    }

    /// A loyalty number as it is compared: without blanks at its ends, in capitals.
    public static String card(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    /// The same without a certificate: only the centre gives one.
    public Customer taxed() {
        return new Customer(id, name, phone, email, card, Optional.empty());
    }

    /// How to reach the person, for people: what is known of phone and e-mail, may be empty.
    public String reach() {
        return Stream.of(phone, email).filter(each -> !each.isEmpty()).collect(Collectors.joining(", "));
    }

    /// Says who it is without saying anything about the person: this text may stand in a log.
    @Override
    public String toString() {
        return "customer " + id;
    }
}
