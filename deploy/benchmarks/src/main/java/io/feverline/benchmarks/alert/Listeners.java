package io.feverline.benchmarks.alert;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Duty officers who have the live stream open, as many as are wanted, in this one process. */
final class Listeners implements AutoCloseable {
    private static final String ID = "id:";
    private static final String DATA = "data:";
    private static final String READING = "\"readingId\":\"";
    private static final int UUID_LENGTH = 36;

    /** Of a socket, bytes: one that is not read is full soon. */
    private static final int SMALL_BUFFER = 8_192;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http;
    private final URI alerts;
    private final String token;
    private final List<Listener> all = new ArrayList<>();

    Listeners(URI alerts, String token, int most) {
        this.alerts = alerts;
        this.token = token;
        http = vertx.createHttpClient(
                new HttpClientOptions().setReceiveBufferSize(SMALL_BUFFER),
                new PoolOptions().setHttp1MaxSize(most).setEventLoopSize(1));
    }

    /** One stream. All are read by one thread. */
    static final class Listener {
        private final Map<String, Instant> firstSeen = new ConcurrentHashMap<>();
        /** The numbers of all changes. */
        private final BitSet told = new BitSet();

        /** Of the event that is being told. That of a heartbeat is a change's that was told before. */
        private long id;

        private volatile long last;
        /** Written by one event loop. */
        private volatile boolean outOfOrder;

        private volatile @Nullable Throwable failure;
        private @Nullable HttpClientResponse response;

        /** When each reading's alert came first. */
        Map<String, Instant> firstSeen() {
            return firstSeen;
        }

        /** The number of the last change. */
        long last() {
            return last;
        }

        /** The changes after one, up to another. */
        private synchronized BitSet told(long after, long until) {
            BitSet changes = told.get(0, Math.toIntExact(until + 1));
            changes.clear(0, Math.toIntExact(after + 1));
            return changes;
        }

        /** Whether it broke off, or told a change again or late. */
        private boolean broken() {
            return outOfOrder || failure != null;
        }

        private synchronized void follow(HttpClientResponse opened, boolean stalled) {
            response = opened;
            if (stalled) {
                opened.pause();
            }
            opened.exceptionHandler(e -> failure = e);
            opened.handler(RecordParser.newDelimited("\n", line -> line(line.toString())));
        }

        private void line(String line) {
            if (line.startsWith(ID)) {
                id = Long.parseLong(line.substring(ID.length()).strip());
            } else if (line.startsWith(DATA) && line.endsWith("}")) {
                tell(id);
                int at = line.indexOf(READING);
                if (at >= 0) {
                    int begin = at + READING.length();
                    firstSeen.putIfAbsent(line.substring(begin, begin + UUID_LENGTH), Instant.now());
                }
            }
        }

        private synchronized void tell(long seq) {
            told.set(Math.toIntExact(seq));
            outOfOrder = outOfOrder || seq <= last;
            last = seq;
        }

        /** Reads on after a stall. */
        synchronized void resume() {
            if (response != null) {
                response.resume();
            }
        }
    }

    /**
     * Opens a stream.
     *
     * @param after the number of the last change seen; null for what is to come
     * @param stalled whether it reads nothing until it is resumed
     */
    Listener open(@Nullable Long after, boolean stalled) throws IOException {
        var listener = new Listener();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost("127.0.0.1")
                .setPort(alerts.getPort())
                .setURI("/v1/alerts/stream")
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Accept", "text/event-stream");
        if (after != null) {
            options.putHeader("Last-Event-ID", after.toString());
        }
        int status = http.request(options)
                .compose(request -> request.send())
                .map(response -> {
                    listener.follow(response, stalled);
                    return response.statusCode();
                })
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        if (status != 200) {
            throw new IOException("the stream answered " + status);
        }
        all.add(listener);
        return listener;
    }

    /**
     * How many of some broke off, were told a change again or late, or missed one that anybody was told.
     *
     * @param after the number of a change after which they were to be told all
     * @param until the number of a change that all have come to
     */
    long wronged(List<Listener> some, long after, long until) {
        var told = new BitSet();
        all.forEach(listener -> told.or(listener.told(after, until)));
        return some.stream()
                .filter(listener ->
                        listener.broken() || !listener.told(after, until).equals(told))
                .count();
    }

    @Override
    public void close() {
        http.close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
