package io.evertill.till;

import io.evertill.journal.StockReckoning;
import io.evertill.journal.Stage;
import io.evertill.journal.StockStory;
import io.evertill.ledger.EntryId;
import io.evertill.sale.Item;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// What a figure of stock is made of in the [Shop]: the same figure as on its cards.
final class WhyShelf {
    private static final long ONE = Quantity.ONE;

    private WhyShelf() {}

    /// Of what was never counted the till knows only what it sold itself.
    static StockReckoning reckoning(Item item, Optional<Sighting> sighting) {
        StockReckoning.Sum<StockReckoning.Own> recorded = StockReckoning.Sum.of(List.of(
                own(1, 2, StockReckoning.Own.Kind.SALE, "S1-T1-9f3a-17", Tracking.NONE, -2, Stage.SAVED),
                own(2, 6, StockReckoning.Own.Kind.COLLECTED, "S1-T1-9f3a-16", Tracking.lot("L-7"), -1, Stage.ACCEPTED),
                own(3, 9, StockReckoning.Own.Kind.RETURN, "S1-T1-9f3a-15", new Tracking("L-7", "SN-4711"), 1, Stage.APPLIED)),
                StockReckoning.Own::quantity);
        Instant at = Shop.NOW.minusSeconds(600);
        return new StockReckoning(item.product(),
                sighting.map(seen -> new StockReckoning.Told(
                        seen.expected().tenThousandths() + ONE - recorded.quantity(), at, at, seen.asOf())),
                recorded,
                StockReckoning.Sum.of(sighting.isPresent()
                        ? List.of(new StockReckoning.Promised("WEB-4711", "Ann Able", ONE, Shop.NOW.plusSeconds(7_200), ""))
                        : List.of(), StockReckoning.Promised::quantity),
                StockReckoning.Sum.of(List.of(own(4, 90, StockReckoning.Own.Kind.SALE, "S1-T1-9f3a-9", Tracking.NONE, -1, Stage.SET_ASIDE)),
                        StockReckoning.Own::quantity),
                StockReckoning.Sum.of(List.of(
                        new StockReckoning.Coming("T-2026-31", "S2", 6 * ONE, Optional.of(Shop.NOW.plusSeconds(86_400)))),
                        StockReckoning.Coming::quantity));
    }

    /// The same with one more of each kind than is listed one by one.
    static StockReckoning crowded(StockReckoning few) {
        int many = StockReckoning.ROWS_MAX + 1;
        return new StockReckoning(few.product(), few.told(),
                StockReckoning.Sum.of(IntStream.range(0, many)
                        .mapToObj(at -> own(100 + at, at, StockReckoning.Own.Kind.SALE, "S1-T1-9f3a-" + (900 - at), Tracking.NONE,
                                -3 - at, Stage.SAVED)).toList(), StockReckoning.Own::quantity),
                StockReckoning.Sum.of(IntStream.range(0, many)
                        .mapToObj(at -> new StockReckoning.Promised("WEB-" + at, "Ann Able", (5L + at) * ONE,
                                Shop.NOW.plusSeconds(60L * at), "")).toList(), StockReckoning.Promised::quantity),
                StockReckoning.Sum.of(IntStream.range(0, many)
                        .mapToObj(at -> own(300 + at, 500 + at, StockReckoning.Own.Kind.SALE, "S1-T1-9f3a-" + (700 - at), Tracking.NONE,
                                -7 - at, Stage.SET_ASIDE)).toList(), StockReckoning.Own::quantity),
                StockReckoning.Sum.of(IntStream.range(0, many)
                        .mapToObj(at -> new StockReckoning.Coming("T-" + at, "S2", (9L + at) * ONE, Optional.empty())).toList(),
                        StockReckoning.Coming::quantity));
    }

    private static StockReckoning.Own own(
            int entry, int minutesAgo, StockReckoning.Own.Kind kind, String receipt, Tracking tracking, long pieces, Stage stage) {
        return new StockReckoning.Own(new EntryId(new UUID(4, entry)), Shop.NOW.minusSeconds(minutesAgo * 60L), kind, receipt, tracking,
                pieces * ONE, "Anna Schmidt", stage);
    }

    /// Every kind of movement that there is, and one that this program does not know.
    static StockWord story(Item item, String store) {
        if (item.sku().code().equals("PHONE")) {
            return new StockWord.Unknown();
        }
        List<String> types = new ArrayList<>(List.of("SALE", "RECEIVE", "COUNT_ADJUSTMENT", "TRANSFER_RECEIVE", "TRANSFER_OUT", "RETURN",
                "DAMAGE", "ADJUSTMENT", "FROM_LATER"));
        List<StockStory.Step> steps = IntStream.range(0, types.size())
                .mapToObj(at -> new StockStory.Step(Shop.NOW.minusSeconds(60L + at * 7_200L), types.get(at), "",
                        types.get(at).equals("RECEIVE") ? 12 * ONE : -ONE,
                        (9 + at - (at > 1 ? 13 : 0)) * ONE, at == 7 ? "BACK/AVAILABLE" : "MAIN/AVAILABLE", at == 1 ? "L-7" : "", "",
                        new StockStory.Document("receipt", at == 0 ? "S1-T2-0c44-31" : at == 1 ? "D-42" : ""), "Bea Lindqvist",
                        at == 2 ? "DAMAGE" : ""))
                .toList();
        return new StockWord.Heard(new StockStory(store, 9 * ONE, Shop.NOW, List.of(
                new StockStory.Heard("T1", Optional.of(Shop.NOW.minusSeconds(5)), 214, 2, 0, false),
                new StockStory.Heard("T2", Optional.of(Shop.NOW.minusSeconds(17_700)), 88, 0, 1, true),
                new StockStory.Heard("T3", Optional.empty(), 0, 0, 0, false)), steps, true));
    }
}
