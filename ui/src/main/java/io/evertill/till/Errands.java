package io.evertill.till;

import java.util.function.Consumer;

/// Carries out what the till asks for.
public interface Errands {
    /// Starts an errand and returns at once: it is called on the thread that draws.
    ///
    /// An effect with a number is answered exactly once, by an event with the same number, from any thread;
    /// [TillEvent.Failed] says that nothing happened. Effects of one step are carried out in their order.
    ///
    /// @param answer takes events; safe to call from any thread, also before this method returns
    void carryOut(TillEffect effect, Consumer<TillEvent> answer);
}
