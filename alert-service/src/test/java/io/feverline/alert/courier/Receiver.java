package io.feverline.alert.courier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Somebody who is told by HTTP, and answers as a test wants. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile IntFunction<Answer> answers = attempt -> Answer.of(204);

    record Answer(int status, Map<String, String> headers, String body, long waitMs) {
        static Answer of(int status) {
            return new Answer(status, Map.of(), "", 0);
        }
    }

    record Received(String path, Headers headers, String body) {
        String id() {
            return headers.getFirst("webhook-id");
        }

        JsonObject json() {
            return new JsonObject(body);
        }

        JsonArray events() {
            return json().getJsonObject("data").getJsonArray("events");
        }
    }

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    /** @param byAttempt its answer to the first, the second, and so on */
    Receiver answering(IntFunction<Answer> byAttempt) {
        answers = byAttempt;
        return this;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/fevers?key=1";
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        received.add(new Received(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
        Answer answer = answers.apply(received.size());
        try {
            var unused = closed.await(answer.waitMs(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        byte[] bytes = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
