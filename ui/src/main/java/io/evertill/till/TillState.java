package io.evertill.till;

import io.evertill.alert.RedCards;
import io.evertill.key.Wedge;
import io.evertill.money.Money;
import io.evertill.price.Promotions;
import io.evertill.sale.Basket;
import io.evertill.sale.Line;
import io.evertill.staff.Roster;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that the screen shows and the next step depends on.
///
/// @param lane where the till stands
/// @param appearance how the window looks
/// @param duty who is at the till
/// @param sale what is on the counter
/// @param selected the number of the marked line of the basket, 0 for none
/// @param input the text of the input line; at most [Limits#INPUT_LENGTH_MAX]
/// @param activity what the cashier is doing
/// @param notice what the till says
/// @param last the last sale in the ledger
/// @param asking what waits for an answer
/// @param wedge what the keyboard sent and is not yet certain
/// @param around the world outside
/// @param watch what was seen of the stock of what is on the counter
public record TillState(
        Lane lane,
        Appearance appearance,
        Optional<Duty> duty,
        OpenSale sale,
        int selected,
        String input,
        Activity activity,
        Optional<Notice> notice,
        Optional<Completed> last,
        Asking asking,
        Wedge wedge,
        Surroundings around,
        Watch watch) {
    /// What waits for an answer.
    ///
    /// @param last the highest number given to an effect so far
    /// @param looking what is being looked up; everything done by hand waits for it
    /// @param ahead what was done by hand meanwhile, in order; at most [Limits#AHEAD_MAX]
    public record Asking(long last, Optional<Looking> looking, List<TillEvent.ByHand> ahead) {
        /// Copies the list.
        public Asking {
            ahead = List.copyOf(ahead);
        }

        Asking next() {
            return new Asking(last + 1, looking, ahead);
        }

        Asking looking(Looking what) {
            return new Asking(last, Optional.of(what), ahead);
        }

        Asking found() {
            return new Asking(last, Optional.empty(), ahead);
        }

        Asking plus(TillEvent.ByHand event) {
            List<TillEvent.ByHand> more = new ArrayList<>(ahead);
            more.add(event);
            return new Asking(last, looking, more);
        }

        /// Without the first event that equals this one.
        Asking without(TillEvent.ByHand event) {
            List<TillEvent.ByHand> fewer = new ArrayList<>(ahead);
            fewer.remove(event);
            return new Asking(last, looking, fewer);
        }

        Asking withScansOnly() {
            List<TillEvent.ByHand> scans = ahead.stream().filter(TillEvent.Scanned.class::isInstance).toList();
            return new Asking(last, looking, scans);
        }

        Asking withoutAhead() {
            return new Asking(last, looking, List.of());
        }
    }

    /// A code or receipt number that is being looked up, or the stock of an article.
    ///
    /// @param ask the number of the effect
    /// @param text the code, or the article's name
    /// @param purpose what for
    /// @param times the number typed before it
    /// @param proposal what is put on the counter if there is enough, for [Purpose#STOCK]
    /// @param piece what is rung up if no customer has it, for [Purpose#PIECE]
    /// @param isTyped whether a hand typed the text: what is no code is a part of one then, or of a name
    public record Looking(
            long ask, String text, Purpose purpose, Optional<String> times, Optional<Proposal> proposal,
            Optional<TillEvent.Found> piece, boolean isTyped) {
        /// Of what nobody typed, without a piece.
        public Looking(long ask, String text, Purpose purpose, Optional<String> times, Optional<Proposal> proposal) {
            this(ask, text, purpose, times, proposal, Optional.empty(), false);
        }

        /// What something is looked up for.
        public enum Purpose {
            /// To ring it up.
            RING,
            /// To take it back from the receipt on screen.
            TAKE_BACK,
            /// To take it back without a receipt.
            TAKE_ANY,
            /// To show what has it in a code, to ring one of it up.
            PART,
            /// To show what has it in a name or a code, to take one of it back without a receipt.
            PART_BACK,
            /// To learn the batch or the number of an article.
            MARK,
            /// To count it.
            COUNT,
            /// To find who collects it.
            COLLECT,
            /// To see what can come back.
            RECEIPT,
            /// To take all of it back.
            UNDO,
            /// To ask the centre what can come back of another till's receipt.
            ELSEWHERE,
            /// To ask the centre whether a piece that this till sold came back.
            PIECE,
            /// To see whether there is enough of it.
            STOCK
        }
    }

    /// A till that is not yet open.
    public static TillState starting(Lane lane, Appearance appearance, SyncStatus sync, Instant now) {
        Basket basket = Basket.empty(lane.changeMax().currency(), lane.taxRule());
        return new TillState(lane, appearance, Optional.empty(), OpenSale.of(basket).rounded(lane.coin()), 0, "", new Activity.Starting(),
                Optional.empty(), Optional.empty(), new Asking(0, Optional.empty(), List.of()), Wedge.of(lane.scanner()),
                new Surroundings(now, sync, Optional.empty(), List.of(), false, Roster.NOBODY, Promotions.NONE, now, List.of(),
                        RedCards.NONE),
                Watch.NOTHING);
    }

    /// The input line as shown: with characters that may yet turn out to be a scanner's, and without those of a PIN.
    public String inputShown() {
        return wedge.isShown() && !(activity instanceof Activity.AskingPin) ? input + wedge.held() : input;
    }

    /// Whether [TillEvent.KeysQuiet] is wanted when no key comes.
    public boolean isListening() {
        return wedge.isHolding();
    }

    /// The day for which sales count: the shift's, else the calendar's.
    LocalDate today() {
        return duty.map(open -> open.shift().businessDate()).orElseGet(this::calendarDay);
    }

    /// The day by the store's wall.
    LocalDate calendarDay() {
        return LocalDate.ofInstant(around.now(), lane.zone());
    }

    /// The marked line of the basket.
    public Optional<Line> line() {
        return sale.basket().find(selected);
    }

    /// What is still to be paid; negative when it is to be paid out.
    public Money remaining() {
        return sale.settlement().remaining();
    }

    /// The same when it is paid in cash.
    public Money remainingInCash() {
        return sale.settlement().remainingInCash();
    }

    /// How many scans wait until the till is free.
    public int scansAhead() {
        return (int) asking.ahead().stream().filter(TillEvent.Scanned.class::isInstance).count();
    }

    TillState appearing(Appearance other) {
        return new TillState(lane, other, duty, sale, selected, input, activity, notice, last, asking, wedge, around, watch);
    }

    TillState onDuty(Optional<Duty> other) {
        return new TillState(lane, appearance, other, sale, selected, input, activity, notice, last, asking, wedge, around, watch);
    }

    TillState holding(OpenSale other) {
        return new TillState(lane, appearance, duty, other, selected, input, activity, notice, last, asking, wedge, around, watch);
    }

    TillState selecting(int number) {
        return new TillState(lane, appearance, duty, sale, number, input, activity, notice, last, asking, wedge, around, watch);
    }

    TillState typing(String text) {
        return new TillState(lane, appearance, duty, sale, selected, text, activity, notice, last, asking, wedge, around, watch);
    }

    TillState in(Activity other) {
        return new TillState(lane, appearance, duty, sale, selected, input, other, notice, last, asking, wedge, around, watch);
    }

    TillState saying(Optional<Notice> other) {
        return new TillState(lane, appearance, duty, sale, selected, input, activity, other, last, asking, wedge, around, watch);
    }

    TillState completed(Optional<Completed> other) {
        return new TillState(lane, appearance, duty, sale, selected, input, activity, notice, other, asking, wedge, around, watch);
    }

    TillState asking(Asking other) {
        return new TillState(lane, appearance, duty, sale, selected, input, activity, notice, last, other, wedge, around, watch);
    }

    TillState hearing(Wedge other) {
        return new TillState(lane, appearance, duty, sale, selected, input, activity, notice, last, asking, other, around, watch);
    }

    TillState around(Surroundings other) {
        return new TillState(lane, appearance, duty, sale, selected, input, activity, notice, last, asking, wedge, other, watch);
    }

    TillState watching(Watch other) {
        return new TillState(lane, appearance, duty, sale, selected, input, activity, notice, last, asking, wedge, around, other);
    }
}
