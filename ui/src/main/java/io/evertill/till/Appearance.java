package io.evertill.till;

/// How the window looks to this cashier.
///
/// @param fontPercent the size of all text, 100 to 200
public record Appearance(Language language, Theme theme, int fontPercent) {
    /// The smallest text.
    public static final int FONT_PERCENT_MIN = 100;
    /// The largest text.
    public static final int FONT_PERCENT_MAX = 200;

    private static final int FONT_PERCENT_STEP = 25;

    /// The languages of the screen.
    public enum Language {
        /// English.
        ENGLISH,
        /// German.
        GERMAN,
        /// French.
        FRENCH,
        /// Spanish.
        SPANISH
    }

    /// Dark on light or light on dark.
    public enum Theme {
        /// Dark text on a light ground.
        LIGHT,
        /// Light text on a dark ground.
        DARK
    }

    /// English, light, the usual size.
    public static final Appearance USUAL = new Appearance(Language.ENGLISH, Theme.LIGHT, FONT_PERCENT_MIN);

    /// Refuses sizes out of range.
    public Appearance {
        if (fontPercent < FONT_PERCENT_MIN || fontPercent > FONT_PERCENT_MAX) {
            throw new IllegalArgumentException("text is 100 to 200 % of its size: " + fontPercent);
        }
    }

    /// The next language, and the first after the last.
    Appearance nextLanguage() {
        Language next = switch (language) {
            case ENGLISH -> Language.GERMAN;
            case GERMAN -> Language.FRENCH;
            case FRENCH -> Language.SPANISH;
            case SPANISH -> Language.ENGLISH;
        };
        return new Appearance(next, theme, fontPercent);
    }

    Appearance otherTheme() {
        return new Appearance(language, theme == Theme.LIGHT ? Theme.DARK : Theme.LIGHT, fontPercent);
    }

    /// The next size, and the smallest after the largest.
    Appearance nextFont() {
        int next = fontPercent + FONT_PERCENT_STEP;
        return new Appearance(language, theme, next > FONT_PERCENT_MAX ? FONT_PERCENT_MIN : next);
    }
}
