package io.evertill.audit;

import io.evertill.db.Database;
import io.evertill.db.Postings;
import io.evertill.ledger.EntryId;
import java.util.HashSet;
import java.util.Set;

/// Whether a centre that was put back has everything again: the proof at the end of a restore and of a drill.
///
/// @param missing entries that were there before and are not now
/// @param doubled entries that count more than once, and everything else that the audit finds wrong
/// @param resent entries that the backup did not have and the tills sent again
public record Recovery(long missing, long doubled, long resent) {
    /// Compares.
    ///
    /// @param before the centre as it was before the restore
    /// @param backup what it was put back to
    /// @param after the centre as it is now
    public static Recovery of(Database before, Database backup, Database after) {
        Set<EntryId> had = entries(before);
        Set<EntryId> saved = entries(backup);
        Set<EntryId> has = new HashSet<>();
        long[] twice = {0};
        after.read(tx -> {
            tx.postings().each((_, stored) -> {
                if (stored.state() == Postings.State.FIRST && !has.add(stored.posting().fact().id())) {
                    twice[0]++;
                }
            });
            return tx;
        });
        long missing = had.stream().filter(id -> !has.contains(id)).count();
        long resent = had.stream().filter(id -> has.contains(id) && !saved.contains(id)).count();
        return new Recovery(missing, twice[0] + CentreAudit.of(after).differenceCount(), resent);
    }

    private static Set<EntryId> entries(Database db) {
        Set<EntryId> entries = new HashSet<>();
        db.read(tx -> {
            tx.postings().each((_, stored) -> entries.add(stored.posting().fact().id()));
            return tx;
        });
        return entries;
    }

    /// Whether nothing is missing and nothing counts twice.
    public boolean isWhole() {
        return missing == 0 && doubled == 0;
    }

    /// As a person reads it.
    public String sentence() {
        return missing + " missing, " + doubled + " double, " + resent + " re-sent";
    }
}
