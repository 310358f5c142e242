package io.evertill.alert;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What to do with red cards so that exactly what is so now is open (domain 2n, I33).
///
/// @param raised findings to open a card for, or to bring the open one up to date with; one a key
/// @param cleared keys of open cards that nothing stands behind any more
public record Cards(List<Finding> raised, Set<Finding.Key> cleared) {
    /// Compares what is so with what is open.
    public static Cards of(Collection<Finding> findings, Collection<Finding.Key> open) {
        Map<Finding.Key, Finding> raised = new LinkedHashMap<>();
        findings.forEach(finding -> raised.putIfAbsent(finding.key(), finding));
        Set<Finding.Key> cleared = new HashSet<>(open);
        cleared.removeAll(raised.keySet());
        return new Cards(List.copyOf(raised.values()), Set.copyOf(cleared));
    }
}
