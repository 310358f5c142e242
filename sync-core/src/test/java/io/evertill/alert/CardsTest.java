package io.evertill.alert;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class CardsTest {
    @RandomTest(seeds = 300)
    void afterwardsExactlyWhatIsSoIsOpenAndOnceEach(Chance chance) {
        List<Finding> findings = chance.list(0, 8, () -> new Finding(
                chance.pick(Finding.Kind.values()), chance.pick("S1", "S2"), chance.pick("a", "b"), chance.text(9), "Count it."));
        Set<Finding.Key> open = new HashSet<>(chance.list(0, 8, () -> new Finding.Key(
                chance.pick(Finding.Kind.values()), chance.pick("S1", "S2"), chance.pick("a", "b"))));

        Cards cards = Cards.of(findings, open);

        Set<Finding.Key> after = new HashSet<>(open);
        after.removeAll(cards.cleared());
        after.addAll(cards.raised().stream().map(Finding::key).toList());
        assertEquals(findings.stream().map(Finding::key).collect(toSet()), after);
        assertEquals(cards.raised().size(), cards.raised().stream().map(Finding::key).distinct().count());
    }
}
