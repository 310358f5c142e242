package io.evertill.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.till.Shop;
import io.evertill.till.Till;
import io.evertill.till.TillEvent;
import io.evertill.till.TillState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MirrorTest {
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final List<CustomerPage> seen = new ArrayList<>();
    private final TillState nobody = new Shop().starting();
    private final TillState selling = new Shop().open();
    private final TillState typing = Till.step(selling, new TillEvent.Typed('5')).state();

    @Test
    void ofManyStatesOnlyTheNewestIsDrawnAndNoneAtOnce() {
        Mirror mirror = new Mirror(seen::add, nobody, later::add);
        mirror.show(nobody);
        mirror.show(selling);
        mirror.show(typing);

        assertEquals(List.of(), seen);
        turn();
        assertEquals(List.of(CustomerPage.of(typing)), seen);
        mirror.show(selling);
        turn();
        assertEquals(List.of(CustomerPage.of(typing), CustomerPage.of(selling)), seen);
    }

    @Test
    void aScreenThatThrowsIsDarkUntilTheNextState() {
        List<RuntimeException> troubles = new ArrayList<>(List.of(new IllegalStateException("it is gone")));
        Mirror mirror = new Mirror(page -> {
            seen.add(page);
            if (!troubles.isEmpty()) {
                throw troubles.removeFirst();
            }
        }, nobody, later::add);

        mirror.show(selling);
        turn();
        mirror.show(selling);
        turn();

        assertEquals(List.of(CustomerPage.of(selling), CustomerPage.DARK, CustomerPage.of(selling)), seen);
    }

    @Test
    void aScreenThatCannotEvenBeDarkStopsNothing() {
        Mirror mirror = new Mirror(_ -> {
            throw new IllegalStateException("it is gone");
        }, nobody, Runnable::run);

        mirror.show(selling);
        mirror.show(typing);
    }

    private void turn() {
        while (!later.isEmpty()) {
            later.removeFirst().run();
        }
    }
}
