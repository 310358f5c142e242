package io.evertill.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.entry.Move;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.till.Appearance.Language;
import io.evertill.till.SeeingWhy;
import io.evertill.till.Sheet;
import io.evertill.till.Shop;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The rows behind a figure of stock, in words.
final class WhyWordsTest {
    private final Shop shop = new Shop();

    private List<String> rows(String deeds, Language language) {
        Sheet sheet = new Sheet(shop);
        sheet.run("\n" + deeds);
        return WhyWords.rows(assertInstanceOf(SeeingWhy.class, sheet.state().activity()), sheet.state(), Texts.of(language)).stream()
                .map(row -> row.trailing() + " | " + row.name() + " | " + row.detail())
                .toList();
    }

    @Test
    void whatTheTillKnowsIsASumThatCanBeReadDown() {
        shop.stocks(Shop.MILK, 6, 3);

        List<String> rows = rows("scan milk\npress Ctrl+S\npress Ctrl+Y", Language.ENGLISH);

        assertEquals(List.of(
                "9 | Told by the centre | figure of 14:59, still the newest 3 min ago",
                "-2 | Sale S1-T1-9f3a-17 | 15:07 · on this till · Anna Schmidt",
                "-1 | Collected S1-T1-9f3a-16 | 15:03 · with the centre · batch L-7 · Anna Schmidt",
                "+1 | Return S1-T1-9f3a-15 | 15:00 · booked · batch L-7 · no. SN-4711 · Anna Schmidt",
                "= 7 | For sale here | ",
                "-1 | Promised: WEB-4711 · Ann Able | until 17:09",
                "= 6 | Can be sold | ",
                "(?) | Sales of other tills since 14:59 | not in it until the centre tells a newer figure",
                "(-1) | Not in it: Sale S1-T1-9f3a-9 | 13:39 · SET ASIDE · Anna Schmidt"
                        + " · set aside at the centre, in no figure until somebody mends it there",
                "(+6) | On its way from S2 | transfer T-2026-31 · expected 15 Mar 2026 15:09"), rows.subList(0, 10));
    }

    @Test
    void whatTheCentreSaysHasTheTillsAndATotalBehindEachMovement() {
        List<String> rows = rows("scan milk\npress Ctrl+S\npress Down\npress Ctrl+Y", Language.ENGLISH);

        assertEquals(List.of(
                "12 | Told by the centre | as known 20 min ago",
                "9 | At the centre now | 15:09",
                "! | Till T1: heard 15:08 | in it up to entry 214 · 2 entries not in it yet",
                "! | Till T2: not heard since 10:14 | in it up to entry 88 · 1 set aside at the centre",
                " | Till T3: never heard | ",
                "-1  → 9 | Sale S1-T2-0c44-31 | 15:08 · Bea Lindqvist",
                "+12  → 10 | Received D-42 | 13:08 · Bea Lindqvist · batch L-7"), rows.subList(0, 7));
        assertTrue(rows.stream().anyMatch(row -> row.contains("| FROM_LATER |")), "what this program does not know is shown as it stands");
        assertTrue(rows.stream().anyMatch(row -> row.endsWith(" · BACK/AVAILABLE")), rows::toString);
        assertEquals("… | Older ones, at the centre: | evertill-central history --store S2 --sku MILK", rows.getLast());
    }

    @Test
    void whereTheCentreIsSilentOneRowSaysSo() {
        shop.stocks(Shop.MILK, 6, 3);
        shop.silent(true);

        assertEquals(" | The centre does not answer | What stands above is right as far as this till knows."
                + " Ask again when the network is back.", rows("scan milk\npress Ctrl+S\npress Ctrl+Y", Language.ENGLISH).getLast());
    }

    @Test
    void whereNothingWasToldThereIsNoFigure() {
        List<String> rows = rows("scan milk\npress Ctrl+S\npress Ctrl+Y", Language.GERMAN);

        assertEquals("? | Die Zentrale hat nichts gemeldet | Wie viel da ist, weiß hier niemand. Was diese Kasse selbst erfasst hat:",
                rows.getFirst());
        assertTrue(rows.contains("= -2 | Von dieser Kasse erfasst | "), rows::toString);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyKindOfMovementHasANameOfItsOwn(Language language) {
        Texts texts = Texts.of(language);
        Set<String> names = new HashSet<>();

        for (Move.Type type : Move.Type.values()) {
            String name = texts.say(WhyWords.type(type.name()).orElseThrow());
            assertTrue(!name.isBlank() && !name.equals(type.name()) && names.add(name), type + " is called " + name);
        }
    }

    /// An article that was sold by weight once is counted in pieces now.
    @Test
    void whatDoesNotFitTheUnitIsShownWithAllItsDecimals() {
        Texts texts = Texts.of(Language.GERMAN);

        assertEquals(List.of("7", "-0,35", "0,350 kg", "1.234.567,5"), List.of(texts.quantity(7 * Quantity.ONE, Unit.EACH),
                texts.quantity(-3_500, Unit.EACH), texts.quantity(3_500, Unit.KILOGRAM), texts.quantity(12_345_675_000L, Unit.EACH)));
    }
}
