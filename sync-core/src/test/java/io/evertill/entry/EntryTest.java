package io.evertill.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.ledger.EntryId;
import io.evertill.ledger.Meta;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.sale.ReturnOf;
import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTest {
    private static final Person ADA = new Person("ada", "Ada");
    private static final Instant NOW = Instant.parse("2026-03-14T15:09:26Z");
    private static final Item TEA = new Item(ProductId.of(Sku.of("TEA")), Sku.of("TEA"), "Tea", Unit.EACH, Product.Kind.GOODS,
            new TaxRate("V", "VAT", 200_000, TaxRate.Kind.INCLUSIVE));

    @RandomTest(seeds = 2_000)
    void theMovesOfEveryEntrySumToZeroOverAllPlacesAndChangeKeptOnes(Chance chance) {
        Entry entry = Entries.entry(chance);

        List<Move> moves = entry.moves();

        Map<List<Object>, Long> sums = new HashMap<>();
        for (Move move : moves) {
            assertTrue(move.place().kind().isKept());
            assertEquals(entry.branch(), move.place().branch());
            assertTrue(!move.quantity().isZero());
            long amount = move.quantity().tenThousandths();
            sums.merge(List.of(move.product(), move.lot(), move.serial(), move.place()), amount, Long::sum);
            sums.merge(List.of(move.product(), move.lot(), move.serial(), move.counterpart()), -amount, Long::sum);
        }
        assertEquals(0, sums.values().stream().mapToLong(sum -> sum).sum());
        assertEquals(IntStream.rangeClosed(1, moves.size()).boxed().toList(), moves.stream().map(Move::line).toList());
    }

    @RandomTest(seeds = 500)
    void aSaleMovesItsGoodsByTheSignOfTheirLinesAndNothingElse(Chance chance) {
        TillEntry.Sold sold = Entries.sold(chance);

        Map<Integer, Move> byLine = new HashMap<>();
        sold.moves().forEach(move -> byLine.put(move.reference().line(), move));

        for (Line line : sold.sale().lines()) {
            Optional<Move> move = Optional.ofNullable(byLine.remove(line.number()));
            boolean isBinned = line.returned().map(ReturnOf::condition).equals(Optional.of(ReturnOf.Condition.EXPIRED));
            assertEquals(line.item().kind() == Product.Kind.GOODS && !isBinned, move.isPresent());
            move.ifPresent(one -> assertEquals(expected(sold, line, one.line()), one));
        }
        assertEquals(Map.of(), byLine);
    }

    @RandomTest(seeds = 500)
    void aVoidUndoesEveryMoveOfItsSale(Chance chance) {
        TillEntry.Sold sold = Entries.sold(chance);
        TillEntry.Voided voided = Entries.voided(chance, new EntryId(chance.id()), sold);

        Map<Move.Key, Long> levels = new HashMap<>();
        sold.moves().forEach(move -> levels.merge(move.key(), move.quantity().tenThousandths(), Long::sum));
        voided.moves().forEach(move -> levels.merge(move.key(), move.quantity().tenThousandths(), Long::sum));

        assertTrue(levels.values().stream().allMatch(level -> level == 0), levels.toString());
        assertEquals(sold.moves().size(), voided.moves().size());
    }

    @RandomTest
    void aBasketThatWasGivenUpMovesNothingAndRefersToNothing(Chance chance) {
        TillEntry.Sold sold = Entries.sold(chance);
        TillEntry.Voided givenUp = new TillEntry.Voided(sold.branch(), NOW, ADA, chance.id(), Optional.empty(), sold.sale().lines(),
                sold.sale().total(), Money.zero(sold.sale().total().currency()), "changed mind");

        assertEquals(List.of(), givenUp.moves());
        assertEquals(List.of(), givenUp.refs());
    }

    @RandomTest
    void anEntryRefersOnceToEverySaleThatItTakesGoodsBackFrom(Chance chance) {
        TillEntry.Sold sold = Entries.sold(chance);

        List<EntryId> expected = sold.sale().lines().stream()
                .flatMap(line -> line.returned().flatMap(ReturnOf::sold).stream())
                .map(line -> new EntryId(line.sale()))
                .distinct()
                .toList();

        assertEquals(expected, sold.refs());
        EntryId id = new EntryId(chance.id());
        assertEquals(List.of(id), Entries.voided(chance, id, sold).refs());
    }

    @RandomTest
    void summariesSayWhatEntriesAreAbout(Chance chance) {
        TillEntry.Sold sold = Entries.sold(chance);

        assertEquals(
                new Meta.Summary(Optional.of(sold.sale().total()), Optional.of(sold.sale().shift()), sold.sale().lines().size()),
                sold.summary());
    }

    @Test
    void adjustmentsComeFromNowhereAndGoNowhereAndDeliveriesComeFromTheSupplier() {
        StockEntry.Adjusted adjusted = new StockEntry.Adjusted("S1", NOW, ADA, "C-7", List.of(
                new StockEntry.Adjustment(1, TEA, Quantity.of(-2, Unit.EACH), Place.Kind.AVAILABLE, "broken"),
                new StockEntry.Adjustment(2, TEA, Quantity.of(3, Unit.EACH), Place.Kind.QUARANTINE, "behind the shelf")));
        StockEntry.Received received = new StockEntry.Received("S1", NOW, ADA, "Tea & Co", "D-1",
                List.of(new StockEntry.Receipt(1, TEA, Quantity.of(12, Unit.EACH), Place.Kind.INSPECTION, "L1")));

        assertEquals(List.of(
                        move(1, "MAIN/AVAILABLE", Place.LOSS, "", -2, Move.Type.ADJUSTMENT,
                                new Move.Reference("adjustment", "C-7", 1), "broken"),
                        move(2, "MAIN/QUARANTINE", Place.FOUND, "", 3, Move.Type.ADJUSTMENT,
                                new Move.Reference("adjustment", "C-7", 2), "behind the shelf")),
                adjusted.moves());
        assertEquals(
                List.of(move(1, "MAIN/INSPECTION", Place.SUPPLIER, "L1", 12, Move.Type.RECEIVE,
                        new Move.Reference("delivery", "D-1", 1), "")),
                received.moves());
    }

    @ParameterizedTest
    @EnumSource(value = Place.Kind.class, names = {"SUPPLIER", "CUSTOMER", "LOSS", "FOUND", "SCRAP", "CONVERSION"})
    void stockOfAVirtualPlaceCannotBeAdjustedOrReceived(Place.Kind kind) {
        Quantity one = Quantity.of(1, Unit.EACH);

        assertThrows(IllegalArgumentException.class, () -> new StockEntry.Adjustment(1, TEA, one, kind, "why"));
        assertThrows(IllegalArgumentException.class, () -> new StockEntry.Receipt(1, TEA, one, kind, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "S\u0000"})
    void nothingHappensNowhere(String branch) {
        UUID shift = new UUID(0, 1);

        assertThrows(IllegalArgumentException.class, () -> new ShiftEntry.DrawerOpened(branch, NOW, ADA, shift, "change"));
        assertThrows(IllegalArgumentException.class, () -> new StockEntry.Adjusted(branch, NOW, ADA, "", List.of()));
        assertThrows(IllegalArgumentException.class, () -> new StockEntry.Received(branch, NOW, ADA, "", "", List.of()));
    }

    @Test
    void aLineNumberNamesOneLine() {
        StockEntry.Adjustment one = new StockEntry.Adjustment(1, TEA, Quantity.of(1, Unit.EACH), Place.Kind.AVAILABLE, "found");
        List<StockEntry.Adjustment> twice = List.of(one, one);

        assertThrows(IllegalArgumentException.class, () -> new StockEntry.Adjusted("S1", NOW, ADA, "", twice));
    }

    private static Move expected(TillEntry.Sold sold, Line line, int number) {
        Place place = line.returned().map(of -> of.condition().place(sold.branch())).orElse(Place.shelf(sold.branch()));
        return new Move(number, line.item().product(), place, Place.CUSTOMER, line.lot().orElse(""), line.serial().orElse(""),
                line.quantity().negated(), line.returned().isPresent() ? Move.Type.RETURN : Move.Type.SALE,
                new Move.Reference("receipt", sold.sale().receipt().text(), line.number()), "");
    }

    private static Move move(
            int line, String place, Place counterpart, String lot, long pieces, Move.Type type, Move.Reference reference, String reason) {
        return new Move(line, TEA.product(), Place.parse("S1", place), counterpart, lot, "", Quantity.of(pieces, Unit.EACH), type,
                reference, reason);
    }
}
