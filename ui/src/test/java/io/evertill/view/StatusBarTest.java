package io.evertill.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import io.evertill.till.Appearance.Language;
import io.evertill.till.Shop;
import io.evertill.till.SyncStatus;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the banner says, word for word.
final class StatusBarTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH | UPDATE      | update needed: no new prices
            GERMAN  | UPDATE      | Update nötig: keine neuen Preise
            ENGLISH | MEND_TRUST  | centre not recognised: tell IT
            GERMAN  | MEND_TRUST  | Zentrale nicht anerkannt: IT rufen
            ENGLISH | ENROL_AGAIN | this till runs twice: enrol this one again
            GERMAN  | ENROL_AGAIN | Kasse läuft doppelt: diese neu registrieren
            """)
    void adviceIsSaidBesideWhatIsSafe(Language language, SyncStatus.Advice advice, String said) {
        SyncStatus status = new SyncStatus(Optional.empty(), 0, Money.of(0, "EUR"), Optional.empty(), Optional.empty(), 0, List.of(advice));

        assertTrue(StatusBar.safe(status, Shop.NOW, ZoneOffset.UTC, Texts.of(language)).endsWith(" · " + said));
    }
}
