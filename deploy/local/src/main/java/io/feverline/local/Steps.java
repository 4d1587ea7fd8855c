package io.feverline.local;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The steps of a start: each begins when those it stands on are done, and is told of when it is done. */
final class Steps implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Progress progress;

    Steps(Progress progress) {
        this.progress = progress;
    }

    CompletableFuture<Void> step(String name, Runnable work, CompletableFuture<?>... after) {
        return CompletableFuture.allOf(after).thenRunAsync(() -> timed(name, work), threads);
    }

    private void timed(String name, Runnable work) {
        long start = System.nanoTime();
        work.run();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        progress.say(String.format(Locale.ROOT, "%-20s 就绪 ready (%.1f s)", name, took.toMillis() / 1000.0));
    }

    /** Waits for all; throws what stopped the first one that failed, as soon as it has. */
    void await(CompletableFuture<?>... all) {
        CompletableFuture<Object> failed = new CompletableFuture<>();
        Arrays.stream(all).forEach(step -> {
            var unused = step.exceptionally(problem -> {
                failed.completeExceptionally(problem);
                return null;
            });
        });
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(all), failed).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
