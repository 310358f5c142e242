package io.evertill.view;

/// How much fits into the window at the chosen size of text. All sizes are multiples of the font's, so a larger text is a
/// smaller room.
enum Room {
    /// Everything stands side by side.
    WIDE,
    /// So does everything here, with less air.
    SNUG,
    /// Large text: what the moment does not need is put away, so that totals and buttons stay whole.
    NARROW,
    /// The largest text: one thing at a time beside the basket.
    SMALL;

    private static final double WIDE_WIDTH_EMS = 80;
    private static final double WIDE_HEIGHT_EMS = 45;
    private static final double SNUG_WIDTH_EMS = 66;
    private static final double SNUG_HEIGHT_EMS = 37;
    private static final double NARROW_WIDTH_EMS = 54;
    private static final double NARROW_HEIGHT_EMS = 30;

    /// The room of a window.
    ///
    /// @param widthEms its width in multiples of the font's size
    /// @param heightEms its height likewise
    static Room of(double widthEms, double heightEms) {
        if (widthEms >= WIDE_WIDTH_EMS && heightEms >= WIDE_HEIGHT_EMS) {
            return WIDE;
        }
        if (widthEms >= SNUG_WIDTH_EMS && heightEms >= SNUG_HEIGHT_EMS) {
            return SNUG;
        }
        return widthEms >= NARROW_WIDTH_EMS && heightEms >= NARROW_HEIGHT_EMS ? NARROW : SMALL;
    }

    /// Whether everything stands side by side.
    boolean isWide() {
        return this == WIDE || this == SNUG;
    }
}
