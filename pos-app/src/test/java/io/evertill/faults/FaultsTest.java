package io.evertill.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A few cycles of what `mvn -q -Pfaults` does in hundreds.
class FaultsTest {
    @TempDir
    Path folder;

    @Test
    void killedAndCutProcessesLoseAndDoubleNothing() throws Exception {
        Run.Order order = new Run.Order(Vault.Kind.SQLITE, 5, 2, 1, folder);

        Run.Ended ended = Run.of(order, System.out);

        assertEquals(List.of(), ended.broken(), () -> "repeat: mvn -q -Pfaults -Ddatabase=sqlite -Dcycles=5 -Dtills=2 -Dseed=1");
        assertEquals(5, ended.seen().get("cycles"));
        assertTrue(ended.sales() > 0);
    }
}
