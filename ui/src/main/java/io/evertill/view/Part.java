package io.evertill.view;

import io.evertill.till.TillState;
import javafx.scene.Node;

/// A part of the screen.
interface Part {
    /// What stands in the window.
    Node node();

    /// Arranges itself for a room; the next state is shown in it. A part that looks the same everywhere does nothing.
    ///
    /// @param em the size of the font in pixels
    default void fit(Room room, double em) {}

    /// Shows a state. Cheap when nothing that this part shows has changed.
    void show(TillState state, Texts texts);
}
