package io.evertill.till;

import io.evertill.customer.Customer;
import io.evertill.journal.Stage;
import io.evertill.key.Stroke;
import io.evertill.lot.Expiry;
import io.evertill.money.Money;
import io.evertill.price.Promotions;
import io.evertill.receipt.Mark;
import io.evertill.sale.Consent;
import io.evertill.stock.Quantity;
import io.evertill.tender.Tender;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A table of what a cashier does, and what the till makes of it: one row a deed, expectations in the other columns.
///
/// That the stock or what waited is looked at, or the centre is asked about a piece, is not in the table: it shows in what the till says.
/// Deeds are `scan CODE` (or `milk`, `bread`, `coffee`, `piece`, `taken`, `batch`, `last day`, `next day`, `receipt`),
/// `type TEXT`, `press KEY`, `row N`, `line N`,
/// `favourite N`, `quick AMOUNT`, `fail TROUBLE` (the next effect), `lose` (the next look at the stock), `offline`,
/// `prices HOURS` (how old they are), `stage STAGE` (how far all sales are now known to have come),
/// `promote` (or `promote nothing`), `freeze LOT`, `expire LOT DAY` (or `never`), `withdraw SKU`, `cost CODE PRICE`,
/// `tax CARD` (the certificate is gone), `tomorrow`,
/// `clock HH:MM`, `terminal MANNER` (of the next card payment), `mumble N` (how often nobody hears it when it is to give something
/// back), `keeps` (it gives nothing back, until `gives`), `idle MINUTES`, `cards N` (without an answer), `alerts` (red cards, those of
/// [Alarms]), `restart`;
/// `return` brings back to other tills what they sold; `own WORD` is what the centre has to say of own receipts;
/// `silence` lets the centre answer nothing, until `hear`; `hold` keeps all answers back, `slow` those to looks at the stock and
/// about pieces, `dither` those about cards and of the centre about receipts, until `release`.
/// A sheet runs a table and writes it anew; a test compares the two.
public final class Sheet {
    private static final List<String> COLUMNS = List.of("does", "doing", "basket", "to pay", "says", "wants");

    private static final Map<String, String> CODES = Map.of(
            "milk", Shop.MILK, "bread", Shop.BREAD, "coffee", Shop.COFFEE,
            "piece", "(01)04006381333931(10)COLD(21)GONE", "taken", "(01)04012345678901(21)TAKEN", "receipt", "S1-T1-9f3a-1",
            "batch", "(01)04006381333931(10)L-1", "last day", "(01)04006381333931(17)260314",
            "next day", "(01)04006381333931(17)260315");

    private final Shop shop;
    private TillState state;
    private Optional<List<TillEvent>> late = Optional.empty();
    private Optional<List<TillEvent>> slow = Optional.empty();
    private Optional<List<TillEvent>> dithering = Optional.empty();

    public Sheet(Shop shop) {
        this.shop = shop;
        this.state = shop.told(shop.starting());
        tell(shop.opened(Optional.of(Shop.duty(Shop.ANNA))));
    }

    public TillState state() {
        return state;
    }

    /// The table with the columns that the till fills in.
    public String run(String table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(COLUMNS);
        table.lines().skip(1).map(line -> line.split("\\|", -1)[0].strip()).forEach(deed -> rows.add(row(deed)));
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < COLUMNS.size(); column++) {
            int at = column;
            widths.add(rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
        }
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n")) + "\n";
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(column == 0 ? "" : " | ").append(cell).append(" ".repeat(widths.get(column) - cell.length()));
        }
        return line.toString().stripTrailing();
    }

    private List<String> row(String deed) {
        shop.wanted();
        perform(deed);
        return List.of(deed, doing(), basket(), state.remaining().text(), says(), wants());
    }

    private void perform(String deed) {
        String word = deed.substring(0, deed.indexOf(' ') < 0 ? deed.length() : deed.indexOf(' '));
        String rest = deed.substring(word.length()).strip();
        switch (word) {
            case "scan" -> tell(new TillEvent.Scanned(CODES.getOrDefault(rest, rest)));
            case "type" -> rest.codePoints().forEach(character -> tell(new TillEvent.Typed(character)));
            case "press" -> tell(new TillEvent.Struck(Stroke.parse(rest)));
            case "row" -> tell(new TillEvent.ChoiceTapped(Integer.parseInt(rest) - 1));
            case "line" -> tell(new TillEvent.LineTapped(Integer.parseInt(rest)));
            case "favourite" -> tell(new TillEvent.FavouriteTapped(Integer.parseInt(rest) - 1));
            case "quick" -> tell(new TillEvent.CashTapped(Money.parse(rest, Shop.EUR)));
            case "fail" -> shop.failNext(Trouble.valueOf(rest));
            case "hold" -> late = Optional.of(new ArrayList<>());
            case "slow" -> slow = Optional.of(new ArrayList<>());
            case "dither" -> dithering = Optional.of(new ArrayList<>());
            case "lose" -> shop.loseNext();
            case "silence" -> shop.silent(true);
            case "hear" -> shop.silent(false);
            case "own" -> shop.ofOwn(TillEvent.ReceiptFound.Centre.valueOf(rest));
            case "return" -> shop.takenBack();
            case "release" -> release();
            case "offline" -> tell(new TillEvent.Synced(new SyncStatus(Optional.of(Shop.NOW), 0, Money.zero(Shop.EUR),
                    Optional.empty(), Optional.empty(), 0, List.of())));
            case "promote" -> {
                Promotions promotions = rest.isEmpty() ? Shop.promotions() : Promotions.NONE;
                shop.promotes(promotions, state.around().now());
                tell(new TillEvent.Promoted(promotions));
            }
            case "expire" -> {
                List<String> words = List.of(rest.split(" ", -1));
                shop.expires(words.getFirst(), Expiry.parse(words.getLast()).lastDay());
            }
            case "freeze" -> shop.freezes(rest, true);
            case "withdraw" -> shop.withdraws(rest, true);
            case "cost" -> {
                String[] codeAndPrice = rest.split(" ", -1);
                shop.costs(CODES.getOrDefault(codeAndPrice[0], codeAndPrice[0]), codeAndPrice[1]);
            }
            case "tax" -> shop.taxes(rest);
            case "tomorrow" -> {
                shop.isOn(state.calendarDay().plusDays(1));
                tell(new TillEvent.Ticked(state.around().now().plus(Duration.ofDays(1))));
            }
            case "clock" -> tell(new TillEvent.Ticked(LocalTime.parse(rest).atDate(LocalDate.ofInstant(Shop.NOW, Shop.ZONE))
                    .atZone(Shop.ZONE).toInstant()));
            case "prices" -> tell(new TillEvent.Synced(new SyncStatus(Optional.of(Shop.NOW), 0, Money.zero(Shop.EUR), Optional.empty(),
                    Optional.of(Shop.NOW.minus(Duration.ofHours(Integer.parseInt(rest)))), 0, List.of())));
            case "cards" -> tell(new TillEvent.Synced(new SyncStatus(Optional.empty(), 0, Money.zero(Shop.EUR), Optional.empty(),
                    Optional.empty(), 0, Shop.leftCards(Integer.parseInt(rest)), List.of())));
            case "stage" -> {
                shop.stage(Stage.valueOf(rest));
                tell(new TillEvent.Synced(state.around().sync()));
            }
            case "alerts" -> tell(new TillEvent.CardsTold(Alarms.all()));
            case "idle" -> tell(new TillEvent.Ticked(state.around().now().plus(Duration.ofMinutes(Integer.parseInt(rest)))));
            case "restart" -> {
                dithering = Optional.empty();
                state = shop.told(shop.starting());
                tell(shop.opened(Optional.of(Shop.duty(Shop.ANNA))));
            }
            case "mumble" -> shop.terminal().mumbles(Integer.parseInt(rest));
            case "keeps" -> shop.terminal().keeping(true);
            case "gives" -> shop.terminal().keeping(false);
            case "terminal" -> shop.terminal().next(CardTerminal.Manner.valueOf(rest));
            default -> throw new IllegalArgumentException("no such deed: " + deed);
        }
    }

    /// Hands out the answers that were kept back, and keeps none back any more.
    void release() {
        takeKeptBack().forEach(this::tell);
    }

    /// The answers that were kept back, and are told by somebody else; none is kept back any more.
    List<TillEvent> takeKeptBack() {
        List<TillEvent> answers = late.or(() -> slow).or(() -> dithering).map(List::copyOf).orElse(List.of());
        late = Optional.empty();
        slow = Optional.empty();
        dithering = Optional.empty();
        return answers;
    }

    /// Tells the till, and carries out what it wants until nothing is left to do; answers come behind all that is told.
    void tell(TillEvent... told) {
        Deque<TillEvent> events = new ArrayDeque<>(List.of(told));
        Consumer<TillEvent> later = late.<Consumer<TillEvent>>map(answers -> answers::add).orElse(events::addLast);
        while (!events.isEmpty()) {
            Till.Step step = Till.step(state, events.removeFirst());
            state = step.state();
            step.effects().forEach(effect -> shop.carryOut(effect, switch (effect) {
                case TillEffect.CheckStock _, TillEffect.AskPiece _ -> slow.<Consumer<TillEvent>>map(answers -> answers::add).orElse(later);
                case TillEffect.Charge _, TillEffect.Undo _, TillEffect.SettleCard _, TillEffect.AskReceipt _ ->
                    dithering.<Consumer<TillEvent>>map(answers -> answers::add).orElse(later);
                case TillEffect _ -> later;
            }));
        }
    }

    private String doing() {
        String input = state.input().isEmpty() ? "" : " [" + state.input() + "]";
        return state.activity().getClass().getSimpleName() + input;
    }

    private String basket() {
        return state.sale().basket().lines().stream()
                .map(line -> (line.number() == state.selected() ? ">" : "") + line.quantity().text() + " "
                        + line.item().sku())
                .collect(Collectors.joining(", "));
    }

    String says() {
        return state.notice().map(Notice::each).orElse(List.of()).stream().map(Sheet::said).collect(Collectors.joining(" + "));
    }

    private static String said(Notice notice) {
        return switch (notice) {
            case Notice.Said(var _, Phrase phrase, var about) ->
                phrase + about.stream()
                        .filter(part -> !(part instanceof String))
                        .map(part -> " " + said(part))
                        .collect(Collectors.joining());
            case Notice.Problem(Trouble trouble, String _, int dropped) -> trouble + (dropped == 0 ? "" : " " + dropped);
            case Notice.Several several -> throw new AssertionError(several);
        };
    }

    private static String said(Object part) {
        return switch (part) {
            case Money money -> money.text();
            case Quantity quantity -> quantity.text();
            case Instant _ -> "then";
            case Duration age -> age.toMinutes() + "m";
            default -> part.toString();
        };
    }

    private String wants() {
        List<String> wants = new ArrayList<>();
        for (TillEffect effect : shop.wanted()) {
            boolean isSearch = effect instanceof TillEffect.Search && !wants.isEmpty() && wants.getLast().startsWith("search");
            boolean isJournal = effect instanceof TillEffect.ReadJournal && !wants.isEmpty() && wants.getLast().startsWith("journal");
            if (isSearch || isJournal) {
                wants.removeLast();
            }
            boolean isLeftOut = effect instanceof TillEffect.CheckStock || effect instanceof TillEffect.AskPiece
                    || effect instanceof TillEffect.LookAgain;
            if (!isLeftOut) {
                wants.add(want(effect));
            }
        }
        return String.join(", ", wants);
    }

    private static String want(TillEffect effect) {
        return switch (effect) {
            case TillEffect.KeepBasket _ -> "keep";
            case TillEffect.LookUp _ -> "look";
            case TillEffect.LookUpBack _ -> "look back";
            case TillEffect.AppraiseBack _ -> "appraise";
            case TillEffect.SearchCodes(long _, String text) -> "codes " + text;
            case TillEffect.LookUpMark _ -> "look mark";
            case TillEffect.Search(long _, String text) -> "search " + text;
            case TillEffect.Save(long _, OpenSale sale, var settlement, var _) -> "save "
                    + sale.tenders().stream().map(Sheet::tender).collect(Collectors.joining("+"))
                    + (settlement.change().isZero() ? "" : " change " + settlement.change().text())
                    + (settlement.rounding().isZero() ? "" : " rounding " + settlement.rounding().text());
            case TillEffect.RecordVoid(long _, var _, var _, VoidReason reason) -> "void " + reason;
            case TillEffect.RecordAttempt(long _, var _, Money amount, var _) -> "ask card " + amount.text();
            case TillEffect.RecordAnswer(long _, var _, CardAnswer answer, var told, var _, var _) ->
                answer.name() + told.map(words -> " (" + words + ")").orElse("");
            case TillEffect.Charge(long _, var _, boolean isAgain) -> isAgain ? "ask again" : "charge";
            case TillEffect.RecordUndo(long _, var _, var attempt, var _) -> "ask back " + attempt.amount().text();
            case TillEffect.Undo _ -> "undo";
            case TillEffect.StopCharge _ -> "stop";
            case TillEffect.ReadScale _ -> "weigh";
            case TillEffect.FindReceipt(long _, String number) -> "find " + number;
            case TillEffect.AskReceipt _ -> "ask centre";
            case TillEffect.CheckStock _, TillEffect.AskPiece _, TillEffect.LookAgain _ -> throw new AssertionError("left out");
            case TillEffect.ShowStock(long _, var item, String after) -> "show " + item.sku() + after;
            case TillEffect.ShowWhy(long _, var item) -> "why " + item.sku();
            case TillEffect.AskWhy(long _, var item, String store) -> ("ask why " + item.sku() + " " + store).strip();
            case TillEffect.RecordApproval(long _, var supervisor, Consent consent, var _) ->
                supervisor.id() + " agrees" + consent(consent);
            case TillEffect.Hold(long _, var _, String name, var _) -> "hold " + name;
            case TillEffect.ListHeld _ -> "list held";
            case TillEffect.FindReserved(long _, String text) -> "find reserved " + text;
            case TillEffect.Recall(long _, long number) -> "recall " + number;
            case TillEffect.FindCustomers(long _, String text) -> "who is " + text;
            case TillEffect.AddCustomer(long _, Customer customer) -> "add " + customer.name() + "/" + customer.phone() + "/"
                    + customer.email() + "/" + customer.card();
            case TillEffect.ListCounts _ -> "list counts";
            case TillEffect.KeepCount(var who, var goods) -> who.id() + " counts "
                    + goods.counted().map(all -> all.text()).orElse("no") + " " + goods.item().sku() + goods.lot();
            case TillEffect.SubmitCount(long _, var who, var rows) -> who.id() + " hands in " + rows.stream()
                    .filter(row -> row.counted().isPresent())
                    .map(row -> row.counted().get().text() + " " + row.item().sku() + row.lot())
                    .collect(Collectors.joining("+"));
            case TillEffect.ListResults _ -> "list results";
            case TillEffect.RuleCount(long _, var by, var _, var choice, String note) ->
                by.id() + " " + choice + (note.isEmpty() ? "" : " " + note);
            case TillEffect.CheckPin(long _, var who, var _) -> "check " + who.id();
            case TillEffect.SignIn(long _, var cashier) -> "sign in " + cashier.id();
            case TillEffect.OpenShift(long _, var cashier, var count) -> "open " + cashier.id() + " " + count.total().text();
            case TillEffect.RecordDrawer(long _, DrawerDeed deed, Duty duty) -> duty.cashier().id() + " " + switch (deed) {
                case DrawerDeed.Moved(Money amount, var reason) -> amount.text() + " " + reason;
                case DrawerDeed.Opened(var reason) -> "opens " + reason;
                case DrawerDeed.Closed(var count) -> "closes " + count.total().text();
            };
            case TillEffect.SettleCard(long _, LeftCard card, Duty duty) -> duty.cashier().id() + " settles " + card.amount().text();
            case TillEffect.AskLeftCards _ -> "ask left";
            case TillEffect.ReadReport(long _, DrawerAct which) -> "read " + which;
            case TillEffect.PrintReport(var _, Mark mark) -> mark == Mark.COPY ? "copy" : "report";
            case TillEffect.OpenDrawer _ -> "drawer";
            case TillEffect.Print(var _, Mark mark) -> switch (mark) {
                case ORIGINAL -> "receipt";
                case COPY -> "copy";
                case GIFT -> "gift";
            };
            case TillEffect.PrintAgain(var _, Mark mark, var _) -> mark == Mark.COPY ? "copy" : "gift";
            case TillEffect.SavePdf _, TillEffect.SaveReport _ -> "pdf";
            case TillEffect.ReadJournal(long _, String text, var from) ->
                ("journal " + text).strip() + (from.isPresent() ? " more" : "");
            case TillEffect.ReadStory _ -> "story";
            case TillEffect.Play(TillEffect.Sound sound) -> sound.name().toLowerCase(Locale.ROOT);
            case TillEffect.KeepAppearance _ -> "keep appearance";
            case TillEffect.SwitchNetwork(boolean isCut) -> isCut ? "cut" : "restore";
        };
    }

    private static String consent(Consent consent) {
        return switch (consent) {
            case Consent.OldPrices _ -> "";
            case Consent.BeyondStock beyond -> " to " + beyond.wanted().text() + " of " + beyond.known().text();
            case Consent.Discounted given -> " to " + given.cut().of(given.price()).text() + " of " + given.price().text();
            case Consent.PriceSet set -> " to " + set.after().text() + " for " + set.before().text();
            case Consent.SaleVoided given -> " to give up " + given.lines() + " for " + given.total().text();
            case Consent.WithoutReceipt back -> " to " + back.quantity().text() + " for " + back.refund().text() + " " + back.condition();
            case Consent.FiguresShown _ -> " to figures";
            case Consent.DrawerOpened _ -> " to open";
            case Consent.ShiftClosed _ -> " to a close";
            case Consent.LineVoided out -> " to " + out.quantity().text() + " out for " + out.total().text()
                    + out.reason().map(why -> " " + why).orElse("");
            case Consent.SaleUndone given -> " to " + given.total().text() + " back " + given.reason();
            case Consent.CashTaken given -> " to " + given.amount().text() + " out";
            case Consent.CardSettled given -> " to no " + given.amount().text();
            case Consent.CardKept given -> " to keep " + given.amount().text();
        };
    }

    private static String tender(Tender tender) {
        return tender.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " " + tender.amount().text();
    }
}
