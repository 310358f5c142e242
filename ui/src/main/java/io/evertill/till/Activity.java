package io.evertill.till;

import io.evertill.availability.CountReport;
import io.evertill.availability.ToCount;
import io.evertill.customer.Customer;
import io.evertill.journal.JournalPage;
import io.evertill.journal.Story;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.product.Obstacle;
import io.evertill.sale.DiscountReason;
import io.evertill.sale.Item;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.shift.DrawerReason;
import io.evertill.shift.Shift;
import io.evertill.stock.Quantity;
import io.evertill.staff.Pin;
import io.evertill.stock.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the cashier is doing.
public sealed interface Activity {
    /// Offered whatever the cashier is doing.
    List<Action> ALWAYS = Offers.ALWAYS;

    /// What can be done here besides [#ALWAYS], the most usual first.
    List<Action> offers();

    /// The till is waiting for an answer that decides about goods or money: scans wait, everything else is dropped, so
    /// that a second press pays nothing twice.
    sealed interface Waiting extends Activity {
        /// The number of the effect.
        long ask();

        @Override
        default List<Action> offers() {
            return List.of();
        }
    }

    /// The till is not ready yet.
    record Starting() implements Activity {
        @Override
        public List<Action> offers() {
            return List.of();
        }
    }

    /// Choosing a cashier's name.
    ///
    /// @param selected index of the marked name
    record SigningIn(int selected) implements Activity {
        @Override
        public List<Action> offers() {
            return List.of();
        }
    }

    /// Asking somebody for the PIN.
    ///
    /// @param typed the digits so far
    /// @param matter what that person agrees to; empty to sign in
    record AskingPin(Person who, Pin typed, Optional<Matter> matter) implements Activity {
        @Override
        public List<Action> offers() {
            return List.of();
        }

        AskingPin with(Pin other) {
            return new AskingPin(who, other, matter);
        }
    }

    /// Waiting for [TillEvent.PinRight] or [TillEvent.PinWrong].
    ///
    /// @param matter as in [AskingPin]
    record CheckingPin(long ask, Person who, Optional<Matter> matter) implements Waiting {}

    /// Waiting for [TillEvent.SignedIn].
    record Admitting(long ask) implements Waiting {}

    /// Ringing up.
    record Selling() implements Activity {
        @Override
        public List<Action> offers() {
            return Offers.SELLING;
        }
    }

    /// Choosing an article from results of a search, or from those of an ambiguous code.
    ///
    /// @param sought what the results are for; empty for an ambiguous code
    /// @param ask the number of the last search, 0 for an ambiguous code
    /// @param articles what was found; of an older search until the newer one is answered
    /// @param selected index of the marked article
    /// @param isMore whether there are more than shown
    /// @param isCurrent whether the articles belong to the text in the input line
    /// @param times the number that was typed before an ambiguous code
    record Choosing(
            String sought,
            long ask,
            List<Article> articles,
            int selected,
            boolean isMore,
            boolean isCurrent,
            Optional<String> times)
            implements Activity {
        /// Copies the list.
        public Choosing {
            articles = List.copyOf(articles);
        }

        @Override
        public List<Action> offers() {
            return Offers.SELLING;
        }
    }

    /// Asking for the weight of an article.
    ///
    /// @param ask the number of the last question to the scale, 0 where there is none
    record Weighing(Article article, long ask) implements Activity {
        @Override
        public List<Action> offers() {
            return List.of();
        }
    }

    /// Asking whether the customer is old enough for an article, before it is on the counter.
    ///
    /// @param times the number that was typed before it
    /// @param years how old at least
    /// @param then what the cashier does afterwards
    record AskingAge(Article article, Article.Portion portion, Optional<String> times, int years, Activity then) implements Activity {
        @Override
        public List<Action> offers() {
            return Offers.ASKING_AGE;
        }
    }

    /// Asking for the batch or the number of an article.
    ///
    /// @param portion what its code said
    /// @param times the number that was typed before it
    /// @param then what the cashier does afterwards
    record AskingMark(Article article, Article.Portion portion, Optional<String> times, Activity then) implements Activity {
        @Override
        public List<Action> offers() {
            return List.of();
        }
    }

    /// Taking money, or paying it out.
    record Paying() implements Activity {
        @Override
        public List<Action> offers() {
            return Offers.PAYING;
        }
    }

    /// Asking for the code of a voucher.
    ///
    /// @param amount what was typed before; empty for all that remains
    record VoucherCode(Optional<Money> amount) implements Activity {
        @Override
        public List<Action> offers() {
            return List.of();
        }
    }

    /// Asking how much a voucher pays.
    record VoucherAmount(String code) implements Activity {
        @Override
        public List<Action> offers() {
            return List.of();
        }
    }

    /// Waiting for [TillEvent.AttemptRecorded], before the terminal is asked.
    record AskingCard(long ask, Money amount) implements Waiting {}

    /// The customer is at the card terminal; the cashier says what it shows. The amount is in the open sale.
    ///
    /// @param isRestored whether the till was restarted meanwhile, so that nobody may have seen the answer
    record AtTerminal(boolean isRestored) implements Activity {
        @Override
        public List<Action> offers() {
            return Offers.AT_TERMINAL;
        }
    }

    /// Waiting for [TillEvent.TerminalHeard]: the customer is at a card terminal that answers by itself. One step back stops it.
    ///
    /// @param isRestored as in [AtTerminal]
    /// @param isStopping whether it was asked to give up
    record Charging(long ask, boolean isRestored, boolean isStopping) implements Waiting {}

    /// The card terminal, which should answer by itself, did not. It is asked again, or the cashier says what it shows.
    ///
    /// @param isRestored as in [AtTerminal]
    /// @param sentence what is wrong, may be empty
    record Unanswered(boolean isRestored, String sentence) implements Activity {
        @Override
        public List<Action> offers() {
            return Offers.UNANSWERED;
        }
    }

    /// Waiting for [TillEvent.AnswerRecorded].
    ///
    /// @param reference what the terminal printed
    /// @param told what the terminal itself said; empty when the cashier said what it shows
    /// @param isRestored as in [AtTerminal]
    record AnsweringCard(long ask, CardAnswer answer, String reference, Optional<String> told, boolean isRestored)
            implements Waiting {}

    /// Choosing what goes back of what was paid.
    ///
    /// @param selected index of the marked tender
    record ChoosingTender(int selected) implements Activity {
        @Override
        public List<Action> offers() {
            return Offers.CHOOSING_TENDER;
        }
    }

    /// Waiting for [TillEvent.AttemptRecorded], before the terminal is asked to give back what a card paid.
    ///
    /// @param then why the whole sale is given up afterwards; empty when it goes on
    record AskingUndo(long ask, OpenSale.Attempt attempt, Optional<VoidReason> then) implements Waiting {}

    /// Waiting for [TillEvent.TerminalHeard]: the terminal is to give back what a card paid. One step back ends the waiting.
    ///
    /// @param then as in [AskingUndo]
    record Undoing(long ask, Optional<VoidReason> then) implements Waiting {}

    /// The cashier makes a card terminal that stands alone give back what a card paid, and says what it shows.
    ///
    /// @param then as in [AskingUndo]
    record UndoAtTerminal(Optional<VoidReason> then) implements Activity {
        @Override
        public List<Action> offers() {
            return Offers.AT_TERMINAL;
        }
    }

    /// What a card paid did not go back, as far as anybody knows. The terminal is asked again, or a supervisor says that it keeps the
    /// money; where it certainly does, the card may as well go on paying.
    ///
    /// @param isRefused whether the terminal said no; otherwise it was not heard
    /// @param told the terminal's word for the payment, may be empty
    /// @param sentence what is wrong, may be empty
    /// @param then as in [AskingUndo]
    record UndoOpen(boolean isRefused, String told, String sentence, Optional<VoidReason> then) implements Activity {
        @Override
        public List<Action> offers() {
            return Offers.UNDO_OPEN;
        }
    }

    /// Waiting for [TillEvent.AnswerRecorded] about what was to go back.
    ///
    /// @param then as in [AskingUndo]
    record RecordingUndo(long ask, CardAnswer answer, Optional<VoidReason> then) implements Waiting {}

    /// Waiting for [TillEvent.Saved].
    record Saving(long ask) implements Waiting {}

    /// The sale is complete: the change and the receipt are shown until the next customer.
    record Done(Completed completed) implements Activity {
        @Override
        public List<Action> offers() {
            return Offers.DONE;
        }
    }

    /// Asking for the number of the receipt that goods come back for.
    record FindingReceipt() implements Activity {
        @Override
        public List<Action> offers() {
            return Offers.FINDING_RECEIPT;
        }
    }

    /// Choosing what comes back from a receipt.
    ///
    /// @param lines what was sold, with what came back before
    /// @param selected index of the marked line
    /// @param condition what state the next goods are in
    record TakingBack(ReceiptNumber receipt, List<Returnable> lines, int selected, ReturnOf.Condition condition)
            implements Activity {
        /// Copies the list.
        public TakingBack {
            lines = List.copyOf(lines);
        }

        @Override
        public List<Action> offers() {
            return Offers.TAKING_BACK;
        }
    }

    /// Choosing why goods come back without a receipt.
    ///
    /// @param noted the number of a receipt of which nobody could say what is on it
    record ExplainingReturn(ReturnOf.Reason selected, Optional<ReceiptNumber> noted) implements Activity {
        @Override
        public List<Action> offers() {
            return List.of();
        }
    }

    /// Scanning or typing what comes back without a receipt.
    ///
    /// @param condition what state the next goods are in
    /// @param noted as in [ExplainingReturn]
    record TakingAny(ReturnOf.Reason reason, ReturnOf.Condition condition, Optional<ReceiptNumber> noted) implements Activity {
        @Override
        public List<Action> offers() {
            return Offers.TAKING_BACK;
        }
    }

    /// Choosing among articles what comes back without a receipt.
    ///
    /// @param taking what the cashier goes back to
    /// @param sought what was typed
    /// @param articles at least one
    /// @param selected index of the marked one
    /// @param isMore whether there are more than shown
    /// @param times the number that was typed before it
    record ChoosingBack(
            TakingAny taking, String sought, List<Article> articles, int selected, boolean isMore, Optional<String> times)
            implements Activity {
        /// Copies the list.
        public ChoosingBack {
            articles = List.copyOf(articles);
        }

        @Override
        public List<Action> offers() {
            return List.of();
        }

        ChoosingBack at(int other) {
            return new ChoosingBack(taking, sought, articles, other, isMore, times);
        }
    }

    /// Looking at an earlier receipt.
    record ShowingReceipt(Completed completed) implements Activity {
        @Override
        public List<Action> offers() {
            return Offers.SHOWING_RECEIPT;
        }
    }

    /// Choosing what a customer collects.
    ///
    /// @param sought what the orders are for; empty for all
    /// @param ask the number of the last question
    /// @param orders what was found; of an older question until the newer one is answered
    /// @param selected index of the marked one
    /// @param isMore whether there are more than shown
    /// @param isCurrent whether the orders belong to the text in the input line
    /// @param isDirect whether the only one that is found goes on the counter at once
    record ChoosingReserved(
            String sought, long ask, List<Reserved> orders, int selected, boolean isMore, boolean isCurrent, boolean isDirect)
            implements Activity {
        /// Copies the list.
        public ChoosingReserved {
            orders = List.copyOf(orders);
        }

        @Override
        public List<Action> offers() {
            return Offers.CHOOSING_RESERVED;
        }

        ChoosingReserved at(int other) {
            return new ChoosingReserved(sought, ask, orders, other, isMore, isCurrent, isDirect);
        }
    }

    /// Putting on the counter what a customer collects, one after the other.
    ///
    /// @param left what is not on the counter yet
    record Collecting(List<Piece> left) implements Activity {
        /// Copies the list.
        public Collecting {
            left = List.copyOf(left);
        }

        /// Some goods.
        ///
        /// @param times how much of them; empty for one piece whose number is asked for
        /// @param obstacle what speaks against selling them
        public record Piece(Article article, Optional<String> times, Optional<Obstacle> obstacle) {}

        @Override
        public List<Action> offers() {
            return List.of();
        }
    }

    /// Looking for what happened at this till.
    ///
    /// @param sought what the lines are about; empty for everything
    /// @param ask the number of the last question
    /// @param page what was found, of an older search until the newer one is answered; what comes behind it is asked for by its end
    /// @param selected index of the marked line
    /// @param isCurrent whether the lines are about what is sought
    record Journal(String sought, long ask, JournalPage page, int selected, boolean isCurrent) implements Activity {
        @Override
        public List<Action> offers() {
            return List.of();
        }

        Journal at(int other) {
            return new Journal(sought, ask, page, other, isCurrent);
        }
    }

    /// Waiting for [TillEvent.StoryRead].
    ///
    /// @param before what the cashier goes back to
    record ReadingStory(long ask, Journal before) implements Waiting {}

    /// Looking at one thing that happened, and how far it has come.
    ///
    /// @param ask the number of the last question how far it has come, 0 for none
    /// @param completed its receipt; empty for what has none
    /// @param before what the cashier goes back to
    record SeeingStory(long ask, Story story, Optional<Completed> completed, Journal before) implements Activity {
        @Override
        public List<Action> offers() {
            return completed.isPresent() ? Offers.SEEING_STORY : List.of();
        }
    }

    /// Looking at how much there is of an article.
    ///
    /// @param ask the number of the last question
    /// @param card what is known; empty until the first answer
    /// @param selected index of the marked row: this store, then the others
    /// @param before what the cashier goes back to
    record SeeingStock(long ask, Item item, Optional<StockCard> card, int selected, Activity before) implements Activity {
        @Override
        public List<Action> offers() {
            return Offers.SEEING_STOCK;
        }

        SeeingStock with(StockCard other) {
            return new SeeingStock(ask, item, Optional.of(other), selected, before);
        }
    }

    /// Looking at what a figure is made of.
    sealed interface OfFigure extends Activity permits SeeingWhy {}

    /// Asking which supervisor agrees.
    ///
    /// @param selected index of the marked name
    record Approving(Matter matter, int selected) implements Activity {
        @Override
        public List<Action> offers() {
            return List.of();
        }
    }

    /// Waiting for [TillEvent.ApprovalRecorded].
    record RecordingApproval(long ask, Matter matter) implements Waiting {}

    /// Waiting for [TillEvent.BasketHeld].
    record Holding(long ask) implements Waiting {}

    /// Waiting for [TillEvent.HeldListed].
    record ListingHeld(long ask) implements Waiting {}

    /// Waiting for [TillEvent.Recalled].
    ///
    /// @param number of the held basket
    record Recalling(long ask, long number) implements Waiting {}

    /// Waiting for [TillEvent.LookedAgain].
    ///
    /// @param then what the cashier does afterwards
    record LookingAgain(long ask, Activity then) implements Waiting {}

    /// Choosing which held basket comes back to the counter.
    ///
    /// @param held at least one
    /// @param selected index of the marked one
    record ChoosingHeld(List<HeldBasket> held, int selected) implements Activity {
        /// Copies the list.
        public ChoosingHeld {
            held = List.copyOf(held);
        }

        @Override
        public List<Action> offers() {
            return List.of();
        }
    }

    /// Choosing a card payment that no answer came to.
    ///
    /// @param selected index of the marked one
    record SettlingCards(int selected) implements Activity {
        @Override
        public List<Action> offers() {
            return Offers.SETTLING_CARDS;
        }
    }

    /// Waiting for [TillEvent.CardSettled].
    record SettlingCard(long ask, LeftCard card) implements Waiting {}

    /// Choosing what to do with the drawer and the shift.
    record AtDrawer(DrawerAct selected) implements Activity {
        @Override
        public List<Action> offers() {
            return List.of();
        }
    }

    /// Asking how much cash is put in or taken out.
    record MovingCash(DrawerAct act) implements Activity {
        @Override
        public List<Action> offers() {
            return List.of();
        }
    }

    /// Choosing why the drawer is opened.
    ///
    /// @param amount what is put in or taken out, above zero; empty for nothing
    record DrawerWhy(DrawerAct act, Optional<Money> amount, DrawerReason selected) implements Activity {
        @Override
        public List<Action> offers() {
            return List.of();
        }
    }

    /// Counting what is in the drawer.
    ///
    /// @param cashier who counts
    /// @param closing the shift that it ends; empty when one begins with it
    record CountingCash(Person cashier, Optional<Shift> closing, CashBox box) implements Activity {
        @Override
        public List<Action> offers() {
            return List.of();
        }

        CountingCash with(CashBox other) {
            return new CountingCash(cashier, closing, other);
        }
    }

    /// The shift is over, and nothing of its figures is shown yet.
    ///
    /// @param cashier who counted
    record Sealed(Person cashier, ShiftSheet sheet) implements Activity {
        @Override
        public List<Action> offers() {
            return List.of();
        }
    }

    /// Looking at a report.
    ///
    /// @param ask the number of the last question how far its sales have come, 0 for none
    /// @param next who opens the next shift; empty when one is open
    record ShowingReport(long ask, ShiftSheet sheet, Optional<Person> next) implements Activity {
        @Override
        public List<Action> offers() {
            return Offers.SHOWING_REPORT;
        }
    }

    /// Waiting for [TillEvent.DrawerRecorded] or [TillEvent.ShiftSealed].
    ///
    /// @param before what the cashier goes back to when it fails
    record RecordingDrawer(long ask, DrawerDeed deed, Activity before) implements Waiting {}

    /// Waiting for [TillEvent.SignedIn] in a shift whose float was counted.
    ///
    /// @param before what the cashier goes back to when it fails
    record OpeningShift(long ask, Activity before) implements Waiting {}

    /// Waiting for [TillEvent.ReportRead].
    record ReadingReport(long ask) implements Waiting {}

    /// Looking for a customer.
    ///
    /// @param ask the number of the last search, 0 for none
    /// @param found of an older search until the newer one is answered
    /// @param selected index of the marked row, as in [Patrons#rows]
    /// @param isMore whether there are more than shown
    /// @param isCurrent whether they belong to the text in the input line
    /// @param isEntered whether the first row is chosen as soon as it is known
    record FindingCustomer(
            long ask, List<Customer> found, int selected, boolean isMore, boolean isCurrent, boolean isEntered) implements Activity {
        /// Copies the list.
        public FindingCustomer {
            found = List.copyOf(found);
        }

        @Override
        public List<Action> offers() {
            return List.of();
        }

        FindingCustomer at(int row) {
            return new FindingCustomer(ask, found, row, isMore, isCurrent, false);
        }
    }

    /// Asking who a new customer is.
    record MeetingCustomer(Draft draft) implements Activity {
        @Override
        public List<Action> offers() {
            return Offers.MEETING_CUSTOMER;
        }
    }

    /// Waiting for [TillEvent.CustomerMet].
    record AddingCustomer(long ask, Draft draft) implements Waiting {}

    /// Counting goods, and what became of that. What is scanned meanwhile is counted and not sold.
    sealed interface OfCount extends Activity {
        /// The list that a scan counts on.
        Counting counting();
    }

    /// Counting goods.
    ///
    /// @param rows what is to be counted and what was, in the order of the list
    /// @param selected index of the marked row
    /// @param shelf where goods stand that are not on the list
    /// @param toldAt since when the list is known to be so, by the till's clock; empty when the centre never told one
    record Counting(List<ToCount> rows, int selected, Place shelf, Optional<Instant> toldAt) implements OfCount {
        /// Copies the list.
        public Counting {
            rows = List.copyOf(rows);
        }

        @Override
        public Counting counting() {
            return this;
        }

        @Override
        public List<Action> offers() {
            return Offers.COUNTING;
        }

        Counting at(int other) {
            return new Counting(rows, Math.max(0, Math.min(rows.size() - 1, other)), shelf, toldAt);
        }
    }

    /// Waiting for [TillEvent.CountsListed].
    record ListingCounts(long ask) implements Waiting {}

    /// Waiting for [TillEvent.CountSubmitted].
    record SubmittingCount(long ask, Counting before) implements Waiting {}

    /// Waiting for [TillEvent.ResultsListed].
    record ReadingResults(long ask, Counting before) implements Waiting {}

    /// Looking at what became of counts.
    ///
    /// @param ask the number of the last question, 0 for none
    /// @param selected index of the marked one
    /// @param counting what the cashier goes back to
    record SeeingResults(long ask, List<CountReport> reports, int selected, Counting counting) implements OfCount {
        /// Copies the list.
        public SeeingResults {
            reports = List.copyOf(reports);
        }

        @Override
        public List<Action> offers() {
            return List.of();
        }

        SeeingResults at(int other) {
            return new SeeingResults(ask, reports, Math.max(0, Math.min(reports.size() - 1, other)), counting);
        }
    }

    /// Deciding about a count.
    ///
    /// @param by who decides, and may see what there should have been
    /// @param selected what is marked
    record RulingCount(Person by, CountReport report, CountChoice selected, SeeingResults before) implements OfCount {
        @Override
        public Counting counting() {
            return before.counting();
        }

        @Override
        public List<Action> offers() {
            return List.of();
        }

        RulingCount at(CountChoice other) {
            return new RulingCount(by, report, other, before);
        }
    }

    /// Waiting for [TillEvent.CountRuled].
    record RecordingRuling(long ask, RulingCount before) implements Waiting {}

    /// Looking at red cards. What is scanned or typed meanwhile is sold.
    ///
    /// @param marked the key of the marked one, see [Concern#key]; empty when there is none
    record SeeingCards(String marked) implements Activity {
        @Override
        public List<Action> offers() {
            return Offers.SEEING_CARDS;
        }
    }

    /// Reading the keys.
    ///
    /// @param before what the cashier goes back to
    record Helping(Activity before) implements Activity {
        @Override
        public List<Action> offers() {
            return List.of();
        }
    }

    /// Choosing by touch among everything that can be done.
    ///
    /// @param before what the cashier goes back to, and does it in
    record More(Activity before) implements Activity {
        @Override
        public List<Action> offers() {
            return before.offers();
        }
    }

    /// Choosing why the basket is given up.
    record GivingUp(VoidReason selected) implements Activity {
        @Override
        public List<Action> offers() {
            return List.of();
        }
    }

    /// Choosing why the last sale is taken back.
    record VoidingLast(Completed completed, VoidReason selected) implements Activity {
        @Override
        public List<Action> offers() {
            return List.of();
        }
    }

    /// Choosing why something is taken out.
    ///
    /// @param line the number of the line
    /// @param quantity how much of it
    /// @param then what the cashier goes on with
    record TakingOut(int line, Quantity quantity, LineReason selected, Activity then) implements Activity {
        @Override
        public List<Action> offers() {
            return List.of();
        }
    }

    /// Choosing why something gets cheaper.
    record Reducing(Reduction what, DiscountReason selected) implements Activity {
        @Override
        public List<Action> offers() {
            return List.of();
        }
    }

    /// Waiting for [TillEvent.VoidRecorded].
    record Voiding(long ask) implements Waiting {}
}
