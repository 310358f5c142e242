package io.evertill.replay;

import io.evertill.pos.Machine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// A replay in a process of its own that says each step, so that its parent can kill it at one.
///
/// Arguments: the folder, the address of the centre, the codes.
public final class ReplayChild {
    private ReplayChild() {}

    public static void main(String[] arguments) {
        List<String> given = List.of(arguments);
        AtomicLong done = new AtomicLong();
        Progress progress = new Progress() {
            @Override
            public void phase(String name, long total) {
                System.out.println(name);
            }

            @Override
            public void add(long steps) {
                System.out.println("rows " + done.addAndGet(steps));
            }
        };
        Order order = new Order(Path.of(given.get(0)), Sample.EXCERPT, 3, 300_000, 1, Order.Part.ALL,
                Optional.of(new Order.CentreCodes(given.get(1), given.subList(2, given.size()))));
        System.out.println(new Replay(Machine.real(), progress).run(order).getClass().getSimpleName());
        System.exit(0);
    }
}
