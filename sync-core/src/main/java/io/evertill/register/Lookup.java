package io.evertill.register;

import static java.util.stream.Collectors.toMap;

import io.evertill.customer.Customer;
import io.evertill.db.Database;
import io.evertill.db.FedRows;
import io.evertill.db.FeedDue;
import io.evertill.db.Stock;
import io.evertill.db.Streams;
import io.evertill.db.Terminals;
import io.evertill.db.Tx;
import io.evertill.feed.Feed;
import io.evertill.money.Money;
import io.evertill.price.Price;
import io.evertill.price.PriceBook;
import io.evertill.price.Promotion;
import io.evertill.price.Promotions;
import io.evertill.product.Barcode;
import io.evertill.product.Barcodes;
import io.evertill.product.ElementString;
import io.evertill.product.Gtin;
import io.evertill.product.InStoreLayout;
import io.evertill.product.Marks;
import io.evertill.product.Obstacle;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.sale.Item;
import io.evertill.sale.ReceiptNumber;
import io.evertill.stock.Quantity;
import io.evertill.tax.TaxRate;
import io.evertill.wire.Json;
import io.evertill.wire.PromotionRows;
import io.evertill.wire.StockRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a scanned or typed text means at this till, from the till's own database.
///
/// The cost of looking up a code does not depend on the size of the catalogue; that of a search does little, see
/// [io.evertill.db.Catalogue#search].
public final class Lookup {
    private static final int PAGE = 100;
    /// As [io.evertill.stock.Tracking] takes it.
    private static final int MARK_LENGTH_MAX = 64;

    private final Database db;
    private final String branch;

    /// A lookup for a store.
    public Lookup(Database db, String branch) {
        this.db = db;
        this.branch = branch;
    }

    /// An article ready to be rung up.
    ///
    /// @param product what it is
    /// @param item the same as a line holds it
    /// @param price what one unit costs at this moment
    public record Article(Product product, Item item, Price price) {}

    /// What a text meant.
    public sealed interface Meaning {
        /// An article to ring up, with the weight or total from the code if it had one, what else the code says, and what
        /// speaks against selling it.
        record Found(Article article, Optional<Quantity> weight, Optional<Money> total, Marks marks, Optional<Obstacle> obstacle)
                implements Meaning {}

        /// The loyalty number of a customer.
        record Card(Customer customer) implements Meaning {}

        /// The number of a receipt.
        record ReceiptCode(ReceiptNumber number) implements Meaning {}

        /// Has the form of a barcode, but its check digit is wrong: misread or mistyped.
        record Misread(String text, char expected) implements Meaning {}

        /// Nothing that this till knows.
        record Unknown(String text) implements Meaning {}

        /// A product whose tax rate this till does not know; it cannot be sold until the settings are mended.
        record WithoutTax(Product product) implements Meaning {}
    }

    /// Says what a text means.
    public Meaning find(String text) {
        return db.read(tx -> switch (find(tx, text)) {
            case Meaning.Misread misread -> card(tx, text, misread);
            case Meaning.Unknown unknown -> card(tx, text, unknown);
            case Meaning other -> other;
        });
    }

    /// What is no article may be a loyalty number.
    private static Meaning card(Tx tx, String text, Meaning otherwise) {
        return tx.customers().byCard(Barcodes.withoutAim(text.strip())).<Meaning>map(Meaning.Card::new).orElse(otherwise);
    }

    /// An article by its product, of a batch when one is named, and what speaks against selling it; empty when it is not known here
    /// or has no tax rate.
    public Optional<Meaning.Found> article(ProductId id, String lot) {
        Marks marks = new Marks(Optional.of(lot).filter(name -> !name.isEmpty()), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
        return db.read(tx -> tx.catalogue().find(id)
                .map(product -> found(tx, product, Optional.empty(), Optional.empty(), marks))
                .filter(Meaning.Found.class::isInstance)
                .map(Meaning.Found.class::cast));
    }

    /// Says what a text means when goods come back without a receipt: each article at the lowest price that applied here in so
    /// many days as the store says.
    public Meaning findBack(String text) {
        return db.read(tx -> find(tx, text) instanceof Meaning.Found found
                ? new Meaning.Found(back(tx, found.article()), found.weight(), found.total(), found.marks(), Optional.empty())
                : find(tx, text));
    }

    /// The same of an article that was chosen by its name.
    public Meaning findBack(ProductId id) {
        return db.read(tx -> tx.catalogue().find(id).flatMap(product -> article(tx, product))
                .<Meaning>map(article -> new Meaning.Found(
                        back(tx, article), Optional.empty(), Optional.empty(), Marks.NONE, Optional.empty()))
                .orElseGet(() -> new Meaning.Unknown(id.toString())));
    }

    /// Says which batch or piece of a product a text names: scanned, a symbol of the product, a label without a trade item, or a text
    /// that is no article here; typed, any text.
    ///
    /// @return unknown when it names none
    public Meaning mark(ProductId id, String text, boolean isScanned) {
        return db.read(tx -> tx.catalogue().find(id)
                .flatMap(product -> mark(tx, product, text, isScanned).filter(marks -> isNamed(product, marks))
                        .map(marks -> found(tx, product, Optional.empty(), Optional.empty(), marks)))
                .orElseGet(() -> new Meaning.Unknown(text)));
    }

    private Optional<Marks> mark(Tx tx, Product product, String text, boolean isScanned) {
        Barcodes barcodes = barcodes(tx);
        Optional<ElementString> label = barcodes.label(text);
        if (label.isPresent()) {
            return label.map(elements -> marks(tx, elements));
        }
        boolean isPlain = !(barcodes.read(text) instanceof Barcode.Marked);
        return switch (isScanned || !isPlain ? find(tx, text) : new Meaning.Unknown(text)) {
            case Meaning.Found found -> Optional.of(found.marks())
                    .filter(_ -> found.article().product().id().equals(product.id()));
            case Meaning.WithoutTax _ -> Optional.empty();
            case Meaning.Misread _, Meaning.ReceiptCode _, Meaning.Card _, Meaning.Unknown _ -> Optional.of(Barcodes.withoutAim(text))
                    .filter(mark -> isPlain && isMark(mark))
                    .map(mark -> product.track() == Product.Track.SERIAL
                            ? new Marks(Optional.empty(), Optional.of(mark), Optional.empty(), Optional.empty(), Optional.empty())
                            : new Marks(Optional.of(mark), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        };
    }

    private static boolean isMark(String text) {
        return !text.isEmpty() && text.length() <= MARK_LENGTH_MAX && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isNamed(Product product, Marks marks) {
        return switch (product.track()) {
            case SERIAL -> marks.serial().isPresent();
            case LOT -> marks.lot().isPresent();
            case NONE -> false;
        };
    }

    /// Whether a numbered piece came back at this till last, and the centre may not have heard of it: it does not know better then.
    public boolean isBackHere(ProductId product, String serial) {
        return db.read(tx -> unheard(tx, product, serial).filter(last -> last.quantity() > 0).isPresent());
    }

    /// Whether a numbered piece was sold at this till last, and the centre may not have heard of it: it cannot say then that nobody
    /// has the piece.
    public boolean isSoldHere(ProductId product, String serial) {
        return db.read(tx -> unheard(tx, product, serial).filter(last -> last.quantity() < 0).isPresent());
    }

    private Optional<Stock.Movement> unheard(Tx tx, ProductId product, String serial) {
        long applied = tx.terminal().heard().map(Terminals.Heard::appliedSeq).orElse(0L);
        return lastWithCustomers(tx, product, serial)
                .filter(last -> tx.streams().open()
                        .flatMap(open -> tx.postings().find(branch, open.id(), last.entry()))
                        .filter(position -> position.seq() <= applied)
                        .isEmpty());
    }

    private Optional<Stock.Movement> lastWithCustomers(Tx tx, ProductId product, String serial) {
        return tx.stock().lastWithCustomers(branch, product, serial, tx.streams().all().stream().map(Streams.Own::id).toList());
    }

    private Article back(Tx tx, Article article) {
        Instant from = tx.now().minus(Store.returnAge(tx.terms()::setting));
        PriceBook book = new PriceBook(branch, tx.terms().prices(article.product().id()));
        return new Article(article.product(), article.item(), book.lowest(article.product(), from, tx.now()));
    }

    /// The articles that have every word of the text in name, SKU or barcodes, also inside a word and without its accents; those
    /// whose words begin so come first, and the most popular first.
    public List<Article> search(String text, int limit) {
        return articles(tx -> tx.catalogue().search(text, limit));
    }

    /// The articles that have a text somewhere in SKU or barcodes, in the same order.
    public List<Article> searchCodes(String text, int limit) {
        return articles(tx -> tx.catalogue().searchCodes(text, limit));
    }

    private List<Article> articles(Function<Tx, List<Product>> search) {
        return db.read(tx -> {
            Map<String, TaxRate> rates = tx.terms().taxes().stream().collect(toMap(TaxRate::code, rate -> rate));
            return search.apply(tx).stream()
                    .flatMap(product -> Optional.ofNullable(rates.get(product.taxCode())).stream()
                            .map(rate -> article(tx, product, rate)))
                    .toList();
        });
    }

    /// The promotions that the centre told this till of. What this program does not understand is none: the centre is newer.
    public Promotions promotions() {
        List<Promotion> known = new ArrayList<>();
        db.read(tx -> {
            List<FedRows.Fed> page = tx.fed().after(Feed.PROMOTION, "", PAGE);
            while (!page.isEmpty()) {
                page.forEach(row -> promotion(row).ifPresent(known::add));
                page = tx.fed().after(Feed.PROMOTION, page.getLast().id(), PAGE);
            }
            return known;
        });
        return new Promotions(known);
    }

    private static Optional<Promotion> promotion(FedRows.Fed row) {
        try {
            return Optional.of(PromotionRows.read(Json.parse(row.content().content())));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Meaning find(Tx tx, String text) {
        if (ReceiptNumber.looksLike(text.strip())) {
            return new Meaning.ReceiptCode(new ReceiptNumber(text.strip()));
        }
        return switch (barcodes(tx).read(text)) {
            case Barcode.Item(Gtin gtin) -> tx.catalogue().find(gtin)
                    .map(product -> found(tx, product, Optional.empty(), Optional.empty()))
                    .orElseGet(() -> bySku(tx, text));
            case Barcode.Marked(Gtin gtin, ElementString elements) -> tx.catalogue().find(gtin)
                    .map(product -> found(tx, product, elements))
                    .orElseGet(() -> new Meaning.Unknown(text));
            case Barcode.Priced(String item, Money price) -> tx.catalogue().find(baseGtin(item))
                    .map(product -> found(tx, product, Optional.empty(), Optional.of(price)))
                    .orElseGet(() -> bySku(tx, text));
            case Barcode.Weighed(String item, Quantity weight) -> tx.catalogue().find(baseGtin(item))
                    .map(product -> found(tx, product, Optional.of(weight), Optional.empty()))
                    .orElseGet(() -> bySku(tx, text));
            case Barcode.WrongCheckDigit(String read, char expected) ->
                    bySku(tx, read) instanceof Meaning.Found found ? found : new Meaning.Misread(read, expected);
            case Barcode.Text(String read) -> bySku(tx, read);
        };
    }

    /// The number under which an article with its price or weight in the code is registered: value and check digits zero,
    /// then the outer check digit.
    static Gtin baseGtin(String item) {
        String without = item + "0".repeat(InStoreLayout.LENGTH - 1 - item.length());
        return Gtin.of(without + Gtin.checkDigit(without));
    }

    private Meaning bySku(Tx tx, String text) {
        String code = text.strip();
        if (code.isEmpty() || code.length() > Sku.LENGTH_MAX || code.chars().anyMatch(Character::isISOControl)) {
            return new Meaning.Unknown(text);
        }
        return tx.catalogue().find(Sku.of(code))
                .map(product -> found(tx, product, Optional.empty(), Optional.empty()))
                .orElseGet(() -> new Meaning.Unknown(text));
    }

    /// A weight in a symbol counts for goods that are sold by weight; others have it as a remark.
    private Meaning found(Tx tx, Product product, ElementString elements) {
        Optional<Quantity> weight = elements.weight().filter(amount -> amount.unit().equals(product.unit()));
        return found(tx, product, weight, elements.price(product.basePrice().currency()), marks(tx, elements));
    }

    private static Marks marks(Tx tx, ElementString elements) {
        return elements.marks(LocalDate.ofInstant(tx.now(), Store.zone(tx.terms()::setting)));
    }

    private static Barcodes barcodes(Tx tx) {
        Map<String, String> settings = tx.terms().settings();
        return Store.barcodes(name -> Optional.ofNullable(settings.get(name)));
    }

    private Meaning found(Tx tx, Product product, Optional<Quantity> weight, Optional<Money> total) {
        return found(tx, product, weight, total, Marks.NONE);
    }

    private Meaning found(Tx tx, Product product, Optional<Quantity> weight, Optional<Money> total, Marks marks) {
        return article(tx, product)
                .<Meaning>map(article -> new Meaning.Found(article, weight, total, marks, obstacle(tx, product, marks)))
                .orElseGet(() -> new Meaning.WithoutTax(product));
    }

    Optional<Obstacle> obstacle(Tx tx, Product product, Marks marks) {
        Optional<Obstacle> expired = lastDay(tx, product, marks)
                .filter(day -> day.isBefore(LocalDate.ofInstant(tx.now(), Store.zone(tx.terms()::setting))))
                .map(Obstacle.Expired::new);
        Optional<Obstacle> heldBack = marks.lot()
                .filter(lot -> tx.fed().find(FeedDue.LOT, FeedDue.lot(product.id(), lot).subject()).isPresent())
                .map(Obstacle.HeldBack::new);
        Optional<Obstacle> sold = marks.serial()
                .filter(serial -> lastWithCustomers(tx, product.id(), serial).map(Stock.Movement::quantity).orElse(0L) < 0)
                .map(Obstacle.SoldBefore::new);
        return expired.or(() -> heldBack).or(() -> sold);
    }

    /// The last day on which goods may be sold: of what they say themselves and what the centre told of their batch, the earlier.
    private static Optional<LocalDate> lastDay(Tx tx, Product product, Marks marks) {
        Optional<LocalDate> told = marks.lot()
                .flatMap(lot -> tx.fed().find(FeedDue.LOT_DATE, FeedDue.lotDate(product.id(), lot).subject()))
                .map(row -> StockRows.lotDate(row).lastDay());
        return Stream.concat(marks.expires().stream(), told.stream()).min(Comparator.naturalOrder());
    }

    Optional<Article> article(Tx tx, Product product) {
        return tx.terms().tax(product.taxCode()).map(rate -> article(tx, product, rate));
    }

    private Article article(Tx tx, Product product, TaxRate rate) {
        Price price = new PriceBook(branch, tx.terms().prices(product.id())).effective(product, tx.now());
        return new Article(product, Item.of(product, rate), price);
    }
}
