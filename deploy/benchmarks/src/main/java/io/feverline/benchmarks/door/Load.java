package io.feverline.benchmarks.door;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** The load generator: as many keep-alive connections as are asked for, each with one request at a time. */
final class Load implements AutoCloseable {
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http;
    private final List<RequestOptions> targets;
    private final Payload payload;
    private final int connections;
    private final LongAdder failures = new LongAdder();

    Load(int port, List<String> keys, Payload payload, int connections) {
        this.payload = payload;
        this.connections = connections;
        http = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true),
                new PoolOptions().setHttp1MaxSize(connections).setEventLoopSize(1));
        targets = keys.stream().map(key -> target(port, key, payload)).toList();
    }

    private static RequestOptions target(int port, String key, Payload payload) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI(payload.path())
                .setTimeout(LONGEST_ANSWER.toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("Authorization", "Bearer " + key);
    }

    /** Requests that were answered within a time, per second: closed loop, every connection always busy. */
    double requestsPerSecond(Duration time) throws InterruptedException {
        var answered = new LongAdder();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        for (int i = 0; i < connections; i++) {
            again(i, answered, end);
        }
        Thread.sleep(time.toMillis());
        double seconds = (System.nanoTime() - begin) / 1e9;
        return answered.sum() / seconds;
    }

    private void again(int device, LongAdder answered, long end) {
        if (System.nanoTime() >= end) {
            return;
        }
        post(device, payload.body(InstantSource.system()), () -> {
            answered.increment();
            again(device, answered, end);
        });
    }

    /**
     * Answer times in µs at a steady rate: open loop, each counted from when the request was due, so that a stall is not
     * hidden by the requests that it kept from being sent.
     */
    Histogram latencies(double perSecond, Duration time) throws InterruptedException {
        var micros = new ConcurrentHistogram(3);
        long begin = System.nanoTime();
        var due = new AtomicLong();
        long all = (long) (perSecond * time.toNanos() / 1e9);
        var open = new LongAdder();
        vertx.setPeriodic(1, timer -> {
            long now = System.nanoTime();
            while (due.get() < all && dueAt(begin, due.get(), perSecond) <= now) {
                long number = due.getAndIncrement();
                long at = dueAt(begin, number, perSecond);
                open.increment();
                post((int) number, payload.body(InstantSource.system()), () -> {
                    micros.recordValue((System.nanoTime() - at) / 1000);
                    open.decrement();
                });
            }
            if (due.get() >= all) {
                vertx.cancelTimer(timer);
            }
        });
        Thread.sleep(time.toMillis());
        long deadline = System.nanoTime() + LONGEST_ANSWER.toNanos();
        while ((due.get() < all || open.sum() > 0) && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        return micros;
    }

    private static long dueAt(long begin, long number, double perSecond) {
        return begin + (long) (number / perSecond * 1e9);
    }

    private void post(int device, Buffer body, Runnable whenAnswered) {
        http.request(targets.get(device % targets.size()))
                .compose(request -> request.send(body))
                .compose(answer -> {
                    if (answer.statusCode() >= 300) {
                        failures.increment();
                    }
                    return answer.end();
                })
                .onComplete(done -> {
                    if (done.failed()) {
                        failures.increment();
                    }
                    whenAnswered.run();
                });
    }

    /** Requests that were not answered with a success. */
    long failures() {
        return failures.sum();
    }

    @Override
    public void close() {
        http.close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
