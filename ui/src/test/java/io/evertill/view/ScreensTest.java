package io.evertill.view;

import io.evertill.till.Appearance;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScreensTest {
    @ParameterizedTest
    @CsvSource({"ENGLISH,LIGHT,100,1366,768", "GERMAN,DARK,100,1366,768", "GERMAN,LIGHT,200,1366,768", "ENGLISH,DARK,100,3840,2160"})
    void everyActivityIsShown(Appearance.Language language, Appearance.Theme theme, int percent, int width, int height) throws Exception {
        Rig rig = new Rig(new Appearance(language, theme, percent), width, height);
        for (Map.Entry<String, Situations.Way> situation : Situations.ALL.entrySet()) {
            situation.getValue().go(rig);
            rig.picture(language + "-" + theme + "-" + percent + "-" + width + "/" + situation.getKey());
        }
        rig.close();
    }
}
