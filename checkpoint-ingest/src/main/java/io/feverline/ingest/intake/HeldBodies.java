package io.feverline.ingest.intake;

import io.feverline.ingest.config.IngestConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory the bodies take that are held whole, those of all requests together: gateways that send the largest
 * batches at one moment must not take what everybody's readings need. Safe for use by several threads.
 */
@Singleton
public class HeldBodies {
    private final long most;
    private final AtomicLong held = new AtomicLong();

    /**
     * Holding nothing.
     *
     * @throws IllegalArgumentException if the largest batch would never be let in
     */
    @Inject
    public HeldBodies(IngestConfig config, MeterRegistry metrics) {
        this(config.heldBytes().asLongValue());
        // One with an Idempotency-Key is held as it was sent and unpacked, each with up to two bytes more that show it
        // is
        // too large.
        if (most < 2 * (config.arrayBytes().asLongValue() + 2)) {
            throw new IllegalArgumentException(
                    "feverline.ingest.held-bytes: less than twice array-bytes, the largest batch would never be let in");
        }
        Gauge.builder("feverline.bodies.held.size", held, AtomicLong::get)
                .description("Memory of the batches that are held whole while they are read and worked on")
                .baseUnit("bytes")
                .register(metrics);
    }

    HeldBodies(long most) {
        this.most = most;
    }

    /** A request's part of it, nothing at first; closing it gives all back. */
    public Part part() {
        return new Part();
    }

    /** What one request holds. */
    public final class Part implements AutoCloseable {
        private long taken;

        private Part() {}

        /** Takes so many bytes more, or throws {@link DoorBusy}. */
        public void take(int bytes) {
            if (held.addAndGet(bytes) > most) {
                held.addAndGet(-bytes);
                throw new DoorBusy("too much of other batches is held", null);
            }
            taken += bytes;
        }

        @Override
        public void close() {
            held.addAndGet(-taken);
            taken = 0;
        }
    }
}
