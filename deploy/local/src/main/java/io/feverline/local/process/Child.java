package io.feverline.local.process;

import io.feverline.local.LocalProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** One running child process. */
public final class Child {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ChildSpec spec;
    private final Process process;
    private volatile boolean endExpected;

    private Child(ChildSpec spec, Process process) {
        this.spec = spec;
        this.process = process;
    }

    static Child start(ChildSpec spec) {
        try {
            return new Child(
                    spec,
                    new ProcessBuilder(Detached.command(spec.command()))
                            .directory(spec.folder().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(spec.log().toFile()))
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(spec.name() + " could not be started", e);
        }
    }

    /** How it was started. */
    public ChildSpec spec() {
        return spec;
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it ended with; only once it has. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Whether somebody here asked it to end. */
    boolean endExpected() {
        return endExpected;
    }

    /** From now on its end is no news. */
    public void expectEnd() {
        endExpected = true;
    }

    /** Completes when it has ended. */
    public CompletableFuture<Child> ended() {
        return process.onExit().thenApply(ignored -> this);
    }

    /**
     * Waits until a condition holds.
     *
     * @throws LocalProblem naming the log, if the child ends or the time is over before that
     */
    public void await(BooleanSupplier condition, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (endedWithin(PAUSE)) {
                throw new LocalProblem("%s 启动失败，原因见日志。 %s ended while starting; its log says why: %s"
                        .formatted(spec.name(), spec.name(), spec.log()));
            }
            if (System.nanoTime() > deadline) {
                throw new LocalProblem("%s 在 %d 秒内未就绪，请看日志。 %s was not ready within %d s; see its log: %s"
                        .formatted(spec.name(), atMost.toSeconds(), spec.name(), atMost.toSeconds(), spec.log()));
            }
        }
    }

    /** Holds it, and what it has started, where they are: SIGSTOP. Its sockets stay open and nobody answers on them. */
    public void pause() {
        all().forEach(each -> signal("STOP", each));
    }

    /** Lets it go on. */
    public void resume() {
        all().forEach(each -> signal("CONT", each));
    }

    /** Asks it to end, and makes it end when it has not within the time. */
    public void stop(Duration patience) {
        expectEnd();
        if (process.isAlive()) {
            ask();
        }
        if (!endedWithin(patience)) {
            kill();
        }
    }

    private void ask() {
        try {
            signal(spec.stopSignal(), process.toHandle());
            // One that is paused would hear of it only then.
            resume();
        } catch (UncheckedIOException noKillCommand) {
            process.destroy();
        }
    }

    /**
     * Ends it as a power cut would: SIGKILL, also for the processes that it has started, for a database server's
     * outlive it by a moment in which it cannot start again. Returns when all have ended.
     */
    public void kill() {
        expectEnd();
        List<ProcessHandle> all = all();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    private List<ProcessHandle> all() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    private static void signal(String name, ProcessHandle receiver) {
        try {
            new ProcessBuilder("kill", "-s", name, Long.toString(receiver.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("there is no kill command", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean endedWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
