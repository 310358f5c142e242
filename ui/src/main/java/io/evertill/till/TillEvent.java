package io.evertill.till;

import io.evertill.alert.RedCards;
import io.evertill.availability.CountReport;
import io.evertill.availability.ToCount;
import io.evertill.customer.Customer;
import io.evertill.journal.JournalPage;
import io.evertill.journal.StockReckoning;
import io.evertill.journal.Story;
import io.evertill.key.Stroke;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.price.Promotions;
import io.evertill.product.Marks;
import io.evertill.product.Obstacle;
import io.evertill.product.ProductId;
import io.evertill.receipt.Proof;
import io.evertill.rule.Exempt;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.Returnable;
import io.evertill.sale.Review;
import io.evertill.staff.Roster;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.tender.TerminalWord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Something that happened: a key, a touch, an answer to an effect, or news from outside.
@Exempt(rule = "imports", reason = "whatever can happen at a till is an event", until = "2028-12-31")
public sealed interface TillEvent {
    /// A person did something at the till. While the till is busy these wait, or are dropped where a second press must do
    /// nothing.
    sealed interface ByHand extends TillEvent {}

    /// A key of the keyboard, or a character of a scanner that pretends to be one, wrote a character.
    ///
    /// @param character its code point, printable
    /// @param micros when, by a clock that only goes forward
    record KeyTyped(int character, long micros) implements TillEvent {}

    /// A key that writes nothing was pressed, or a key with Ctrl or Alt.
    ///
    /// @param micros when, by a clock that only goes forward
    record KeyPressed(Stroke stroke, long micros) implements TillEvent {}

    /// No key came until now: wanted while [TillState#isListening].
    record KeysQuiet(long micros) implements TillEvent {}

    /// A hand typed a character, on a keyboard or on the screen.
    record Typed(int character) implements ByHand {}

    /// A hand pressed a key.
    record Struck(Stroke stroke) implements ByHand {}

    /// A code was scanned.
    record Scanned(String code) implements ByHand {}

    /// An action was chosen by its button.
    record Acted(Action action) implements ByHand {}

    /// A line of the basket was touched.
    record LineTapped(int number) implements ByHand {}

    /// A row of what there is to choose from was touched: a result, a sold line, a reason, a cashier.
    ///
    /// @param index from 0
    record ChoiceTapped(int index) implements ByHand {}

    /// A favourite was touched.
    ///
    /// @param index from 0
    record FavouriteTapped(int index) implements ByHand {}

    /// A quick amount was touched.
    record CashTapped(Money amount) implements ByHand {}

    /// What became of an effect with the same number. One that nobody waits for any more is ignored.
    sealed interface Answer extends TillEvent {
        /// The number of the effect.
        long ask();
    }

    /// A code is one article.
    ///
    /// @param marks what the code says of these very goods
    /// @param obstacle what speaks against selling them
    record Found(long ask, Article article, Article.Portion portion, Marks marks, Optional<Obstacle> obstacle) implements Answer {}

    /// A code is more than one article: the cashier chooses.
    record Ambiguous(long ask, List<Article> articles) implements Answer {
        /// Copies the list.
        public Ambiguous {
            articles = List.copyOf(articles);
        }
    }

    /// A code is the loyalty number of a customer.
    record CardKnown(long ask, Customer customer) implements Answer {}

    /// What became of looking for a customer, or making one known.
    sealed interface OfCustomer extends Answer {}

    /// The customers that a search found.
    ///
    /// @param found at most [Limits#RESULTS_MAX]
    /// @param isMore whether there are more than these
    record CustomersFound(long ask, List<Customer> found, boolean isMore) implements OfCustomer {
        /// Copies the list.
        public CustomersFound {
            found = found.stream().limit(Limits.RESULTS_MAX).toList();
        }
    }

    /// The new customer is in the till's book, with an id.
    record CustomerMet(long ask, Customer customer) implements OfCustomer {}

    /// A code is no article.
    record Unknown(long ask) implements Answer {}

    /// A code was misread or mistyped.
    ///
    /// @param expected the check digit that would have been right
    record WrongCheckDigit(long ask, char expected) implements Answer {}

    /// What a search found, the best first.
    ///
    /// @param articles at most [Limits#RESULTS_MAX]
    /// @param isMore whether there are more than these
    record Results(long ask, List<Article> articles, boolean isMore) implements Answer {
        /// Copies the list.
        public Results {
            articles = articles.stream().limit(Limits.RESULTS_MAX).toList();
        }
    }

    /// The sale is in the ledger, and the kept basket is forgotten, in one transaction.
    record Saved(long ask, Completed completed) implements Answer {}

    /// The voided basket is in the ledger, and the kept basket is forgotten, in one transaction.
    record VoidRecorded(long ask, Proof proof) implements Answer {}

    /// The card payment is in the ledger as asked for, or as to be taken back, and kept with the basket.
    ///
    /// @param attempt its id, a new one for a new payment
    record AttemptRecorded(long ask, UUID attempt) implements Answer {}

    /// The answer to the card payment is in the ledger, and kept with the basket.
    record AnswerRecorded(long ask) implements Answer {}

    /// What the card terminal says of an attempt.
    record TerminalHeard(long ask, TerminalWord word) implements Answer {}

    /// What the scale says.
    ///
    /// @param weight empty while it moves, or nothing lies on it
    record ScaleRead(long ask, Optional<Quantity> weight) implements Answer {}

    /// A receipt was found, with what of it can come back.
    ///
    /// @param centre what the centre had to say about it
    record ReceiptFound(long ask, ReceiptNumber receipt, List<Returnable> lines, Centre centre) implements Answer {
        /// What the centre had to say about a receipt.
        public enum Centre {
            /// Everything that it knows, or there is no centre.
            HEARD,
            /// Nobody answered: what came back at other tills is not known.
            UNHEARD,
            /// It answered that something is wrong with it: what came back at other tills is not known.
            FAILED
        }

        /// As far as the centre knows as well.
        public ReceiptFound(long ask, ReceiptNumber receipt, List<Returnable> lines) {
            this(ask, receipt, lines, Centre.HEARD);
        }

        /// Copies the list.
        public ReceiptFound {
            lines = lines.stream().limit(Limits.RETURNABLES_MAX).toList();
        }
    }

    /// No such receipt is known where it was asked for.
    record ReceiptUnknown(long ask) implements Answer {}

    /// The receipt is not of this till: the centre may know it.
    record ReceiptElsewhere(long ask, ReceiptNumber receipt) implements Answer {}

    /// The centre did not answer.
    record ReceiptUnheard(long ask) implements Answer {}

    /// Whether a customer has a piece already, as far as the centre knows.
    record PieceHeard(long ask, ProductId product, String serial, Word word) implements Answer {
        /// What is known of a piece.
        public sealed interface Word {
            /// A customer has it.
            ///
            /// @param receipt on which it was sold; empty when it left without one
            record Sold(String receipt) implements Word {}

            /// No customer has it.
            record Free() implements Word {}

            /// The centre has not heard yet what this till did with it last, so it cannot know.
            record Unknown() implements Word {}

            /// Nobody answered.
            record Unheard() implements Word {}
        }
    }

    /// How much of an article can be sold here; empty when nothing is known.
    record StockSeen(long ask, ProductId product, Optional<Sighting> sighting) implements Answer {}

    /// How much there is of an article.
    record StockShown(long ask, StockCard card) implements Answer {}

    /// Of what a figure of stock is made.
    sealed interface OfWhy extends Answer {}

    /// What this till knows.
    record WhyShown(long ask, StockReckoning reckoning) implements OfWhy {}

    /// What the centre says.
    record WhyHeard(long ask, StockWord word) implements OfWhy {}

    /// The basket waits, and the kept basket is forgotten, in one transaction.
    ///
    /// @param number by which it is called back
    record BasketHeld(long ask, long number) implements Answer {}

    /// The baskets that wait, all of them.
    record HeldListed(long ask, List<HeldBasket> held) implements Answer {
        /// Copies the list.
        public HeldListed {
            held = List.copyOf(held);
        }
    }

    /// What customers collect here, those that end first before the others.
    ///
    /// @param orders at most [Limits#RESERVED_MAX]
    /// @param isMore whether there are more than these
    record ReservedFound(long ask, List<Reserved> orders, boolean isMore) implements Answer {
        /// Copies the list.
        public ReservedFound {
            orders = orders.stream().limit(Limits.RESERVED_MAX).toList();
        }
    }

    /// The held basket is kept as the one on the counter and waits no longer, in one transaction; empty when there is none.
    record Recalled(long ask, Optional<OpenSale> sale) implements Answer {}

    /// Goods that waited were looked at.
    record LookedAgain(long ask, Review review) implements Answer {}

    /// The supervisor's word is in the ledger.
    record ApprovalRecorded(long ask) implements Answer {}

    /// That the card payment pays nothing is in the ledger.
    record CardSettled(long ask) implements OfDrawer {}

    /// It was the right PIN.
    record PinRight(long ask) implements Answer {}

    /// It was not, or it was not looked at.
    ///
    /// @param left how long no PIN of that person is looked at
    record PinWrong(long ask, Duration left) implements Answer {}

    /// The cashier is at the till, in an open shift.
    record SignedIn(long ask, Duty duty) implements Answer {}

    /// What became of something with the drawer or the shift.
    sealed interface OfDrawer extends Answer {}

    /// No shift is open, and the store wants its float counted first.
    record FloatWanted(long ask, Person cashier) implements OfDrawer {}

    /// The drawer is somebody else's, and the store wants it counted first.
    ///
    /// @param duty who wants to begin, and the shift to be closed
    record DrawerTaken(long ask, Duty duty) implements OfDrawer {}

    /// What was done with the drawer is in the ledger.
    record DrawerRecorded(long ask) implements OfDrawer {}

    /// The count is in the ledger, and the shift is over.
    ///
    /// @param cashier who counted
    record ShiftSealed(long ask, Person cashier, ShiftSheet sheet) implements OfDrawer {}

    /// A report; empty when there is no such shift.
    record ReportRead(long ask, Optional<ShiftSheet> sheet) implements OfDrawer {}

    /// What happened at this till, a page of it.
    record JournalRead(long ask, JournalPage page) implements Answer {}

    /// What became of one thing that happened; empty when it is not known here.
    ///
    /// @param completed its receipt; empty for what has none
    record StoryRead(long ask, Optional<Story> story, Optional<Completed> completed) implements Answer {}

    /// What became of something about counting.
    sealed interface OfCount extends Answer {}

    /// What somebody is to count, and has counted.
    ///
    /// @param shelf where goods stand that are not on the list
    /// @param toldAt since when the list is known to be so, by the till's clock; empty when the centre never told one
    record CountsListed(long ask, List<ToCount> rows, Place shelf, Optional<Instant> toldAt) implements OfCount {
        /// Copies the list.
        public CountsListed {
            rows = List.copyOf(rows);
        }
    }

    /// What was counted is in the ledger.
    record CountSubmitted(long ask) implements OfCount {}

    /// What became of counts, those that wait for a decision first.
    record ResultsListed(long ask, List<CountReport> reports) implements OfCount {
        /// Copies the list.
        public ResultsListed {
            reports = List.copyOf(reports);
        }
    }

    /// What somebody decided about a count is in the ledger.
    record CountRuled(long ask) implements OfCount {}

    /// The effect did not happen, and nothing of it is left.
    ///
    /// @param detail a sentence for whoever is called for help, may be empty
    record Failed(long ask, Trouble trouble, String detail) implements Answer {}

    /// The till may be used.
    ///
    /// @param kept the sale that was open when the till stopped; empty basket if none
    /// @param duty who is signed in already
    /// @param last the last sale in the ledger
    /// @param unprinted the numbers of receipts that may not be on paper, one behind the other
    record Opened(OpenSale kept, Optional<Duty> duty, Optional<Completed> last, List<String> unprinted) implements TillEvent {
        /// Copies the list.
        public Opened {
            unprinted = List.copyOf(unprinted);
        }

        /// With every receipt on paper.
        public Opened(OpenSale kept, Optional<Duty> duty, Optional<Completed> last) {
            this(kept, duty, last, List.of());
        }
    }

    /// The time, for the clock on screen and the ages in the banner.
    record Ticked(Instant now) implements TillEvent {}

    /// How much waits for the centre.
    record Synced(SyncStatus status) implements TillEvent {}

    /// Nothing can be saved at the moment: no payment is taken until [SellingAllowed].
    record SellingStopped(Trouble trouble, String detail) implements TillEvent {}

    /// Sales can be saved again.
    record SellingAllowed() implements TillEvent {}

    /// A device did not do what it was told after the fact was saved: the sale stands.
    record DeviceFailed(Trouble trouble, String detail) implements TillEvent {}

    /// What is offered on the screen without a search.
    record FavouritesChosen(List<Article> favourites) implements TillEvent {
        /// Copies the list.
        public FavouritesChosen {
            favourites = favourites.stream().limit(Limits.FAVOURITES_MAX).toList();
        }
    }

    /// Who works here.
    record RosterTold(Roster roster) implements TillEvent {}

    /// The red cards of this store, as the centre told them last.
    record CardsTold(RedCards cards) implements TillEvent {}

    /// What is promoted: from the next sale on.
    record Promoted(Promotions promotions) implements TillEvent {}

    /// A receipt or a report was written into a file.
    record PdfSaved(String file) implements TillEvent {}

    /// The network was cut or restored by hand.
    record NetworkSwitched(boolean isCut) implements TillEvent {}
}
