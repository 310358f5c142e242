package io.evertill.till;

/// Something that went wrong outside, as a person needs to know it: what happened, what is safe, what to do.
public enum Trouble {
    /// The disk is full: nothing was written.
    DISK_FULL(Phrase.DISK_FULL_HAPPENED, Phrase.NOTHING_LOST_SAFE, Phrase.DISK_FULL_TODO),
    /// The database may not be written to: nothing was written.
    READ_ONLY(Phrase.READ_ONLY_HAPPENED, Phrase.NOTHING_LOST_SAFE, Phrase.READ_ONLY_TODO),
    /// Writing or reading failed in another way: nothing was written.
    STORAGE(Phrase.STORAGE_HAPPENED, Phrase.NOTHING_LOST_SAFE, Phrase.STORAGE_TODO),
    /// No shift is open or it belongs to somebody else: nothing was written.
    NO_SHIFT(Phrase.NO_SHIFT_HAPPENED, Phrase.NOTHING_LOST_SAFE, Phrase.NO_SHIFT_TODO),
    /// The catalogue could not be read.
    CATALOGUE(Phrase.CATALOGUE_HAPPENED, Phrase.BASKET_STAYS_SAFE, Phrase.CATALOGUE_TODO),
    /// The receipt was not printed; the sale is saved.
    PRINTER(Phrase.PRINTER_HAPPENED, Phrase.SALE_SAVED_SAFE, Phrase.PRINTER_TODO),
    /// The report was not printed; it can be made again.
    REPORT(Phrase.REPORT_HAPPENED, Phrase.REPORT_SAFE, Phrase.REPORT_TODO),
    /// The file was not written.
    FILE(Phrase.FILE_HAPPENED, Phrase.REPORT_SAFE, Phrase.FILE_TODO),
    /// The drawer did not open; the sale is saved.
    DRAWER(Phrase.DRAWER_HAPPENED, Phrase.SALE_SAVED_SAFE, Phrase.DRAWER_TODO),
    /// The scale gave no weight; it can be typed.
    SCALE(Phrase.SCALE_HAPPENED, Phrase.BASKET_STAYS_SAFE, Phrase.SCALE_TODO),
    /// A part of the program failed; what was saved stays saved.
    PROGRAM(Phrase.PROGRAM_HAPPENED, Phrase.NOTHING_LOST_SAFE, Phrase.PROGRAM_TODO);

    private final Phrase happened;
    private final Phrase safe;
    private final Phrase todo;

    Trouble(Phrase happened, Phrase safe, Phrase todo) {
        this.happened = happened;
        this.safe = safe;
        this.todo = todo;
    }

    /// What happened.
    public Phrase happened() {
        return happened;
    }

    /// What is safe.
    public Phrase safe() {
        return safe;
    }

    /// What to do.
    public Phrase todo() {
        return todo;
    }
}
