package io.evertill.view;

import io.evertill.till.TillState;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows customers how the till stands, apart from the till's own screen: later, and of the states that came meanwhile only the
/// newest. A screen that throws is logged and dark until the next state: half a page could name a price that nobody asks for.
public final class Mirror {
    private static final Logger LOG = LoggerFactory.getLogger(Mirror.class);

    private final CustomerScreen screen;
    private final Executor later;
    private final AtomicBoolean isCalled = new AtomicBoolean();
    private volatile TillState newest;
    private boolean isBroken;

    /// A mirror on a screen.
    ///
    /// @param first the state now; it is shown with the next one
    /// @param later draws, one thing after the other
    public Mirror(CustomerScreen screen, TillState first, Executor later) {
        this.screen = screen;
        this.newest = first;
        this.later = later;
    }

    /// Shows a state soon, unless another comes before. Returns at once.
    public void show(TillState state) {
        newest = state;
        if (isCalled.compareAndSet(false, true)) {
            later.execute(this::draw);
        }
    }

    private void draw() {
        isCalled.set(false);
        try {
            screen.show(CustomerPage.of(newest));
            isBroken = false;
        } catch (RuntimeException e) {
            darken(e);
        }
    }

    private void darken(RuntimeException why) {
        if (!isBroken) {
            LOG.warn("customers see nothing: their screen does not work", why);
            isBroken = true;
        }
        try {
            screen.show(CustomerPage.DARK);
        } catch (RuntimeException e) {
            LOG.debug("their screen is not dark either", e);
        }
    }
}
