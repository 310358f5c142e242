package io.evertill.stock;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/// A test that must hold for whatever chance brings: it runs once a seed and takes a [Chance].
///
/// The seeds are always the same, so a build is repeatable. `-Devertill.seed=17` runs one of them,
/// `-Devertill.seeds=100000` runs that many. A failure prints the command that repeats it.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(Seeds.class)
@ExtendWith(Repeat.class)
public @interface RandomTest {
    /// How many seeds, from 1.
    int seeds() default 200;
}
