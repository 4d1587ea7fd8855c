package io.feverline.ingest;

import io.feverline.ingest.intake.DoorBusy;
import io.feverline.ingest.intake.Publisher;
import io.feverline.ingest.reading.Reading;
import io.vertx.core.Context;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Brokers that acknowledge at once, later, or not at all. */
@Alternative
@Priority(1)
@Singleton
public class RecordedPublisher implements Publisher {
    private final List<Reading> published = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private volatile boolean onEventLoop;
    private volatile CompletableFuture<Void> acknowledged = CompletableFuture.completedFuture(null);

    @Override
    public CompletionStage<Void> publish(List<Reading> readings) {
        if (away) {
            return CompletableFuture.failedStage(new DoorBusy("away", null));
        }
        onEventLoop = Context.isOnEventLoopThread();
        published.addAll(readings);
        return acknowledged;
    }

    /** What came so far and was acknowledged, or will be. */
    public List<Reading> published() {
        return published;
    }

    /** Whether the last ones came on an event loop. */
    public boolean onEventLoop() {
        return onEventLoop;
    }

    /** From now on the brokers acknowledge when the test says so. */
    public CompletableFuture<Void> acknowledgeLater() {
        acknowledged = new CompletableFuture<>();
        return acknowledged;
    }

    /** Whether the brokers are away from now on. */
    public void away(boolean now) {
        away = now;
    }
}
