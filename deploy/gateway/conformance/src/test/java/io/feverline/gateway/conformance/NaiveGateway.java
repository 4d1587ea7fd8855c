package io.feverline.gateway.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** As small a gateway as conforms, one request at a time; but for its fault. */
final class NaiveGateway implements AutoCloseable {

    private static final long FIRST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 800;
    private static final int BATCH = 4;
    /** More would keep it from the rest of its work, which is another fault. */
    private static final int MOST_REPETITIONS = 3;

    /** A reading that waits. */
    private record Waiting(String id, String rest, int sendings) {
        String body(Fault fault) {
            String sentId = fault == Fault.NEW_ID_AT_EACH_SENDING && sendings > 0
                    ? UUID.randomUUID().toString()
                    : id;
            String temperature = fault == Fault.NEW_TEMPERATURE_AT_EACH_SENDING ? "36." + (sendings % 9 + 1) : "36.6";
            return "{\"id\":\"" + sentId + "\",\"temperature\":" + temperature + rest + "}";
        }

        Waiting sent() {
            return new Waiting(id, rest, sendings + 1);
        }
    }

    private final URI door;
    private final String key;
    private final Fault fault;
    private final HttpClient client = HttpClient.newHttpClient();
    private final SplittableRandom random = new SplittableRandom(11);
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private long seq;
    private long ceiling = FIRST_PAUSE;
    private boolean batched;
    private int repetitions;

    NaiveGateway(int port, String key, Fault fault) {
        this.door = URI.create("http://127.0.0.1:" + port);
        this.key = key;
        this.fault = fault;
    }

    void start(Duration every) {
        later(0, this::sendNext);
        measureEach(every);
    }

    private void measureEach(Duration every) {
        later(every.toMillis(), () -> {
            measure();
            measureEach(every);
        });
    }

    private void later(long millis, Runnable step) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, threads)
                .execute(step);
    }

    private synchronized void measure() {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        String rest = ",\"measuredAt\":\""
                + (fault == Fault.NO_OFFSET ? now.toLocalDateTime() : now)
                + "\",\"bootId\":\"b\",\"seq\":"
                + seq++
                + (fault == Fault.UNKNOWN_MEMBER ? ",\"traveler\":1" : "");
        if (fault != Fault.LOSES_EVERY_TENTH || seq % 10 != 0) {
            waiting.add(new Waiting(
                    fault == Fault.ID_IS_A_NUMBER
                            ? Long.toString(seq)
                            : UUID.randomUUID().toString(),
                    rest,
                    0));
        }
    }

    private synchronized List<Waiting> next() {
        if (fault == Fault.TAKES_200_FOR_ALL && !batched) {
            if (waiting.size() < BATCH) {
                return List.of();
            }
            batched = true;
            List<Waiting> batch = new ArrayList<>(waiting);
            waiting.clear();
            return batch;
        }
        if (waiting.isEmpty()) {
            return List.of();
        }
        return List.of(fault == Fault.OLDEST_FIRST ? waiting.removeFirst() : waiting.removeLast());
    }

    private synchronized void keep(Waiting one) {
        if (fault == Fault.OLDEST_FIRST) {
            waiting.addFirst(one.sent());
        } else {
            waiting.addLast(one.sent());
        }
    }

    private void sendNext() {
        List<Waiting> parcel = next();
        long pause = parcel.isEmpty() ? 10 : parcel.size() > 1 ? post(parcel) : post(parcel.get(0));
        later(pause, this::sendNext);
    }

    private long post(List<Waiting> batch) {
        String lines =
                String.join("\n", batch.stream().map(one -> one.body(fault)).toList());
        try {
            client.send(request("/v1/readings/batch", "application/x-ndjson", lines), BodyHandlers.ofString());
        } catch (IOException e) {
            batch.forEach(this::keep);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** How long to wait then. */
    private long post(Waiting one) {
        try {
            var response =
                    client.send(request("/v1/readings", "application/json", one.body(fault)), BodyHandlers.ofString());
            int status = response.statusCode();
            if (status == 202 || status == 422) {
                ceiling = FIRST_PAUSE;
                boolean again = fault == (status == 202 ? Fault.SENDS_ACCEPTED_AGAIN : Fault.SENDS_REJECTED_AGAIN);
                if (again && repetitions++ < MOST_REPETITIONS) {
                    later(1_500, () -> keep(one));
                }
                return 0;
            }
            if (fault != Fault.DROPS_ON_503 || status != 503) {
                keep(one);
            }
            long asked =
                    Long.parseLong(response.headers().firstValue("Retry-After").orElse("0")) * 1_000;
            return Math.max(fault == Fault.IGNORES_RETRY_AFTER ? 0 : asked, pause());
        } catch (IOException e) {
            keep(one);
            return pause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private long pause() {
        if (fault == Fault.HAMMERS) {
            return random.nextLong(5, 15);
        }
        if (fault == Fault.WAITS_EVENLY) {
            return LONGEST_PAUSE;
        }
        long pause = ceiling / 2 + random.nextLong(ceiling / 2);
        ceiling = Math.min(LONGEST_PAUSE, ceiling * 2);
        return pause;
    }

    private HttpRequest request(String path, String type, String body) {
        String query = fault == Fault.KEY_IN_URL ? "?key=" + key : "";
        return HttpRequest.newBuilder(door.resolve(path + query))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .timeout(Duration.ofMillis(fault == Fault.IMPATIENT ? 700 : 10_000))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
