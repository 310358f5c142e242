package io.evertill.till;

import io.evertill.availability.StockPolicy;
import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import io.evertill.customer.Exemption;
import io.evertill.journal.CentreCount;
import io.evertill.journal.JournalLine;
import io.evertill.journal.JournalPage;
import io.evertill.journal.Stage;
import io.evertill.journal.Story;
import io.evertill.key.Scanner;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Position;
import io.evertill.ledger.StreamId;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.person.Person;
import io.evertill.price.BookAge;
import io.evertill.price.Deal;
import io.evertill.price.Hours;
import io.evertill.price.Price;
import io.evertill.price.Promotion;
import io.evertill.price.Promotions;
import io.evertill.product.Barcode;
import io.evertill.product.Barcodes;
import io.evertill.product.ElementString;
import io.evertill.product.Gtin;
import io.evertill.product.Guidance;
import io.evertill.product.InStoreLayout;
import io.evertill.product.Marks;
import io.evertill.product.Obstacle;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.receipt.Heading;
import io.evertill.receipt.Mark;
import io.evertill.receipt.Proof;
import io.evertill.receipt.Receipt;
import io.evertill.receipt.ReceiptLanguage;
import io.evertill.rule.Exempt;
import io.evertill.sale.Basket;
import io.evertill.sale.Claim;
import io.evertill.sale.Consent;
import io.evertill.sale.DiscountLimits;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.sale.Review;
import io.evertill.sale.Sale;
import io.evertill.shift.CashCount;
import io.evertill.shift.Drawer;
import io.evertill.shift.DrawerRules;
import io.evertill.shift.Shift;
import io.evertill.shift.ShiftReport;
import io.evertill.staff.ActLimits;
import io.evertill.staff.Roster;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import io.evertill.tax.TaxRule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.IntStream;

/// A shop in memory: carries out what the till wants, at once and in order, and keeps what it was told.
@Exempt(rule = "size", reason = "everything around a till in one place, as its tests want it", until = "2028-12-31")
@Exempt(rule = "imports", reason = "a whole shop in memory, for tests", until = "2028-12-31")
public final class Shop implements Errands {
    public static final Currency EUR = Currency.getInstance("EUR");
    public static final Instant NOW = Instant.parse("2026-03-14T14:09:00Z");
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    public static final Person ANNA = new Person("anna", "Anna Schmidt");
    public static final Person BEN = new Person("ben", "Ben Okafor");
    public static final Person BEA = new Person("bea", "Bea Lindqvist");
    public static final Person CY = new Person("cy", "Cy Tanaka");
    public static final String MILK = "4006381333931";
    public static final String BREAD = "5000112637922";
    public static final String COFFEE = "7622210449283";
    public static final String ELSEWHERE = "S1-T2-0c44-7";
    public static final String ABROAD = "S9-T1-0c44-7";
    public static final String PHONE = "4012345678901";
    public static final String APPLES_350_G = weighed("20", "00017", "00350");
    public static final String CHEESE_FOR_3_15 = weighed("21", "00042", "00315");

    public static final Customer ANNE = new Customer(
            new CustomerId(new UUID(3, 1)), "Anne Weber", "0151 2345678", "anne@weber.example", "CARD-1", Optional.empty());
    /// Exempt for the whole year.
    public static final Customer CITY = new Customer(new CustomerId(new UUID(3, 2)), "City Council", "030 901820", "", "CARD-2",
            Optional.of(new Exemption("EX-2026-4", LocalDate.of(2026, 12, 31))));
    /// Was exempt until a month ago.
    public static final Customer CLUB = new Customer(new CustomerId(new UUID(3, 3)), "Sports Club", "", "", "CARD-3",
            Optional.of(new Exemption("EX-2025-9", LocalDate.of(2026, 2, 14))));
    private static final int JOURNAL_PAGE = 3;
    private static final TaxRate FULL = new TaxRate("A", "VAT", 190_000, TaxRate.Kind.INCLUSIVE);
    private static final TaxRate REDUCED = new TaxRate("B", "VAT", 70_000, TaxRate.Kind.INCLUSIVE);
    private static final Heading HEADING = new Heading("Corner Shop", List.of("12 Market Street", "Springfield"), "Thank you!");
    private static final Barcodes BARCODES = new Barcodes(
            List.of(new InStoreLayout("20", 5, InStoreLayout.ValueKind.WEIGHT, 5, 3, false),
                    new InStoreLayout("21", 5, InStoreLayout.ValueKind.PRICE, 5, 2, false)),
            EUR);

    private final Map<String, Article> byCode = new LinkedHashMap<>();
    private final Map<UUID, Sale> sales = new LinkedHashMap<>();
    private final List<TillEffect> done = new ArrayList<>();
    private OpenSale kept = OpenSale.of(Basket.empty(EUR, TaxRule.USUAL));
    private long coin = 1;
    private Optional<TillEvent.Failed> failing = Optional.empty();
    private Optional<Completed> last = Optional.empty();
    private final Map<ProductId, Sighting> stock = new LinkedHashMap<>();
    private final List<Consent> consents = new ArrayList<>();
    private StockPolicy policy = StockPolicy.WARN;
    private final CardTerminal terminal = new CardTerminal();
    private final Map<UUID, CardAnswer> gone = new LinkedHashMap<>();
    private final Set<UUID> leftOpen = new LinkedHashSet<>();
    private final Deque<Quantity> scale = new ArrayDeque<>();
    private Equipment equipment = Equipment.NONE;
    private Crew crew = Crew.NOBODY;
    private boolean isLost;
    private List<String> unprinted = List.of();
    private boolean isSilent;
    private boolean isTakenBack;
    private TillEvent.ReceiptFound.Centre ofOwn = TillEvent.ReceiptFound.Centre.HEARD;
    private DrawerRules rules = DrawerRules.usual(EUR);
    private ActLimits limits = ActLimits.NONE;
    private boolean isOpen;
    private Person owner = ANNA;
    private Optional<ShiftSheet> sealed = Optional.empty();
    private long closings;
    private long waiting = 1;
    private final List<TillEffect.PrintAgain> copies = new ArrayList<>();
    private Stage stage = Stage.SAVED;
    private int attempts;
    private int voids;
    private final List<LeftCard> settled = new ArrayList<>();
    private int recalls;
    private final List<Reserved> reserved = new ArrayList<>();
    private final Map<HeldBasket, Waiting> held = new LinkedHashMap<>();

    private final Set<String> frozen = new LinkedHashSet<>(List.of("COLD"));
    private final Map<String, LocalDate> lastDays = new HashMap<>();
    private LocalDate day = LocalDate.ofInstant(NOW, ZONE);
    private final Set<String> withdrawn = new LinkedHashSet<>();
    private Promotions promoted = Promotions.NONE;
    private Instant now = NOW;
    private boolean isPatient;
    private final List<Customer> customers = new ArrayList<>(List.of(ANNE, CITY, CLUB));

    private final Stocktake counts;

    private record Waiting(OpenSale sale, List<Consent> consents) {}

    public Shop() {
        add(MILK, "MILK", "Fresh milk 3.5 % 1 l", "1.19", Unit.EACH, REDUCED);
        add(BREAD, "BREAD", "Sourdough bread 750 g", "3.45", Unit.EACH, REDUCED);
        add(COFFEE, "COFFEE", "Coffee, whole beans, 500 g", "8.99", Unit.EACH, FULL);
        add("2000017", "APPLES", "Apples, Braeburn", "2.99", Unit.KILOGRAM, REDUCED);
        add("2100042", "CHEESE", "Mountain cheese", "18.90", Unit.KILOGRAM, REDUCED);
        add("BAG", "BAG", "Paper bag", "0.20", Unit.EACH, FULL);
        add("GIFT", "GIFT", "Wrapping, free of charge", "0.00", Unit.EACH, FULL);
        add("85123A", "85123A", "White hanging heart T-light holder", "2.55", Unit.EACH, FULL);
        add(PHONE, "PHONE", "Mobile phone", "99.00", Unit.EACH, FULL);
        add("SALMON", "SALMON", "Smoked salmon", "4.99", Unit.EACH, REDUCED);
        byCode.computeIfPresent(PHONE, (_, article) -> article.tracked(Product.Track.SERIAL));
        byCode.computeIfPresent("SALMON", (_, article) -> article.tracked(Product.Track.LOT));
        add("TEA", "TEA", "Green tea, 20 bags", "2.29", Unit.EACH, REDUCED);
        add("TEA2", "TEA2", "Black tea, 50 bags", "3.99", Unit.EACH, REDUCED);
        add("BEER", "BEER", "Wheat beer 0.5 l", "1.49", Unit.EACH, FULL, new Guidance(Optional.of(16), Optional.empty()));
        add("RUM", "RUM", "Rum 0.7 l", "14.99", Unit.EACH, FULL,
                new Guidance(Optional.of(18), Optional.of("The bottle is in the cabinet behind you.")));
        add("LAMP", "LAMP", "Light bulb", "4.20", Unit.EACH, FULL,
                new Guidance(Optional.empty(), Optional.of("Old bulbs are taken back.")));
        add("4000000000006", "YOGURT", "Yogurt 500 g", "0.99", Unit.EACH, REDUCED,
                new Guidance(Optional.empty(), Optional.of("The deposit is 15 ct.")));
        counts = new Stocktake(code -> Optional.ofNullable(byCode.get(code)).orElseThrow());
    }

    /// Counting here.
    public Stocktake counts() {
        return counts;
    }

    private void add(String code, String sku, String name, String price, Unit unit, TaxRate tax) {
        add(code, sku, name, price, unit, tax, Guidance.NONE);
    }

    private void add(String code, String sku, String name, String price, Unit unit, TaxRate tax, Guidance guidance) {
        Item item = new Item(ProductId.of(new Sku(sku)), new Sku(sku), name, unit, Product.Kind.GOODS, tax);
        Price base = new Price(UnitPrice.parse(price, EUR), new Price.Source.Base());
        byCode.put(code, new Article(item, base, Optional.of(Quantity.of(byCode.size() * 7L + 3, unit))).guided(guidance));
    }

    /// The shop sells something more, of which the tax is added to the price.
    public Shop sellsWithTaxAdded(String code, String price, int millionths) {
        add(code, code, "A " + code, price, Unit.EACH, new TaxRate("X", "Sales tax", millionths, TaxRate.Kind.EXCLUSIVE));
        return this;
    }

    private static String weighed(String prefix, String item, String value) {
        String without = prefix + item + value;
        return without + Gtin.checkDigit(without);
    }

    /// The store wants something else done when goods should not be there; from the next start on.
    public Shop with(StockPolicy other) {
        policy = other;
        return this;
    }

    /// A card terminal that answers by itself stands here; from the next start on.
    public Shop withTerminal() {
        equipment = new Equipment(true, equipment.hasScale());
        return this;
    }

    /// A scale stands here, and says this at each question in turn; as a rule it has nothing on it. From the next start on.
    public Shop withScale(String... kilograms) {
        equipment = new Equipment(equipment.hasTerminal(), true);
        List.of(kilograms).forEach(weight -> scale.add(Quantity.parse(weight, Unit.KILOGRAM)));
        return this;
    }

    /// The card terminal, whether the till can ask it or not.
    public CardTerminal terminal() {
        return terminal;
    }

    /// Card payments that left their sale, and how: [CardAnswer#UNDONE] or [CardAnswer#KEPT].
    public Map<UUID, CardAnswer> gone() {
        return Map.copyOf(gone);
    }

    /// Attempts that the till went on without.
    public Set<UUID> leftOpen() {
        return Set.copyOf(leftOpen);
    }


    /// Somebody has reserved pieces of articles; those of an order together, at most so many minutes from now.
    ///
    /// @param goods codes, each as often as there are pieces of it
    public Shop reserves(String order, String owner, long minutes, String... goods) {
        Map<String, Long> pieces = new LinkedHashMap<>();
        List.of(goods).forEach(code -> pieces.merge(code, 1L, Long::sum));
        List<Reserved.Goods> all = new ArrayList<>();
        pieces.forEach((code, count) -> all.add(new Reserved.Goods(new UUID(order.hashCode(), all.size() + 1L), article(code),
                Quantity.of(count, article(code).item().unit()), Optional.empty())));
        reserved.add(new Reserved(order, owner, NOW.plusSeconds(minutes * 60), minutes <= 0, all));
        return this;
    }

    /// The same with something that speaks against selling one of the goods.
    public Shop holdsBack(String code, Obstacle obstacle) {
        reserved.replaceAll(order -> new Reserved(order.order(), order.owner(), order.expiresAt(), order.isExpired(), order.goods().stream()
                .map(goods -> goods.article().item().equals(article(code).item())
                        ? new Reserved.Goods(goods.reservation(), goods.article(), goods.quantity(), Optional.of(obstacle))
                        : goods)
                .toList()));
        return this;
    }

    /// As a till answers: by order, owner or goods, less what was sold of it here.
    private List<Reserved> reserved(String text) {
        String sought = text.toLowerCase(Locale.ROOT);
        return reserved.stream()
                .map(order -> new Reserved(order.order(), order.owner(), order.expiresAt(), order.isExpired(), left(order)))
                .filter(order -> !order.goods().isEmpty())
                .filter(order -> (order.order() + " " + order.owner() + " " + order.goods().stream()
                                .map(goods -> goods.article().item().name() + " " + code(goods.article()))
                                .toList()).toLowerCase(Locale.ROOT)
                        .contains(sought))
                .toList();
    }

    private String code(Article article) {
        return byCode.entrySet().stream()
                .filter(entry -> entry.getValue().item().equals(article.item()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private List<Reserved.Goods> left(Reserved order) {
        List<Reserved.Goods> left = new ArrayList<>();
        for (Reserved.Goods goods : order.goods()) {
            List<Claim> claims = sales.values().stream()
                    .flatMap(sale -> sale.lines().stream())
                    .flatMap(line -> line.claim().stream())
                    .filter(claim -> claim.reservation().equals(goods.reservation()))
                    .toList();
            long taken = sales.values().stream()
                    .flatMap(sale -> sale.lines().stream())
                    .filter(line -> line.claim().filter(claims::contains).isPresent())
                    .mapToLong(line -> line.quantity().tenThousandths())
                    .sum();
            long open = claims.stream().anyMatch(Claim::isRestGivenUp) ? 0 : goods.quantity().tenThousandths() - taken;
            if (open > 0) {
                left.add(new Reserved.Goods(
                        goods.reservation(), goods.article(), new Quantity(open, goods.quantity().unit()), goods.obstacle()));
            }
        }
        return left;
    }

    /// The store rounds cash; from the first start on.
    public Shop rounding(long smallest) {
        coin = smallest;
        kept = kept.rounded(smallest);
        return this;
    }

    /// The shop has staff, as [Crew] says.
    ///
    /// @param permissions as the setting says them
    public Shop staffed(String permissions) {
        crew = new Crew(permissions);
        return this;
    }

    /// Who works here.
    public Roster roster() {
        return crew.roster();
    }

    /// What is known of an article's stock, since so many minutes ago.
    public Shop stocks(String code, long sellable, long minutesOld) {
        Item item = article(code).item();
        stock.put(item.product(), new Sighting(Quantity.of(sellable, item.unit()), NOW.minusSeconds(minutesOld * 60)));
        return this;
    }

    /// What is known of an article's stock.
    public Optional<Sighting> seen(Item item) {
        return Optional.ofNullable(stock.get(item.product()));
    }

    /// What supervisors agreed to, for the sale that is open.
    public List<Consent> consents() {
        return List.copyOf(consents);
    }

    /// The till of this shop, open, with Anna at it.
    public TillState open() {
        return Till.step(told(starting()), opened(Optional.of(duty(ANNA)))).state();
    }

    /// A till that knows who works here.
    public TillState told(TillState state) {
        return Till.step(state, new TillEvent.RosterTold(roster())).state();
    }

    public TillState starting() {
        return starting(Appearance.USUAL);
    }

    public TillState starting(Appearance appearance) {
        Lane lane = new Lane("Corner Shop", "Till 1", "here", ZONE, TaxRule.USUAL, Money.of(100_000, "EUR"),
                List.of(ANNA, BEN), List.of(BEA, CY),
                policy, BookAge.USUAL, DiscountLimits.USUAL, limits, rules, coin, Keymap.USUAL, Scanner.USUAL, true, equipment);
        return TillState.starting(lane, appearance, SyncStatus.calm(Money.zero(EUR)), NOW);
    }

    /// The same moment as another cashier's eyes want it.
    public static TillState appearing(TillState state, Appearance appearance) {
        return state.appearing(appearance);
    }

    /// What a till hears that starts with what this shop has kept.
    public TillEvent opened(Optional<Duty> duty) {
        isOpen = duty.isPresent() || isOpen;
        return new TillEvent.Opened(kept(), duty, last, unprinted);
    }

    public static Duty duty(Person person) {
        return new Duty(person, new Shift(new UUID(7, 1), LocalDate.of(2026, 3, 14), NOW.minusSeconds(20_000), person,
                Money.of(10_000, "EUR")));
    }

    public Article article(String code) {
        return Optional.ofNullable(byCode.get(code)).orElseThrow();
    }

    public Article article(ProductId product) {
        return byCode.values().stream().filter(each -> each.item().product().equals(product)).findFirst().orElseThrow();
    }

    public List<Article> articles() {
        return List.copyOf(byCode.values());
    }

    public List<Sale> sales() {
        return List.copyOf(sales.values());
    }

    /// The sale as it comes back: what is promoted is not kept with it.
    public OpenSale kept() {
        Basket basket = kept.basket();
        return known(kept).with(new Basket(basket.currency(), basket.taxRule(), basket.lines(), basket.voided(), basket.lineNumberLast(),
                basket.rebate(), Optional.empty(), basket.isExempt()));
    }

    /// A sale with its customer as the book knows the person now.
    private OpenSale known(OpenSale sale) {
        return new OpenSale(sale.basket(), sale.tenders(), sale.attempt(), sale.coin(), sale.age(), sale.customer()
                .flatMap(old -> customers.stream().filter(each -> each.id().equals(old.id())).findFirst()));
    }

    private Review review(List<Line> lines) {
        return new Review(lines.stream().map(line -> {
            Article article = article(line.item().product());
            Marks marks = new Marks(line.lot(), line.serial(), line.expires(), Optional.empty(), Optional.empty());
            return new Review.Finding(line.number(),
                    obstacle(marks).or(() -> Optional.of(new Obstacle.Withdrawn())
                            .filter(_ -> withdrawn.contains(line.item().sku().code()))),
                    Optional.of(new Review.Offer(article.item().tax(), article.price())));
        }).toList(), Optional.of(promoted.inForce(now, ZONE)).filter(_ -> !isPatient));
    }

    /// What is promoted now, at this hour.
    public void promotes(Promotions promotions, Instant at) {
        promoted = promotions;
        now = at;
    }

    /// A batch is held back from now on, or sold again.
    public void freezes(String lot, boolean isFrozen) {
        if (isFrozen) {
            frozen.add(lot);
        } else {
            frozen.remove(lot);
        }
    }

    /// An article is not sold any more from now on, or is again.
    public void withdraws(String sku, boolean isWithdrawn) {
        if (isWithdrawn) {
            withdrawn.add(sku);
        } else {
            withdrawn.remove(sku);
        }
    }

    /// An article costs something else from now on.
    public void costs(String code, String price) {
        byCode.computeIfPresent(code, (_, article) -> new Article(article.item(),
                new Price(UnitPrice.parse(price, EUR), new Price.Source.Rule(code + price)), article.onHand(), article.tracking(),
                article.track(), article.guidance(), article.claim(), article.expires()));
    }

    /// Somebody lost the certificate.
    public void taxes(String card) {
        customers.replaceAll(each -> each.card().equals(card) ? each.taxed() : each);
    }

    /// Baskets that wait keep their prices.
    public Shop patient() {
        isPatient = true;
        return this;
    }

    /// What this shop promotes: three for two of milk, and a tenth off bread on Saturdays until 15:30 by the wall.
    public static Promotions promotions() {
        return new Promotions(List.of(
                promotion("MILK", "Three for two", new Deal.NForM(3, 2), Optional.empty()),
                promotion("BREAD", "Happy hour for all who like fresh bread", new Deal.PercentOff(1_000), Optional.of(
                        new Hours(Set.of(DayOfWeek.SATURDAY), LocalTime.of(14, 0), LocalTime.of(15, 30))))));
    }

    private static Promotion promotion(String sku, String name, Deal deal, Optional<Hours> hours) {
        return new Promotion(sku + "-26", name, "", Set.of(ProductId.of(new Sku(sku))), deal, 0, false, NOW.minusSeconds(86_400),
                Optional.empty(), hours);
    }

    /// Everybody whom the book knows.
    public List<Customer> customers() {
        return List.copyOf(customers);
    }

    /// Card payments that no answer came to.
    public static List<LeftCard> leftCards(int count) {
        return IntStream.range(0, count).mapToObj(at -> new LeftCard(new UUID(9, at),
                Money.of(1_230 + 100L * at, "EUR"), NOW.minusSeconds(3_600 - 60L * at))).toList();
    }

    /// The card payments that a supervisor settled.
    public List<LeftCard> settled() {
        return List.copyOf(settled);
    }

    public int recalls() {
        return recalls;
    }

    public int voids() {
        return voids;
    }

    /// What the till has wanted since the last call.
    public List<TillEffect> wanted() {
        List<TillEffect> wanted = List.copyOf(done);
        done.clear();
        return wanted;
    }

    /// The next look at the stock does not happen.
    public void loseNext() {
        isLost = true;
    }

    /// The printer said nothing of these receipts; the till hears of it at its next start.
    public void unprinted(String... receipts) {
        unprinted = List.of(receipts);
    }

    /// The next effect that asks for something does not happen.
    public void failNext(Trouble trouble) {
        failing = Optional.of(new TillEvent.Failed(0, trouble, ""));
    }

    @Override
    public void carryOut(TillEffect effect, Consumer<TillEvent> answer) {
        done.add(effect);
        answer(effect).ifPresent(answer);
    }

    /// Does what an effect wants, and says what the till hears of it.
    Optional<TillEvent> answer(TillEffect effect) {
        if (effect instanceof TillEffect.Asking asking && failing.isPresent()) {
            Trouble trouble = failing.get().trouble();
            failing = Optional.empty();
            return Optional.of(new TillEvent.Failed(asking.ask(), trouble, ""));
        }
        if (effect instanceof TillEffect.CheckStock(long ask, Item _) && isLost) {
            isLost = false;
            return Optional.of(new TillEvent.Failed(ask, Trouble.STORAGE, ""));
        }
        return switch (effect) {
            case TillEffect.LookUp(long ask, String code) -> Optional.of(lookUp(ask, code));
            case TillEffect.LookUpBack(long ask, String code) -> Optional.of(lookUp(ask, code) instanceof TillEvent.Found found
                    ? new TillEvent.Found(ask, found.article(), found.portion(), found.marks(), Optional.empty())
                    : lookUp(ask, code));
            case TillEffect.LookUpMark(long ask, ProductId product, String text, boolean isScanned) ->
                Optional.of(mark(ask, product, text, isScanned));
            case TillEffect.Search(long ask, String text) -> Optional.of(search(ask, text));
            case TillEffect.SearchCodes(long ask, String text) -> Optional.of(new TillEvent.Results(ask, byCode.entrySet().stream()
                    .filter(each -> each.getKey().contains(text) || each.getValue().item().sku().code().contains(text))
                    .map(Map.Entry::getValue)
                    .toList(), false));
            case TillEffect.AppraiseBack(long ask, ProductId product) -> Optional.of(new TillEvent.Found(
                    ask, article(product), new Article.Portion.Plain(), Marks.NONE, Optional.empty()));
            case TillEffect.FindCustomers(long ask, String text) -> Optional.of(new TillEvent.CustomersFound(ask, customers.stream()
                    .filter(each -> (each.name() + " " + each.phone()).toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
                    .toList(), false));
            case TillEffect.AddCustomer(long ask, Customer met) -> {
                Customer customer = new Customer(new CustomerId(new UUID(4, customers.size())), met.name(), met.phone(), met.email(),
                        met.card(), Optional.empty());
                customers.add(customer);
                yield Optional.of(new TillEvent.CustomerMet(ask, customer));
            }
            case TillEffect.Save save -> Optional.of(save(save));
            case TillEffect.RecordVoid(long ask, OpenSale _, Duty _, VoidReason _) -> {
                forget();
                voids++;
                yield Optional.of(new TillEvent.VoidRecorded(ask, new Proof(sales.size() + 1L, "abcd1234")));
            }
            case TillEffect.RecordAttempt(long ask, OpenSale sale, Money amount, Duty _) -> {
                UUID id = new UUID(99, ++attempts);
                kept = sale.asking(new OpenSale.Attempt(id, amount));
                yield Optional.of(new TillEvent.AttemptRecorded(ask, id));
            }
            case TillEffect.RecordUndo(long ask, OpenSale sale, OpenSale.Attempt attempt, Duty _) -> {
                kept = sale.asking(attempt);
                yield Optional.of(new TillEvent.AttemptRecorded(ask, attempt.id()));
            }
            case TillEffect.Undo(long ask, OpenSale.Attempt attempt) ->
                Optional.of(new TillEvent.TerminalHeard(ask, terminal.undo(attempt)));
            case TillEffect.RecordAnswer(long ask, OpenSale before, CardAnswer answer, var _, OpenSale after, Duty _) -> {
                kept = after;
                if (answer == CardAnswer.UNDONE || answer == CardAnswer.KEPT) {
                    gone.put(before.attempt().orElseThrow().id(), answer);
                }
                if (answer == CardAnswer.LEFT_OPEN) {
                    leftOpen.add(before.attempt().orElseThrow().id());
                }
                yield Optional.of(new TillEvent.AnswerRecorded(ask));
            }
            case TillEffect.Charge(long ask, OpenSale.Attempt attempt, boolean isAgain) ->
                Optional.of(new TillEvent.TerminalHeard(ask, terminal.charge(attempt, isAgain)));
            case TillEffect.StopCharge _ -> Optional.empty();
            case TillEffect.ReadScale(long ask) ->
                Optional.of(new TillEvent.ScaleRead(ask, Optional.ofNullable(scale.poll()).filter(Quantity::isPositive)));
            case TillEffect.FindReceipt(long ask, String number) -> Optional.of(receipt(ask, number));
            case TillEffect.AskReceipt(long ask, ReceiptNumber number) -> Optional.of(elsewhere(ask, number));
            case TillEffect.AskPiece(long ask, ProductId product, String serial) -> Optional.of(new TillEvent.PieceHeard(
                    ask, product, serial, isSilent ? new TillEvent.PieceHeard.Word.Unheard() : whereabouts(serial)));
            case TillEffect.CheckStock(long ask, Item item) -> Optional.of(
                    new TillEvent.StockSeen(ask, item.product(), Optional.ofNullable(stock.get(item.product()))));
            case TillEffect.ShowStock(long ask, Item item, String after) ->
                Optional.of(new TillEvent.StockShown(ask, card(item, after)));
            case TillEffect.ShowWhy(long ask, Item item) -> Optional.of(
                    new TillEvent.WhyShown(ask, WhyShelf.reckoning(item, Optional.ofNullable(stock.get(item.product())))));
            case TillEffect.AskWhy(long ask, Item item, String store) -> Optional.of(
                    new TillEvent.WhyHeard(ask, isSilent ? new StockWord.Unheard() : WhyShelf.story(item, store.isEmpty() ? "S1" : store)));
            case TillEffect.RecordApproval(long ask, Person _, Consent consent, Duty _) -> {
                consents.add(consent);
                yield Optional.of(new TillEvent.ApprovalRecorded(ask));
            }
            case TillEffect.Hold(long ask, OpenSale sale, String name, Duty duty) -> {
                long number = held.keySet().stream().mapToLong(HeldBasket::number).max().orElse(0) + 1;
                held.put(new HeldBasket(number, name, sale.basket().lines().size(), sale.basket().total(), NOW,
                        duty.cashier().name(), duty.shift().businessDate()), new Waiting(sale, List.copyOf(consents)));
                forget();
                yield Optional.of(new TillEvent.BasketHeld(ask, number));
            }
            case TillEffect.ListHeld(long ask) -> Optional.of(new TillEvent.HeldListed(ask, List.copyOf(held.keySet())));
            case TillEffect.FindReserved(long ask, String text) -> Optional.of(new TillEvent.ReservedFound(ask, reserved(text), false));
            case TillEffect.Recall(long ask, long number) -> {
                Optional<HeldBasket> found = held.keySet().stream().filter(each -> each.number() == number).findFirst();
                Optional<Waiting> waiting = found.map(each -> Optional.ofNullable(held.remove(each)).orElseThrow());
                waiting.ifPresent(back -> {
                    kept = back.sale();
                    consents.addAll(back.consents());
                    recalls++;
                });
                yield Optional.of(new TillEvent.Recalled(ask, waiting.map(Waiting::sale).map(this::known)));
            }
            case TillEffect.LookAgain(long ask, List<Line> lines) -> Optional.of(new TillEvent.LookedAgain(ask, review(lines)));
            case TillEffect.OfCount counting -> counts.answer(counting);
            case TillEffect.CheckPin check -> Optional.of(crew.check(check));
            case TillEffect.SignIn(long ask, Person cashier) -> Optional.of(signIn(ask, cashier));
            case TillEffect.OpenShift(long ask, Person cashier, CashCount _) -> {
                isOpen = true;
                yield Optional.of(new TillEvent.SignedIn(ask, duty(cashier)));
            }
            case TillEffect.RecordDrawer(long ask, DrawerDeed deed, Duty duty) -> Optional.of(drawer(ask, deed, duty));
            case TillEffect.SettleCard(long ask, LeftCard card, Duty _) -> {
                settled.add(card);
                yield Optional.of(new TillEvent.CardSettled(ask));
            }
            case TillEffect.ReadReport(long ask, DrawerAct which) -> Optional.of(new TillEvent.ReportRead(ask, which == DrawerAct.X_REPORT
                    ? Optional.of(sheet(Optional.empty()))
                    : sealed));
            case TillEffect.KeepBasket(OpenSale sale) -> {
                kept = sale;
                yield Optional.empty();
            }
            case TillEffect.SwitchNetwork(boolean isCut) -> Optional.of(new TillEvent.NetworkSwitched(isCut));
            case TillEffect.ReadJournal(long ask, String text, var from) ->
                Optional.of(new TillEvent.JournalRead(ask, journal(text, from.map(JournalPage.Place::seq).orElse(Long.MAX_VALUE))));
            case TillEffect.ReadStory(long ask, EntryId entry) -> Optional.of(new TillEvent.StoryRead(ask,
                    Optional.ofNullable(sales.get(entry.value())).map(sale -> story(entry, sale)),
                    Optional.ofNullable(sales.get(entry.value())).map(this::completed)));
            case TillEffect.PrintAgain again -> {
                copies.add(again);
                yield Optional.empty();
            }
            case TillEffect.SavePdf(Completed completed, Duty _) ->
                Optional.of(new TillEvent.PdfSaved(completed.sale().receipt().text() + ".pdf"));
            case TillEffect.SaveReport _ -> Optional.of(new TillEvent.PdfSaved("Z.pdf"));
            case TillEffect.OpenDrawer _, TillEffect.Print _, TillEffect.Play _, TillEffect.KeepAppearance _,
                    TillEffect.PrintReport _, TillEffect.AskLeftCards _ -> Optional.empty();
        };
    }

    private TillEvent signIn(long ask, Person cashier) {
        Duty duty = duty(isOpen ? owner : cashier);
        if (isOpen) {
            return rules.sharing() == DrawerRules.Sharing.OWN && !owner.equals(cashier)
                    ? new TillEvent.DrawerTaken(ask, new Duty(cashier, duty.shift()))
                    : new TillEvent.SignedIn(ask, new Duty(cashier, duty.shift()));
        }
        if (rules.opening() == DrawerRules.Opening.COUNTED) {
            return new TillEvent.FloatWanted(ask, cashier);
        }
        isOpen = true;
        owner = cashier;
        return new TillEvent.SignedIn(ask, duty);
    }

    private TillEvent drawer(long ask, DrawerDeed deed, Duty duty) {
        return switch (deed) {
            case DrawerDeed.Moved _, DrawerDeed.Opened _ -> new TillEvent.DrawerRecorded(ask);
            case DrawerDeed.Closed(CashCount count) -> {
                isOpen = false;
                closings++;
                ShiftSheet sheet = sheet(Optional.of(new ShiftReport.Closed(NOW, duty.cashier(),
                        Optional.of(ReceiptNumber.of("S1", "T1", "9f3a", closings)), count.total(), Optional.of(count), "c1d24e07")));
                sealed = Optional.of(sheet);
                yield new TillEvent.ShiftSealed(ask, duty.cashier(), sheet);
            }
        };
    }

    /// A report of one sale that the centre does not have yet; the drawer should hold 100.00.
    private ShiftSheet sheet(Optional<ShiftReport.Closed> closed) {
        ShiftReport.Sum nothing = new ShiftReport.Sum(0, Money.zero(EUR));
        ShiftReport.Sum one = new ShiftReport.Sum(1, Money.of(1_728, "EUR"));
        ShiftReport report = new ShiftReport("S1", "T1", duty(ANNA).shift(), closed,
                new ShiftReport.Sales(one, one, nothing, nothing, nothing, nothing, 0, Optional.empty(), Optional.empty()), List.of(),
                new ShiftReport.Tenders(nothing, one, nothing, nothing), new Drawer(Money.of(10_000, "EUR"), 1, Money.of(1_728, "EUR")),
                List.of(), List.of(), List.of(), List.of(), List.of());
        return new ShiftSheet(report, Receipt.of(report, HEADING, ReceiptLanguage.EN, ZONE, Mark.ORIGINAL), waiting);
    }

    /// How many sales of a shift the centre does not have.
    public void waiting(long sales) {
        waiting = sales;
        sealed = sealed.map(sheet -> new ShiftSheet(sheet.report(), sheet.paper(), sales, told(sales)));
    }

    /// What the centre says once it has everything.
    private static Optional<CentreCount> told(long waiting) {
        return waiting > 0 ? Optional.empty() : Optional.of(new CentreCount(1, Money.of(1_728, "EUR"), true, NOW));
    }

    /// The store wants cash handled otherwise; from the next start on.
    public Shop with(DrawerRules other) {
        rules = other;
        return this;
    }

    /// The store lets people do less alone; from the next start on.
    public Shop with(ActLimits other) {
        limits = other;
        return this;
    }

    /// How many shifts were closed.
    public long closings() {
        return closings;
    }

    /// Three other stores, two on a page.
    private StockCard card(Item item, String after) {
        Optional<StockCard.Here> here = Optional.ofNullable(stock.get(item.product())).map(sighting -> new StockCard.Here(
                sighting.sellable().plus(Quantity.of(1, item.unit())), Quantity.of(1, item.unit()), sighting.asOf()));
        List<StockCard.Elsewhere> others = Stream.of("S2", "S3", "S4")
                .filter(store -> store.compareTo(after) > 0)
                .limit(2)
                .map(store -> new StockCard.Elsewhere(store, Quantity.of(12, item.unit()), NOW.minusSeconds(1_200)))
                .toList();
        return new StockCard(here, others, after.isEmpty() ? Optional.of("S3") : Optional.empty());
    }

    private TillEvent lookUp(long ask, String code) {
        return switch (BARCODES.read(code)) {
            case Barcode.Item(var gtin) -> found(ask, gtin.digits().substring(1), new Article.Portion.Plain());
            case Barcode.Marked(var gtin, ElementString elements) -> found(ask, gtin.digits().substring(1),
                    new Article.Portion.Plain(), elements.marks(LocalDate.ofInstant(NOW, ZONE)));
            case Barcode.Priced(String item, Money price) -> found(ask, item, new Article.Portion.Priced(price));
            case Barcode.Weighed(String item, Quantity weight) -> found(ask, item, new Article.Portion.Weighed(weight));
            case Barcode.WrongCheckDigit(String _, char expected) -> new TillEvent.WrongCheckDigit(ask, expected);
            case Barcode.Text(String text) when text.equals("TEA") ->
                new TillEvent.Ambiguous(ask, List.of(article("TEA"), article("TEA2")));
            case Barcode.Text(String text) -> found(ask, text.toUpperCase(Locale.ROOT), new Article.Portion.Plain());
        };
    }

    private TillEvent found(long ask, String code, Article.Portion portion) {
        return found(ask, code, portion, Marks.NONE);
    }

    private TillEvent found(long ask, String code, Article.Portion portion, Marks marks) {
        return Optional.ofNullable(byCode.get(code))
                .filter(article -> !withdrawn.contains(article.item().sku().code()))
                .<TillEvent>map(article -> new TillEvent.Found(ask, article, portion, marks, obstacle(marks)))
                .or(() -> reserved("").stream()
                        .filter(order -> order.order().equals(code))
                        .findFirst()
                        .map(order -> new TillEvent.ReservedFound(ask, List.of(order), false)))
                .or(() -> customers.stream().filter(each -> each.card().equals(code)).findFirst()
                        .map(customer -> new TillEvent.CardKnown(ask, customer)))
                .orElseGet(() -> new TillEvent.Unknown(ask));
    }

    private TillEvent mark(long ask, ProductId product, String text, boolean isScanned) {
        Article article = articles().stream().filter(each -> each.item().product().equals(product)).findFirst().orElseThrow();
        Marks plain = article.track() == Product.Track.SERIAL
                ? new Marks(Optional.empty(), Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty())
                : new Marks(Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return switch (isScanned ? lookUp(ask, text) : new TillEvent.Unknown(ask)) {
            case TillEvent.Found found when found.article().equals(article) && found.marks().serial().isPresent() -> found;
            case TillEvent.Found _ -> new TillEvent.Unknown(ask);
            case TillEvent _ -> new TillEvent.Found(ask, article, new Article.Portion.Plain(), plain, obstacle(plain));
        };
    }

    /// The centre says until when a batch may be sold, or that it keeps.
    public void expires(String lot, Optional<LocalDate> lastDay) {
        lastDay.ifPresentOrElse(known -> lastDays.put(lot, known), () -> lastDays.remove(lot));
    }

    /// Another day comes.
    public void isOn(LocalDate other) {
        day = other;
    }

    /// What the centre says of a piece: `BACK` was sold here and came back elsewhere, `NEW` was sold here a moment ago.
    private TillEvent.PieceHeard.Word whereabouts(String serial) {
        return switch (serial) {
            case "TAKEN", "GONE" -> isTakenBack ? new TillEvent.PieceHeard.Word.Free() : new TillEvent.PieceHeard.Word.Sold("S1-T2-0c44-8");
            case "NEW" -> new TillEvent.PieceHeard.Word.Unknown();
            default -> new TillEvent.PieceHeard.Word.Free();
        };
    }

    private Optional<Obstacle> obstacle(Marks marks) {
        Optional<Obstacle> expired = Stream.concat(
                        marks.expires().stream(), marks.lot().map(lastDays::get).stream())
                .min(Comparator.naturalOrder())
                .filter(last -> last.isBefore(day))
                .map(Obstacle.Expired::new);
        return expired
                .or(() -> marks.lot().filter(frozen::contains).map(Obstacle.HeldBack::new))
                .or(() -> marks.serial().filter(Set.of("GONE", "BACK", "NEW")::contains).map(Obstacle.SoldBefore::new));
    }

    private TillEvent search(long ask, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        List<Article> found = byCode.values().stream()
                .filter(article -> article.item().name().toLowerCase(Locale.ROOT).contains(wanted)
                        || article.item().sku().code().toLowerCase(Locale.ROOT).startsWith(wanted))
                .toList();
        return new TillEvent.Results(ask, found, false);
    }

    /// Three lines a page: sales by number or by a part of an article's name.
    private JournalPage journal(String text, long from) {
        List<JournalLine> lines = sales.entrySet().stream()
                .filter(each -> text.isEmpty() || each.getValue().receipt().text().equals(text)
                        || Long.toString(each.getValue().receipt().number()).equals(text)
                        || each.getValue().lines().stream().anyMatch(line ->
                                line.item().name().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))
                                        || text.equals(code(line))))
                .map(each -> line(new EntryId(each.getKey()), each.getValue()))
                .filter(line -> line.position().seq() <= from)
                .toList()
                .reversed();
        return new JournalPage(lines.stream().limit(JOURNAL_PAGE).toList(), lines.stream().skip(JOURNAL_PAGE).findFirst()
                .map(line -> new JournalPage.Place(line.position().stream(), line.position().seq())),
                stage == Stage.SET_ASIDE && text.isEmpty() ? List.of("S1-T1-9f3a-1") : List.of());
    }

    private String code(Line line) {
        return byCode.entrySet().stream().filter(each -> each.getValue().item().product().equals(line.item().product()))
                .map(Map.Entry::getKey).findFirst().orElse("");
    }

    private JournalLine line(EntryId entry, Sale sale) {
        boolean isBack = sale.lines().stream().allMatch(each -> each.returned().isPresent());
        return new JournalLine(entry, new Position(new StreamId(new UUID(9, 9)), entry.value().getLeastSignificantBits(), Hash.ZERO),
                isBack ? JournalLine.Kind.RETURN : JournalLine.Kind.SALE, sale.receipt().text(), sale.at(), sale.cashier(),
                Optional.of(sale.total()), sale.lines().size(), "", stage);
    }

    private Story story(EntryId entry, Sale sale) {
        Optional<Instant> heard = stage == Stage.SAVED ? Optional.empty() : Optional.of(NOW);
        return new Story(line(entry, sale), heard, heard, heard.filter(_ -> stage == Stage.APPLIED),
                stage == Stage.SET_ASIDE
                        ? Optional.of(new Story.Aside("UNKNOWN_PRODUCT", NOW, Optional.empty(), List.of("S1-T1-9f3a-2")))
                        : Optional.empty(),
                List.of());
    }

    /// How far all sales have come.
    public void stage(Stage other) {
        stage = other;
    }

    /// What was written once more.
    public List<TillEffect.PrintAgain> copies() {
        return List.copyOf(copies);
    }

    private TillEvent save(TillEffect.Save save) {
        if (!isOpen) {
            throw new AssertionError("sold while no shift is open");
        }
        Sale.Occasion occasion = new Sale.Occasion("S1", save.duty().shift().id(), save.duty().shift().businessDate(), NOW,
                save.duty().cashier(), save.sale().customer().map(Customer::name), save.sale().buyer(), save.sale().age());
        ReceiptNumber number = ReceiptNumber.of("S1", "T1", "9f3a", sales.size() + 1L);
        Sale sale = Sale.of(number, occasion, save.sale().basket(), save.settlement());
        sales.put(new UUID(1, sales.size() + 1L), sale);
        Completed completed = completed(sale);
        last = Optional.of(completed);
        forget();
        return new TillEvent.Saved(save.ask(), completed);
    }

    private Completed completed(Sale sale) {
        Proof proof = new Proof(sales.size(), "c1d24e07");
        return new Completed(sale, proof, Receipt.of(sale, proof, HEADING, ReceiptLanguage.EN, ZONE, Mark.ORIGINAL));
    }

    private TillEvent receipt(long ask, String number) {
        return sales.entrySet().stream()
                .filter(entry -> entry.getValue().receipt().text().equals(number)
                        || Long.toString(entry.getValue().receipt().number()).equals(number))
                .findFirst()
                .<TillEvent>map(entry -> new TillEvent.ReceiptFound(
                        ask, entry.getValue().receipt(), returnables(entry.getKey(), entry.getValue()), ofOwn))
                .orElseGet(() -> ReceiptNumber.looksLike(number)
                        ? new TillEvent.ReceiptElsewhere(ask, new ReceiptNumber(number))
                        : new TillEvent.ReceiptUnknown(ask));
    }

    /// What the centre has to say of this till's own receipts.
    public void ofOwn(TillEvent.ReceiptFound.Centre word) {
        ofOwn = word;
    }

    /// What customers of other tills had came back there.
    public void takenBack() {
        isTakenBack = true;
    }

    /// The centre answers nothing, until it does again.
    public void silent(boolean isSo) {
        isSilent = isSo;
    }

    /// Two other tills sold something: one in the same store two breads and a coffee, of which one bread came back there, and one
    /// in another country.
    private TillEvent elsewhere(long ask, ReceiptNumber number) {
        if (isSilent) {
            return new TillEvent.ReceiptUnheard(ask);
        }
        return switch (number.text()) {
            case ELSEWHERE -> new TillEvent.ReceiptFound(ask, number, sold(number, EUR));
            case ABROAD -> new TillEvent.ReceiptFound(ask, number, sold(number, Currency.getInstance("GBP")));
            default -> new TillEvent.ReceiptUnknown(ask);
        };
    }

    private List<Returnable> sold(ReceiptNumber number, Currency currency) {
        UUID id = new UUID(2, number.number());
        List<Returnable> lines = new ArrayList<>();
        for (Article article : List.of(article(BREAD), article(COFFEE))) {
            boolean isBread = article.equals(article(BREAD));
            Quantity quantity = Quantity.of(isBread ? 2 : 1, Unit.EACH);
            UnitPrice price = UnitPrice.parse(isBread ? "3.00" : "8.00", currency);
            Line line = Line.sold(lines.size() + 1, article.item(), quantity, new Price(price, new Price.Source.Base()));
            Quantity back = Quantity.of(isBread ? 1 : 0, Unit.EACH).plus(back(id, line.number()));
            lines.add(new Returnable(id, number, line, back, Money.of(back.tenThousandths() / Quantity.ONE * (isBread ? 300 : 800),
                    currency.getCurrencyCode())));
        }
        return lines;
    }

    private Quantity back(UUID sale, int number) {
        return sales.values().stream()
                .flatMap(other -> other.lines().stream())
                .filter(line -> line.returned().flatMap(ReturnOf::sold)
                        .filter(of -> of.sale().equals(sale) && of.line() == number)
                        .isPresent())
                .map(line -> line.quantity().absolute())
                .reduce(Quantity.zero(Unit.EACH), Quantity::plus);
    }

    private List<Returnable> returnables(UUID id, Sale sale) {
        return sale.lines().stream().filter(line -> line.returned().isEmpty()).map(line -> {
            Quantity back = Quantity.zero(line.quantity().unit());
            Money refunded = Money.zero(EUR);
            for (Sale other : sales.values()) {
                for (Line taken : other.lines()) {
                    boolean isSame = taken.returned().flatMap(ReturnOf::sold)
                            .filter(of -> of.sale().equals(id) && of.line() == line.number())
                            .isPresent();
                    if (isSame) {
                        back = back.plus(taken.quantity().absolute());
                        refunded = refunded.minus(taken.total());
                    }
                }
            }
            return Returnable.of(id, sale, line.number()).orElseThrow().after(back, refunded);
        }).toList();
    }

    private void forget() {
        consents.clear();
        kept = OpenSale.of(Basket.empty(EUR, TaxRule.USUAL)).rounded(coin);
    }
}
