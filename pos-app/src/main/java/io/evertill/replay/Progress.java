package io.evertill.replay;

/// Who watches a replay. Called from several threads.
public interface Progress {
    /// A new phase began.
    ///
    /// @param name what is done in it, in a few words
    /// @param total how many steps it has; 0 when nobody knows
    void phase(String name, long total);

    /// Some steps of the phase were done.
    void add(long steps);
}
