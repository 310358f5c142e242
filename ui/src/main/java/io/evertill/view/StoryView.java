package io.evertill.view;

import io.evertill.till.Action;
import io.evertill.till.Activity;
import io.evertill.till.TillState;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;

/// One thing that happened at the till: what became of it, its receipt, and what can be done with it.
final class StoryView {
    private final ReceiptView receipt = new ReceiptView();
    private final MessageView message = new MessageView();
    private final List<ActionButton> buttons;

    StoryView(TillLoop loop) {
        buttons = Stream.of(Action.REPRINT, Action.GIFT_RECEIPT, Action.SAVE_PDF, Action.RETURN, Action.BACK)
                .map(action -> new ActionButton(action, loop, "wide"))
                .toList();
    }

    /// Where there is no room for all buttons, a gift receipt and a file are asked for by their keys.
    Node show(Activity.SeeingStory seeing, TillState state, Texts texts, Room room) {
        String told = JournalWords.story(seeing.story(), state, texts);
        boolean hasReceipt = seeing.completed().isPresent();
        seeing.completed().ifPresentOrElse(completed -> receipt.show(told, completed.receipt()), () -> {
            int first = told.indexOf('\n');
            message.show(Sign.CLOCK, told.substring(0, first), told.substring(first + 1), List.of());
        });
        Node above = hasReceipt ? receipt.node() : message.node();
        buttons.forEach(button -> button.show(state, texts));
        return PanelView.under(above, buttons.stream()
                .filter(button -> isNeeded(button.action(), hasReceipt, room))
                .toArray(ActionButton[]::new));
    }

    private static boolean isNeeded(Action action, boolean hasReceipt, Room room) {
        return switch (action) {
            case GIFT_RECEIPT, SAVE_PDF -> hasReceipt && room.isWide();
            case REPRINT, RETURN -> hasReceipt;
            default -> true;
        };
    }
}
