package io.evertill.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.entry.Move;
import io.evertill.journal.StockReckoning;
import io.evertill.journal.StockStory;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.till.Appearance.Language;
import io.evertill.till.SeeingWhy;
import io.evertill.till.Sheet;
import io.evertill.till.Shop;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
                "9 | Told by the centre | figure of 14:59, still the newest at 15:06",
                "-2 | Sale S1-T1-9f3a-17 | 15:07 · on this till · Anna Schmidt",
                "-1 | Collected S1-T1-9f3a-16 | 15:03 · with the centre · batch L-7 · Anna Schmidt",
                "+1 | Return S1-T1-9f3a-15 | 15:00 · booked · batch L-7 · no. SN-4711 · Anna Schmidt",
                "= 7 | For sale here | ",
                "-1 | Promised: WEB-4711 · Ann Able | until 17:09",
                "= 6 | Can be sold | ",
                "(?) | What the centre had not heard at 14:59: sales of other tills, deliveries, counts"
                        + " | not in it until the centre has it and tells a newer figure",
                "(-1) | Not in it: Sale S1-T1-9f3a-9 | 13:39 · SET ASIDE · Anna Schmidt"
                        + " · set aside at the centre, in no figure until somebody mends it there",
                "(+6) | On its way from S2 | transfer T-2026-31 · expected 15 Mar 2026 15:09"), rows.subList(0, 10));
    }

    @Test
    void whatTheCentreSaysHasTheTillsAndATotalBehindEachMovement() {
        List<String> rows = rows("scan milk\npress Ctrl+S\npress Down\npress Ctrl+Y", Language.ENGLISH);

        assertEquals(List.of(
                "12 | Told by the centre | as known at 14:49",
                "9 | At the centre | 15:09",
                "! | Till T1: heard 15:08 | in it up to entry 214 · 2 entries not in it yet",
                "! | Till T2: not heard since 10:14 | in it up to entry 88 · 1 set aside at the centre",
                " | Till T3: never heard | ",
                "-1  → 9 | Sale S1-T2-0c44-31 | 15:08 · Bea Lindqvist",
                "+12  → 10 | Received D-42 | 13:08 · Bea Lindqvist · batch L-7"), rows.subList(0, 7));
        assertTrue(rows.stream().anyMatch(row -> row.contains("| FROM_LATER |")), "what this program does not know is shown as it stands");
        assertTrue(rows.stream().anyMatch(row -> row.endsWith(" · BACK")), rows::toString);
        assertEquals("… | Older ones, at the centre: | evertill-central history --store S2 --sku MILK", rows.getLast());
    }

    /// Behind a hundred of each kind.
    @Test
    void whatIsNotListedSaysWhatItIsAndHasTheSignOfItsKind() {
        shop.stocks(Shop.MILK, 6, 3);
        Sheet sheet = new Sheet(shop);
        sheet.run("\nscan milk\npress Ctrl+S\npress Ctrl+Y");
        SeeingWhy seeing = assertInstanceOf(SeeingWhy.class, sheet.state().activity());
        StockReckoning few = seeing.reckoning().orElseThrow();
        StockReckoning many = new StockReckoning(few.product(), few.told(), more(few.recorded(), 3, -4), more(few.promised(), 1, 5),
                more(few.aside(), 2, -6), more(few.coming(), 1, 7));

        List<String> rows = WhyWords.rows(new SeeingWhy(0, 0, seeing.other(), Optional.of(many), seeing.word(), seeing.story(), 0,
                        seeing.before()), sheet.state(), Texts.of(Language.ENGLISH)).stream()
                .map(row -> row.trailing() + " | " + row.name() + " | " + row.detail())
                .filter(row -> row.contains(" more | "))
                .toList();

        assertEquals(List.of(
                "-4 | 3 more | older ones, in the sum",
                "-5 | 1 more | those that end later, in the sum",
                "(-6) | 2 more | set aside at the centre, in no figure until somebody mends it there",
                "(+7) | 1 more | On its way"), rows);
    }

    private static <T> StockReckoning.Sum<T> more(StockReckoning.Sum<T> few, long others, long pieces) {
        return new StockReckoning.Sum<>(few.rows(), others, pieces * Quantity.ONE, few.quantity() + pieces * Quantity.ONE);
    }

    @Test
    void oneEntryIsOneEntryAndATimeOfAnotherDayFitsTheSentence() {
        shop.stocks(Shop.MILK, 6, 3);
        Sheet sheet = new Sheet(shop);
        sheet.run("\nscan milk\npress Ctrl+S\npress Ctrl+Y\ntomorrow");
        SeeingWhy seeing = assertInstanceOf(SeeingWhy.class, sheet.state().activity());
        StockStory heard = seeing.story().orElseThrow();
        StockStory one = new StockStory(heard.store(), heard.quantity(), heard.asOf(), List.of(
                new StockStory.Heard("T2", Optional.of(heard.asOf()), 88, 1, 0, false),
                new StockStory.Heard("T3", Optional.of(heard.asOf()), 0, 0, 0, true)), List.of(), false);
        SeeingWhy told = new SeeingWhy(0, 0, seeing.other(), seeing.reckoning(), seeing.word(), Optional.of(one), 0, seeing.before());

        for (Language language : Language.values()) {
            List<Choice> rows = WhyWords.rows(told, sheet.state(), Texts.of(language));
            Choice first = rows.getFirst();
            Choice unseen = rows.stream().filter(row -> row.trailing().equals("(?)")).findFirst().orElseThrow();
            List<Choice> tills = rows.subList(rows.size() - 2, rows.size());

            assertEquals(switch (language) {
                case ENGLISH -> List.of("figure of 14 Mar 2026 14:59, still the newest at 14 Mar 2026 15:06",
                        "What the centre had not heard at 14 Mar 2026 14:59: sales of other tills, deliveries, counts",
                        "Till T2: heard 14 Mar 2026 15:09", "in it up to entry 88 · 1 entry not in it yet",
                        "Till T3: not heard since 14 Mar 2026 15:09");
                case GERMAN -> List.of("Stand: 14.03.2026 14:59, noch der neueste: 14.03.2026 15:06",
                        "Was die Zentrale bis 14.03.2026 14:59 nicht wusste: Verkäufe anderer Kassen, Lieferungen, Zählungen",
                        "Kasse T2: zuletzt gehört 14.03.2026 15:09", "darin bis Eintrag 88 · 1 Eintrag noch nicht darin",
                        "Kasse T3: nichts gehört seit 14.03.2026 15:09");
                case FRENCH -> List.of("chiffre : 14 mars 2026 14:59, encore le plus récent : 14 mars 2026 15:06",
                        "Ce que la centrale ne savait pas encore (14 mars 2026 14:59) : ventes d’autres caisses, livraisons, comptages",
                        "Caisse T2, entendue : 14 mars 2026 15:09", "comptée jusqu’à l’écriture 88 · 1 écriture pas encore comptée",
                        "Caisse T3, silencieuse depuis : 14 mars 2026 15:09");
                case SPANISH -> List.of("cifra: 14 mar 2026 14:59, aún la más nueva: 14 mar 2026 15:06",
                        "Lo que la central aún no sabía (14 mar 2026 14:59): ventas de otras cajas, entradas de mercancía, recuentos",
                        "Caja T2: oída 14 mar 2026 15:09", "incluida hasta el asiento 88 · 1 asiento aún no incluido",
                        "Caja T3: sin noticias desde 14 mar 2026 15:09");
            }, List.of(first.detail(), unseen.name(), tills.getFirst().name(), tills.getFirst().detail(), tills.getLast().name()));
        }
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
