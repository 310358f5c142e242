package io.evertill.wire;

import io.evertill.ledger.Bytes;
import java.util.Base64;

/// How a till introduces itself with a one-time code, and what it gets (protocol 2.12).
public final class Enrolment {
    private Enrolment() {}

    /// The till's side.
    ///
    /// @param code the one-time code, as typed
    /// @param publicKey the open half of the key pair that the till made
    public record Request(String code, Bytes publicKey) {
        /// As sent.
        public Bytes write() {
            return Json.canonical(Json.object()
                    .put("code", code)
                    .put("publicKey", Base64.getEncoder().encodeToString(publicKey.content())));
        }

        /// Reads [#write] back.
        ///
        /// @throws IllegalArgumentException naming the first field that is missing or wrong
        public static Request read(byte[] bytes) {
            Fields fields = Fields.of(Json.parse(bytes));
            return new Request(fields.text("code"), Bytes.of(Base64.getDecoder().decode(fields.text("publicKey"))));
        }
    }

    /// The centre's answer: who the till is, and its bearer token, which is shown this once.
    public record Grant(String terminal, String branch, String till, String token) {
        /// As sent.
        public Bytes write() {
            return Json.canonical(Json.object()
                    .put("terminal", terminal)
                    .put("branch", branch)
                    .put("till", till)
                    .put("token", token));
        }

        /// Reads [#write] back.
        ///
        /// @throws IllegalArgumentException naming the first field that is missing or wrong
        public static Grant read(byte[] bytes) {
            Fields fields = Fields.of(Json.parse(bytes));
            return new Grant(fields.text("terminal"), fields.text("branch"), fields.text("till"), fields.text("token"));
        }

        /// Without the token, which must not get into a log.
        @Override
        public String toString() {
            return "Grant[" + terminal + ", " + branch + ", " + till + "]";
        }
    }

    /// What became of an enrolment.
    public sealed interface Answer {
        /// The till is known from now on.
        record Granted(Grant grant) implements Answer {}

        /// The code is unknown, used or expired.
        record Refused(String sentence) implements Answer {}

        /// No answer.
        record Unreachable(String cause) implements Answer {}
    }
}
