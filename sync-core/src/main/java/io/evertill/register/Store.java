package io.evertill.register;

import io.evertill.availability.StockPolicy;
import io.evertill.db.Terms;
import io.evertill.money.Money;
import io.evertill.money.Rounding;
import io.evertill.person.Person;
import io.evertill.price.BookAge;
import io.evertill.product.Barcodes;
import io.evertill.product.ElementString;
import io.evertill.product.InStoreLayout;
import io.evertill.product.Sku;
import io.evertill.sale.Basket;
import io.evertill.sale.DiscountLimits;
import io.evertill.shift.DrawerRules;
import io.evertill.staff.ActLimits;
import io.evertill.staff.Permissions;
import io.evertill.staff.RoleLimits;
import io.evertill.stock.Decimals;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// The settings of a store that a till needs, as fed by the centre, with a usual value for each that is missing.
///
/// Settings by name: `shop.name`, `shop.address` (lines separated by `|`), `shop.footer`, `currency` (ISO code), `zone`,
/// `tax.where` (`PER_RECEIPT`, `PER_LINE`), `tax.rounding` (`HALF_UP`, `HALF_EVEN`, `DOWN`), `barcode.layouts`
/// (`prefix:itemDigits:PRICE or WEIGHT:valueDigits:decimals:check or plain`, separated by blanks), `barcode.separator` (what
/// the scanners send between the parts of a GS1 symbol, one character, beside the usual one), `barcode.eight` (`EAN_8_FIRST`,
/// `UPC_E_FIRST`: what eight digits are), `cashiers` and `supervisors`
/// (`id:name`, separated by `|`), `favourites` (SKUs separated by blanks), `cash.change.max` (in major units), `cash.rounding` (the
/// smallest coin, in major units: cash is rounded to it), `stock.policy`
/// (`OFF`, `WARN`, `SUPERVISOR`, `BLOCK_ONLINE`), `price.age.warn` and `price.age.supervisor` (whole hours: how old the prices of a till
/// may be before it says so, and before a supervisor has to agree), `discount.max.cashier` (in percent: the largest discount that
/// wants no supervisor), `price.set.supervisor` (`yes`, `no`: whether a price set by hand wants one), `return.price.days` (whole
/// days: goods that come back without a receipt are worth the lowest price of so many days), `drawer.denominations` (notes and
/// coins in major units, the largest first, separated by blanks), `drawer.float` (`CARRIED`, `COUNTED`: where the cash at the beginning
/// of a shift comes from), `drawer.cashiers` (`SHARED`, `OWN`: who may sell from one drawer), `drawer.close` (`BLIND`, `OPEN`: whether
/// a cashier may see what should be there before it is counted), `permissions` (`ACT:ROLE`, separated by blanks: which act of
/// [io.evertill.staff.Act] wants which role), `lock.minutes` (0 to 1440: after how long without a hand a till with staff locks
/// itself, 0 for never), `price.wait.minutes` (whole minutes: for how long a basket that waits keeps its prices and promotions; usually
/// 0, it has those of now), `void.line.max`, `void.paid.max`, `cash.out.max` and `return.open.max` (`ROLE:AMOUNT`, in major units,
/// separated by blanks: up to which amount somebody takes goods out of a basket, the same once something was paid, takes cash out, and
/// pays for goods without a receipt, without anybody who agrees), `void.line.reason` (`no`, `yes`: whether a line that is taken out wants
/// a reason each time) and `customer.receipt` (`NOTHING`, `NAME`: what receipts, and with them the ledger, say of a customer).
///
/// @param shopName what the receipt begins with
/// @param addressLines below the name
/// @param footer what the receipt ends with
/// @param currency of every price
/// @param zone for business dates and receipts
/// @param taxRule how taxes are rounded
/// @param barcodes how codes are read
/// @param cashiers who may sign in, at least one
/// @param supervisors who may agree to what a cashier may not do alone, at least one
/// @param favourites what is offered without a search
/// @param changeMax the most change in cash: more was mistyped
/// @param stockPolicy what to do when the figures say that goods are not there
/// @param bookAge how old the prices may be
/// @param discounts what a cashier may make cheaper alone
/// @param drawer how the cash of a till is handled
/// @param returnAge how far back the lowest price is sought of goods that come back without a receipt
/// @param coin the smallest coin in minor units, as in [Settlement]
/// @param permissions which act wants which role
/// @param limits up to which amount people do something alone
/// @param lockAfter after how long without a hand a till locks itself; zero for never
/// @param priceWait for how long a basket that waits keeps its prices and promotions
/// @param isCustomerNamed whether receipts say the name of a customer whom the book knows
public record Store(
        String shopName,
        List<String> addressLines,
        String footer,
        Currency currency,
        ZoneId zone,
        TaxRule taxRule,
        Barcodes barcodes,
        List<Person> cashiers,
        List<Person> supervisors,
        List<Sku> favourites,
        Money changeMax,
        StockPolicy stockPolicy,
        BookAge bookAge,
        DiscountLimits discounts,
        DrawerRules drawer,
        Duration returnAge,
        long coin,
        Permissions permissions,
        ActLimits limits,
        Duration lockAfter,
        Duration priceWait,
        boolean isCustomerNamed) {
    private static final Duration RETURN_AGE = Duration.ofDays(30);
    private static final int LOCK_MINUTES = 10;
    private static final int LOCK_MINUTES_MAX = 1_440;

    /// Copies the lists.
    public Store {
        addressLines = List.copyOf(addressLines);
        cashiers = List.copyOf(cashiers);
        supervisors = List.copyOf(supervisors);
        favourites = List.copyOf(favourites);
    }

    /// The names of all settings.
    public static Set<String> names() {
        Set<String> asked = new TreeSet<>();
        read(name -> {
            asked.add(name);
            return Optional.empty();
        });
        return asked;
    }

    /// Reads the settings.
    ///
    /// @throws IllegalArgumentException naming the setting that cannot be understood
    public static Store read(Terms terms) {
        return read(terms::setting);
    }

    /// Reads the settings from anywhere.
    ///
    /// @param settings the value of a setting by its name
    /// @throws IllegalArgumentException naming the setting that cannot be understood
    /// @throws java.time.DateTimeException when the zone is none
    public static Store read(Function<String, Optional<String>> settings) {
        Currency currency = currency(settings);
        return new Store(
                settings.apply("shop.name").orElse("Evertill"),
                split(settings.apply("shop.address").orElse(""), '|'),
                settings.apply("shop.footer").orElse(""),
                currency,
                zone(settings),
                new TaxRule(
                        TaxRule.Where.valueOf(settings.apply("tax.where").orElse("PER_RECEIPT")),
                        Rounding.valueOf(settings.apply("tax.rounding").orElse("HALF_UP"))),
                barcodes(settings),
                split(settings.apply("cashiers").orElse("cashier:Cashier"), '|').stream().map(Store::person).toList(),
                split(settings.apply("supervisors").orElse("supervisor:Supervisor"), '|').stream().map(Store::person).toList(),
                split(settings.apply("favourites").orElse(""), ' ').stream().map(Sku::of).toList(),
                Money.parse(settings.apply("cash.change.max").orElse("500"), currency),
                StockPolicy.valueOf(settings.apply("stock.policy").orElse("WARN")),
                bookAge(settings),
                discounts(settings),
                drawer(settings, currency),
                returnAge(settings),
                coin(settings, currency),
                Permissions.read(settings.apply("permissions").orElse("")),
                limits(settings, currency),
                lockAfter(settings),
                priceWait(settings),
                isCustomerNamed(settings));
    }

    /// How a store reads codes, without its other settings: every scan asks for it.
    static Barcodes barcodes(Function<String, Optional<String>> settings) {
        return new Barcodes(layouts(settings), currency(settings),
                Barcodes.EightDigits.valueOf(settings.apply("barcode.eight").orElse("EAN_8_FIRST")),
                separator(settings.apply("barcode.separator").orElse("")));
    }

    /// Whether receipts say the name of a customer whom the book knows, without a store's other settings.
    static boolean isCustomerNamed(Function<String, Optional<String>> settings) {
        String said = settings.apply("customer.receipt").orElse("NOTHING");
        if (!said.equals("NOTHING") && !said.equals("NAME")) {
            throw new IllegalArgumentException("setting customer.receipt: '" + said + "' is neither NOTHING nor NAME");
        }
        return said.equals("NAME");
    }

    /// Where a store's days begin, without its other settings.
    static ZoneId zone(Function<String, Optional<String>> settings) {
        return ZoneId.of(settings.apply("zone").orElse("UTC"));
    }

    /// How far back the price of goods without a receipt is sought, without a store's other settings.
    static Duration returnAge(Function<String, Optional<String>> settings) {
        Duration age = settings.apply("return.price.days")
                .map(text -> Duration.ofDays(Integer.parseInt(text.strip())))
                .orElse(RETURN_AGE);
        if (age.isNegative()) {
            throw new IllegalArgumentException("setting return.price.days: " + age.toDays() + " is below zero");
        }
        return age;
    }

    /// For how long a basket that waits keeps its prices, without a store's other settings.
    static Duration priceWait(Function<String, Optional<String>> settings) {
        Duration wait = settings.apply("price.wait.minutes")
                .map(text -> Duration.ofMinutes(Integer.parseInt(text.strip())))
                .orElse(Duration.ZERO);
        if (wait.isNegative()) {
            throw new IllegalArgumentException("setting price.wait.minutes: " + wait.toMinutes() + " is below zero");
        }
        return wait;
    }

    private static long coin(Function<String, Optional<String>> settings, Currency currency) {
        long coin = settings.apply("cash.rounding").map(text -> Money.parse(text.strip(), currency).minor()).orElse(1L);
        if (coin < 1 || coin > Settlement.COIN_MAX) {
            throw new IllegalArgumentException("setting cash.rounding: the smallest coin is of 1 to " + Settlement.COIN_MAX
                    + " minor units, not of " + coin);
        }
        return coin;
    }

    private static Currency currency(Function<String, Optional<String>> settings) {
        return Currency.getInstance(settings.apply("currency").orElse("EUR"));
    }

    private static char separator(String text) {
        boolean isUsed = text.length() == 1 && (text.charAt(0) < '0' || text.charAt(0) > '9');
        if (!text.isEmpty() && !isUsed) {
            throw new IllegalArgumentException("setting barcode.separator: '" + text + "' is not one character that is no digit");
        }
        return text.isEmpty() ? ElementString.SEPARATOR : text.charAt(0);
    }

    private static List<InStoreLayout> layouts(Function<String, Optional<String>> settings) {
        return split(settings.apply("barcode.layouts").orElse(""), ' ').stream().map(Store::layout).toList();
    }

    /// A till never stops for two settings that do not fit: then a supervisor is asked as soon as the age is said.
    private static BookAge bookAge(Function<String, Optional<String>> settings) {
        Duration warn = hours(settings, "price.age.warn", BookAge.USUAL.warnAfter());
        Duration supervisor = hours(settings, "price.age.supervisor", BookAge.USUAL.supervisorAfter());
        return new BookAge(warn, supervisor.compareTo(warn) < 0 ? warn : supervisor);
    }

    private static Duration hours(Function<String, Optional<String>> settings, String name, Duration usual) {
        return settings.apply(name).map(text -> Duration.ofHours(Integer.parseInt(text.strip()))).orElse(usual);
    }

    private static DiscountLimits discounts(Function<String, Optional<String>> settings) {
        int hundredths = settings.apply("discount.max.cashier")
                .map(text -> Math.toIntExact(Decimals.parse(text.strip(), 2)))
                .orElse(DiscountLimits.USUAL.cashierHundredths());
        return new DiscountLimits(hundredths, isSet(settings, "price.set.supervisor", DiscountLimits.USUAL.isPriceAsked()));
    }

    private static boolean isSet(Function<String, Optional<String>> settings, String name, boolean usual) {
        String said = settings.apply(name).orElse(usual ? "yes" : "no");
        if (!said.equals("yes") && !said.equals("no")) {
            throw new IllegalArgumentException("setting " + name + ": '" + said + "' is neither yes nor no");
        }
        return said.equals("yes");
    }

    private static ActLimits limits(Function<String, Optional<String>> settings, Currency currency) {
        return new ActLimits(
                most(settings, "void.line.max", currency),
                most(settings, "void.paid.max", currency),
                most(settings, "cash.out.max", currency),
                most(settings, "return.open.max", currency),
                isSet(settings, "void.line.reason", ActLimits.NONE.isVoidReasonAsked()));
    }

    private static RoleLimits most(Function<String, Optional<String>> settings, String name, Currency currency) {
        try {
            return RoleLimits.parse(settings.apply(name).orElse(""), currency);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("setting " + name + ": " + e.getMessage(), e);
        }
    }

    private static DrawerRules drawer(Function<String, Optional<String>> settings, Currency currency) {
        DrawerRules usual = DrawerRules.usual(currency);
        return new DrawerRules(
                settings.apply("drawer.denominations")
                        .map(text -> DrawerRules.denominations(text, currency))
                        .orElse(usual.denominations()),
                settings.apply("drawer.float").map(DrawerRules.Opening::valueOf).orElse(usual.opening()),
                settings.apply("drawer.cashiers").map(DrawerRules.Sharing::valueOf).orElse(usual.sharing()),
                settings.apply("drawer.close").map(DrawerRules.Closing::valueOf).orElse(usual.closing()));
    }

    private static Duration lockAfter(Function<String, Optional<String>> settings) {
        int minutes = settings.apply("lock.minutes").map(text -> Integer.parseInt(text.strip())).orElse(LOCK_MINUTES);
        if (minutes < 0 || minutes > LOCK_MINUTES_MAX) {
            throw new IllegalArgumentException("setting lock.minutes: " + minutes + " is not 0 to " + LOCK_MINUTES_MAX);
        }
        return Duration.ofMinutes(minutes);
    }

    /// An empty basket under these settings.
    public Basket basket() {
        return Basket.empty(currency, taxRule);
    }

    private static Person person(String text) {
        List<String> parts = split(text, ':');
        if (parts.size() != 2) {
            throw new IllegalArgumentException("a person in a setting: '" + text + "' is not id:name");
        }
        return new Person(parts.get(0), parts.get(1));
    }

    private static InStoreLayout layout(String text) {
        List<String> parts = split(text, ':');
        if (parts.size() != 6) {
            throw new IllegalArgumentException("setting barcode.layouts: '" + text
                    + "' is not prefix:itemDigits:PRICE|WEIGHT:valueDigits:decimals:check|plain");
        }
        return new InStoreLayout(
                parts.get(0),
                Integer.parseInt(parts.get(1)),
                InStoreLayout.ValueKind.valueOf(parts.get(2)),
                Integer.parseInt(parts.get(3)),
                Integer.parseInt(parts.get(4)),
                parts.get(5).equals("check"));
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == separator) {
                String part = text.substring(start, at).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                start = at + 1;
            }
        }
        return parts;
    }
}
