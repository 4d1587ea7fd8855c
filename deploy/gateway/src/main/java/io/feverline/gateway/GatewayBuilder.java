package io.feverline.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What a gateway may be told before it opens; each has a default that works. */
public final class GatewayBuilder {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    final URI door;
    final String key;
    final Path queueFile;
    InstantSource clock = InstantSource.system();
    Listener listener = Listener.NONE;
    RandomGenerator random = RandomGenerator.getDefault();
    Duration firstPause = Duration.ofMillis(250);
    Duration longestPause = Duration.ofSeconds(30);
    Duration longestRetryAfter = Duration.ofMinutes(10);
    long queueBytes = 64 * 1024 * 1024;
    boolean survivesBlackout = true;
    Duration probeEvery = Duration.ofMinutes(10);

    @Nullable
    String bootId;

    @Nullable
    Executor executor;

    @Nullable
    HttpClient client;

    GatewayBuilder(URI door, String key, Path queueFile) {
        this.door = door;
        this.key = key;
        this.queueFile = queueFile;
    }

    /** Tells the time, for heartbeats and for a Retry-After that is a date. */
    public GatewayBuilder clock(InstantSource source) {
        clock = source;
        return this;
    }

    /** Hears what becomes of readings. Nobody by default. */
    public GatewayBuilder listener(Listener whom) {
        listener = whom;
        return this;
    }

    /** Draws the jitter. */
    public GatewayBuilder random(RandomGenerator generator) {
        random = generator;
        return this;
    }

    /** Between attempts; doubled from the first to the longest. By default 250 ms to 30 s. */
    public GatewayBuilder pauses(Duration first, Duration longest) {
        firstPause = first;
        longestPause = longest;
        return this;
    }

    /** A door that asks for more patience is asked again after this. By default 10 minutes. */
    public GatewayBuilder longestRetryAfter(Duration longest) {
        longestRetryAfter = longest;
        return this;
    }

    /**
     * What unsettled readings may take; the file may be twice as long and for a moment three times, while it is swept.
     * By default 64 MiB, some 100,000 readings.
     */
    public GatewayBuilder queueBytes(long most) {
        queueBytes = most;
        return this;
    }

    /**
     * Whether a reading is on the disk itself before it counts as kept. By default it is: gateways stand at roadsides,
     * where the power fails more often than the process, and a reading has some milliseconds. Without, whatever the
     * operating system had not written is lost in a blackout, and its numbers are given once more.
     */
    public GatewayBuilder survivesBlackout(boolean does) {
        survivesBlackout = does;
        return this;
    }

    /**
     * How often a synthetic fever is sent: the alarm that a fever would not arrive. By default every 10 minutes, the
     * first after 5 to 10; {@link Duration#ZERO} sends none. It is not queued, has no number and no outcome: one that
     * gets lost is what it is for.
     */
    public GatewayBuilder probeEvery(Duration interval) {
        probeEvery = interval;
        return this;
    }

    /** Begins to count from 0, unless the earlier run had the same. By default the earlier run's count goes on. */
    public GatewayBuilder bootId(String id) {
        bootId = id;
        return this;
    }

    /** Where the gateway's steps and its listener run. By default on threads of its own, one at a time. */
    public GatewayBuilder executor(Executor own) {
        executor = own;
        return this;
    }

    /** Several gateways may share a client; it must not follow redirects, which would carry the key elsewhere. */
    public GatewayBuilder client(HttpClient shared) {
        client = shared;
        return this;
    }

    /**
     * Opens the queue and begins to send what an earlier run left there.
     *
     * @throws IOException when the queue cannot be opened, or another process has it
     */
    public Gateway open() throws IOException {
        Executor threads = Executors.newCachedThreadPool(GatewayBuilder::daemon);
        return Gateway.open(this, executor == null ? threads : executor, client == null ? client(threads) : client);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "feverline-gateway");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * A client as gateways want it.
     *
     * @param callbacks for the client's own work
     */
    public static HttpClient client(Executor callbacks) {
        // HTTP/2 over clear text begins with an upgrade, which some doors' proxies do not pass on.
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(callbacks)
                .build();
    }
}
