package io.evertill.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.evertill.key.Stroke;
import io.evertill.till.Action;
import io.evertill.till.Appearance.Language;
import io.evertill.till.Keymap;
import io.evertill.till.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class TextsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d\\}");
    private static final Pattern SAYING = Pattern.compile("\\b(say|refuse|unknown)\\(");
    private static final Pattern PHRASE = Pattern.compile("Phrase\\.[A-Z_]+");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPhraseIsSaidAndNothingElse(Language language) {
        Set<String> phrases = Stream.of(Phrase.values()).map(Phrase::name).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(phrases, new TreeSet<>(Texts.bundle(language).stringPropertyNames()));
    }

    @ParameterizedTest
    @CsvSource({"en, LEFT_TO_RIGHT", "de, LEFT_TO_RIGHT", "he, RIGHT_TO_LEFT", "ar, RIGHT_TO_LEFT", "fa, RIGHT_TO_LEFT"})
    void aLanguageIsLaidOutFromWhereItIsRead(String language, NodeOrientation from) {
        assertEquals(from, Texts.orientation(Locale.of(language)));
    }

    @Test
    void everyPhraseIsUsed() {
        JavaClass phrases = new ClassFileImporter().importPackages("io.evertill.till", "io.evertill.view").get(Phrase.class);

        assertEquals(Set.of(), phrases.getFields().stream()
                .filter(field -> Stream.of(Phrase.values()).anyMatch(phrase -> phrase.name().equals(field.getName())))
                .filter(field -> field.getAccessesToSelf().stream()
                        .allMatch(access -> access.getOriginOwner().equals(phrases)))
                .map(JavaField::getName)
                .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noPhraseIsEmpty(Language language) {
        Properties bundle = Texts.bundle(language);

        assertEquals(Set.of(), bundle.stringPropertyNames().stream()
                .filter(name -> bundle.getProperty(name).isBlank())
                .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguagePutsInTheSame(Language language) {
        Properties english = Texts.bundle(Language.ENGLISH);
        Properties other = Texts.bundle(language);

        assertEquals(Set.of(), english.stringPropertyNames().stream()
                .filter(name -> !placeholders(english, name).equals(placeholders(other, name)))
                .collect(Collectors.toSet()));
    }

    @Test
    void everySentencePutsInWhatItIsGiven() throws IOException {
        Properties english = Texts.bundle(Language.ENGLISH);
        Set<String> wrong = new TreeSet<>();
        int calls = 0;
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("basedir", ""), "src", "main", "java"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                for (Call call : calls(Files.readString(file))) {
                    calls++;
                    if (placeholders(english, call.phrase()).size() != call.given()) {
                        wrong.add(file.getFileName() + " gives " + call.given() + " to " + call.phrase());
                    }
                }
            }
        }

        assertEquals(Set.of(), wrong);
        assertTrue(calls > 100, "only " + calls + " sentences were found");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyKeyOfTheKeymapHasAName(Language language) {
        Texts texts = Texts.of(language);

        Set<String> names = Stream.of(Action.values())
                .map(action -> texts.key(Keymap.USUAL, action))
                .collect(Collectors.toSet());

        assertEquals(Set.of(), names.stream().filter(name -> name.contains("_")).collect(Collectors.toSet()));
    }

    @Test
    void noTwoActionsAreCalledTheSame() {
        for (Language language : Language.values()) {
            Texts texts = Texts.of(language);
            long names = Arrays.stream(Action.values()).map(action -> texts.say(action.phrase())).distinct().count();

            assertEquals(Action.values().length, names, language.toString());
        }
    }

    @Test
    void arrowsAreDrawn() {
        assertTrue(Set.of("↑", "↓", "←", "→").contains(Texts.of(Language.GERMAN).key(Stroke.of("UP"))));
    }

    private static Set<String> placeholders(Properties bundle, String name) {
        return PLACEHOLDER.matcher(bundle.getProperty(name, ""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /// A place in the sources where something is said.
    private record Call(String phrase, int given) {}

    private static List<Call> calls(String source) {
        List<Call> calls = new ArrayList<>();
        for (MatchResult said : SAYING.matcher(source).results().toList()) {
            List<String> arguments = arguments(source, said.end());
            int at = IntStream.range(0, arguments.size()).filter(n -> PHRASE.matcher(arguments.get(n)).matches()).findFirst().orElse(-1);
            if (at >= 0 && arguments.stream().noneMatch(each -> each.endsWith(".toArray()"))) {
                calls.add(new Call(arguments.get(at).substring("Phrase.".length()), arguments.size() - at - 1));
            }
        }
        return calls;
    }

    private static List<String> arguments(String source, int from) {
        List<String> arguments = new ArrayList<>();
        int begin = from;
        int depth = 0;
        for (int at = from; depth >= 0; at++) {
            char character = source.charAt(at);
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth < 0 || (depth == 0 && character == ',')) {
                arguments.add(source.substring(begin, at).strip());
                begin = at + 1;
            }
        }
        return arguments;
    }
}
