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
    private final ActionButton reprint;
    private final ActionButton gift;
    private final ActionButton pdf;
    private final ActionButton back;

    StoryView(TillLoop loop) {
        reprint = new ActionButton(Action.REPRINT, loop, "wide");
        gift = new ActionButton(Action.GIFT_RECEIPT, loop, "wide");
        pdf = new ActionButton(Action.SAVE_PDF, loop, "wide");
        back = new ActionButton(Action.BACK, loop, "wide");
    }

    /// Where there is no room for all buttons, the rest is asked for by its keys; Return stands among the buttons of the counter.
    Node show(Activity.SeeingStory seeing, TillState state, Texts texts, Room room) {
        String head = JournalWords.head(seeing.story(), texts);
        String steps = JournalWords.steps(seeing.story(), state, texts);
        Stream.of(reprint, gift, pdf, back).forEach(button -> button.show(state, texts));
        if (seeing.completed().isEmpty()) {
            message.show(Sign.CLOCK, head, steps, List.of());
            return PanelView.under(message.node(), back);
        }
        receipt.show(head, steps, seeing.completed().get().receipt());
        return room.isWide()
                ? PanelView.under(PanelView.under(receipt.node(), reprint, gift), pdf, back)
                : PanelView.under(receipt.node(), reprint, back);
    }
}
