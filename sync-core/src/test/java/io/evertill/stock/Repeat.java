package io.evertill.stock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Properties;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/// Says how to repeat a [RandomTest] that failed: seed, commit and command.
final class Repeat implements InvocationInterceptor {
    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable failure) {
            call.getArguments().stream()
                    .filter(Chance.class::isInstance)
                    .map(Chance.class::cast)
                    .forEach(chance -> failure.addSuppressed(new Seed(command(call.getExecutable(), chance))));
            throw failure;
        }
    }

    private static String command(Method test, Chance chance) {
        return "%s, commit %s; repeat: mvn -pl sync-core test -Dtest=%s#%s -D%s=%d".formatted(
                chance,
                commit(),
                test.getDeclaringClass().getSimpleName(),
                test.getName(),
                Seeds.ONE,
                chance.seed());
    }

    private static String commit() {
        Properties version = new Properties();
        try (InputStream file = Repeat.class.getResourceAsStream("/io/evertill/version.properties")) {
            version.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return version.getProperty("commit");
    }

    /// Carries the sentence in the trace of the failure, where a person looks first.
    private static final class Seed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Seed(String sentence) {
            super(sentence, null, false, false);
        }
    }
}
