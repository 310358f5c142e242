package io.evertill.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rules about the text of one file. What a rule finds says what to write instead.
final class Tidy {
    static final int LINES_MAX = 400;

    /// Sealed families and codecs read better whole.
    static final int FAMILY_LINES_MAX = 800;

    static final int COLUMNS_MAX = 140;
    static final int OWN_PACKAGES_MAX = 12;

    private static final Pattern OWN_IMPORT = Pattern.compile("(?m)^import (?:static )?io\\.evertill\\.(\\w+)\\.");
    private static final Pattern SEALED = Pattern.compile("(?m)^(?:public )?sealed ");

    /// A pattern that must not occur in one layer of a file.
    private record Ban(
            String rule, Predicate<Source> where, Function<Source, String> layer, Pattern pattern, String instead) {}

    private static final List<Ban> BANS = List.of(
            new Ban("tab", Tidy::written, Source::text, Pattern.compile("\t"), "indent with spaces"),
            new Ban("trailing-blank", Tidy::written, Source::text, Pattern.compile("(?dm)[ \t\r]+$"), "end the line at its last letter"),
            new Ban("todo", _ -> true, Source::comments, Pattern.compile("\\b(TODO(?! #\\d)|FIXME|XXX|HACK)\\b"),
                    "say 'TODO #12', with the number of the issue, or do it"),
            new Ban("stack-trace", _ -> true, Source::code, Pattern.compile("\\.printStackTrace\\("),
                    "log it where it is handled, or let it pass"),
            new Ban("sleep", _ -> true, Source::code, Pattern.compile("Thread\\.sleep|TimeUnit\\.\\w+\\.sleep|\\.parkNanos\\("),
                    "wait for the event, or move the virtual clock"),
            new Ban("commented-code", _ -> true, Source::comments, Pattern.compile("(?m)^\\s*//(?!/).*[;{}]\\s*$"),
                    "delete it: the history keeps it"),
            new Ban("banner", _ -> true, Source::comments, Pattern.compile("(?m)//+ ?[-=*#~]{4,}"),
                    "split the class: what needs a banner is a class of its own"),
            new Ban("javadoc", _ -> true, Source::comments, Pattern.compile("/\\*"), "write /// in Markdown, or //"),
            new Ban("author", _ -> true, Source::comments, Pattern.compile("@(author|since|version)\\b"), "the history knows"),
            new Ban("import", _ -> true, Source::code, Pattern.compile("(?m)^import (module |.*\\*;)"), "name each import"),
            new Ban("test-prefix", Source::test, Source::code, Pattern.compile("\\bvoid test[A-Z_]\\w*\\("),
                    "name the fact: aRepeatedBatchChangesNothing"),
            new Ban("skipped-test", Source::test, Source::code, Pattern.compile("@Disabled(?!\\()"), "say loudly why"),
            new Ban("sql-text", source -> source.main() && !source.room().equals("db"), Source::strings, Pattern.compile(
                    "\\bSELECT\\s[\\s\\S]{1,300}?\\sFROM\\s|(?i)\\b(insert\\s+into|delete\\s+from|update\\s+\\w+\\s+set|"
                            + "create\\s+(unique\\s+)?(table|index|trigger|view)|pragma)\\s"),
                    "add a method to the class of that table in db"),
            new Ban("floating-point", source -> source.main() && Plan.EXACT.contains(source.room()), Source::code,
                    Pattern.compile("\\b(double|float|Double|Float|doubleValue|floatValue)\\b|\\b\\d+\\.\\d|\\b\\d+[dDfF]\\b"),
                    "use Money, Quantity, UnitPrice or Rounding"),
            new Ban("mutation-switch", Source::main, source -> source.code() + source.strings(),
                    Pattern.compile("(?i)evertill\\.mutat|mutation[._-]?(switch|id)|\\bmutant"),
                    "mutate the class in the test that needs it"));

    private Tidy() {}

    /// What is wrong with the file, each as `path:line: [rule] what; instead`.
    static List<String> findings(Source source) {
        List<String> findings = new ArrayList<>();
        for (Ban ban : BANS) {
            if (!ban.where().test(source) || exempt(source, ban.rule())) {
                continue;
            }
            Matcher matcher = ban.pattern().matcher(ban.layer().apply(source));
            while (matcher.find()) {
                int place = matcher.start() % Math.max(1, source.text().length());
                findings.add(finding(source, source.line(place), ban.rule(), matcher.group().strip(), ban.instead()));
            }
        }
        if (written(source)) {
            ending(source, findings);
        }
        if (source.path().endsWith(".java")) {
            size(source, findings);
        }
        return findings;
    }

    private static void ending(Source source, List<String> findings) {
        if (!source.text().endsWith("\n") || source.text().endsWith("\n\n")) {
            findings.add(finding(source, source.line(source.text().length()), "final-newline", "", "end with one newline"));
        }
    }

    private static void size(Source source, List<String> findings) {
        List<String> lines = source.text().lines().toList();
        boolean family = SEALED.matcher(source.code()).find() || source.fileName().endsWith("Codec.java");
        int max = family ? FAMILY_LINES_MAX : LINES_MAX;
        if (lines.size() > max && !exempt(source, "size")) {
            findings.add(finding(source, max + 1, "size", lines.size() + " lines", "split it: at most " + max));
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > COLUMNS_MAX) {
                findings.add(finding(source, i + 1, "width", lines.get(i).length() + " columns", "at most " + COLUMNS_MAX));
            }
        }
        Set<String> own = new TreeSet<>();
        OWN_IMPORT.matcher(source.code()).results().forEach(found -> own.add(found.group(1)));
        if (own.size() > OWN_PACKAGES_MAX && !exempt(source, "imports")) {
            findings.add(finding(source, 1, "imports", "knows " + own, "split it: at most " + OWN_PACKAGES_MAX + " packages"));
        }
    }

    /// Golden files and captured bytes are kept as they came.
    private static boolean written(Source source) {
        return !source.path().contains("/src/test/resources/");
    }

    private static boolean exempt(Source source, String rule) {
        return source.code().contains("@Exempt(") && source.text().contains("@Exempt(rule = \"" + rule + "\"");
    }

    private static String finding(Source source, int line, String rule, String what, String instead) {
        return "%s:%d: [%s] %s; instead: %s".formatted(source.path(), line, rule, what, instead);
    }
}
