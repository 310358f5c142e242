package io.evertill.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.journal.StockStory;
import io.evertill.stock.Quantity;
import io.evertill.till.Appearance.Language;
import io.evertill.till.Phrase;
import io.evertill.till.SeeingWhy;
import io.evertill.till.Sheet;
import io.evertill.till.Shop;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a manager reads of a movement that the centre tells: no code and no id.
final class WhyStepWordsTest {
    private final Sheet sheet = new Sheet(new Shop());

    @BeforeEach
    void look() {
        sheet.run("\nscan milk\npress Ctrl+S\npress Ctrl+Y");
    }

    private Choice row(String type, String kind, String reason, Language language) {
        return WhyWords.step(new StockStory.Step(Shop.NOW, type, kind, -Quantity.ONE, Quantity.ONE, "MAIN/AVAILABLE", "", "",
                        new StockStory.Document("receipt", "S1-T1-9f3a-17"), "Bea", reason),
                ((SeeingWhy) sheet.state().activity()).item(), sheet.state(), Texts.of(language));
    }

    @Test
    void whatWasCollectedOrTakenBackAsAWholeIsCalledAsInTheTillsOwnRows() {
        assertEquals(
                List.of("Collected S1-T1-9f3a-17", "Sale S1-T1-9f3a-17", "Sale taken back S1-T1-9f3a-17", "Return S1-T1-9f3a-17",
                        "Return S1-T1-9f3a-17"),
                List.of(row("SALE", "COLLECTED", "", Language.ENGLISH).name(), row("SALE", "", "", Language.ENGLISH).name(),
                        row("RETURN", "VOID", "", Language.ENGLISH).name(), row("RETURN", "", "", Language.ENGLISH).name(),
                        row("RETURN", "FROM_LATER", "", Language.ENGLISH).name()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aReasonIsNoCodeAndNoId(Language language) {
        String gain = row("FOUND", "", "UNEXPLAINED_GAIN", language).detail();
        String corrected = row("COUNT_CORRECTION", "", "line 2 of entry 0199a000-0000-7000-8000-000000000001", language).detail();

        assertTrue(gain.endsWith(" · " + Texts.of(language).say(Phrase.SUM_GAIN)), gain);
        assertFalse(corrected.contains("0199a000"), corrected);
        assertTrue(row("ADJUSTMENT", "", "fell down", language).detail().endsWith(" · fell down"));
    }
}
