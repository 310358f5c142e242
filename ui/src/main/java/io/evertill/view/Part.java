package io.evertill.view;

import io.evertill.till.TillState;
import javafx.scene.Node;

/// A part of the screen.
interface Part {
    /// What stands in the window.
    Node node();

    /// Shows a state. Cheap when nothing that this part shows has changed.
    void show(TillState state, Texts texts);
}
