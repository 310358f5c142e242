package io.evertill.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a class of the house looks like, where the vocabulary of ArchUnit has no word for it.
final class Shapes {
    private static final int PARAMETERS_MAX = 5;
    private static final Pattern ROLE = Pattern.compile(
            "(Abstract|I[A-Z][a-z]).*|.*(Impl|Manager|Helper|Utils?|Info|Data|D[Tt][Oo])");
    private static final Pattern ACCESSOR = Pattern.compile("(get|set)[A-Z].*");

    private Shapes() {}

    static ArchCondition<JavaClass> standInThePlan() {
        return each("stand in a package of the plan", (type, violation) -> {
            boolean planned = Plan.room(type).filter(room -> Plan.ROOMS.contains(room)
                    || Plan.LAYERS.stream().anyMatch(layer -> layer.contains(room))).isPresent();
            if (!planned) {
                violation.accept("%s is in %s, which is not in the plan".formatted(type.getName(), type.getPackageName()));
            }
        });
    }

    static ArchCondition<JavaClass> lookOnlyDown() {
        return each("import only from their own layer and those below", (type, violation) -> {
            Optional<Integer> own = Plan.layer(type);
            if (own.isEmpty()) {
                return;
            }
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                if (Plan.layer(dependency.getTargetClass()).filter(other -> other < own.get()).isPresent()) {
                    violation.accept(dependency.getDescription());
                }
            }
        });
    }

    /// The views draw; one class of `pos` starts the toolkit.
    static ArchCondition<JavaClass> leaveJavaFxToTheViews() {
        return new ArchCondition<>("leave JavaFX to view and one class of pos") {
            private final Set<String> starters = new TreeSet<>();

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String room = Plan.room(type).orElse("");
                if (room.equals("view")) {
                    return;
                }
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    if (!dependency.getTargetClass().getBaseComponentType().getPackageName().startsWith("javafx")) {
                        continue;
                    }
                    if (room.equals("pos")) {
                        starters.add(Plan.outermost(type).getName());
                    } else {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                if (starters.size() > 1) {
                    events.add(SimpleConditionEvent.violated(starters, "more than one class of pos uses JavaFX: " + starters));
                }
            }
        };
    }

    static ArchCondition<JavaClass> haveAPlainName() {
        return each("have a plain name", (type, violation) -> {
            if (ROLE.matcher(type.getSimpleName()).matches()) {
                violation.accept(type.getName() + " is named after a role");
            }
        });
    }

    static ArchCondition<JavaClass> sayWhatTheCallerGets() {
        return each("have no get… or set…", (type, violation) -> {
            for (JavaMethod method : type.getMethods()) {
                boolean written = !method.getModifiers().contains(JavaModifier.SYNTHETIC);
                if (written && ACCESSOR.matcher(method.getName()).matches() && !overrides(method)) {
                    violation.accept(method.getFullName() + " begins with get or set");
                }
            }
        });
    }

    static ArchCondition<JavaClass> takeFewParameters() {
        return each("take at most " + PARAMETERS_MAX + " parameters", (type, violation) -> {
            if (type.isRecord() || type.isEnum() || type.isAnonymousClass() || type.isLocalClass()) {
                return;
            }
            // The compiler adds the outer object to the constructor of an inner class.
            int hidden = type.isInnerClass() ? 1 : 0;
            for (JavaConstructor constructor : type.getConstructors()) {
                int count = constructor.getRawParameterTypes().size() - hidden;
                if (count > PARAMETERS_MAX) {
                    violation.accept("%s takes %d parameters".formatted(constructor.getFullName(), count));
                }
            }
        });
    }

    static ArchCondition<JavaClass> inheritNoImplementation() {
        return each("inherit no implementation of ours", (type, violation) -> type.getRawSuperclass()
                .filter(parent -> parent.getPackageName().startsWith(Plan.ROOT))
                .filter(parent -> !parent.isEnum() && !parent.isAssignableTo(Throwable.class))
                .ifPresent(parent -> violation.accept(type.getName() + " extends " + parent.getName())));
    }

    static ArchCondition<JavaClass> explainTheirExemptions(Set<String> rules, Optional<LocalDate> committed) {
        return each("explain their exemptions", (type, violation) -> Plan.exemptions(type).forEach(exempt -> {
            if (type.getEnclosingClass().isPresent()) {
                violation.accept(type.getName() + " is nested: put @Exempt on the outermost type");
            }
            if (!rules.contains(exempt.rule())) {
                violation.accept("%s is exempt from '%s', which is no rule".formatted(type.getName(), exempt.rule()));
            }
            if (exempt.reason().isBlank()) {
                violation.accept("%s gives no reason for '%s'".formatted(type.getName(), exempt.rule()));
            }
            Optional<LocalDate> until = day(exempt.until());
            if (until.isEmpty()) {
                violation.accept("%s: '%s' is not a day such as 2027-06-30".formatted(type.getName(), exempt.until()));
            }
            if (until.flatMap(last -> committed.filter(last::isBefore)).isPresent()) {
                violation.accept("%s: exemption from '%s' ended on %s".formatted(type.getName(), exempt.rule(), exempt.until()));
            }
        }));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static boolean overrides(JavaMethod method) {
        List<String> parameters =
                method.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        return Stream.of(method.getOwner().getAllRawSuperclasses(), method.getOwner().getAllRawInterfaces())
                .flatMap(Collection::stream)
                .anyMatch(parent -> parent.tryGetMethod(method.getName(), parameters.toArray(String[]::new)).isPresent());
    }

    private static ArchCondition<JavaClass> each(String description, BiConsumer<JavaClass, Consumer<String>> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, message -> events.add(SimpleConditionEvent.violated(type, message)));
            }
        };
    }
}
