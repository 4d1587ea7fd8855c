package io.feverline.local;

import io.feverline.local.process.Child;
import io.feverline.local.process.ChildSpec;
import io.feverline.local.process.Children;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One of the three services as a process that can be killed and started again. Safe for use by several threads. */
public final class ServiceProcess {
    private static final Duration READY = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(15);

    private final Service service;
    private final ChildSpec spec;
    private final URI url;
    private final Children children;
    private final HttpClient http;
    private @Nullable Child child;

    ServiceProcess(Service service, ChildSpec spec, URI url, Children children, HttpClient http) {
        this.service = service;
        this.spec = spec;
        this.url = url;
        this.children = children;
        this.http = http;
    }

    /** Which one. */
    public Service service() {
        return service;
    }

    /** Where its HTTP interface is. */
    public URI url() {
        return url;
    }

    /** Where its output goes. */
    public Path log() {
        return spec.log();
    }

    /** The id of the process that runs or ran last. */
    public long pid() {
        return current().pid();
    }

    /** Whether the process runs; whether it is ready is another question. */
    public synchronized boolean isAlive() {
        return child != null && child.isAlive();
    }

    /** Whether it says that it is ready. */
    public boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/q/health/ready"))
                .timeout(ANSWER)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @throws LocalProblem naming its log, if it does not become ready
     */
    public void start() {
        begin();
        awaitReady();
    }

    /**
     * Waits until it is ready.
     *
     * @throws LocalProblem naming its log, if it does not become ready
     */
    public void awaitReady() {
        current().await(this::isReady, READY);
    }

    /** Starts it and does not wait. */
    public synchronized void begin() {
        if (child != null && child.isAlive()) {
            throw new IllegalStateException(spec.name() + " runs already");
        }
        child = children.start(spec);
    }

    /** Ends it as a power cut would: SIGKILL. */
    public void kill() {
        current().kill();
    }

    /** Holds it where it is: SIGSTOP. */
    public void pause() {
        current().pause();
    }

    /** Lets it go on after a pause. */
    public void resume() {
        current().resume();
    }

    /** Ends it in order. */
    public void stop() {
        current().stop(STOP);
    }

    /** Ends it in order if it runs, starts it again and waits until it is ready. */
    public void restart() {
        stop();
        start();
    }

    boolean runs(Child other) {
        return other.spec().equals(spec);
    }

    private synchronized Child current() {
        if (child == null) {
            throw new IllegalStateException(spec.name() + " was never started");
        }
        return child;
    }
}
