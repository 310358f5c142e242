package io.evertill.pricing;

import io.evertill.db.PriceVersions;
import io.evertill.db.PriceVersions.Version;
import io.evertill.db.Tx;
import io.evertill.price.PriceHistory;
import io.evertill.product.ProductId;
import io.evertill.wire.Json;
import io.evertill.wire.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the centre's prices were, as they were known: read from its append-only table.
public final class PriceArchive {
    private static final int PAGE = 500;

    private PriceArchive() {}

    /// A version as people read it, and when the next one of the same subject ended it.
    ///
    /// @param until empty while it stands
    public record Line(Version version, Optional<Instant> until) {}

    /// All that was ever known of a product's prices at a branch; empty for a product that the centre did not define.
    ///
    /// A product that a till met first has the price that the till had, from then on.
    public static Optional<PriceHistory> history(Tx tx, ProductId product, String branch) {
        List<PriceHistory.Base> bases = new ArrayList<>();
        List<PriceHistory.RuleVersion> rules = new ArrayList<>();
        for (Version version : versions(tx, product, branch)) {
            if (version.subject().equals(PriceVersions.BASE)) {
                bases.add(new PriceHistory.Base(
                        Rows.product(Json.parse(version.definition().content())).basePrice(), version.knownFrom()));
            } else {
                rules.add(new PriceHistory.RuleVersion(
                        Rows.price(Json.parse(version.definition().content())), version.knownFrom()));
            }
        }
        if (bases.isEmpty()) {
            tx.definitions().defined(product).ifPresent(met -> bases.add(
                    new PriceHistory.Base(Rows.product(Json.parse(met.content().content())).basePrice(), met.changedAt())));
        }
        return bases.isEmpty() ? Optional.empty() : Optional.of(new PriceHistory(branch, product, bases, rules));
    }

    /// The versions of a product's prices at a branch, the base price first, each subject in its order.
    public static List<Line> lines(Tx tx, ProductId product, String branch) {
        List<Version> versions = versions(tx, product, branch);
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < versions.size(); at++) {
            Version version = versions.get(at);
            lines.add(new Line(version, versions.stream()
                    .skip(at + 1L)
                    .limit(1)
                    .filter(next -> next.subject().equals(version.subject()))
                    .map(Version::knownFrom)
                    .findFirst()));
        }
        return List.copyOf(lines);
    }

    private static List<Version> versions(Tx tx, ProductId product, String branch) {
        List<Version> all = new ArrayList<>();
        List<Version> page = tx.priceVersions().after(product, branch, Version.START, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = tx.priceVersions().after(product, branch, page.getLast(), PAGE);
        }
        return all;
    }
}
