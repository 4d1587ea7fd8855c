package io.feverline.local.demo;

import io.feverline.local.LocalProblem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** checkpoint-ingest as a device meets it. It learns of devices from a topic, a moment after they were registered. */
public final class Door {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int NO_ANSWER = 0;

    private final URI url;
    private final HttpClient http;

    /** The one at that address. */
    public Door(URI url, HttpClient http) {
        this.url = url;
        this.http = http;
    }

    /**
     * Waits until it knows a device: until then its key is refused.
     *
     * @throws LocalProblem if that takes too long
     */
    public void awaitKnows(KeyedDevice device) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!knows(device)) {
            if (System.nanoTime() > deadline) {
                throw new LocalProblem(
                        "checkpoint-ingest 未收到设备 %s，请看日志。 checkpoint-ingest has not learnt of device %s; see its log and registry-service's."
                                .formatted(device.deviceId(), device.deviceId()));
            }
        }
    }

    private boolean knows(KeyedDevice device) {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/v1/device"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + device.key())
                .build();
        return CompletableFuture.supplyAsync(
                        () -> status(request) == OK, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS))
                .join();
    }

    private int status(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return NO_ANSWER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalProblem("正在停止。 The system is stopping.", e);
        }
    }
}
