package io.evertill.view;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// A list under a finger, or a mouse: where the finger stays, its row is chosen when it leaves; where it moves, the list goes along
/// and nothing is chosen.
final class Drag {
    /// A finger that rolls a little has not moved.
    private static final double STILL_PIXELS = 12;

    private double from;
    private double last;
    private boolean isMoved;
    private boolean isAway;
    private int marked = -1;

    Drag(ListView<?> list) {
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            from = event.getSceneY();
            last = from;
            isMoved = false;
        });
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> {
            isMoved |= Math.abs(event.getSceneY() - from) > STILL_PIXELS;
            isAway |= isMoved;
            if (isMoved && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
                flow.scrollPixels(last - event.getSceneY());
            }
            last = event.getSceneY();
        });
    }

    /// Whether the list is to show the marked row: always, unless a finger has moved it away since the mark or the rows changed.
    boolean isFollowed(int row, boolean isNew) {
        isAway &= row == marked && !isNew;
        marked = row;
        return !isAway;
    }

    /// What a touch of a row does.
    void chooses(ListCell<?> row, Runnable choice) {
        row.setOnMousePressed(MouseEvent::consume);
        row.setOnMouseReleased(event -> {
            if (!isMoved && !row.isEmpty() && event.getButton() == MouseButton.PRIMARY) {
                choice.run();
            }
            event.consume();
        });
    }
}
