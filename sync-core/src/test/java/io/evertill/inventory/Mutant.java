package io.evertill.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// The program with one wrong part in the place of a right one: all its classes loaded once more, one of them changed on the
/// way. The program itself has no switch for it.
final class Mutant extends ClassLoader {
    private static final String OURS = "io.evertill.";
    private static final String RIGHT = "$right";

    private final String changed;
    private final ClassTransform change;
    private final AtomicBoolean isChanged = new AtomicBoolean();

    private Mutant(String changed, ChangeOf change) {
        super(Mutant.class.getClassLoader());
        this.changed = OURS + changed;
        this.change = change.of(isChanged);
    }

    private interface ChangeOf {
        ClassTransform of(AtomicBoolean isChanged);
    }

    /// Another text in the place of one that a class uses, such as a part of a statement.
    static Mutant text(String type, String right, String wrong) {
        return new Mutant(type, isChanged -> ClassTransform.transformingMethodBodies((builder, element) -> {
            if (element instanceof ConstantInstruction.LoadConstantInstruction load
                    && load.constantValue() instanceof String text && text.contains(right)) {
                isChanged.set(true);
                builder.loadConstant(text.replace(right, wrong));
            } else {
                builder.with(element);
            }
        }));
    }

    /// Another result in the place of what a static method answers: that of the method of [Wrong] with a name, which gets the
    /// right one and the arguments.
    static Mutant result(String type, String method, String wrong) {
        return new Mutant(type, isChanged -> (builder, element) -> {
            if (element instanceof MethodModel model && model.methodName().equalsString(method) && isFor(model, wrong)) {
                isChanged.set(true);
                builder.withMethod(method + RIGHT, model.methodTypeSymbol(), model.flags().flagsMask(), body -> model.code()
                        .ifPresent(body::with));
                builder.withMethod(method, model.methodTypeSymbol(), model.flags().flagsMask(), body -> body.withCode(
                        code -> callBoth(code, ClassDesc.of(OURS + type), model, wrong)));
            } else {
                builder.with(element);
            }
        });
    }

    private static boolean isFor(MethodModel model, String wrong) {
        MethodTypeDesc right = model.methodTypeSymbol();
        return model.flags().has(AccessFlag.STATIC) && Stream.of(Wrong.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(wrong))
                .map(method -> MethodType.methodType(method.getReturnType(), method.getParameterTypes()).descriptorString())
                .anyMatch(right.insertParameterTypes(0, right.returnType()).descriptorString()::equals);
    }

    private static void callBoth(CodeBuilder code, ClassDesc type, MethodModel model, String wrong) {
        MethodTypeDesc right = model.methodTypeSymbol();
        load(code, right);
        code.invokestatic(type, model.methodName().stringValue() + RIGHT, right);
        load(code, right);
        code.invokestatic(ClassDesc.of(Wrong.class.getName()), wrong, right.insertParameterTypes(0, right.returnType()));
        code.return_(TypeKind.from(right.returnType()));
    }

    private static void load(CodeBuilder code, MethodTypeDesc type) {
        int slot = 0;
        for (ClassDesc parameter : type.parameterList()) {
            TypeKind kind = TypeKind.from(parameter);
            code.loadLocal(kind, slot);
            slot += kind.slotSize();
        }
    }

    /// Calls a static method of a class of this program that answers something of Java's own.
    Object call(Class<?> type, String method, Object... arguments) {
        try {
            for (Method each : loadClass(type.getName()).getDeclaredMethods()) {
                if (each.getName().equals(method)) {
                    each.setAccessible(true);
                    Object answer = each.invoke(null, arguments);
                    if (!isChanged.get()) {
                        throw new IllegalStateException("nothing was changed in " + changed);
                    }
                    return answer;
                }
            }
            throw new IllegalArgumentException(type + " has no " + method);
        } catch (ClassNotFoundException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean isResolved) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, isResolved);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = file.readAllBytes();
            byte[] taken = name.equals(changed) ? changed(bytes) : bytes;
            return defineClass(name, taken, 0, taken.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] changed(byte[] bytes) {
        ClassFile file = ClassFile.of();
        return file.transformClass(file.parse(bytes), change);
    }
}
