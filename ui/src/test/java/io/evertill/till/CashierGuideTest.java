package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.key.Stroke;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The cashier's page names the keys as the till is shipped with, and leaves out nothing that is done with goods and money.
class CashierGuideTest {
    private static final Pattern KEY = Pattern.compile("\\b(F1?[0-9]|Ctrl\\+[A-Z]|Delete|Enter|Right|Left)\\b");
    /// How the screen looks, and what tests of the network need.
    private static final Set<Action> ELSEWHERE = EnumSet.of(Action.BACK, Action.ERASE, Action.UP, Action.DOWN, Action.THEME,
            Action.LANGUAGE, Action.FONT, Action.NETWORK);

    @Test
    void everyKeyOfThePageIsInTheKeymap() throws IOException {
        Set<Stroke> bound = new HashSet<>(Keymap.USUAL.keys().values());
        Set<Stroke> unbound = keys();
        unbound.removeAll(bound);

        assertEquals(Set.of(), unbound);
    }

    @Test
    void thePageNamesEveryKeyOfTheKeymap() throws IOException {
        Set<Stroke> left = new HashSet<>();
        Keymap.USUAL.keys().forEach((action, stroke) -> {
            if (!ELSEWHERE.contains(action)) {
                left.add(stroke);
            }
        });
        left.removeAll(keys());

        assertEquals(Set.of(), left);
    }

    private static Set<Stroke> keys() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "cashier.md"), StandardCharsets.UTF_8);
        Set<Stroke> keys = new HashSet<>();
        Matcher key = KEY.matcher(page);
        while (key.find()) {
            keys.add(Stroke.parse(key.group()));
        }
        assertTrue(keys.size() > 10, keys::toString);
        return keys;
    }
}
