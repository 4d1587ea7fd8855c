package io.feverline.ingest.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The door's limits. */
@ConfigMapping(prefix = "feverline.ingest")
public interface IngestConfig {
    /** A reading that is older than this on arrival goes to the late lane. */
    @WithDefault("2m")
    Duration liveWithin();

    /** A device's clock that runs further ahead is flagged, and its readings are never paged. */
    @WithDefault("5m")
    Duration aheadTolerance();

    /** A reading from further in the future is turned away. */
    @WithDefault("24h")
    Duration furthestAhead();

    /** A reading from further back is turned away; not longer than registry-service keeps passages. */
    @WithDefault("28d")
    Duration furthestBack();

    /** Most items in one batch. */
    @WithDefault("1000")
    int batchItems();

    /** Most bytes of one reading after unpacking: a body of its own, a line, or an item of an array. */
    @WithDefault("16K")
    MemorySize readingBytes();

    /** Most bytes of an array after unpacking: it is held whole. */
    @WithDefault("4M")
    MemorySize arrayBytes();

    /**
     * Most memory of all arrays, and of bodies with an Idempotency-Key, that are held at one moment; above it the door
     * answers 503.
     */
    @WithDefault("32M")
    MemorySize heldBytes();

    /** Most bytes of a body of lines after unpacking: of those one line is held at a time. */
    @WithDefault("16M")
    MemorySize linesBytes();

    /** Lines that are published together while the next ones are read; of long ones fewer. */
    @WithDefault("100")
    int chunkItems();

    /** Who has not sent a request whole within this time is cut off. */
    @WithDefault("30s")
    Duration bodyWithin();

    /** Batches that may wait for a processor; whoever finds so many before it is answered 503. */
    @WithDefault("64")
    int batchesWaiting();

    /**
     * Most readings of one lane that may wait for the brokers at once, and heartbeats likewise; above it the door
     * answers 503.
     */
    @WithDefault("20000")
    int inFlight();

    /**
     * Most memory that they may hold, as encoded records; above it the door answers 503. Less than each producer's
     * {@code buffer.memory}, which then never fills.
     */
    @WithDefault("16M")
    MemorySize inFlightBytes();

    /** How long a gateway is asked to wait before it tries again after a 503, seconds. */
    @WithDefault("2")
    int retryAfterSeconds();
}
