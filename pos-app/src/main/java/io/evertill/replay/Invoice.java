package io.evertill.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows that were rung up together: those of one invoice number at one time. An invoice with two times is two of these.
///
/// @param number the invoice's number
/// @param time when, local time of the shop
/// @param rows in the order of the file; a code may stand in several
record Invoice(String number, LocalDateTime time, List<Row> rows) {
    /// Where the shop is, which the file says in words only.
    static final ZoneId ZONE = ZoneId.of("Europe/London");

    Invoice {
        rows = List.copyOf(rows);
    }

    /// The invoices of some rows, in the order of their times.
    static List<Invoice> of(List<Row> rows) {
        Map<Key, List<Row>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(new Key(row.invoice(), row.at()), _ -> new ArrayList<>()).add(row));
        return groups.entrySet().stream()
                .map(group -> new Invoice(group.getKey().number(), group.getKey().time(), group.getValue()))
                .sorted(Comparator.comparing(Invoice::time))
                .toList();
    }

    private record Key(String number, LocalDateTime time) {}

    /// When, on the world's clock.
    Instant at() {
        return time.atZone(ZONE).toInstant();
    }

    /// The day that it counts for.
    LocalDate date() {
        return time.toLocalDate();
    }

    /// Who bought, when known.
    Optional<String> customer() {
        return rows.stream().flatMap(row -> row.customer().stream()).findFirst();
    }

    /// Whether it corrects the books and concerns no goods.
    boolean isAccounting() {
        return number.startsWith("A");
    }
}
