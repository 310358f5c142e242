package io.evertill.till;

import io.evertill.journal.JournalLine;
import io.evertill.journal.JournalPage;
import io.evertill.journal.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What happened at this till (experience E19): the newest first, found as one types or by a scan, and of each thing how far it has
/// come.
final class Journals {
    private static final JournalPage NOTHING = new JournalPage(List.of(), Optional.empty());

    private Journals() {}

    static void open(Turn turn) {
        turn.type("");
        search(turn, "", NOTHING);
    }

    /// Looks for what a text says something about.
    static void search(Turn turn, Activity.Journal before, String text) {
        search(turn, text.strip(), before.page());
    }

    /// A scan is never typed: it is what is looked for.
    static void scanned(Turn turn, Activity.Journal before, String code) {
        turn.type("");
        turn.play(TillEffect.Sound.OK);
        search(turn, before, code);
    }

    private static void search(Turn turn, String text, JournalPage shown) {
        long ask = turn.ask(number -> new TillEffect.ReadJournal(number, text, Optional.empty()));
        turn.go(new Activity.Journal(text, ask, shown, 0, false));
    }

    static void read(Turn turn, Activity.Journal journal, TillEvent.Answer answer) {
        if (answer instanceof TillEvent.JournalRead(long ask, JournalPage page)) {
            List<JournalLine> lines = new ArrayList<>(journal.isCurrent() ? journal.page().lines() : List.of());
            lines.addAll(page.lines());
            List<String> setAside = journal.isCurrent() ? journal.page().aside() : page.aside();
            turn.go(new Activity.Journal(journal.sought(), ask, new JournalPage(lines, page.next(), setAside),
                    journal.isCurrent() ? journal.selected() : 0, true));
        } else if (answer instanceof TillEvent.Failed(long _, Trouble trouble, String detail)) {
            turn.warn(trouble, detail);
        }
    }

    /// Marks another line; at the last one, what comes behind it is asked for.
    static void move(Turn turn, Activity.Journal journal, int by) {
        int last = journal.page().lines().size() - 1;
        int selected = Math.max(0, Math.min(last, journal.selected() + by));
        if (selected == last) {
            more(turn, journal.at(selected));
        } else {
            turn.go(journal.at(selected));
        }
    }

    private static void more(Turn turn, Activity.Journal journal) {
        Optional<JournalPage.Place> next = journal.page().next();
        if (next.isPresent() && journal.isCurrent()) {
            long ask = turn.ask(number -> new TillEffect.ReadJournal(number, journal.sought(), next));
            JournalPage waiting = new JournalPage(journal.page().lines(), Optional.empty(), journal.page().aside());
            turn.go(new Activity.Journal(journal.sought(), ask, waiting, journal.selected(), true));
        } else {
            turn.go(journal);
        }
    }

    /// Opens a line. The row behind the last one is for more.
    static void choose(Turn turn, Activity.Journal journal, int index) {
        List<JournalLine> lines = journal.page().lines();
        if (journal.isCurrent() && index >= 0 && index < lines.size()) {
            long ask = turn.ask(number -> new TillEffect.ReadStory(number, lines.get(index).entry()));
            turn.go(new Activity.ReadingStory(ask, journal.at(index)));
        } else if (index == lines.size()) {
            more(turn, journal);
        }
    }

    static void show(Turn turn, Activity.ReadingStory reading, Optional<Story> story, Optional<Completed> completed) {
        if (story.isPresent()) {
            turn.type("");
            turn.go(new Activity.SeeingStory(0, story.get(), completed, reading.before()));
        } else {
            turn.go(reading.before());
            turn.refuse(Phrase.NO_RECEIPT);
        }
    }

    /// It may have come further since.
    static void synced(Turn turn) {
        if (turn.state().activity() instanceof Activity.SeeingStory seeing) {
            long ask = turn.ask(number -> new TillEffect.ReadStory(number, seeing.story().line().entry()));
            turn.go(new Activity.SeeingStory(ask, seeing.story(), seeing.completed(), seeing.before()));
        }
    }

    static void renewed(Turn turn, Activity.SeeingStory seeing, TillEvent.Answer answer) {
        if (answer instanceof TillEvent.StoryRead(long _, Optional<Story> story, var _) && story.isPresent()) {
            turn.go(new Activity.SeeingStory(0, story.get(), seeing.completed(), seeing.before()));
        }
    }

    /// One step back: from a thing to the list, from what is looked for to everything, from everything to the counter.
    static void back(Turn turn, Activity.Journal journal) {
        if (journal.sought().isEmpty()) {
            turn.go(new Activity.Selling());
        } else {
            search(turn, journal, "");
        }
    }
}
