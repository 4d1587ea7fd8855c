package io.feverline.systemtests;

import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows the live stream, goes on at another instance where it was, and notes the number of all it is told. */
final class StreamFollower implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LocalSystem system;
    private final String token;
    private final long from;
    private final List<Long> told = new CopyOnWriteArrayList<>();
    private @Nullable Stream<String> lines;
    private @Nullable Thread reader;

    /** One that has seen everything up to a change, and is nowhere yet. */
    StreamFollower(LocalSystem system, long from) {
        this.system = system;
        this.token = system.token(Persona.ADMIN);
        this.from = from;
    }

    /** Begins at an instance, or goes on there once the one before has ended. */
    void at(ServiceProcess instance) throws IOException, InterruptedException {
        awaitEnd();
        var request = HttpRequest.newBuilder(instance.url().resolve("/v1/alerts/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", Long.toString(last()))
                .build();
        var response = system.http().send(request, HttpResponse.BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new IOException("the stream answered " + response.statusCode());
        }
        Stream<String> body = response.body();
        lines = body;
        reader = new Thread(() -> read(body), "stream-follower");
        reader.setDaemon(true);
        reader.start();
    }

    private void awaitEnd() throws InterruptedException {
        if (reader != null) {
            reader.join(PATIENCE.toMillis());
            if (reader.isAlive()) {
                throw new AssertionError("the stream goes on although its instance has ended");
            }
        }
    }

    /** An event counts once it is whole: a blank line ends it. A heartbeat has a number, too, but tells nothing. */
    private void read(Stream<String> body) {
        try {
            String id = "";
            boolean tells = false;
            for (String line : (Iterable<String>) body::iterator) {
                if (line.startsWith("id:")) {
                    id = line.substring("id:".length()).strip();
                } else if (line.startsWith("data:")) {
                    tells = true;
                } else if (line.isEmpty()) {
                    if (tells) {
                        told.add(Long.parseLong(id));
                    }
                    tells = false;
                }
            }
        } catch (UncheckedIOException e) {
            // The instance was killed, or the test is over.
            return;
        }
    }

    /** The numbers in the order in which they came. */
    List<Long> told() {
        return List.copyOf(told);
    }

    /** The last one that was seen. */
    long last() {
        return told.isEmpty() ? from : told.get(told.size() - 1);
    }

    @Override
    public void close() {
        if (lines != null) {
            lines.close();
        }
    }
}
