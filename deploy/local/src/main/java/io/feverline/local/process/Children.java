package io.feverline.local.process;

import io.feverline.local.LocalProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All children of one system: none outlives it, none ends unnoticed. Safe for use by several threads. */
public final class Children implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Watchdog watchdog = new Watchdog();
    private final Set<Child> running = Collections.synchronizedSet(new LinkedHashSet<>());
    private volatile @Nullable Consumer<Child> onDeath;
    private boolean closed;

    /** Who is told when a child ends although nobody here asked it to. */
    public void onDeath(Consumer<Child> listener) {
        onDeath = listener;
    }

    /** Removes a folder, should this process end without having closed its children. */
    public void removeAfterwards(Path folder) {
        watchdog.removeAfterwards(folder);
    }

    /**
     * Starts a child.
     *
     * @throws LocalProblem if the system is stopping
     */
    public synchronized Child start(ChildSpec spec) {
        if (closed) {
            throw new LocalProblem("正在停止。 The system is stopping.");
        }
        Child child = Child.start(spec);
        watchdog.watch(child.pid());
        running.add(child);
        var unused = child.ended().thenAccept(this::ended);
        return child;
    }

    private void ended(Child child) {
        running.remove(child);
        watchdog.forget(child.pid());
        Consumer<Child> listener = onDeath;
        if (listener != null && !child.endExpected()) {
            listener.accept(child);
        }
    }

    /** Stops everything, tier by tier, and those of one tier at once. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        List<Child> all;
        synchronized (running) {
            all = List.copyOf(running);
        }
        all.forEach(Child::expectEnd);
        EnumSet.allOf(Tier.class).stream()
                .sorted(Collections.reverseOrder())
                .forEach(tier -> all.parallelStream()
                        .filter(child -> child.spec().tier() == tier)
                        .forEach(child -> child.stop(PATIENCE)));
        watchdog.close();
    }
}
