package io.evertill.ledger;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells at start-up whether a ledger's database was restored from an old copy or copied from elsewhere (protocol 2.2).
///
/// The same mark stands inside the database and in a file outside of it. Each start raises the one inside first, durably,
/// and then writes the one outside; so the one outside is never ahead unless the database went back. A missing file proves
/// nothing, and neither does [Finding#SAME]: the comparison of hashes with the other end stays the judge. Pure.
public final class Fence {
    private Fence() {}

    /// Where a database stands.
    ///
    /// @param nonce made once, together with the database
    /// @param boots how often a program was started on it
    /// @param machine fingerprint of the machine that it was last started on
    public record Mark(UUID nonce, long boots, Hash machine) {
        private static final Pattern TEXT = Pattern.compile("\\s*([0-9a-f-]{36}) ([0-9]{1,18}) ([0-9a-f]{64})\\s*");

        /// Reads [#text]; empty when it is something else.
        public static Optional<Mark> parse(String text) {
            return Optional.of(TEXT.matcher(text))
                    .filter(Matcher::matches)
                    .map(found -> new Mark(UUID.fromString(found.group(1)), Long.parseLong(found.group(2)),
                            Hash.parse(found.group(3))));
        }

        /// As it stands in the file outside.
        public String text() {
            return nonce + " " + boots + " " + machine;
        }

        /// The mark after one more start.
        public Mark raised(Hash on) {
            return new Mark(nonce, boots + 1, on);
        }
    }

    /// What the marks say.
    public enum Finding {
        /// Nothing speaks against it being the database that this machine last worked on.
        SAME,
        /// The database is older than its last start here: it was put back from a copy.
        RESTORED,
        /// The database was last started on another machine, or belongs to another installation.
        COPIED
    }

    /// Compares the marks as they were found, before the one inside is raised.
    ///
    /// @param outside empty when there is no file, or none that can be read
    /// @param machine fingerprint of this machine
    public static Finding compare(Mark inside, Optional<Mark> outside, Hash machine) {
        if (!inside.machine().equals(machine)) {
            return Finding.COPIED;
        }
        if (outside.isEmpty()) {
            return Finding.SAME;
        }
        Mark kept = outside.get();
        if (!kept.nonce().equals(inside.nonce()) || !kept.machine().equals(machine)) {
            return Finding.COPIED;
        }
        return inside.boots() < kept.boots() ? Finding.RESTORED : Finding.SAME;
    }
}
