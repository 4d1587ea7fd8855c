package io.feverline.alert.rest;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows the stream as a browser would. */
final class StreamClient implements AutoCloseable {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger heartbeats = new AtomicInteger();
    private final AtomicLong seen = new AtomicLong(-1);
    private final Stream<String> lines;

    record Event(long id, String name, JsonObject alert) {}

    private StreamClient(Stream<String> lines) {
        this.lines = lines;
    }

    /** Opens the stream; when this returns, the service follows the changes for it. */
    static StreamClient open(URI address, String token, @Nullable Long lastEventId) {
        var request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId.toString());
        }
        try {
            HttpResponse<Stream<String>> response =
                    HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofLines());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("status " + response.statusCode());
            }
            var client = new StreamClient(response.body());
            var thread = new Thread(client::read, "stream-client");
            thread.setDaemon(true);
            thread.start();
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        List<String> block = new ArrayList<>();
        try {
            lines.forEach(line -> {
                if (line.isEmpty()) {
                    take(block);
                    block.clear();
                } else {
                    block.add(line);
                }
            });
        } catch (UncheckedIOException closed) {
            return;
        }
    }

    private void take(List<String> block) {
        long id = -1;
        String name = "";
        String data = "";
        for (String line : block) {
            String value = line.substring(line.indexOf(':') + 1).strip();
            if (line.startsWith("id:")) {
                id = Long.parseLong(value);
            } else if (line.startsWith("event:")) {
                name = value;
            } else if (line.startsWith("data:")) {
                data += value;
            } else if (line.startsWith(":") && value.equals("heartbeat")) {
                heartbeats.incrementAndGet();
            }
        }
        if (id >= 0) {
            seen.set(id);
        }
        if (!data.isEmpty()) {
            events.add(new Event(id, name, new JsonObject(data)));
        }
    }

    List<Event> await(int count) {
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> events.size() >= count);
        return List.copyOf(events);
    }

    int heartbeats() {
        return heartbeats.get();
    }

    /** Where it would go on after a break. */
    long seen() {
        return seen.get();
    }

    void awaitHeartbeats(int count) {
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> heartbeats.get() >= count);
    }

    @Override
    public void close() {
        lines.close();
    }
}
