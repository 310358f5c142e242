package io.evertill.view;

import io.evertill.entry.TillEntry;
import io.evertill.journal.JournalLine;
import io.evertill.journal.JournalPage;
import io.evertill.journal.Stage;
import io.evertill.journal.Story;
import io.evertill.shift.DrawerReason;
import io.evertill.till.Activity;
import io.evertill.till.Phrase;
import io.evertill.till.TillState;
import io.evertill.till.VoidReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the panel says of what happened at the till, and of how far one thing has come.
final class JournalWords {
    private static final int NAMES_MAX = 3;

    private JournalWords() {}

    static String title(Activity.Journal journal, Texts texts) {
        JournalPage page = journal.page();
        if (!journal.isCurrent()) {
            return journal.sought().isEmpty() ? texts.say(Phrase.JOURNAL_TITLE) : texts.say(Phrase.JOURNAL_COMING, journal.sought());
        }
        if (page.lines().isEmpty() && !journal.sought().isEmpty()) {
            return texts.say(Phrase.JOURNAL_NONE, journal.sought());
        }
        String title = journal.sought().isEmpty()
                ? texts.say(Phrase.JOURNAL_TITLE)
                : texts.say(Phrase.JOURNAL_ABOUT, journal.sought());
        return page.aside().isEmpty() ? title : title + "\n" + asideNames(page.aside(), texts);
    }

    /// The newest by name, the others by their number.
    private static String asideNames(List<String> names, Texts texts) {
        String some = String.join(", ", names.subList(0, Math.min(NAMES_MAX, names.size())));
        return texts.say(Phrase.JOURNAL_ASIDE, names.size() > NAMES_MAX ? some + " + " + (names.size() - NAMES_MAX) : some);
    }

    static List<Choice> rows(JournalPage page, TillState state, Texts texts) {
        Stream<Choice> lines = page.lines().stream().map(line -> row(line, state, texts));
        Stream<Choice> more = page.next().stream().map(_ -> new Choice(texts.say(Phrase.JOURNAL_MORE), "", "…"));
        return Stream.concat(lines, more).toList();
    }

    private static Choice row(JournalLine line, TillState state, Texts texts) {
        String why = why(line, texts);
        return new Choice(name(line, texts),
                time(line.at(), state, texts) + " · " + line.by().name() + (why.isEmpty() ? "" : " · " + why) + " · "
                        + texts.say(stage(line.stage())),
                line.amount().map(texts::amount).orElse(""));
    }

    private static String name(JournalLine line, Texts texts) {
        return line.number().isEmpty() ? texts.say(kind(line.kind())) : texts.say(kind(line.kind())) + " " + line.number();
    }

    /// The ledger holds the names of reasons; what this program has no words for is shown as it stands.
    private static String why(JournalLine line, Texts texts) {
        return switch (line.kind()) {
            case VOID -> VoidReason.ALL.stream().filter(reason -> reason.name().equals(line.about())).findFirst()
                    .map(reason -> texts.say(reason.phrase())).orElse(line.about());
            case CASH_IN, CASH_OUT, NO_SALE -> Optional.of(line.about())
                    .flatMap(about -> List.of(DrawerReason.values()).stream().filter(reason -> reason.name().equals(about)).findFirst())
                    .map(reason -> texts.say(DrawerWords.phrase(reason))).orElse(line.about());
            case CARD_KEPT -> line.about();
            case SALE, RETURN, SHIFT_OPEN, SHIFT_CLOSE, COPY -> "";
        };
    }

    /// What it is and who did it.
    static String head(Story story, Texts texts) {
        return name(story.line(), texts) + " · " + story.line().by().name();
    }

    /// Step by step what became of it.
    static String steps(Story story, TillState state, Texts texts) {
        JournalLine line = story.line();
        List<String> steps = new ArrayList<>();
        steps.add(texts.say(Phrase.STORY_SAVED, time(line.at(), state, texts), Long.toString(line.position().seq())));
        switch (line.stage()) {
            case SAVED -> steps.add(texts.say(Phrase.STORY_NOT_SENT));
            case SENT -> {
                steps.add(texts.say(Phrase.STORY_SENT, time(story.sent(), state, texts)).strip());
                steps.add(texts.say(Phrase.STORY_NO_ANSWER));
            }
            case ACCEPTED, APPLIED, SET_ASIDE -> {
                story.sent().ifPresent(at -> steps.add(texts.say(Phrase.STORY_SENT, time(at, state, texts))));
                steps.add(texts.say(Phrase.STORY_ACCEPTED, time(story.accepted(), state, texts)).strip());
            }
        }
        if (line.stage() == Stage.ACCEPTED) {
            steps.add(texts.say(Phrase.STORY_NOT_APPLIED));
        } else if (line.stage() == Stage.APPLIED) {
            steps.add(texts.say(Phrase.STORY_APPLIED, time(story.applied(), state, texts)).strip());
        }
        story.aside().ifPresent(aside -> {
            steps.add(texts.say(Phrase.STORY_ASIDE, time(aside.since(), state, texts), texts.say(aside(aside.code()), aside.code())));
            aside.behind().ifPresent(behind -> steps.add(texts.say(Phrase.STORY_WAITS_FOR, behind)));
            if (!aside.holds().isEmpty()) {
                steps.add(texts.say(Phrase.STORY_HOLDS, String.join(", ", aside.holds())));
            }
        });
        story.copies().forEach(copy -> steps.add(texts.say(
                Phrase.STORY_COPIED, texts.say(manner(copy.manner())), time(copy.at(), state, texts), copy.by().name())));
        return String.join("\n", steps);
    }

    private static String time(Optional<Instant> at, TillState state, Texts texts) {
        return at.map(known -> time(known, state, texts)).orElse("");
    }

    static String time(Instant at, TillState state, Texts texts) {
        String when = texts.when(at, state.around().now(), state.lane().zone());
        String time = texts.time(at, state.lane().zone());
        return when.equals(time) ? time : when + " " + time;
    }

    private static Phrase manner(TillEntry.Copied.Manner manner) {
        return switch (manner) {
            case PAPER -> Phrase.KIND_COPY;
            case GIFT -> Phrase.DO_GIFT_RECEIPT;
            case FILE -> Phrase.DO_SAVE_PDF;
        };
    }

    private static Phrase aside(String code) {
        return switch (code) {
            case "UNKNOWN_PRODUCT" -> Phrase.ASIDE_UNKNOWN_PRODUCT;
            case "WAITS_FOR" -> Phrase.ASIDE_WAITS_FOR;
            case "WRONG_BRANCH" -> Phrase.ASIDE_WRONG_BRANCH;
            case "ID_CONFLICT" -> Phrase.ASIDE_ID_CONFLICT;
            case "UNREADABLE", "UNKNOWN_SCHEMA" -> Phrase.ASIDE_UNREADABLE;
            default -> Phrase.ASIDE_OTHER;
        };
    }

    private static Phrase kind(JournalLine.Kind kind) {
        return switch (kind) {
            case SALE -> Phrase.KIND_SALE;
            case RETURN -> Phrase.KIND_RETURN;
            case VOID -> Phrase.KIND_VOID;
            case CASH_IN -> Phrase.KIND_CASH_IN;
            case CASH_OUT -> Phrase.KIND_CASH_OUT;
            case NO_SALE -> Phrase.KIND_NO_SALE;
            case SHIFT_OPEN -> Phrase.KIND_SHIFT_OPEN;
            case SHIFT_CLOSE -> Phrase.KIND_SHIFT_CLOSE;
            case COPY -> Phrase.KIND_COPY;
            case CARD_KEPT -> Phrase.KIND_CARD_KEPT;
        };
    }

    static Phrase stage(Stage stage) {
        return switch (stage) {
            case SAVED -> Phrase.STAGE_SAVED;
            case SENT -> Phrase.STAGE_SENT;
            case ACCEPTED -> Phrase.STAGE_ACCEPTED;
            case APPLIED -> Phrase.STAGE_APPLIED;
            case SET_ASIDE -> Phrase.STAGE_SET_ASIDE;
        };
    }
}
