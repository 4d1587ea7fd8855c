package io.feverline.benchmarks.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The load generator: as many keep-alive connections as are asked for, each with one request at a time. */
public final class Load implements AutoCloseable {
    /** How checkpoint-ingest is set up for it: a few devices post what thousands do. */
    public static final Map<String, String> NO_QUOTA = Map.of(
            "feverline.quota.device-burst", "100000000",
            "feverline.quota.device-per-second", "10000000",
            "feverline.quota.gateway-burst", "100000000",
            "feverline.quota.gateway-per-second", "10000000");

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http;
    private final List<RequestOptions> targets;
    private final Bodies bodies;
    private final int connections;
    private final LongAdder failures = new LongAdder();
    private final AtomicReference<@Nullable Throwable> firstFailure = new AtomicReference<>();

    /** A generator that is ready to begin. */
    public Load(int port, List<String> keys, Bodies bodies, int connections) {
        this.bodies = bodies;
        this.connections = connections;
        http = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true),
                new PoolOptions().setHttp1MaxSize(connections).setEventLoopSize(1));
        targets = keys.stream().map(key -> target(port, key, bodies)).toList();
    }

    private static RequestOptions target(int port, String key, Bodies bodies) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI(bodies.path())
                .setTimeout(LONGEST_ANSWER.toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("Authorization", "Bearer " + key);
    }

    /** Requests that were answered within a time, per second: closed loop, every connection always busy. */
    public double requestsPerSecond(Duration time) throws InterruptedException {
        var answered = new LongAdder();
        var busy = new CountDownLatch(connections);
        long end = System.nanoTime() + time.toNanos();
        for (int i = 0; i < connections; i++) {
            again(i, answered, busy, end);
        }
        await(busy, time);
        return answered.sum() / (time.toNanos() / 1e9);
    }

    private void again(int device, LongAdder answered, CountDownLatch busy, long end) {
        post(device, bodies.body(InstantSource.system()), () -> {
            if (System.nanoTime() >= end) {
                busy.countDown();
                return;
            }
            answered.increment();
            again(device, answered, busy, end);
        });
    }

    /** Sends so many requests as fast as they are answered, and waits for the last answer. */
    public void requests(int count, Duration atMost) throws InterruptedException {
        var unsent = new AtomicInteger(count);
        var unanswered = new CountDownLatch(count);
        for (int i = 0; i < connections; i++) {
            next(i, unsent, unanswered);
        }
        await(unanswered, atMost);
    }

    private void next(int device, AtomicInteger unsent, CountDownLatch unanswered) {
        if (unsent.getAndDecrement() > 0) {
            post(device, bodies.body(InstantSource.system()), () -> {
                unanswered.countDown();
                next(device + connections, unsent, unanswered);
            });
        }
    }

    /**
     * Answer times in µs at a steady rate: open loop, each counted from when the request was due, so that a stall is
     * not hidden by the requests that it kept from being sent.
     */
    public Histogram latencies(double perSecond, Duration time) throws InterruptedException {
        var micros = new ConcurrentHistogram(3);
        long begin = System.nanoTime();
        Instant beginning = Instant.now();
        int all = (int) (perSecond * time.toNanos() / 1e9);
        var open = new CountDownLatch(all);
        var due = new AtomicInteger();
        vertx.setPeriodic(1, timer -> {
            long now = System.nanoTime();
            while (due.get() < all && dueAt(begin, due.get(), perSecond) <= now) {
                int number = due.getAndIncrement();
                long at = dueAt(begin, number, perSecond);
                post(number, bodies.body(() -> beginning.plusNanos(at - begin)), () -> {
                    micros.recordValue((System.nanoTime() - at) / 1000);
                    open.countDown();
                });
            }
            if (due.get() >= all) {
                vertx.cancelTimer(timer);
            }
        });
        await(open, time);
        return micros;
    }

    /** Waits for the load to end and for its last answers. */
    private static void await(CountDownLatch unanswered, Duration time) throws InterruptedException {
        if (!unanswered.await(time.plus(LONGEST_ANSWER).toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException(unanswered.getCount() + " requests were never answered");
        }
    }

    private static long dueAt(long begin, int number, double perSecond) {
        return begin + (long) (number / perSecond * 1e9);
    }

    private void post(int device, Buffer body, Runnable whenAnswered) {
        http.request(targets.get(device % targets.size()))
                .compose(request -> request.send(body))
                .compose(answer -> answer.statusCode() < 300
                        ? answer.end()
                        : answer.body()
                                .compose(
                                        problem -> Future.failedFuture(answer.statusCode() + " " + problem.toString())))
                .onComplete(done -> {
                    if (done.failed()) {
                        failures.increment();
                        firstFailure.compareAndSet(null, done.cause());
                    }
                    whenAnswered.run();
                });
    }

    /**
     * Holds the door to its work.
     *
     * @throws IllegalStateException when a request was not answered with a success
     */
    public void requireNoFailure(String door) {
        if (failures.sum() > 0) {
            throw new IllegalStateException(
                    door + " refused " + failures.sum() + " requests, the first one with " + firstFailure.get());
        }
    }

    @Override
    public void close() {
        http.close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
