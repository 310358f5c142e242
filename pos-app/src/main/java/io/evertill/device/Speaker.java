package io.evertill.device;

/// What the cashier hears after a scan, beside what the screen flashes. Never throws, and owes nothing: a till without a
/// loudspeaker sells all the same.
public interface Speaker extends AutoCloseable {
    /// Says nothing.
    Speaker SILENT = _ -> {};

    /// Told apart with the eyes on the goods.
    enum Tone {
        /// It counted.
        OK,
        /// Nobody knows this code.
        UNKNOWN,
        /// It did not count; look at the screen.
        BLOCKED
    }

    /// Sounds a tone; returns when it is over.
    void play(Tone tone);

    @Override
    default void close() {}
}
