package io.evertill.customer;

import io.evertill.product.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The words by which a customer is found: those of the name and the e-mail address, the loyalty number whole and in parts, and the
/// phone number from each of its digits on, so that its end finds it, and its middle.
///
/// Zeros before a number say nothing: people leave them out, and country codes take their place.
public final class SearchWords {
    private static final int PHONE_PART_MIN = 3;
    private static final int SOUGHT_MAX = 6;

    private SearchWords() {}

    /// Of a customer, each once.
    public static Set<String> of(Customer customer) {
        Set<String> words = new LinkedHashSet<>();
        Words.of(customer.name(), customer.email(), customer.card()).list().forEach(word -> words.add(plain(word)));
        String card = String.join("", Words.of(customer.card()).list());
        if (!card.isEmpty()) {
            words.add(plain(card));
        }
        String phone = digits(customer.phone());
        for (int from = 0; from + PHONE_PART_MIN <= phone.length(); from++) {
            words.add(plain(phone.substring(from)));
        }
        return words;
    }

    /// Of what somebody types: a customer is found who has a word that begins like each of them.
    public static List<String> sought(String text) {
        return Words.of(text).list().stream().map(SearchWords::plain).distinct().limit(SOUGHT_MAX).toList();
    }

    private static String digits(String text) {
        return String.join("", Words.of(text).list()).replaceAll("[^0-9]", "");
    }

    private static String plain(String word) {
        boolean isNumber = word.chars().allMatch(character -> character >= '0' && character <= '9');
        String plain = isNumber ? word.replaceFirst("^0+", "") : word;
        return plain.isEmpty() ? word : plain;
    }
}
