package io.evertill.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.till.Shop;
import io.evertill.till.TillEffect.Sound;
import io.evertill.till.TillEvent;
import io.evertill.till.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever looks at the goods hears what became of a scan, and whoever looks at the screen sees it.
final class SoundsTest {
    private static final Set<String> LIGHTS = Set.of("ok", "unknown", "stopped");

    private final List<Sound> heard = new ArrayList<>();
    private Rig rig;

    @BeforeEach
    void open() throws Exception {
        rig = Rig.usual();
        Rig.onScreen(() -> {
            rig.loop().flash(heard::add);
            return heard;
        });
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void everyOutcomeOfAScanHasItsSound() throws Exception {
        rig.scan(Shop.MILK);
        rig.scan("96385074");
        rig.scan("4006381333930");
        rig.press(KeyCode.F8);
        rig.press(KeyCode.ENTER);
        rig.shop().failNext(Trouble.CATALOGUE);
        rig.scan(Shop.BREAD);
        rig.tell(new TillEvent.SellingStopped(Trouble.DISK_FULL, ""));
        rig.press(KeyCode.F12);

        assertEquals(List.of(Sound.OK, Sound.UNKNOWN, Sound.UNKNOWN, Sound.BLOCKED, Sound.BLOCKED), heard);
    }

    @ParameterizedTest
    @CsvSource({"OK, ok", "UNKNOWN, unknown", "BLOCKED, stopped"})
    void everySoundHasALightOfItsOwn(Sound sound, String light) throws Exception {
        Set<String> lights = Rig.onScreen(() -> {
            InputView input = new InputView();
            input.flash(sound);
            return input.node().lookupAll(".input").stream()
                    .map(Node::getPseudoClassStates)
                    .flatMap(Set::stream)
                    .map(PseudoClass::getPseudoClassName)
                    .filter(LIGHTS::contains)
                    .collect(Collectors.toSet());
        });

        assertEquals(Set.of(light), lights);
    }
}
