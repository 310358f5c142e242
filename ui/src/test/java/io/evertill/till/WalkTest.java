package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.alert.RedCards;
import io.evertill.availability.StockPolicy;
import io.evertill.customer.Customer;
import io.evertill.customer.Exemption;
import io.evertill.journal.Stage;
import io.evertill.key.Stroke;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.price.Promotions;
import io.evertill.receipt.Mark;
import io.evertill.rule.Exempt;
import io.evertill.sale.Basket;
import io.evertill.sale.Consent;
import io.evertill.sale.Discount;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Sale;
import io.evertill.shift.DrawerRules;
import io.evertill.staff.Act;
import io.evertill.staff.ActLimits;
import io.evertill.staff.RoleLimits;
import io.evertill.stock.Quantity;
import io.evertill.tender.Tender;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random cashiers, late and failing answers, crashes: whatever happens, no money and no goods are lost.
@Exempt(rule = "imports", reason = "a walk through all that a till knows", until = "2028-12-31")
@Exempt(rule = "size", reason = "the random walk and everything that it asserts", until = "2028-12-31")
final class WalkTest {
    private static final int STEPS = 90_000;
    private static final int SELDOM = 20;
    private static final Map<String, Boolean> SEEN = new TreeMap<>();
    private static final List<String> CODES = List.of(
            Shop.MILK, Shop.BREAD, Shop.COFFEE, Shop.APPLES_350_G, Shop.CHEESE_FOR_3_15, "TEA", "TEA2", "GIFT", "85123A",
            "4006381333930", "0815", "2000017", "S1-T1-9f3a-1", "S1-T1-9f3a-2", "S1-T1-9f3a-99", Shop.ELSEWHERE,
            "]E04006381333931", " ", "x",
            "BEER", "RUM", "LAMP", Shop.PHONE, "SALMON",
            "(01)04006381333931(10)L-1", "(01)04006381333931(21)SN-1", "(01)04006381333931(21)TAKEN",
            "(01)04006381333931(21)BACK", "(01)04006381333931(21)GONE",
            "(01)04006381333931(21)SN-1(30)3", "(01)04006381333931(17)260101",
            "(01)07622210449283(10)COLD(15)260101", "BADGE-anna", "BADGE-bea",
            "CARD-1", "CARD-2", "CARD-2", "CARD-3", "CARD-9");
    private static final String CHARACTERS = "0123456789*.,aetAE -%";
    private static final List<String> KEYS = List.of(
            "ENTER", "ENTER", "ENTER", "ESCAPE", "BACK_SPACE", "UP", "DOWN", "LEFT", "RIGHT", "DELETE", "F1", "F2", "F3", "F4",
            "F5", "F6", "F6", "F7", "F7", "F8", "F9", "F10", "F11", "F12", "F12", "F12", "F12",
            "TAB", "CTRL+L", "CTRL+T", "CTRL+G", "CTRL+F", "CTRL+N",
            "CTRL+S", "CTRL+J", "CTRL+O", "CTRL+O", "CTRL+O", "CTRL+D", "CTRL+D", "CTRL+D", "CTRL+D", "CTRL+D", "CTRL+B", "CTRL+P",
            "CTRL+E", "CTRL+E", "CTRL+E", "CTRL+K", "CTRL+K", "CTRL+Z");

    /// One walk: the shop, the till, and what is still on its way between them.
    private static final class Walk {
        private final Random random;
        private final Shop shop;
        private final List<TillEffect> open = new ArrayList<>();
        private final List<TillEvent> late = new ArrayList<>();
        private final Set<UUID> charged = new HashSet<>();
        private TillState state;
        private long micros;
        private final boolean hasTerminal;
        private final Map<Class<? extends Activity>, Integer> reached = new HashMap<>();
        private int crashes;
        private int lost;
        private int discounted;
        private int heard;
        private int unreceipted;
        private int returnedElsewhere;
        private int cameBack;
        private int noted;
        private int pieces;
        private int stopped;
        private int signedIn;
        private int promoted;
        private int voids;
        private int takenBack;
        private int explained;
        private int agreedVoids;
        private int exempt;
        private int told;
        private int undone;
        private int kept;
        private int stayed;
        private int voidedPaid;
        private Optional<Person> lastIn = Optional.empty();

        Walk(long seed) {
            random = new Random(seed);
            shop = new Shop()
                    .with(one(List.of(StockPolicy.values())))
                    .with(new DrawerRules(DrawerRules.denominations("5 0.50", Shop.EUR), one(List.of(DrawerRules.Opening.values())),
                            one(List.of(DrawerRules.Sharing.values())), one(List.of(DrawerRules.Closing.values()))))
                    .with(one(List.of(ActLimits.NONE, limits("CASHIER:2 SUPERVISOR:9", "CASHIER:0", false),
                            limits("CASHIER:5", "", true))))
                    .rounding(random.nextBoolean() ? 1 : 5)
                    .reserves("WEB-1", "Ann", 60, Shop.MILK, Shop.BREAD, "BEER").reserves("WEB-2", "Bob", 60, Shop.BREAD, Shop.BREAD)
                    .reserves("WEB-3", "Cleo", -5, Shop.COFFEE).reserves("WEB-4", "Ann", 60, Shop.PHONE, Shop.MILK)
                    .stocks(Shop.MILK, 2, 1).stocks(Shop.BREAD, 0, 3).stocks(Shop.COFFEE, -1, 60);
            hasTerminal = seed % 2 == 0;
            if (hasTerminal) {
                shop.withTerminal();
            }
            if (random.nextBoolean()) {
                shop.staffed(one(List.of("", "VOID_SALE:MANAGER VOID_LINE:SUPERVISOR", "DISCOUNT:CASHIER SET_PRICE:MANAGER")));
            }
            state = Till.step(shop.open(), new TillEvent.CardsTold(Alarms.all())).state();
        }

        private static ActLimits limits(String voids, String others, boolean isReasonAsked) {
            RoleLimits more = RoleLimits.parse(others, Shop.EUR);
            return new ActLimits(RoleLimits.parse(voids, Shop.EUR), more, more, more, isReasonAsked);
        }

        private <T> T one(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        void step() {
            int dice = random.nextInt(100);
            if (!open.isEmpty() && dice < 45) {
                carryOut(open.removeFirst());
            } else if (!late.isEmpty() && dice < 75) {
                tell(late.remove(random.nextInt(late.size())));
            } else if (dice == 99 && random.nextInt(10) == 0) {
                crash();
            } else {
                tell(deed());
            }
        }

        /// Somebody else does what the till wants; now and then it fails.
        private void carryOut(TillEffect effect) {
            if (effect instanceof TillEffect.Asking && random.nextInt(12) == 0) {
                shop.failNext(one(List.of(Trouble.values())));
                lost += effect instanceof TillEffect.CheckStock ? 1 : 0;
            }
            // A piece that was sold before holds the sale up until somebody takes it out again.
            if (effect instanceof TillEffect.AskReceipt || effect instanceof TillEffect.AskPiece) {
                shop.silent(random.nextInt(12) < (effect instanceof TillEffect.AskPiece ? 11 : 4));
            }
            if (effect instanceof TillEffect.Undo) {
                shop.terminal().keeping(random.nextInt(3) == 0);
                shop.terminal().mumbles(random.nextInt(3) == 0 ? 1 : 0);
            }
            if (effect instanceof TillEffect.Charge && random.nextBoolean()) {
                shop.terminal().next(one(List.of(CardTerminal.Manner.values())));
            }
            if (effect instanceof TillEffect.RecordAnswer(long _, OpenSale before, CardAnswer answer, var told, OpenSale after, Duty _)) {
                told.filter(_ -> hasTerminal).ifPresent(_ -> heard++);
                assertTrue(hasTerminal || told.isEmpty() || answer == CardAnswer.KEPT,
                        "a terminal that stands alone tells the till nothing");
                UUID attempt = before.attempt().orElseThrow().id();
                assertEquals(answer == CardAnswer.APPROVED || answer == CardAnswer.STAYS, holds(after, attempt),
                        "the tender follows from the answer");
                undone += answer == CardAnswer.UNDONE ? 1 : 0;
                kept += answer == CardAnswer.KEPT ? 1 : 0;
                stayed += answer == CardAnswer.STAYS ? 1 : 0;
            }
            shop.answer(effect).ifPresent(late::add);
        }

        private TillEvent deed() {
            micros += random.nextInt(4) == 0 ? 1_000 : 200_000;
            // By chance alone, nobody would ever ask for a basket that waits.
            if (state.activity() instanceof Activity.ChoosingHeld && random.nextInt(3) == 0) {
                return new TillEvent.ChoiceTapped(0);
            } else if (state.sale().isEmpty() && random.nextInt(12) == 0) {
                return new TillEvent.KeyPressed(Stroke.parse("F3"), micros);
            }
            if (state.activity() instanceof Activity.ChoosingReserved && random.nextInt(3) == 0) {
                return new TillEvent.ChoiceTapped(random.nextInt(3));
            }
            // What may not be sold any more holds everything up.
            boolean isStopped = state.sale().basket().lines().stream().anyMatch(line -> Waits.obstacle(state, line).isPresent());
            if (isStopped && state.activity() instanceof Activity.Selling && random.nextInt(2) == 0) {
                return new TillEvent.KeyPressed(Stroke.parse(state.line().filter(line -> Waits.obstacle(state, line).isPresent())
                        .map(_ -> "DELETE").orElse("F12")), micros);
            }
            // Scans wait there, or sell nothing: a hand must go on.
            boolean isTakingBack = state.activity() instanceof Activity.TakingBack || state.activity() instanceof Activity.TakingAny;
            if ((state.activity() instanceof Activity.ExplainingReturn || isTakingBack) && random.nextInt(isTakingBack ? 6 : 2) == 0) {
                return new TillEvent.Acted(one(List.of(Action.BACK, Action.ENTER)));
            }
            if (state.activity() instanceof Activity.AskingPin asking && random.nextInt(3) > 0) {
                return pinDeed(asking);
            }
            if (state.activity() instanceof Activity.AskingMark && random.nextInt(3) > 0) {
                return markDeed();
            }
            // By chance alone, few would give back what was paid in part, and nobody would end it.
            if (state.activity() instanceof Activity.Paying && random.nextInt(3) == 0) {
                return payDeed();
            }
            if (state.activity() instanceof Activity.ChoosingTender && random.nextInt(2) == 0) {
                return new TillEvent.Acted(one(List.of(Action.ENTER, Action.UP)));
            }
            if (state.activity() instanceof Activity.UndoOpen open && random.nextInt(2) == 0) {
                return new TillEvent.Acted(open.isRefused() ? Action.BACK : one(List.of(Action.ASK_AGAIN, Action.KEPT, Action.BACK)));
            }
            if (state.activity() instanceof Activity.Approving approving && (approving.matter() instanceof Matter.CardSettled
                    || approving.matter() instanceof Matter.CardKept) && random.nextBoolean()) {
                return new TillEvent.Acted(Action.ENTER);
            }
            if (state.activity() instanceof Activity.SettlingCards && random.nextInt(3) > 0) {
                return new TillEvent.Acted(one(List.of(Action.ENTER, Action.ENTER, Action.ENTER, Action.ASK_AGAIN, Action.DOWN)));
            }
            if (state.activity() instanceof Activity.SigningIn && random.nextInt(2) == 0) {
                return new TillEvent.ChoiceTapped(random.nextInt(4));
            }
            if (state.activity() instanceof Activity.Reducing || (state.activity() instanceof Activity.Selling
                    && state.input().matches("[0-9]+%?") && random.nextInt(4) == 0)) {
                return new TillEvent.Acted(one(List.of(Action.DISCOUNT, Action.ENTER)));
            }
            if (state.sale().isEmpty() && random.nextInt(8) == 0) {
                return shiftDeed();
            }
            if (state.activity() instanceof Activity.FindingCustomer finding && !state.input().isBlank() && random.nextInt(3) == 0) {
                return new TillEvent.ChoiceTapped(Patrons.rows(state, finding).size() - 1);
            }
            if (state.activity() instanceof Activity.MeetingCustomer && random.nextInt(2) == 0) {
                return new TillEvent.Acted(one(List.of(Action.ENTER, Action.CUSTOMER)));
            }
            if (state.activity() instanceof Activity.Selling && state.sale().isEmpty() && random.nextInt(13) == 0) {
                return new TillEvent.Acted(one(List.of(Action.COUNT, Action.COUNT, Action.COUNT, Action.RED_CARDS)));
            }
            if (state.activity() instanceof Activity.SeeingCards && random.nextInt(3) == 0) {
                return new TillEvent.CardsTold(one(List.of(Alarms.all(), Alarms.low(300), RedCards.NONE)));
            }
            if (state.activity() instanceof Activity.Counting && random.nextInt(2) == 0) {
                return one(List.of(new TillEvent.Scanned(Shop.MILK), new TillEvent.Acted(Action.SUBMIT_COUNT),
                        new TillEvent.Acted(Action.COUNT_RESULTS), new TillEvent.Acted(Action.BACK), new TillEvent.Acted(Action.BACK)));
            }
            if (state.activity() instanceof Activity.SeeingResults && random.nextInt(4) > 0) {
                return new TillEvent.ChoiceTapped(random.nextInt(2));
            }
            boolean isRuled = state.activity() instanceof Activity.Approving approving && approving.matter() instanceof Matter.CountRuled;
            if (isRuled && random.nextInt(4) > 0) {
                return new TillEvent.Acted(Action.ENTER);
            }
            if (state.activity() instanceof Activity.RulingCount && random.nextInt(4) > 0) {
                return new TillEvent.ChoiceTapped(random.nextInt(8));
            }
            if (state.activity() instanceof Activity.SeeingStock && random.nextInt(3) == 0) {
                return new TillEvent.Acted(one(List.of(Action.WHY, Action.DOWN)));
            }
            if (state.activity() instanceof Activity.Journal && random.nextInt(3) == 0) {
                return new TillEvent.ChoiceTapped(random.nextInt(4));
            }
            if (state.activity() instanceof Activity.SeeingStory && random.nextInt(2) == 0) {
                told++;
                return new TillEvent.Acted(one(List.of(Action.REPRINT, Action.GIFT_RECEIPT, Action.SAVE_PDF, Action.RETURN)));
            }
            // By chance alone, nobody would type the name of what comes back.
            if (state.activity() instanceof Activity.TakingAny && random.nextInt(8) == 0) {
                return state.input().isEmpty() ? new TillEvent.Typed('e') : new TillEvent.Acted(Action.ENTER);
            }
            if (state.activity() instanceof Activity.ShowingReceipt && state.sale().isEmpty() && random.nextBoolean()) {
                return new TillEvent.Acted(Action.VOID_LAST);
            }
            if (state.activity() instanceof Activity.Done && random.nextInt(6) == 0) {
                return new TillEvent.Acted(Action.LAST_RECEIPT);
            }
            boolean isAsked = state.activity() instanceof Activity.VoidingLast || state.activity() instanceof Activity.TakingOut;
            if (isAsked && random.nextInt(3) > 0) {
                return new TillEvent.ChoiceTapped(random.nextInt(4));
            }
            if (state.activity() instanceof Activity.Approving approving && approving.matter() instanceof Matter.Undone
                    && random.nextBoolean()) {
                return new TillEvent.Acted(Action.ENTER);
            }
            if (state.activity() instanceof Activity.ChoosingBack && random.nextInt(3) == 0) {
                return new TillEvent.ChoiceTapped(random.nextInt(4));
            }
            return switch (random.nextInt(24)) {
                case 0, 1, 2, 3, 4, 5 -> new TillEvent.Scanned(one(CODES));
                case 6, 7, 8, 9, 10, 11, 12 -> new TillEvent.KeyPressed(Stroke.parse(one(KEYS)), micros);
                case 13, 14, 15 -> new TillEvent.KeyTyped(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())), micros);
                case 16 -> new TillEvent.KeysQuiet(micros);
                case 17 -> new TillEvent.Acted(random.nextInt(4) == 0 ? Action.COLLECT : one(List.of(Action.values())));
                case 18 -> new TillEvent.ChoiceTapped(random.nextInt(8) - 1);
                case 19 -> new TillEvent.LineTapped(random.nextInt(8));
                case 20 -> new TillEvent.CashTapped(Money.of(random.nextInt(6_000) - 500, "EUR"));
                case 21 -> new TillEvent.FavouriteTapped(random.nextInt(4) - 1);
                case 22 -> noise();
                default -> nonsense();
            };
        }

        /// Somebody pays in parts, by card or in cash, and wants it back now and then.
        private TillEvent payDeed() {
            if (!state.input().isEmpty()) {
                return new TillEvent.Acted(one(List.of(Action.CARD, Action.CARD, Action.CASH, Action.BACK)));
            } else if (!state.sale().tenders().isEmpty() && random.nextInt(2) == 0) {
                return new TillEvent.Acted(random.nextInt(3) == 0 ? Action.VOID_SALE : Action.VOID_LINE);
            } else {
                return random.nextInt(4) == 0 ? new TillEvent.Acted(Action.EXACT_CASH) : new TillEvent.Typed('1');
            }
        }

        /// Somebody is on the way to the end of the shift.
        private TillEvent shiftDeed() {
            return switch (state.activity()) {
                case Activity.AtDrawer _ -> new TillEvent.ChoiceTapped(
                        random.nextInt(3) == 0 ? random.nextInt(DrawerAct.ALL.size()) : DrawerAct.ALL.indexOf(
                                state.around().sync().cards().isEmpty() ? DrawerAct.CLOSE : DrawerAct.CARDS));
                case Activity.CountingCash counting -> new TillEvent.ChoiceTapped(counting.box().denominations().size());
                default -> new TillEvent.Acted(Action.DRAWER);
            };
        }

        /// Somebody types a PIN, not always the right one.
        private TillEvent pinDeed(Activity.AskingPin asking) {
            String right = Crew.pin(asking.who()).digits();
            int typed = asking.typed().digits().length();
            boolean isDone = typed >= right.length() || random.nextInt(20) == 0;
            return isDone
                    ? new TillEvent.Acted(random.nextInt(6) == 0 ? Action.BACK : Action.ENTER)
                    : new TillEvent.Typed(random.nextInt(20) == 0 ? '0' : right.charAt(typed));
        }

        /// Somebody says which batch or piece it is: by its number, its code, another's, or not at all.
        private TillEvent markDeed() {
            return switch (random.nextInt(6)) {
                case 0, 1 -> new TillEvent.Typed(one(List.of((int) 'S', (int) 'N', (int) '7')));
                case 2, 3 -> new TillEvent.Acted(Action.ENTER);
                case 4 -> new TillEvent.Acted(Action.BACK);
                default -> new TillEvent.Scanned(one(CODES));
            };
        }

        private TillEvent noise() {
            return switch (random.nextInt(10)) {
                case 9 -> {
                    shop.freezes("L-1", random.nextInt(4) == 0);
                    shop.expires("L-1", Optional.of(LocalDate.of(2026, 3, 13)).filter(_ -> random.nextInt(6) == 0));
                    shop.withdraws("COFFEE", random.nextInt(8) == 0);
                    shop.costs(Shop.MILK, one(List.of("1.19", "1.29")));
                    yield new TillEvent.SellingAllowed();
                }
                case 8 -> {
                    shop.stage(one(List.of(Stage.values())));
                    SyncStatus sync = state.around().sync();
                    // Few at a time, so that shifts are closed too.
                    yield new TillEvent.Synced(new SyncStatus(sync.offlineSince(), sync.waiting(), sync.value(), sync.oldest(),
                            sync.confirmedAt(), sync.parked(), Shop.leftCards(random.nextInt(3)), sync.advice()));
                }
                case 6 -> new TillEvent.RosterTold(shop.roster());
                case 7 -> new TillEvent.Promoted(random.nextInt(4) == 0 ? Promotions.NONE : Shop.promotions());
                case 0 -> new TillEvent.SellingStopped(Trouble.DISK_FULL, "");
                case 1, 2 -> new TillEvent.SellingAllowed();
                case 3 -> new TillEvent.Ticked(state.around().now().plusSeconds(random.nextInt(400) - 50));
                case 4 -> new TillEvent.DeviceFailed(Trouble.PRINTER, "");
                default -> new TillEvent.FavouritesChosen(shop.articles().subList(0, random.nextInt(4)));
            };
        }

        /// An answer that nobody waits for.
        private TillEvent nonsense() {
            long ask = state.asking().last() - random.nextInt(3) - 1 + (random.nextInt(20) == 0 ? 100 : 0);
            boolean isAwaited = late.stream().anyMatch(event -> event instanceof TillEvent.Answer answer && answer.ask() == ask)
                    || open.stream().anyMatch(effect -> effect instanceof TillEffect.Asking asking && asking.ask() == ask);
            return isAwaited ? new TillEvent.SellingAllowed() : new TillEvent.Failed(ask, Trouble.STORAGE, "");
        }

        /// The till dies. What it wanted was done or not; what it kept comes back.
        private void crash() {
            while (!open.isEmpty()) {
                shop.answer(open.removeFirst());
            }
            late.clear();
            crashes++;
            shop.sales().forEach(sale -> sale.tenders().forEach(this::forget));
            charged.removeAll(shop.gone().keySet());
            Till.Step step = Till.step(shop.told(shop.starting()), shop.opened(Optional.of(Shop.duty(Shop.ANNA))));
            state = step.state();
            open.addAll(step.effects());
            boolean isEmpty = shop.kept().basket().lines().isEmpty();
            assertEquals(isEmpty ? shop.kept().ageless() : shop.kept(), state.sale(), "what was kept is back");
        }

        private void tell(TillEvent event) {
            TillState before = state;
            Till.Step step = Till.step(before, event);
            assertEquals(step, Till.step(before, event), "the same step twice");
            state = step.state();
            open.addAll(step.effects());
            reached.merge(state.activity().getClass(), state.activity().equals(before.activity()) ? 0 : 1, Integer::sum);
            check(before, event, step);
        }

        private void check(TillState before, TillEvent event, Till.Step step) {
            checkMoney(before, event);
            checkCharges();
            checkAgreed(before);
            checkDiscounts(step);
            checkUnreceipted(step);
            checkPieces(before, step);
            checkWaited(before, step);
            checkAges();
            checkCustomers(step);
            checkClaims();
            checkVoids(before, step);
            checkTakenBack(before, event, step);
            checkWaiting();
            checkPeople(before, event, step);
            checkDrawer(event, step);
            step.effects().stream().filter(TillEffect.PrintAgain.class::isInstance).map(TillEffect.PrintAgain.class::cast)
                    .forEach(again -> assertTrue(shop.sales().contains(again.completed().sale()), "a copy of what was never sold"));
            assertTrue(state.input().length() <= Limits.INPUT_LENGTH_MAX);
            assertTrue(state.asking().ahead().size() <= Limits.AHEAD_MAX);
            assertTrue(state.selected() == 0 || state.line().isPresent(), "the marked line is in the basket");
            boolean isWhole = state.sale().settlement().change().isZero()
                    || state.sale().settlement().isComplete();
            assertTrue(isWhole);
        }

        /// Tenders leave the counter with a saved sale, with a voided one when no card is among them, or by hand one at a time, and a
        /// card's only once it is in the ledger that its money went back or that the terminal keeps it.
        private void checkMoney(TillState before, TillEvent event) {
            if (event instanceof TillEvent.Saved && before.activity() instanceof Activity.Saving) {
                assertEquals(before.sale().tenders(), shop.sales().getLast().tenders(), "what was paid is in the ledger");
                before.sale().tenders().forEach(this::forget);
            }
            boolean isVoided = before.activity() instanceof Activity.Voiding && event instanceof TillEvent.VoidRecorded;
            if (isVoided) {
                voidedPaid += before.sale().tenders().isEmpty() ? 0 : 1;
                assertTrue(before.sale().tenders().stream().noneMatch(Tender.Card.class::isInstance), "a card's money went with a void");
            }
            boolean isNext = isVoided || (before.activity() instanceof Activity.Saving && event instanceof TillEvent.Saved);
            List<Tender> had = isNext ? List.of() : before.sale().tenders();
            List<Tender> has = state.sale().tenders();
            List<Tender> gone = new ArrayList<>(had);
            has.forEach(gone::remove);
            boolean isUndone = event instanceof TillEvent.AnswerRecorded && before.activity() instanceof Activity.RecordingUndo;
            gone.forEach(tender -> assertTrue(!(tender instanceof Tender.Card card)
                    || (isUndone && shop.gone().containsKey(card.attempt())), () -> "lost " + tender + " by " + event));
            if (isUndone) {
                gone.forEach(this::forget);
            }
            boolean isOneDeed = before.asking().ahead().isEmpty();
            assertTrue(!isOneDeed || gone.size() <= 1, () -> "lost " + had + " to " + has + " by " + event);
            has.forEach(tender -> {
                if (tender instanceof Tender.Card card) {
                    charged.add(card.attempt());
                }
            });
            assertTrue(state.sale().attempt().isEmpty() || before.sale().attempt().equals(state.sale().attempt())
                    || event instanceof TillEvent.AttemptRecorded, "an open card payment stays until it is answered");
            charged.forEach(attempt -> assertTrue(holds(state.sale(), attempt), "what a card paid is never lost"));
        }

        /// What the terminal took is in a sale, on the counter, open, was left open, or stays there as the ledger says: never lost. And it
        /// is what was asked for. What it gave back is in no sale, and on the counter only as long as nobody heard of it.
        private void checkCharges() {
            shop.terminal().charges().forEach((attempt, amount) -> {
                boolean isSold = shop.sales().stream().flatMap(sale -> sale.tenders().stream())
                        .anyMatch(tender -> isOf(tender, attempt, amount));
                boolean isHere = state.sale().tenders().stream().anyMatch(tender -> isOf(tender, attempt, amount));
                boolean isOpen = state.sale().attempt().filter(open -> open.id().equals(attempt)).isPresent();
                boolean isKept = shop.gone().get(attempt) == CardAnswer.KEPT;
                assertTrue(isSold || isHere || isOpen || isKept || shop.leftOpen().contains(attempt),
                        () -> "the charge " + attempt + " is lost");
            });
            shop.terminal().returned().forEach((attempt, amount) -> {
                boolean isSold = shop.sales().stream().flatMap(sale -> sale.tenders().stream())
                        .anyMatch(tender -> isOf(tender, attempt, amount));
                boolean isOpen = state.sale().attempt().filter(open -> open.id().equals(attempt)).isPresent();
                assertTrue(!isSold && (isOpen || !holds(state.sale(), attempt)), () -> "sold by what was given back: " + attempt);
            });
        }

        private static boolean isOf(Tender tender, UUID attempt, Money amount) {
            return tender instanceof Tender.Card card && card.attempt().equals(attempt) && card.amount().equals(amount);
        }

        /// Where a supervisor has to agree, what should not be there gets on the counter by a word that is in the ledger.
        private void checkAgreed(TillState before) {
            if (state.lane().stockPolicy() != StockPolicy.SUPERVISOR) {
                return;
            }
            Set<Item> items = state.sale().basket().lines().stream().map(Line::item).collect(Collectors.toSet());
            for (Item item : state.sale().basket().equals(before.sale().basket()) ? Set.<Item>of() : items) {
                Quantity wanted = Proposal.wanted(state.sale().basket(), item);
                boolean isMore = wanted.compareTo(Proposal.wanted(before.sale().basket(), item)) > 0;
                boolean isThere = shop.seen(item).map(sighting -> wanted.compareTo(sighting.expected()) <= 0).orElse(true);
                assertTrue(!isMore || isThere || lost > 0 || isAgreed(item, wanted),
                        () -> "nobody agreed to " + wanted + " of " + item.sku());
            }
        }

        private boolean isAgreed(Item item, Quantity wanted) {
            return shop.consents().stream().anyMatch(consent -> consent instanceof Consent.BeyondStock beyond
                    && beyond.product().equals(item.product()) && beyond.wanted().compareTo(wanted) >= 0);
        }

        /// No sale is completed with a discount above the limits that nobody agreed to.
        private void checkDiscounts(Till.Step step) {
            step.effects().stream().filter(TillEffect.Save.class::isInstance).map(TillEffect.Save.class::cast).forEach(save -> {
                List<Consent.Discounted> agreed = shop.consents().stream()
                        .filter(Consent.Discounted.class::isInstance)
                        .map(Consent.Discounted.class::cast)
                        .toList();
                promoted += save.sale().basket().lines().stream().anyMatch(line -> line.discounts().stream()
                        .anyMatch(less -> less.cause() instanceof Discount.Cause.Promotion)) ? 1 : 0;
                save.sale().basket().lines().forEach(line -> line.byHand().ifPresent(given -> {
                    discounted++;
                    boolean isSmall = line.beforeHand().isZero()
                            || state.lane().discounts().allows(given.cut(), line.beforeHand());
                    assertTrue(isSmall || agreed.stream().anyMatch(consent -> consent.line() == line.number()
                            && consent.cut().equals(given.cut())), () -> "nobody agreed to " + given);
                }));
            });
        }

        /// No sale is completed with goods that came back without a receipt and without somebody who agreed to just these.
        private void checkUnreceipted(Till.Step step) {
            step.effects().stream().filter(TillEffect.Save.class::isInstance).map(TillEffect.Save.class::cast).forEach(save ->
                    save.sale().basket().lines().stream()
                            .filter(line -> line.returned().filter(of -> of.sold().isEmpty()).isPresent())
                            .forEach(line -> {
                                unreceipted++;
                                assertTrue(shop.consents().stream().anyMatch(consent ->
                                        consent instanceof Consent.WithoutReceipt back && back.line() == line.number()
                                                && back.quantity().equals(line.quantity().absolute())
                                                && back.refund().equals(line.total().negated())
                                                && back.condition() == line.returned().orElseThrow().condition()),
                                        () -> "nobody agreed to " + line);
                            }));
        }

        /// No money is taken for a piece as long as somebody should look whether it was sold before.
        private void checkPieces(TillState before, Till.Step step) {
            step.effects().stream().filter(TillEffect.Save.class::isInstance).map(TillEffect.Save.class::cast).forEach(save -> {
                List<Line> lines = save.sale().basket().lines();
                boolean isKnown = lines.stream().anyMatch(line -> before.watch().soldOn(line).isPresent());
                boolean isBegun = !before.sale().tenders().isEmpty() || before.sale().attempt().isPresent();
                assertTrue(!isKnown || isBegun, () -> "sold before: " + lines);
                List<String> serials = lines.stream().filter(line -> line.returned().isEmpty())
                        .flatMap(line -> line.serial().stream()).toList();
                assertFalse(serials.contains("GONE"), "this till sold it, and the centre did not say that it came back");
                cameBack += serials.contains("BACK") ? 1 : 0;
                long elsewhere = lines.stream().flatMap(line -> line.returned().flatMap(ReturnOf::sold).stream())
                        .filter(sold -> sold.receipt().text().equals(Shop.ELSEWHERE))
                        .count();
                returnedElsewhere += elsewhere > 0 ? 1 : 0;
                noted += lines.stream().anyMatch(line -> line.returned().flatMap(ReturnOf::noted).isPresent()) ? 1 : 0;
            });
            pieces += before.watch().sold().isEmpty() && !state.watch().sold().isEmpty() ? 1 : 0;
        }

        /// No money is taken for what may not be sold any more, unless a card has paid for a part of it.
        private void checkWaited(TillState before, Till.Step step) {
            stopped += before.watch().waited().obstacles().isEmpty() && !state.watch().waited().obstacles().isEmpty() ? 1 : 0;
            step.effects().stream().filter(TillEffect.Save.class::isInstance).map(TillEffect.Save.class::cast).forEach(save -> {
                boolean isStopped = save.sale().basket().lines().stream().anyMatch(line -> Waits.obstacle(before, line).isPresent());
                boolean hasCard = save.sale().tenders().stream().anyMatch(Tender.Card.class::isInstance);
                assertTrue(!isStopped || hasCard, () -> "may not be sold: " + before.watch().waited());
                assertTrue(!before.watch().waited().isDue() || hasCard, "nobody looked");
            });
        }

        /// What not everybody may buy stands on the counter only when somebody asked, and nobody's age stays for the next customer.
        private void checkAges() {
            int known = state.sale().age().map(Sale.AgeCheck::years).orElse(0);
            boolean isIdle = state.activity() instanceof Activity.Selling && state.asking().looking().isEmpty();
            assertTrue(known == 0 || !isIdle || !state.sale().basket().lines().isEmpty(), "the last customer's age");
            state.sale().basket().lines().stream().filter(line -> line.returned().isEmpty()).forEach(line ->
                    assertTrue(shop.article(line.item().product()).guidance().age().orElse(0) <= known, () -> "nobody asked: " + line));
        }

        /// Nobody is let off taxes without a certificate that counts today; whoever is attached is in the sale, and not in the next one.
        private void checkCustomers(Till.Step step) {
            Optional<Exemption> exemption = state.sale().customer().flatMap(Customer::exemption);
            assertTrue(!state.sale().basket().isExempt() || exemption.isPresent(), "exempt without a certificate");
            step.effects().stream().filter(TillEffect.Save.class::isInstance).map(TillEffect.Save.class::cast).forEach(save -> {
                OpenSale sale = save.sale();
                boolean isFree = sale.basket().lines().stream().anyMatch(Line::isExempt);
                exempt += isFree ? 1 : 0;
                assertTrue(!isFree || sale.buyer().flatMap(Sale.Buyer::exemption)
                        .filter(each -> each.isValidOn(save.duty().shift().businessDate())).isPresent(), "an old certificate");
                assertEquals(sale.customer().map(Customer::id), sale.buyer().map(Sale.Buyer::id));
            });
            boolean isNext = state.activity() instanceof Activity.Done;
            assertTrue(!isNext || state.sale().customer().isEmpty(), "the last customer");
        }

        /// No basket collects more of a reservation than it had, and putting an order on the counter comes to an end.
        private void checkClaims() {
            state.sale().basket().lines().forEach(line -> line.claim().ifPresent(claim -> assertTrue(
                    state.sale().basket().collected(claim.reservation()) <= claim.promised().tenThousandths(),
                    () -> "more than was reserved: " + line)));
            assertTrue(!(state.activity() instanceof Activity.Collecting) || state.asking().looking().isPresent(), "nobody goes on");
        }

        /// What was rung up is sold or on record as taken out, and somebody agreed to what the cashier may not take out alone.
        private void checkVoids(TillState before, Till.Step step) {
            Basket had = before.sale().basket();
            Basket has = state.sale().basket();
            if (had.isEmpty() || has.isEmpty() || step.effects().stream().noneMatch(TillEffect.KeepBasket.class::isInstance)) {
                return;
            }
            Map<Item, Long> now = rung(has);
            rung(had).forEach((item, count) -> assertTrue(now.getOrDefault(item, 0L) >= count, () -> "vanished: " + item.sku()));
            Map<ProductId, List<Line>> out = has.voided().stream().collect(Collectors.groupingBy(line -> line.item().product()));
            out.keySet().stream().filter(product -> has.takenOut(product).compareTo(had.takenOut(product)) > 0).forEach(product -> {
                voids++;
                explained += out.get(product).stream().anyMatch(line -> line.out().isPresent()) ? 1 : 0;
                // Keys that waited may have handed a tender back before.
                boolean isPaid = !before.sale().tenders().isEmpty() && !state.sale().tenders().isEmpty();
                RoleLimits limits = isPaid ? state.lane().limits().paidVoids() : state.lane().limits().voids();
                boolean isAlone = before.duty().flatMap(duty -> before.around().roster().role(duty.cashier()))
                        .filter(role -> limits.allow(role, has.takenOut(product))).isPresent();
                boolean isAgreed = shop.consents().stream().anyMatch(consent ->
                        consent instanceof Consent.LineVoided agreed && agreed.product().equals(product));
                agreedVoids += isAlone ? 0 : 1;
                assertTrue(isAlone || isAgreed, () -> "nobody agreed to take out " + has.takenOut(product) + " of " + product);
            });
        }

        /// The last sale is taken back by somebody who may, or with a word of somebody who may.
        private void checkTakenBack(TillState before, TillEvent event, Till.Step step) {
            boolean isBegun = !isTakenBack(before.sale()) && isTakenBack(state.sale()) && !(event instanceof TillEvent.Recalled);
            assertTrue(!isBegun || shop.consents().stream().anyMatch(Consent.SaleUndone.class::isInstance)
                            || before.duty().filter(duty -> shop.roster().allows(duty.cashier(), Act.VOID_LAST)).isPresent(),
                    "nobody agreed to take the last sale back");
            takenBack += step.effects().stream().anyMatch(effect ->
                    effect instanceof TillEffect.Save save && isTakenBack(save.sale())) ? 1 : 0;
        }

        private static boolean isTakenBack(OpenSale sale) {
            return sale.basket().lines().stream()
                    .anyMatch(line -> line.returned().filter(of -> of.reason().startsWith("VOID_LAST")).isPresent());
        }

        private static Map<Item, Long> rung(Basket basket) {
            return Stream.concat(basket.lines().stream(), basket.voided().stream())
                    .filter(line -> line.returned().isEmpty())
                    .collect(Collectors.toMap(line -> line.item().taxed(), line -> line.quantity().tenThousandths(), Long::sum));
        }

        private void forget(Tender tender) {
            if (tender instanceof Tender.Card card) {
                charged.remove(card.attempt());
            }
        }

        private static boolean holds(OpenSale sale, UUID attempt) {
            return sale.tenders().stream().anyMatch(tender -> tender instanceof Tender.Card card && card.attempt().equals(attempt));
        }

        /// Whoever waits for an answer will get one.
        private void checkWaiting() {
            Set<Long> coming = new HashSet<>();
            late.forEach(event -> coming.add(event instanceof TillEvent.Answer answer ? answer.ask() : 0L));
            open.forEach(effect -> coming.add(effect instanceof TillEffect.Asking asking ? asking.ask() : 0L));
            if (state.activity() instanceof Activity.Waiting waiting) {
                assertTrue(coming.contains(waiting.ask()), () -> "nobody will answer " + waiting);
            }
            state.asking().looking().ifPresent(looking ->
                    assertTrue(coming.contains(looking.ask()), () -> "nobody will answer " + looking));
        }

        /// Where there is staff, whoever signs in or agrees has shown who it is, or is at the till and may.
        private void checkPeople(TillState before, TillEvent event, Till.Step step) {
            if (!shop.roster().isInUse()) {
                return;
            }
            boolean isRight = event instanceof TillEvent.PinRight;
            before.duty().ifPresent(duty -> lastIn = Optional.of(duty.cashier()));
            for (TillEffect effect : step.effects()) {
                if (effect instanceof TillEffect.SignIn(long _, var cashier)) {
                    signedIn++;
                    boolean isShown =
                            isRight && before.activity() instanceof Activity.CheckingPin checking && checking.who().equals(cashier);
                    boolean hasClosed = before.activity() instanceof Activity.ShowingReport showing
                            && showing.next().equals(Optional.of(cashier)) && showing.next().equals(lastIn);
                    assertTrue(isShown || hasClosed, () -> cashier + " showed nothing");
                    lastIn = Optional.of(cashier);
                }
                if (effect instanceof TillEffect.RecordApproval(long _, var person, Consent _, Duty duty)) {
                    boolean isShown =
                            isRight && before.activity() instanceof Activity.CheckingPin checking && checking.who().equals(person);
                    boolean isBadge = event instanceof TillEvent.Scanned(String code) && code.equals("BADGE-" + person.id());
                    assertTrue(isShown || isBadge || duty.cashier().equals(person), () -> person + " showed nothing");
                }
            }
        }

        /// Commit, drawer, receipt: in this order, and no drawer without a commit.
        private void checkDrawer(TillEvent event, Till.Step step) {
            List<TillEffect> physical = step.effects().stream()
                    .filter(effect -> effect instanceof TillEffect.OpenDrawer
                            || (effect instanceof TillEffect.Print(var _, var mark) && mark == Mark.ORIGINAL))
                    .toList();
            if (event instanceof TillEvent.DrawerRecorded) {
                assertTrue(physical.size() <= 1);
            } else if (!physical.isEmpty()) {
                assertTrue(event instanceof TillEvent.Saved);
                assertTrue(physical.getLast() instanceof TillEffect.Print);
                assertTrue(physical.size() <= 2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noMoneyAndNoGoodsAreLost(long seed) {
        System.out.println("seed " + seed + ": mvn -pl ui -am test -Dtest=WalkTest -Dsurefire.failIfNoSpecifiedTests=false");
        Walk walk = new Walk(seed);

        for (int step = 0; step < STEPS; step++) {
            walk.step();
        }

        assertFalse(walk.shop.sales().isEmpty());
        activities(Activity.class).filter(activity -> activity != Activity.Starting.class).forEach(activity ->
                seen("doing " + activity.getSimpleName(), walk.reached.getOrDefault(activity, 0) > 0));
        System.out.println("seldom: " + activities(Activity.class)
                .filter(activity -> walk.reached.getOrDefault(activity, 0) < SELDOM)
                .map(activity -> activity.getSimpleName() + " " + walk.reached.getOrDefault(activity, 0))
                .collect(Collectors.joining(", ")));
        seen("a card payment was settled", !walk.shop.settled().isEmpty());
        seen("a piece was sold by its number", walk.shop.sales().stream().flatMap(sale -> sale.lines().stream())
                .anyMatch(line -> line.item().sku().equals(Sku.of("PHONE")) && line.returned().isEmpty()));
        assertTrue(walk.shop.sales().size() > 30, () -> "only " + walk.shop.sales().size() + " sales");
        seen("the last sale was taken back", walk.takenBack > 0);
        seen("something was taken out", walk.voids > 0);
        seen("something was taken out for a reason", walk.explained > 0);
        seen("somebody agreed to take something out", walk.agreedVoids > 0);
        seen("a sale was given up", walk.shop.voids() > 0);
        seen("the till died", walk.crashes > 0);
        assertTrue(walk.hasTerminal || (walk.heard == 0 && walk.shop.terminal().charges().isEmpty()), "only a terminal takes cards");
        seen("the terminal was heard", walk.heard > 0);
        seen("the terminal took money", !walk.shop.terminal().charges().isEmpty());
        assertTrue(walk.hasTerminal || walk.shop.leftOpen().isEmpty(), "only a terminal can be left without a word");
        seen("a card was paid back", walk.undone > 0);
        seen("a card was not paid back and paid on", walk.stayed > 0);
        seen("a terminal kept what was to go back", walk.kept > 0);
        seen("a sale was voided that was partly paid", walk.voidedPaid > 0);
        seen("the till went on without a word", !walk.shop.leftOpen().isEmpty());
        seen("something waited and came back", walk.shop.recalls() > 0);
        seen("something was sold cheaper", walk.discounted > 0);
        seen("something came back without a receipt", walk.unreceipted > 0);
        seen("something came back of another till's receipt", walk.returnedElsewhere > 0);
        seen("a piece that this till sold came back elsewhere and was sold again", walk.cameBack > 0);
        seen("a receipt's number was noted", walk.noted > 0);
        seen("a piece was sold before", walk.pieces > 0);
        seen("something that waited may not be sold any more", walk.stopped > 0);
        seen("something was paid in parts", walk.shop.sales().stream().anyMatch(sale -> sale.tenders().size() > 2));
        seen("somebody was old enough", walk.shop.sales().stream().anyMatch(sale -> sale.age().isPresent()));
        seen("cash was rounded", walk.shop.sales().stream().anyMatch(sale -> !sale.rounding().isZero()));
        seen("a shift was closed", walk.shop.closings() > 0);
        seen("somebody signed in", walk.signedIn > 0);
        seen("somebody paid no taxes", walk.exempt > 0);
        seen("a customer was known", walk.shop.sales().stream().anyMatch(sale -> sale.buyer().isPresent()));
        seen("a customer was new", walk.shop.customers().size() > 3);
        seen("somebody looked at what became of a sale", walk.told > 0);
        seen("something was written once more", !walk.shop.copies().isEmpty());
        seen("something was promoted", walk.promoted > 0);
        seen("something was collected", walk.shop.sales().stream().flatMap(sale -> sale.lines().stream())
                .anyMatch(line -> line.claim().isPresent()));
        seen("something came back", walk.shop.sales().stream().flatMap(sale -> sale.lines().stream())
                .anyMatch(line -> line.returned().isPresent()));
    }

    private static Stream<Class<? extends Activity>> activities(Class<? extends Activity> of) {
        return of.isRecord()
                ? Stream.of(of)
                : Arrays.stream(of.getPermittedSubclasses()).flatMap(each -> activities(each.asSubclass(Activity.class)));
    }

    private static void seen(String what, boolean isSo) {
        SEEN.merge(what, isSo, Boolean::logicalOr);
    }

    /// What happens seldom happens in one of the walks.
    @AfterAll
    static void everythingHappened() {
        assertEquals(Map.of(), SEEN.entrySet().stream().filter(each -> !each.getValue()).collect(Collectors.toMap(Map.Entry::getKey,
                Map.Entry::getValue)));
    }
}
