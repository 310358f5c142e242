package io.evertill.till;

import io.evertill.sale.Sale;
import io.evertill.sale.Sale.AgeCheck.Manner;
import io.evertill.till.Notice.Tone;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Goods that not everybody may buy (experience E15): the till asks before they are on the counter, once a sale for each higher age.
///
/// When a customer was born is compared and forgotten.
public final class Ages {
    private static final Pattern DAY_FIRST = Pattern.compile("(?<day>[0-9]{2})(?<month>[0-9]{2})(?<year>[0-9]{4})"
            + "|(?<day2>[0-9]{1,2})[./-](?<month2>[0-9]{1,2})[./-](?<year2>[0-9]{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int LIFE_YEARS_MAX = 130;

    private Ages() {}

    /// Asks how old the customer is, unless that is known or does not matter, and says whether it asked. Keys that were pressed before
    /// the question was on screen must not answer it.
    static boolean isAsked(Turn turn, Article article, Article.Portion portion, Optional<String> times) {
        int known = turn.state().sale().age().map(Sale.AgeCheck::years).orElse(0);
        Optional<Integer> wanted = article.guidance().age().filter(years -> years > known);
        wanted.ifPresent(years -> {
            turn.type("");
            turn.become(turn.state().asking(turn.state().asking().withScansOnly()));
            turn.go(new Activity.AskingAge(article, portion, times, years, Baskets.then(turn)));
            turn.play(TillEffect.Sound.BLOCKED);
        });
        return wanted.isPresent();
    }

    /// The last date of birth that is long enough ago, by the store's calendar.
    public static LocalDate bornUntil(TillState state, int years) {
        return today(state).minusYears(years);
    }

    private static LocalDate today(TillState state) {
        return LocalDate.ofInstant(state.around().now(), state.lane().zone());
    }

    static boolean isTyped(int character) {
        return (character >= '0' && character <= '9') || character == '.' || character == '/' || character == '-';
    }

    /// Takes the typed date of birth.
    static void enter(Turn turn, Activity.AskingAge asking) {
        String typed = turn.state().input();
        Optional<LocalDate> born = born(typed, today(turn.state()));
        if (typed.isEmpty()) {
            turn.say(Tone.ASKING, Phrase.AGE_HOW);
        } else if (born.isEmpty()) {
            turn.refuse(Phrase.NOT_A_BIRTHDAY, typed);
        } else if (born.get().isAfter(bornUntil(turn.state(), asking.years()))) {
            refused(turn, asking);
        } else {
            passed(turn, asking, Manner.BORN);
        }
    }

    /// Somebody made sure: the goods are rung up.
    static void passed(Turn turn, Activity.AskingAge asking, Manner manner) {
        turn.type("");
        turn.hold(turn.state().sale().with(new Sale.AgeCheck(asking.years(), manner)));
        turn.go(asking.then());
        Baskets.ring(turn, asking.article(), asking.portion(), asking.times());
    }

    /// The goods stay off the counter.
    static void refused(Turn turn, Activity.AskingAge asking) {
        turn.type("");
        turn.go(asking.then());
        turn.refuse(Phrase.TOO_YOUNG, asking.article().item().name(), asking.years());
    }

    /// The next customer at an empty counter is another one.
    static void forget(Turn turn) {
        TillState state = turn.state();
        boolean isNobody = state.activity() instanceof Activity.Selling
                && state.asking().looking().isEmpty()
                && state.sale().basket().lines().isEmpty();
        if (isNobody && state.sale().age().isPresent()) {
            turn.hold(state.sale().ageless());
        }
    }

    /// A date, the day first or as ISO 8601 writes it, on which somebody alive may have been born.
    static Optional<LocalDate> born(String typed, LocalDate today) {
        Matcher dayFirst = DAY_FIRST.matcher(typed);
        try {
            Optional<LocalDate> date = Optional.empty();
            if (YEAR_FIRST.matcher(typed).matches()) {
                date = Optional.of(LocalDate.parse(typed));
            } else if (dayFirst.matches()) {
                date = Optional.of(LocalDate.of(part(dayFirst, "year"), part(dayFirst, "month"), part(dayFirst, "day")));
            }
            return date.filter(day -> !day.isAfter(today) && day.isAfter(today.minusYears(LIFE_YEARS_MAX)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int part(Matcher date, String name) {
        return Integer.parseInt(Optional.ofNullable(date.group(name)).orElseGet(() -> date.group(name + "2")));
    }
}
