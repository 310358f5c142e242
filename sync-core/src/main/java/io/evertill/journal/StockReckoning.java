package io.evertill.journal;

import io.evertill.availability.Shown;
import io.evertill.entry.Entry;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.EntryId;
import io.evertill.product.ProductId;
import io.evertill.sale.Line;
import io.evertill.sale.ReturnOf;
import io.evertill.stock.Tracking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// Why a till shows as much of a product as it does, out of what it has itself: what the centre told, what the till has recorded since,
/// what is promised, and what may be missing. All of one moment, and complete: what is told and all that is listed is what is shown.
///
/// Quantities are in ten-thousandths. Moments are by the till's own clock unless it is said otherwise.
///
/// @param told what the centre said; empty when it never told anything of the product
/// @param recorded what the till recorded itself and the told figure does not cover, the newest first
/// @param promised what is left to collect of it, what ends first before the others
/// @param aside what the till recorded and the centre has set aside: it is in no figure until somebody mends it there
/// @param coming what is on the way here, by transfer
public record StockReckoning(
        ProductId product, Optional<Told> told, Sum<Own> recorded, Sum<Promised> promised, Sum<Own> aside, Sum<Coming> coming) {
    /// The most rows of each kind that are listed one by one.
    public static final int ROWS_MAX = 100;

    /// Rows, and what those come to that are not listed.
    ///
    /// @param rows the first ones, at most [#ROWS_MAX]
    /// @param others how many more there are
    /// @param othersQuantity what those come to
    /// @param quantity what all of them come to
    public record Sum<T>(List<T> rows, long others, long othersQuantity, long quantity) {
        /// Copies the list.
        public Sum {
            rows = List.copyOf(rows);
        }

        /// Of all, in their order, the first ones.
        public static <T> Sum<T> of(List<T> all, ToLongFunction<T> quantity) {
            List<T> rows = all.subList(0, Math.min(ROWS_MAX, all.size()));
            long others = all.stream().skip(rows.size()).mapToLong(quantity).reduce(0, Math::addExact);
            long listed = rows.stream().mapToLong(quantity).reduce(0, Math::addExact);
            return new Sum<>(rows, all.size() - rows.size(), others, Math.addExact(listed, others));
        }
    }

    /// What the centre told.
    ///
    /// @param asOf when it knew the figure, by the centre's clock
    /// @param at the same by the till's
    /// @param knownAt since when the till knows that there is nothing newer
    public record Told(long quantity, Instant asOf, Instant at, Instant knownAt) {}

    /// A movement that the till recorded.
    ///
    /// @param at when it happened
    /// @param receipt the number under which the journal finds it; empty where it has none
    /// @param tracking its batch and its number
    /// @param quantity how much more (or less) there is by it
    /// @param by the name of who did it
    /// @param stage how far it has come
    public record Own(
            EntryId entry, Instant at, Kind kind, String receipt, Tracking tracking, long quantity, String by, Stage stage) {
        /// What happened to the goods.
        public enum Kind {
            /// They were sold.
            SALE,
            /// Somebody collected what had been reserved.
            COLLECTED,
            /// They came back.
            RETURN,
            /// Their sale was taken back as a whole.
            VOID,
            /// Something else, or what a later program wrote.
            OTHER;

            /// What a movement was. A sale that was taken back as a whole is a return of all that is on it, and says so in its reason.
            ///
            /// @param type as [io.evertill.entry.Move.Type] names it
            /// @param line of the receipt
            /// @param entry that holds the movement, where it is understood
            public static Kind of(String type, int line, Optional<Entry> entry) {
                return switch (type) {
                    case "SALE" -> line(line, entry).filter(of -> of.claim().isPresent()).isPresent() ? COLLECTED : SALE;
                    case "RETURN" -> line(line, entry).flatMap(Line::returned).map(ReturnOf::reason)
                            .filter(reason -> reason.startsWith(ReturnOf.VOID_LAST)).isPresent() ? VOID : RETURN;
                    case "VOID" -> VOID;
                    default -> OTHER;
                };
            }

            private static Optional<Line> line(int number, Optional<Entry> entry) {
                return entry.filter(TillEntry.Sold.class::isInstance).map(TillEntry.Sold.class::cast).stream()
                        .flatMap(sold -> sold.sale().lines().stream())
                        .filter(line -> line.number() == number)
                        .findFirst();
            }
        }
    }

    /// Goods that are promised to somebody.
    ///
    /// @param quantity what is left to collect
    /// @param until from when on it is no promise any more
    /// @param lot the batch; empty for any
    public record Promised(String order, String owner, long quantity, Instant until, String lot) {}

    /// Goods on the way here.
    ///
    /// @param transfer its name
    /// @param from the store that they left
    /// @param expectedAt when they should arrive; empty when nobody said
    public record Coming(String transfer, String from, long quantity, Optional<Instant> expectedAt) {}

    /// What stands for sale, which is what was told and everything that was recorded since; empty when nothing was told.
    public Optional<Shown> shown() {
        return told.map(figure -> new Shown(
                Math.addExact(figure.quantity(), recorded.quantity()), recorded.quantity(), promised.quantity(), figure.asOf()));
    }
}
