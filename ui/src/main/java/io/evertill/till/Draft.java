package io.evertill.till;

import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is known so far of a new customer, and what is asked for.
///
/// @param name empty until it is known, as everything else
public record Draft(String name, String phone, String email, String card, Field field) {
    private static final List<Field> FIELDS = List.of(Field.values());
    private static final CustomerId NOBODY = new CustomerId(new UUID(0, 0));

    /// What is asked for, in this order.
    public enum Field {
        /// What people call the customer; the only thing that must be known.
        NAME(Phrase.CUSTOMER_ASK_NAME),
        /// The phone number.
        PHONE(Phrase.CUSTOMER_ASK_PHONE),
        /// The e-mail address.
        EMAIL(Phrase.CUSTOMER_ASK_EMAIL),
        /// The loyalty number.
        CARD(Phrase.CUSTOMER_ASK_CARD);

        private final Phrase phrase;

        Field(Phrase phrase) {
            this.phrase = phrase;
        }

        /// What it is called.
        public Phrase phrase() {
            return phrase;
        }
    }

    /// A new customer of whom somebody typed this: a name, an e-mail address or a phone number. The first that is not known is asked for.
    static Draft of(String typed) {
        String text = typed.strip();
        Draft nothing = new Draft("", "", "", "", Field.NAME);
        Field guess = text.indexOf('@') >= 0 ? Field.EMAIL
                : text.codePoints().anyMatch(Character::isLetter) ? Field.NAME : Field.PHONE;
        Draft begun = text.isEmpty() ? nothing : nothing.at(guess).with(text).at(Field.NAME);
        return begun.name.isEmpty() ? begun : begun.next().orElse(begun);
    }

    /// The same with this for what is asked for.
    Draft with(String text) {
        return switch (field) {
            case NAME -> new Draft(text, phone, email, card, field);
            case PHONE -> new Draft(name, text, email, card, field);
            case EMAIL -> new Draft(name, phone, text, card, field);
            case CARD -> new Draft(name, phone, email, text, field);
        };
    }

    private Draft at(Field other) {
        return new Draft(name, phone, email, card, other);
    }

    /// The same where the next thing is asked for that is not known; empty when there is none.
    Optional<Draft> next() {
        return FIELDS.subList(FIELDS.indexOf(field) + 1, FIELDS.size()).stream()
                .filter(other -> at(other).known().isEmpty())
                .findFirst()
                .map(this::at);
    }

    private String known() {
        return switch (field) {
            case NAME -> name;
            case PHONE -> phone;
            case EMAIL -> email;
            case CARD -> card;
        };
    }

    /// Whether a text can be what is asked for.
    boolean takes(String text) {
        int lengthMax = switch (field) {
            case NAME -> Customer.NAME_LENGTH_MAX;
            case PHONE -> Customer.PHONE_LENGTH_MAX;
            case EMAIL -> Customer.EMAIL_LENGTH_MAX;
            case CARD -> Customer.CARD_LENGTH_MAX;
        };
        return text.length() <= lengthMax && switch (field) {
            case NAME, CARD -> true;
            case PHONE -> text.codePoints().anyMatch(Character::isDigit);
            case EMAIL -> text.indexOf('@') > 0 && text.indexOf('@') < text.length() - 1;
        };
    }

    /// The customer, who has no id yet.
    Customer customer() {
        return new Customer(NOBODY, name, phone, email, card, Optional.empty());
    }

    /// Says nothing of the person.
    @Override
    public String toString() {
        return "draft at " + field;
    }
}
