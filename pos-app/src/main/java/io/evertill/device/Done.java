package io.evertill.device;

/// What became of something that a device was asked to do.
public sealed interface Done {
    /// It was done, as far as the device says.
    record Well() implements Done {}

    /// It was not done. The sale stands; it can be asked again.
    ///
    /// @param sentence what is wrong and what to do, for a person
    record Failed(String sentence) implements Done {}
}
