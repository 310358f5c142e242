package io.evertill.stock;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// The seeds of a [RandomTest], each as a [Chance].
final class Seeds implements ArgumentsProvider, AnnotationConsumer<RandomTest> {
    static final String ONE = "evertill.seed";
    static final String COUNT = "evertill.seeds";

    private int count;

    @Override
    public void accept(RandomTest test) {
        count = test.seeds();
    }

    @Override
    public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        Long one = Long.getLong(ONE);
        LongStream seeds = one == null ? LongStream.rangeClosed(1, Long.getLong(COUNT, count)) : LongStream.of(one);
        return seeds.mapToObj(seed -> Arguments.of(new Chance(seed)));
    }
}
