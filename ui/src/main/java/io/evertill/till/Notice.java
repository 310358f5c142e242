package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.stock.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What the till says to the cashier: shown until the next thing is done.
public sealed interface Notice {
    /// How loud it is. The views show a sign and a word for it, not a colour alone.
    enum Tone {
        /// It went well.
        GOOD,
        /// Something is wanted.
        ASKING,
        /// It did not count.
        REFUSED
    }

    /// One sentence.
    ///
    /// @param about what is put into the sentence: texts, numbers, [Money], [Quantity], [Instant], [Duration], [LocalDate]
    record Said(Tone tone, Phrase phrase, List<Object> about) implements Notice {
        /// Refuses anything that has no form in a language.
        public Said {
            about = List.copyOf(about);
            for (Object part : about) {
                boolean isKnown = part instanceof String || part instanceof Number || part instanceof Money
                        || part instanceof Quantity || part instanceof Instant || part instanceof Duration
                        || part instanceof Character || part instanceof LocalDate;
                if (!isKnown) {
                    throw new IllegalArgumentException("cannot say " + part.getClass());
                }
            }
        }
    }

    /// Several things, of which none may get lost: in the order in which they were said.
    ///
    /// @param parts none of them several themselves
    record Several(List<Notice> parts) implements Notice {
        /// Copies the list.
        public Several {
            parts = List.copyOf(parts);
        }
    }

    /// What is said one by one.
    static List<Notice> each(Notice notice) {
        return notice instanceof Several(List<Notice> parts) ? parts : List.of(notice);
    }

    /// Something went wrong outside.
    ///
    /// @param detail a sentence for whoever is called for help, may be empty
    /// @param scansDropped scans that came meanwhile and were not added to anything
    record Problem(Trouble trouble, String detail, int scansDropped) implements Notice {}
}
