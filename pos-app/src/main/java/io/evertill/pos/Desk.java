package io.evertill.pos;

import io.evertill.db.CommitUnknown;
import io.evertill.db.StorageFailure;
import io.evertill.device.Scale;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Position;
import io.evertill.money.Money;
import io.evertill.receipt.Mark;
import io.evertill.receipt.Proof;
import io.evertill.receipt.Receipt;
import io.evertill.register.Holding;
import io.evertill.register.Lookup;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.register.Resumed;
import io.evertill.register.Reviews;
import io.evertill.sale.Item;
import io.evertill.sale.Sale;
import io.evertill.shift.ShiftReport;
import io.evertill.tender.TerminalWord;
import io.evertill.till.Article;
import io.evertill.till.CardAnswer;
import io.evertill.till.Completed;
import io.evertill.till.HeldBasket;
import io.evertill.till.OpenSale;
import io.evertill.till.ShiftSheet;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import io.evertill.till.Trouble;
import io.evertill.wire.KeptBasket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;

/// Does outside the screen what the till wants done: looks up, saves, keeps, and says what became of it.
///
/// [#take] works on the thread that calls it and waits for the ledger; [Threads] decides which thread that is. The drawer and
/// the printer are asked only by effects that the till makes after a sale was saved.
public final class Desk {
    private static final int SEARCH_MAX = 40;

    private final TillProcess till;
    private final Register register;
    private final Lookup lookup;
    private final Reviews reviews;
    private final StockDesk shelf;
    private final ShiftDesk shifts;
    private final JournalDesk journal;
    private final Holding holding;
    private final PatronDesk patrons;
    private final PinDesk pins;
    private final CentreDesk questions;
    private final PickupDesk pickups;
    private final PaperDesk papers;
    private final CountDesk counts;
    private final Paper paper;
    private final Station.Devices devices;

    /// A desk for a till.
    ///
    /// @param paper how receipts are written in this store
    /// @param devices each may fail without an effect on the sale
    public Desk(TillProcess till, Paper paper, Station.Devices devices) {
        this(till, paper, devices, till.folder().path().resolve("receipts"));
    }

    /// @param files where files of receipts and reports are written
    public Desk(TillProcess till, Paper paper, Station.Devices devices, Path files) {
        this.till = till;
        this.register = till.register();
        this.lookup = till.lookup();
        this.reviews = new Reviews(till.database(), till.lookup());
        this.shelf = new StockDesk(till);
        this.shifts = new ShiftDesk(till, paper);
        this.journal = new JournalDesk(till, files);
        this.holding = new Holding(till.database());
        this.patrons = new PatronDesk(till);
        this.pins = new PinDesk(till);
        this.questions = new CentreDesk(till);
        this.pickups = new PickupDesk(till);
        this.papers = new PaperDesk(till, paper, devices);
        this.counts = new CountDesk(till);
        this.paper = paper;
        this.devices = devices;
    }

    /// How receipts are written in this store.
    public interface Paper {
        /// A receipt of a sale.
        Receipt write(Sale sale, Proof proof, Mark mark);

        /// The report of a shift.
        Receipt write(ShiftReport report, Mark mark);
    }

    /// What the till finds when it starts: the basket that was on the counter, who is at the till, and the last sale.
    ///
    /// @param empty the sale to begin with when nothing was kept
    public TillEvent opened(OpenSale empty) {
        OpenSale kept = register.kept().map(Desk::opened).orElse(empty);
        Optional<Completed> last = register.last().map(recorded -> completed(recorded.sale(), recorded.position()));
        return new TillEvent.Opened(kept, Optional.empty(), last, papers.unprinted(last));
    }

    /// Does what an effect asks for and hands the answer over. Whatever fails is an answer too.
    public void take(TillEffect effect, Consumer<TillEvent> events) {
        try {
            answer(effect).ifPresent(events);
        } catch (StorageFailure e) {
            events.accept(failed(effect, Troubles.trouble(e.kind()), e.sentence()));
        } catch (CompletionException e) {
            events.accept(failed(effect, e));
        }
    }

    /// What the till hears of work on the ledger's thread that was not done.
    ///
    /// Whether a basket was kept when its commit failed does not matter: it is kept again after the next step, and it is on
    /// screen. Whatever else may be unknown after a commit was found out by the [Register].
    ///
    /// @throws CompletionException when it is no trouble with the database
    static TillEvent failed(TillEffect effect, CompletionException e) {
        return switch (e.getCause()) {
            case StorageFailure failure -> failed(effect, Troubles.trouble(failure.kind()), failure.sentence());
            case CommitUnknown unknown -> failed(effect, Troubles.trouble(unknown.kind()), unknown.sentence());
            case null, default -> throw e;
        };
    }

    private static TillEvent failed(TillEffect effect, Trouble trouble, String sentence) {
        return effect instanceof TillEffect.Asking asking
                ? new TillEvent.Failed(asking.ask(), trouble, Troubles.detail(trouble, sentence))
                : new TillEvent.DeviceFailed(trouble, Troubles.detail(trouble, sentence));
    }

    private Optional<TillEvent> answer(TillEffect effect) {
        return switch (effect) {
            case TillEffect.LookUp(long ask, String code) -> Optional.of(pickups.named(found(ask, lookup.find(code)), code));
            case TillEffect.LookUpBack(long ask, String code) -> Optional.of(found(ask, lookup.findBack(code)));
            case TillEffect.LookUpMark(long ask, var product, String text, boolean isScanned) ->
                Optional.of(found(ask, lookup.mark(product, text, isScanned)));
            case TillEffect.Search(long ask, String text) -> Optional.of(results(ask, lookup.search(text, SEARCH_MAX + 1)));
            case TillEffect.SearchCodes(long ask, String text) -> Optional.of(results(ask, lookup.searchCodes(text, SEARCH_MAX + 1)));
            case TillEffect.AppraiseBack(long ask, var product) -> Optional.of(found(ask, lookup.findBack(product)));
            case TillEffect.Save save -> Optional.of(save(save));
            case TillEffect.RecordVoid recordVoid -> Optional.of(recordVoid(recordVoid));
            case TillEffect.RecordAttempt recordAttempt -> Optional.of(recordAttempt(recordAttempt));
            case TillEffect.RecordAnswer recordAnswer -> Optional.of(recordAnswer(recordAnswer));
            case TillEffect.Charge charge -> Optional.of(new TillEvent.TerminalHeard(charge.ask(), charge(charge)));
            case TillEffect.RecordUndo recordUndo -> Optional.of(recordUndo(recordUndo));
            case TillEffect.Undo(long ask, OpenSale.Attempt attempt) -> Optional.of(new TillEvent.TerminalHeard(ask, devices.terminal()
                    .map(terminal -> terminal.undo(attempt.id()))
                    .orElseGet(() -> new TerminalWord.Unknown("No card terminal is connected."))));
            case TillEffect.StopCharge(OpenSale.Attempt attempt) -> {
                devices.terminal().ifPresent(terminal -> terminal.stop(attempt.id()));
                yield Optional.empty();
            }
            case TillEffect.ReadScale(long ask) -> Optional.of(weight(ask));
            case TillEffect.FindReceipt(long ask, String number) -> Optional.of(receipt(ask, number));
            case TillEffect.AskReceipt(long ask, var number) -> Optional.of(questions.receipt(ask, number));
            case TillEffect.AskPiece(long ask, var product, String serial) -> Optional.of(questions.piece(ask, product, serial));
            case TillEffect.CheckStock(long ask, Item item) ->
                Optional.of(new TillEvent.StockSeen(ask, item.product(), shelf.sighting(item)));
            case TillEffect.ShowStock(long ask, var item, var after) -> Optional.of(new TillEvent.StockShown(ask, shelf.card(item, after)));
            case TillEffect.ShowWhy(long ask, Item item) -> Optional.of(shelf.why(ask, item));
            case TillEffect.AskWhy(long ask, Item item, String store) -> Optional.of(questions.stock(ask, item.product(), store));
            case TillEffect.FindReserved(long ask, String text) -> Optional.of(pickups.find(ask, text));
            case TillEffect.SettleCard wanted -> Optional.of(answer(wanted.ask(), keep(to -> to.record(to.entryId(), (tx, branch) ->
                    LeftPayments.answered(branch, tx.now(), wanted))), _ -> new TillEvent.CardSettled(wanted.ask())));
            case TillEffect.RecordApproval approval -> Optional.of(recordApproval(approval));
            case TillEffect.Hold hold -> Optional.of(new TillEvent.BasketHeld(hold.ask(), till.write(_ -> holding.hold(
                    kept(hold.sale()), hold.name(), hold.duty().cashier(), hold.duty().shift().businessDate())).join()));
            case TillEffect.ListHeld(long ask) -> Optional.of(new TillEvent.HeldListed(ask, holding.all().stream()
                    .map(held -> new HeldBasket(held.number(), held.name(), held.lines(), held.total(), held.at(), held.by(),
                            held.businessDate()))
                    .toList()));
            case TillEffect.Recall(long ask, long number) -> Optional.of(new TillEvent.Recalled(
                    ask, till.write(_ -> holding.recall(number)).join().map(Desk::opened)));
            case TillEffect.LookAgain(long ask, var lines) -> Optional.of(new TillEvent.LookedAgain(ask, reviews.of(lines)));
            case TillEffect.FindCustomers(long ask, String text) -> Optional.of(patrons.find(ask, text, SEARCH_MAX));
            case TillEffect.AddCustomer(long ask, var met) -> Optional.of(new TillEvent.CustomerMet(ask, patrons.meet(met)));
            case TillEffect.OfCount counting -> counts.answer(counting);
            case TillEffect.CheckPin check -> Optional.of(pins.check(check));
            case TillEffect.SignIn signIn -> Optional.of(signIn(signIn));
            case TillEffect.OpenShift(long ask, var cashier, var count) -> Optional.of(
                    answer(ask, keep(to -> to.openShift(cashier, Optional.of(count))), saved -> ShiftDesk.begun(ask, cashier, saved)));
            case TillEffect.RecordDrawer recording -> Optional.of(answer(recording.ask(),
                    keep(to -> ShiftDesk.record(to, recording)), saved -> shifts.recorded(recording.ask(), saved.entry())));
            case TillEffect.ReadReport wanted -> Optional.of(shifts.report(wanted));
            case TillEffect.ReadJournal wanted -> Optional.of(journal.page(wanted));
            case TillEffect.ReadStory wanted -> Optional.of(journal.story(wanted, this::completed));
            case TillEffect.PrintAgain(Completed completed, Mark mark, var duty) ->
                journal.note(completed, JournalDesk.manner(mark), duty).or(() -> papers.print(completed, mark));
            case TillEffect.SavePdf(Completed completed, var duty) -> Optional.of(
                    journal.save(completed, duty, paper.write(completed.sale(), completed.proof(), Mark.COPY)));
            case TillEffect.SaveReport(ShiftSheet sheet) -> Optional.of(journal.write(sheet.paper(), PaperDesk.name(sheet.report())));
            case TillEffect.KeepBasket(OpenSale sale) -> {
                till.write(_ -> {
                    register.keep(kept(sale));
                    return sale;
                }).join();
                yield Optional.empty();
            }
            case TillEffect.OpenDrawer() -> papers.open();
            case TillEffect.Print(Completed completed, Mark mark) -> papers.print(completed, mark);
            case TillEffect.PrintReport(ShiftSheet sheet, Mark mark) -> papers.print(sheet, mark);
            case TillEffect.Play _, TillEffect.AskLeftCards _, TillEffect.KeepAppearance _, TillEffect.SwitchNetwork _ ->
                throw new IllegalArgumentException("not for the desk: " + effect);
        };
    }

    private TillEvent found(long ask, Lookup.Meaning meaning) {
        return switch (meaning) {
            case Lookup.Meaning.Found found -> new TillEvent.Found(
                    ask, article(found.article()),
                    found.weight().<Article.Portion>map(Article.Portion.Weighed::new)
                            .or(() -> found.total().map(Article.Portion.Priced::new))
                            .orElseGet(Article.Portion.Plain::new),
                    found.marks(), found.obstacle());
            case Lookup.Meaning.Card(var customer) -> new TillEvent.CardKnown(ask, customer);
            case Lookup.Meaning.Misread(_, char expected) -> new TillEvent.WrongCheckDigit(ask, expected);
            case Lookup.Meaning.ReceiptCode _, Lookup.Meaning.Unknown _ -> new TillEvent.Unknown(ask);
            case Lookup.Meaning.WithoutTax(var product) -> new TillEvent.Failed(ask, Trouble.CATALOGUE,
                    "No tax rate " + product.taxCode() + " is known, which " + product.name() + " needs.");
        };
    }

    private TillEvent results(long ask, List<Lookup.Article> articles) {
        return new TillEvent.Results(
                ask, articles.stream().limit(SEARCH_MAX).map(this::withStock).toList(), articles.size() > SEARCH_MAX);
    }

    /// Only where people choose: what is scanned is on the counter.
    private Article withStock(Lookup.Article article) {
        return known(article, new Article(article.item(), article.price(), shelf.onHand(article.item())));
    }

    /// Articles as the till shows them.
    static Article article(Lookup.Article article) {
        return known(article, new Article(article.item(), article.price(), Optional.empty()));
    }

    private static Article known(Lookup.Article article, Article shown) {
        return shown.tracked(article.product().track()).guided(article.product().guidance());
    }

    private TillEvent save(TillEffect.Save save) {
        OpenSale sale = save.sale();
        Register.Checkout checkout = new Register.Checkout(register.entryId(), save.duty().cashier(), sale.customerName(), sale.buyer(),
                sale.age(), sale.basket(), save.settlement());
        return answer(save.ask(), keep(to -> to.sell(checkout)), saved -> new TillEvent.Saved(
                save.ask(), completed(((TillEntry.Sold) saved.entry()).sale(), saved.position())));
    }

    private TillEvent recordVoid(TillEffect.RecordVoid wanted) {
        OpenSale sale = wanted.sale();
        Money total = sale.basket().total();
        Outcome outcome = keep(to -> to.record(to.entryId(), (tx, branch) -> new TillEntry.Voided(branch, tx.now(),
                wanted.duty().cashier(), wanted.duty().shift().id(), Optional.empty(), sale.basket().lines(),
                sale.basket().voided(), total, Money.zero(total.currency()), wanted.reason().name())));
        return answer(wanted.ask(), outcome, saved -> new TillEvent.VoidRecorded(wanted.ask(), proof(saved.position())));
    }

    private TillEvent recordAttempt(TillEffect.RecordAttempt wanted) {
        EntryId id = register.entryId();
        UUID attempt = register.entryId().value();
        KeptBasket kept = kept(wanted.sale().asking(new OpenSale.Attempt(attempt, wanted.amount())));
        Outcome outcome = keep(to -> to.record(id, (tx, branch) -> {
            tx.counter().keep(kept.write(), tx.now());
            return new TillEntry.PaymentAttempted(branch, tx.now(), wanted.duty().cashier(), wanted.duty().shift().id(), attempt,
                    wanted.amount(), TillEntry.PaymentAttempted.Phase.ASKED, wanted.sale().basket().lines());
        }));
        return answer(wanted.ask(), outcome, _ -> new TillEvent.AttemptRecorded(wanted.ask(), attempt));
    }

    private TillEvent recordUndo(TillEffect.RecordUndo wanted) {
        OpenSale.Attempt attempt = wanted.attempt();
        KeptBasket kept = kept(wanted.sale().asking(attempt));
        Outcome outcome = keep(to -> to.record(to.entryId(), (tx, branch) -> {
            tx.counter().keep(kept.write(), tx.now());
            return new TillEntry.PaymentAttempted(branch, tx.now(), wanted.duty().cashier(), wanted.duty().shift().id(), attempt.id(),
                    attempt.amount(), TillEntry.PaymentAttempted.Phase.UNDOING, wanted.sale().basket().lines());
        }));
        return answer(wanted.ask(), outcome, _ -> new TillEvent.AttemptRecorded(wanted.ask(), attempt.id()));
    }

    private TillEvent recordAnswer(TillEffect.RecordAnswer wanted) {
        OpenSale.Attempt attempt = wanted.before().attempt().orElseThrow();
        KeptBasket kept = kept(wanted.after());
        Outcome outcome = keep(to -> to.record(to.entryId(), (tx, branch) -> {
            tx.counter().keep(kept.write(), tx.now());
            return new TillEntry.PaymentAttempted(branch, tx.now(), wanted.duty().cashier(), wanted.duty().shift().id(),
                    attempt.id(), attempt.amount(), phase(wanted.answer()), List.of(), wanted.told());
        }));
        return answer(wanted.ask(), outcome, _ -> new TillEvent.AnswerRecorded(wanted.ask()));
    }

    private TillEvent weight(long ask) {
        return switch (devices.scale().map(Scale::weigh).orElseGet(() -> new Scale.Weighed.Failed("No scale is connected."))) {
            case Scale.Weighed.Steady(var weight) -> new TillEvent.ScaleRead(ask, Optional.of(weight));
            case Scale.Weighed.Unsteady() -> new TillEvent.ScaleRead(ask, Optional.empty());
            case Scale.Weighed.Failed(String sentence) -> new TillEvent.Failed(ask, Trouble.SCALE, sentence);
        };
    }

    private TerminalWord charge(TillEffect.Charge wanted) {
        OpenSale.Attempt attempt = wanted.attempt();
        return devices.terminal()
                .map(terminal -> wanted.isAgain() ? terminal.resolve(attempt.id()) : terminal.pay(attempt.id(), attempt.amount()))
                .orElseGet(() -> new TerminalWord.Unknown("No card terminal is connected."));
    }

    private TillEvent recordApproval(TillEffect.RecordApproval wanted) {
        Outcome outcome = keep(to -> to.record(to.entryId(), (tx, branch) -> new TillEntry.Approved(branch, tx.now(),
                wanted.supervisor(), wanted.duty().shift().id(), wanted.duty().cashier(), wanted.consent())));
        return answer(wanted.ask(), outcome, _ -> new TillEvent.ApprovalRecorded(wanted.ask()));
    }

    private static TillEntry.PaymentAttempted.Phase phase(CardAnswer answer) {
        return switch (answer) {
            case APPROVED, STAYS -> TillEntry.PaymentAttempted.Phase.APPROVED;
            case DECLINED -> TillEntry.PaymentAttempted.Phase.DECLINED;
            case TIMED_OUT -> TillEntry.PaymentAttempted.Phase.TIMED_OUT;
            case LEFT_OPEN -> TillEntry.PaymentAttempted.Phase.LEFT_OPEN;
            case UNDONE -> TillEntry.PaymentAttempted.Phase.UNDONE;
            case KEPT -> TillEntry.PaymentAttempted.Phase.KEPT;
        };
    }

    private TillEvent receipt(long ask, String text) {
        return register.number(text)
                .<TillEvent>flatMap(number -> register.find(number)
                        .map(lines -> questions.own(ask, number, lines))
                        .or(() -> CentreDesk.elsewhere(ask, number, text)))
                .orElseGet(() -> new TillEvent.ReceiptUnknown(ask));
    }

    private TillEvent signIn(TillEffect.SignIn wanted) {
        return shifts.begin(wanted)
                .orElseGet(() -> answer(wanted.ask(), keep(to -> to.openShift(wanted.cashier())),
                        saved -> ShiftDesk.begun(wanted.ask(), wanted.cashier(), saved)));
    }

    private Outcome keep(Function<Register, Outcome> work) {
        return till.keep(work).join();
    }

    /// What the till hears when something was written, or was not.
    interface Told {
        TillEvent saved(Outcome.Saved saved);
    }

    static TillEvent answer(long ask, Outcome outcome, Told told) {
        return switch (outcome) {
            case Outcome.Saved saved -> told.saved(saved);
            case Outcome.Known known -> throw new IllegalStateException("a new id was known: " + known.id());
            case Outcome.NotSaved(Outcome.Why why, String sentence) ->
                new TillEvent.Failed(ask, Troubles.trouble(why), Troubles.detail(Troubles.trouble(why), sentence));
            case Outcome.Uncertain(String sentence) -> new TillEvent.Failed(ask, Trouble.STORAGE, sentence);
        };
    }

    private Completed completed(Sale sale, Position position) {
        Proof proof = proof(position);
        return new Completed(sale, proof, paper.write(sale, proof, Mark.ORIGINAL));
    }

    private static Proof proof(Position position) {
        return new Proof(position.seq(), position.hash().brief());
    }

    private static OpenSale opened(Resumed resumed) {
        KeptBasket kept = resumed.kept();
        Optional<OpenSale.Attempt> attempt = kept.attempt().map(asked -> new OpenSale.Attempt(asked.id(), asked.amount()));
        return new OpenSale(kept.basket(), kept.tenders(), attempt, kept.coin(), kept.age(), resumed.customer());
    }

    private static KeptBasket kept(OpenSale sale) {
        return new KeptBasket(sale.basket(), sale.tenders(),
                sale.attempt().map(asked -> new KeptBasket.Attempt(asked.id(), asked.amount())), sale.coin(), sale.age(),
                sale.buyer().map(Sale.Buyer::id));
    }
}
