package io.evertill.receipt;

import io.evertill.money.Money;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A language of receipts: its words, and how it writes numbers and dates.
public enum ReceiptLanguage {
    /// English: `1,234.50`, `14 Mar 2026 15:09`.
    EN('.', ',', "%", DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH)),
    /// German: `1.234,50`, `14.03.2026 15:09`.
    DE(',', '.', " %", DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm", Locale.ROOT)),
    /// French: `1 234,50` with a space that does not break, `14/03/2026 15:09`.
    FR(',', '\u00a0', " %", DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT)),
    /// Spanish: `1.234,50`, `14/03/2026 15:09`.
    ES(',', '.', " %", DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT));

    private static final int GROUP = 3;
    private static final int PERCENT_SCALE = 4;

    private final char point;
    private final char grouping;
    private final String percent;
    private final DateTimeFormatter dateTime;

    ReceiptLanguage(char point, char grouping, String percent, DateTimeFormatter dateTime) {
        this.point = point;
        this.grouping = grouping;
        this.percent = percent;
        this.dateTime = dateTime;
    }

    /// Writes plain decimal text (`-1234.50`) as this language does.
    public String number(String plain) {
        int start = plain.startsWith("-") ? 1 : 0;
        int end = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain.substring(0, start));
        for (int at = start; at < end; at++) {
            if (at > start && (end - at) % GROUP == 0) {
                text.append(grouping);
            }
            text.append(plain.charAt(at));
        }
        if (end < plain.length()) {
            text.append(point).append(plain, end + 1, plain.length());
        }
        return text.toString();
    }

    /// Writes an amount without its currency.
    public String money(Money amount) {
        return number(amount.text());
    }

    /// Writes how much it is; measured goods with all decimals of their step and their unit: `3`, `0.350 kg`.
    public String quantity(Quantity quantity) {
        int decimals = Decimals.text(quantity.unit().step(), Quantity.SCALE).length() - 2;
        if (!quantity.unit().isMeasured()) {
            return number(quantity.text());
        }
        String fixed = Decimals.fixed(quantity.tenThousandths(), Quantity.SCALE);
        return number(fixed.substring(0, fixed.length() - (Quantity.SCALE - decimals))) + " " + quantity.unit().code();
    }

    /// Writes a share: 200,000 parts per million are `20%`.
    public String percent(int partsPerMillion) {
        return number(Decimals.text(partsPerMillion, PERCENT_SCALE)) + percent;
    }

    /// Writes an instant as the clock on the wall shows it, to the minute.
    public String dateTime(Instant at, ZoneId zone) {
        return dateTime.format(at.atZone(zone));
    }

    /// The word in this language.
    String say(Word word) {
        return switch (this) {
            case EN -> word.english();
            case DE -> word.german();
            case FR -> word.french();
            case ES -> word.spanish();
        };
    }
}
