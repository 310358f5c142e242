package io.evertill.till;

import io.evertill.availability.CountOutcome;
import io.evertill.availability.ToCount;
import io.evertill.customer.Customer;
import io.evertill.journal.JournalPage;
import io.evertill.ledger.EntryId;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.product.ProductId;
import io.evertill.receipt.Mark;
import io.evertill.sale.Consent;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.shift.CashCount;
import io.evertill.staff.Pin;
import io.evertill.tender.Settlement;
import java.util.List;
import java.util.Optional;

/// Something that the till wants done outside. What is not named as an answer gets none.
public sealed interface TillEffect {
    /// An effect that must be answered by an event with the same number, or by [TillEvent.Failed].
    sealed interface Asking extends TillEffect {
        /// Unique as long as the till runs.
        long ask();
    }

    /// Find the article of a code as it was scanned or typed, AIM prefix included: [TillEvent.Found],
    /// [TillEvent.Ambiguous], [TillEvent.CardKnown], [TillEvent.Unknown] or [TillEvent.WrongCheckDigit]; or the
    /// order that has just this number: [TillEvent.ReservedFound].
    record LookUp(long ask, String code) implements Asking {}

    /// The same for goods that come back without a receipt: the article has the price that is paid for them, and nothing speaks
    /// against it.
    record LookUpBack(long ask, String code) implements Asking {}

    /// The same for goods that were chosen by their name: [TillEvent.Found] or [TillEvent.Unknown].
    record AppraiseBack(long ask, ProductId product) implements Asking {}

    /// Find articles by a part of SKU or barcode alone: [TillEvent.Results].
    record SearchCodes(long ask, String text) implements Asking {}

    /// Says which batch or piece of a product a text names: [TillEvent.Found] or [TillEvent.Unknown].
    ///
    /// @param isScanned whether it may be the code of other goods
    record LookUpMark(long ask, ProductId product, String text, boolean isScanned) implements Asking {}

    /// Find articles by parts of name, SKU or code: [TillEvent.Results]. A newer search makes an older one needless.
    record Search(long ask, String text) implements Asking {}

    /// Put the sale into the ledger and forget the kept basket, in one transaction: [TillEvent.Saved].
    record Save(long ask, OpenSale sale, Settlement settlement, Duty duty) implements Asking {}

    /// Put the given-up basket into the ledger and forget the kept basket, in one transaction: [TillEvent.VoidRecorded].
    record RecordVoid(long ask, OpenSale sale, Duty duty, VoidReason reason) implements Asking {}

    /// Make an id, put the card payment into the ledger as asked for and keep the sale with it
    /// ([OpenSale#asking]), in one transaction: [TillEvent.AttemptRecorded].
    record RecordAttempt(long ask, OpenSale sale, Money amount, Duty duty) implements Asking {}

    /// Put the answer of the card terminal, to a payment or to its undoing, into the ledger and keep the sale as it is then, in one
    /// transaction: [TillEvent.AnswerRecorded].
    ///
    /// @param before the sale with the open attempt
    /// @param told what the terminal itself said; empty when the cashier said what it shows
    /// @param after the sale with or without the tender
    record RecordAnswer(
            long ask, OpenSale before, CardAnswer answer, Optional<String> told, OpenSale after, Duty duty) implements Asking {}

    /// Ask the terminal for a payment that is in the ledger as asked for: [TillEvent.TerminalHeard], however long the customer
    /// takes.
    ///
    /// @param isAgain whether the terminal may have heard of it before: then it is asked only what became of it
    record Charge(long ask, OpenSale.Attempt attempt, boolean isAgain) implements Asking {}

    /// Put into the ledger that a card's tender is to be taken back, and keep the sale with it ([OpenSale#asking]), in one transaction:
    /// [TillEvent.AttemptRecorded].
    record RecordUndo(long ask, OpenSale sale, OpenSale.Attempt attempt, Duty duty) implements Asking {}

    /// Ask the terminal to give back what is in the ledger as to be taken back: [TillEvent.TerminalHeard]. However often it is asked,
    /// it gives back once.
    record Undo(long ask, OpenSale.Attempt attempt) implements Asking {}

    /// Ask the terminal to give a payment up. What became of it is the answer to [Charge].
    record StopCharge(OpenSale.Attempt attempt) implements TillEffect {}

    /// Ask the scale for the weight on it: [TillEvent.ScaleRead].
    record ReadScale(long ask) implements Asking {}

    /// Find a receipt by its number, or by the running number of this till: [TillEvent.ReceiptFound],
    /// [TillEvent.ReceiptElsewhere] or [TillEvent.ReceiptUnknown].
    record FindReceipt(long ask, String number) implements Asking {}

    /// Ask the centre about the receipt of another till: [TillEvent.ReceiptFound], [TillEvent.ReceiptUnknown] or
    /// [TillEvent.ReceiptUnheard], within seconds.
    record AskReceipt(long ask, ReceiptNumber number) implements Asking {}

    /// Ask the centre whether a customer has a piece already: [TillEvent.PieceHeard], within seconds. Nothing waits for it, unless
    /// this till sold the piece itself.
    record AskPiece(long ask, ProductId product, String serial) implements Asking {}

    /// Find what happened at this till that a text says something about, the newest first: [TillEvent.JournalRead].
    ///
    /// @param from where the page begins; empty for the newest
    record ReadJournal(long ask, String text, Optional<JournalPage.Place> from) implements Asking {}

    /// Find what became of something that happened: [TillEvent.StoryRead].
    record ReadStory(long ask, EntryId entry) implements Asking {}

    /// Find how much of an article can be sold here: [TillEvent.StockSeen]. Where nothing waits for it, a scan never waits
    /// behind it either.
    record CheckStock(long ask, Item item) implements Asking {}

    /// Find how much of an article there is, here and in the stores behind one by name, empty for all: [TillEvent.StockShown].
    record ShowStock(long ask, Item item, String after) implements Asking {}

    /// Find out of what the figure of an article in this store is made here: [TillEvent.WhyShown].
    record ShowWhy(long ask, Item item) implements Asking {}

    /// Ask the centre why a store has as much of an article as it has: [TillEvent.WhyHeard], within seconds. Nothing waits for it.
    ///
    /// @param store empty for this one
    record AskWhy(long ask, Item item, String store) implements Asking {}

    /// Put into the ledger that a supervisor agreed: [TillEvent.ApprovalRecorded].
    record RecordApproval(long ask, Person supervisor, Consent consent, Duty duty) implements Asking {}

    /// Put into the ledger that a card payment without an answer pays nothing, as a supervisor says: [TillEvent.CardSettled].
    record SettleCard(long ask, LeftCard card, Duty duty) implements Asking {}

    /// Ask the terminal now what became of the card payments without an answer. What comes of it is in [TillEvent.Synced].
    record AskLeftCards() implements TillEffect {}

    /// Put the basket aside and forget the kept one, in one transaction: [TillEvent.BasketHeld].
    ///
    /// @param name what the cashier calls it, may be empty
    record Hold(long ask, OpenSale sale, String name, Duty duty) implements Asking {}

    /// Find the baskets that wait: [TillEvent.HeldListed].
    record ListHeld(long ask) implements Asking {}

    /// Find what customers collect here, by the number or owner of an order or by its goods, all for an empty text:
    /// [TillEvent.ReservedFound]. A newer search makes an older one needless.
    record FindReserved(long ask, String text) implements Asking {}

    /// Keep a held basket as the one on the counter, in one transaction: [TillEvent.Recalled].
    record Recall(long ask, long number) implements Asking {}

    /// Look at goods that waited by what is known now: [TillEvent.LookedAgain].
    ///
    /// @param lines of the basket that is kept as the one on the counter, which sell something
    record LookAgain(long ask, List<Line> lines) implements Asking {
        /// Copies the list.
        public LookAgain {
            lines = List.copyOf(lines);
        }
    }

    /// Find customers by the words of a text: [TillEvent.CustomersFound]. A newer search makes an older one needless.
    record FindCustomers(long ask, String text) implements Asking {}

    /// Take a new customer, who gets an id then, into the till's book: [TillEvent.CustomerMet].
    record AddCustomer(long ask, Customer customer) implements Asking {}

    /// Something about counting goods.
    sealed interface OfCount extends TillEffect {}

    /// Find what somebody is to count, and has counted: [TillEvent.CountsListed].
    record ListCounts(long ask, Person who) implements OfCount, Asking {}

    /// Keep what somebody has counted of some goods, so that it is there after a crash; forget it where nothing was counted.
    record KeepCount(Person who, ToCount goods) implements OfCount {}

    /// Put what somebody has counted into the ledger and forget what was kept of it, in one transaction: [TillEvent.CountSubmitted].
    record SubmitCount(long ask, Person who, List<ToCount> rows) implements OfCount, Asking {
        /// Copies the list.
        public SubmitCount {
            rows = List.copyOf(rows);
        }
    }

    /// Find what became of counts: [TillEvent.ResultsListed].
    record ListResults(long ask) implements OfCount, Asking {}

    /// Put into the ledger what somebody decided about a count as it was shown: [TillEvent.CountRuled].
    record RuleCount(long ask, Person by, CountOutcome shown, CountChoice choice, String note) implements OfCount, Asking {}

    /// Check somebody's PIN, which takes a while, and count it: [TillEvent.PinRight] or [TillEvent.PinWrong].
    record CheckPin(long ask, Person who, Pin pin) implements Asking {}

    /// Let a cashier begin, and open a shift if none is open: [TillEvent.SignedIn], [TillEvent.FloatWanted] or
    /// [TillEvent.DrawerTaken].
    record SignIn(long ask, Person cashier) implements Asking {}

    /// Open a shift with what was counted: [TillEvent.SignedIn].
    record OpenShift(long ask, Person cashier, CashCount count) implements Asking {}

    /// Put into the ledger what was done with the drawer: [TillEvent.DrawerRecorded], or [TillEvent.ShiftSealed] for the end of a
    /// shift.
    record RecordDrawer(long ask, DrawerDeed deed, Duty duty) implements Asking {}

    /// Make a report: [TillEvent.ReportRead].
    ///
    /// @param which [DrawerAct#X_REPORT] or [DrawerAct#LAST_Z]
    record ReadReport(long ask, DrawerAct which) implements Asking {}

    /// Print a report.
    record PrintReport(ShiftSheet sheet, Mark mark) implements TillEffect {}

    /// Keep the open sale so that it is there after a crash. A later one replaces it; an empty one removes it.
    record KeepBasket(OpenSale sale) implements TillEffect {}

    /// Open the cash drawer. Only after the ledger has why.
    record OpenDrawer() implements TillEffect {}

    /// Print the original of the receipt, after the sale is saved and before nothing else.
    record Print(Completed completed, Mark mark) implements TillEffect {}

    /// Put into the ledger that a receipt is written once more, and print it.
    record PrintAgain(Completed completed, Mark mark, Duty duty) implements TillEffect {}

    /// Put into the ledger that a receipt is written once more, and write it into a file: followed by [TillEvent.PdfSaved].
    record SavePdf(Completed completed, Duty duty) implements TillEffect {}

    /// Write a report into a file: followed by [TillEvent.PdfSaved].
    record SaveReport(ShiftSheet sheet) implements TillEffect {}

    /// Make a sound.
    record Play(Sound sound) implements TillEffect {}

    /// Keep the appearance for the next start.
    record KeepAppearance(Appearance appearance) implements TillEffect {}

    /// Cut or restore the network: followed by [TillEvent.NetworkSwitched].
    record SwitchNetwork(boolean isCut) implements TillEffect {}

    /// What a cashier hears without looking.
    enum Sound {
        /// The scan counts.
        OK,
        /// The scan is unknown.
        UNKNOWN,
        /// The scan or key does not count here.
        BLOCKED
    }
}
