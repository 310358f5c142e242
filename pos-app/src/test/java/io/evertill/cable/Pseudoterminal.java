package io.evertill.cable;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// A pair of serial ports without wires, made by the system: what is written to one end is read from the other. Linux only.
@SuppressWarnings("restricted")
final class Pseudoterminal implements AutoCloseable {
    private static final int READ_WRITE = 2;
    private static final int NAME_LENGTH_MAX = 64;
    private static final FunctionDescriptor ONE = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    private static final FunctionDescriptor BYTES = FunctionDescriptor.of(
            ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);

    private final int master;

    Pseudoterminal() throws Throwable {
        master = (int) call("posix_openpt", ONE).invokeExact(READ_WRITE);
        int granted = (int) call("grantpt", ONE).invokeExact(master);
        int unlocked = (int) call("unlockpt", ONE).invokeExact(master);
        if (master < 0 || granted != 0 || unlocked != 0) {
            throw new IllegalStateException("the system makes no pseudoterminal");
        }
    }

    private static MethodHandle call(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), descriptor);
    }

    /// The end that a program opens.
    String name() throws Throwable {
        MethodHandle name = call("ptsname", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        return ((MemorySegment) name.invokeExact(master)).reinterpret(NAME_LENGTH_MAX).getString(0);
    }

    /// What a device would send.
    void send(byte[] bytes) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(bytes.length);
            memory.copyFrom(MemorySegment.ofArray(bytes));
            long sent = (long) call("write", BYTES).invokeExact(master, memory, (long) bytes.length);
            if (sent != bytes.length) {
                throw new IllegalStateException("sent " + sent);
            }
        }
    }

    /// What a device would get: waits for so many bytes.
    byte[] receive(int count) throws Throwable {
        byte[] all = new byte[count];
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(count);
            int got = 0;
            while (got < count) {
                long more = (long) call("read", BYTES).invokeExact(master, memory, (long) count - got);
                MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, 0, all, got, (int) more);
                got += (int) more;
            }
        }
        return all;
    }

    @Override
    public void close() {
        try {
            int closed = (int) call("close", ONE).invokeExact(master);
            if (closed != 0) {
                throw new IllegalStateException("not closed");
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
