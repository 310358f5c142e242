package io.evertill.central.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.Commands;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person sees who tries the ledger out.
class LedgerSimulatorTest {
    private static final Path LATE_SALE = Path.of("..", "docs", "simulator", "late-sale.txt");

    @TempDir
    Path folder;

    @Test
    void aSaleThatIsHeardAfterTheCountThatSawItIsTakenBackAtOnce() throws IOException {
        try (LedgerSimulator simulator = open()) {
            List<String> rows = new ArrayList<>();
            for (String line : Files.readAllLines(LATE_SALE)) {
                LedgerSimulator.Answer answer = simulator.run(line);
                assertEquals(0, answer.exit(), line + ": " + answer.said());
                answer.state().sums().forEach(sum -> assertTrue(sum.isRight(), line));
                rows.addAll(rows(answer));
            }
            assertEquals(List.of("1000 RECEIVE", "-3 SALE", "-2 COUNT_ADJUSTMENT", "-2 SALE", "2 COUNT_CORRECTION"), rows);
            Sight.Sum tea = simulator.state().sums().getFirst();
            assertEquals("995", text(tea.level()));
            assertEquals("997", text(tea.snapshot()));
            assertEquals(3, tea.rows());
        }
    }

    @Test
    void aTillThatIsCutOffSellsAndTheCentreHearsOfItInOrderAndAtItsTime() {
        try (LedgerSimulator simulator = open()) {
            say(simulator, "product TEA", "till T1 --store S1", "offline T1");
            assertEquals(List.of(), rows(say(simulator, "sell T1 TEA 2")));
            assertEquals(List.of(), rows(say(simulator, "return T1 TEA 1 --condition damaged")));
            say(simulator, "clock 3d");

            LedgerSimulator.Answer heard = say(simulator, "online T1");

            assertEquals(List.of("-2 SALE", "1 RETURN"), rows(heard));
            assertEquals("Till T1 is connected again; 2 waited." + System.lineSeparator(), heard.said());
            assertTrue(heard.state().rows().stream().map(Sight.Row::movement)
                    .allMatch(movement -> movement.occurredAt().isBefore(movement.recordedAt().minusSeconds(3 * 86_400 - 10))));
        }
    }

    @Test
    void theSameLinesGiveTheSameLedger() {
        List<String> lines = List.of("product TEA", "product RICE --unit kg", "till T1 --store S1",
                "goods receive --store S1 --sku RICE --qty 2.5 --by Bea", "sell T1 RICE 0.75", "sell T1 TEA");
        assertEquals(played(lines), played(lines));
    }

    @Test
    void whatIsNotUnderstoodIsSaidAndChangesNothing() {
        try (LedgerSimulator simulator = open()) {
            say(simulator, "product TEA", "till T1 --store S1");
            assertRefused("There is no till T9. Let it in: till T9 --store S1", simulator.run("sell T9 TEA"));
            assertRefused("Till T1 knows no product COCOA. Define it with the command product; a till that is cut off hears of it when it"
                    + " is back.", simulator.run("sell T1 COCOA"));
            assertRefused("The simulator touches no ledger but its own: leave --data and --db out.",
                    simulator.run("stock --data /srv/shop"));
            assertRefused("A quote is not closed. Nothing was done.", simulator.run("sell 'T1"));
            assertEquals(2, simulator.run("serve").exit());
            assertEquals(0, simulator.run("  # a remark").exit());
        }
    }

    private static void assertRefused(String sentence, LedgerSimulator.Answer answer) {
        assertEquals(sentence + System.lineSeparator(), answer.said());
        assertEquals(2, answer.exit());
        assertEquals(List.of(), answer.state().rows());
    }

    private List<String> played(List<String> lines) {
        try (LedgerSimulator simulator = open()) {
            lines.forEach(line -> say(simulator, line));
            return simulator.state().rows().stream().map(row -> row.sku() + " " + row.movement()).toList();
        }
    }

    private static LedgerSimulator.Answer say(LedgerSimulator simulator, String... lines) {
        LedgerSimulator.Answer answer = simulator.run("");
        for (String line : lines) {
            answer = simulator.run(line);
            assertEquals(0, answer.exit(), line + ": " + answer.said());
        }
        return answer;
    }

    private static List<String> rows(LedgerSimulator.Answer answer) {
        return answer.state().rows().stream()
                .map(row -> text(row.movement().quantity()) + " " + row.movement().type())
                .toList();
    }

    private static String text(long quantity) {
        return Decimals.text(quantity, Quantity.SCALE);
    }

    private LedgerSimulator open() {
        return new LedgerSimulator("test-" + UUID.randomUUID(), folder, Commands::line);
    }
}
