package io.evertill.simulation;

import java.nio.file.Path;

/// Where and with what a schedule runs.
///
/// @param folder for databases on files, and for the few files that a part of the real code needs
record Setting(Mutation mutation, Path folder, boolean isOnFiles) {
    /// In memory.
    Setting(Mutation mutation, Path folder) {
        this(mutation, folder, false);
    }
}
