package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.till.Appearance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptAppearanceTest {
    @TempDir
    Path folder;

    @Test
    void theWindowLooksAfterAStartAsItDidBefore() {
        Appearance spanish = new Appearance(Appearance.Language.SPANISH, Appearance.Theme.DARK, 150);
        new KeptAppearance(folder).write(Appearance.USUAL);

        new KeptAppearance(folder).write(spanish);

        assertEquals(Optional.of(spanish), new KeptAppearance(folder).read());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DUTCH DARK 100", "GERMAN DARK 900", "GERMAN DARK", "GERMAN DARK big"})
    void whatNobodyUnderstandsIsAsGoodAsNone(String text) throws IOException {
        Files.writeString(folder.resolve("appearance"), text);

        assertEquals(Optional.empty(), new KeptAppearance(folder).read());
    }

    @Test
    void aFolderThatTakesNothingHurtsNobody() {
        new KeptAppearance(folder.resolve("none")).write(Appearance.USUAL);

        assertEquals(Optional.empty(), new KeptAppearance(folder.resolve("none")).read());
    }
}
