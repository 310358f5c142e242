package io.evertill.faults;

import io.evertill.audit.CentreAudit;
import io.evertill.audit.TillAudit;
import io.evertill.db.Database;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the ledgers of tills and centre say in the end, against what was acknowledged.
///
/// @param entries how many entries the tills hold, each once
/// @param lost acknowledged sales that the centre does not hold or did not apply
/// @param doubled movements of the centre beyond those that the tills made, and levels that are not their sum
/// @param differences everything that is not as it must be, in sentences
record Reckoning(long entries, long lost, long doubled, List<String> differences) {
    /// Compares.
    static Reckoning of(Database centre, List<Database> tills, Set<EntryId> acknowledged) {
        List<String> differences = new ArrayList<>();
        CentreAudit.of(centre).differences().forEach(each -> differences.add("centre: " + each));
        tills.forEach(till -> TillAudit.of(till).differences().forEach(each -> differences.add("till: " + each)));

        Map<EntryId, Integer> rung = new HashMap<>();
        Map<Move.Key, Long> sums = new TreeMap<>();
        long entries = 0;
        for (Database till : tills) {
            entries += till.read(tx -> {
                tx.stock().eachMovement(movement -> {
                    rung.merge(movement.entry(), 1, Integer::sum);
                    sums.merge(movement.key(), movement.quantity(), Long::sum);
                });
                return tx.facts().count();
            });
        }

        Map<EntryId, Integer> applied = new HashMap<>();
        Map<Move.Key, Long> levels = new TreeMap<>();
        centre.read(tx -> {
            tx.stock().eachMovement(movement -> applied.merge(movement.entry(), 1, Integer::sum));
            tx.stock().eachLevel(level -> levels.put(level.key(), level.quantity()));
            return tx;
        });
        List<EntryId> missing = acknowledged.stream().filter(id -> !isHeld(centre, id) || !applied.containsKey(id)).toList();
        missing.forEach(id -> differences.add("lost: entry " + id + " was acknowledged to a customer"));
        long doubled = 0;
        for (Map.Entry<EntryId, Integer> each : applied.entrySet()) {
            int beyond = each.getValue() - rung.getOrDefault(each.getKey(), 0);
            if (beyond > 0) {
                doubled += beyond;
                differences.add("doubled: entry " + each.getKey() + " has " + beyond + " movements more than at its till");
            }
        }
        if (!levels.equals(sums)) {
            doubled++;
            differences.add("levels: the centre has " + levels + ", the tills' entries sum to " + sums);
        }
        long held = centre.read(tx -> tx.facts().count());
        if (held != entries) {
            differences.add("entries: the centre holds " + held + ", the tills " + entries);
        }
        long parked = centre.read(tx -> tx.parked().count());
        if (parked != 0) {
            differences.add("parked: " + parked + " entries wait for a person");
        }
        return new Reckoning(entries, missing.size(), doubled, List.copyOf(differences));
    }

    private static boolean isHeld(Database centre, EntryId id) {
        return centre.read(tx -> tx.facts().find(Shop.STORE, id)).isPresent();
    }
}
