package io.evertill.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.money.Money;
import io.evertill.tender.TerminalWord;
import io.evertill.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/// One line from a till to a terminal, and the line that answers it: JSON, in UTF-8.
///
/// @param what what is wanted
/// @param attempt which payment it is about
/// @param amount for [What#PAY] only
record Question(What what, UUID attempt, Optional<Money> amount) {
    /// The longest line, in bytes.
    static final int LINE_BYTES_MAX = 4_096;

    /// What a till can want.
    enum What {
        /// [PaymentTerminal#pay].
        PAY,
        /// [PaymentTerminal#resolve].
        STATE,
        /// [PaymentTerminal#stop].
        STOP,
        /// [PaymentTerminal#undo].
        UNDO,
        /// [PaymentTerminal#test].
        TEST
    }

    /// The line without its end.
    byte[] line() {
        ObjectNode node = Json.object().put("ask", what.name()).put("id", attempt.toString());
        amount.ifPresent(money ->
                node.put("amount", money.text()).put("currency", money.currency().getCurrencyCode()));
        return Json.canonical(node).content();
    }

    /// Reads a line.
    ///
    /// @throws IllegalArgumentException when it is no question
    static Question read(byte[] line) {
        JsonNode node = Json.parse(line);
        What what = What.valueOf(node.path("ask").asText());
        Optional<Money> amount = what == What.PAY
                ? Optional.of(Money.parse(node.path("amount").asText(), Currency.getInstance(node.path("currency").asText())))
                : Optional.empty();
        return new Question(what, UUID.fromString(node.path("id").asText()), amount);
    }

    /// The line that answers.
    static byte[] answer(UUID attempt, TerminalWord word) {
        ObjectNode node = Json.object().put("id", attempt.toString());
        switch (word) {
            case TerminalWord.Approved(String reference) -> node.put("state", "APPROVED").put("text", reference);
            case TerminalWord.Declined(String reason) -> node.put("state", "DECLINED").put("text", reason);
            case TerminalWord.TimedOut() -> node.put("state", "TIMED_OUT").put("text", "");
            case TerminalWord.Unknown(String sentence) -> node.put("state", "UNKNOWN").put("text", sentence);
        }
        return Json.canonical(node).content();
    }

    /// Understands the line that answers; whatever is not clear is no word.
    TerminalWord understood(byte[] line) {
        try {
            JsonNode node = Json.parse(line);
            String text = node.path("text").asText("");
            if (!node.path("id").asText("").equals(attempt.toString())) {
                return new TerminalWord.Unknown("The card terminal answered for another payment.");
            }
            return switch (node.path("state").asText("")) {
                case "APPROVED" -> new TerminalWord.Approved(text);
                case "DECLINED" -> new TerminalWord.Declined(text);
                case "TIMED_OUT" -> new TerminalWord.TimedOut();
                default -> new TerminalWord.Unknown("The card terminal does not know: " + text);
            };
        } catch (IllegalArgumentException _) {
            return new TerminalWord.Unknown("The card terminal answered something that is no answer: "
                    + io.evertill.stock.Wording.brief(new String(line, StandardCharsets.UTF_8), TerminalWord.LENGTH_MAX));
        }
    }
}
