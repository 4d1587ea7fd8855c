package io.feverline.benchmarks.load;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Travellers of whom one in so many is feverish, each feverish one another person; six in ten show their papers. */
public final class Travellers implements Bodies {
    private static final AtomicLong COUNTER = new AtomicLong();
    private static final int WITH_PAPERS_OF_TEN = 6;

    private final int oneIn;
    private final int inBatch;
    private final long people;
    private final Map<String, Instant> fevers = new ConcurrentHashMap<>();

    /**
     * Such travellers.
     *
     * @param oneIn how many of whom one is feverish
     * @param inBatch how many readings are posted at once
     * @param people how many others there are, at most 9,999,999: after so many readings the first comes again
     */
    public Travellers(int oneIn, int inBatch, long people) {
        this.oneIn = oneIn;
        this.inBatch = inBatch;
        this.people = people;
    }

    /** The feverish readings so far, and when each was due. */
    public Map<String, Instant> fevers() {
        return Map.copyOf(fevers);
    }

    @Override
    public String path() {
        return inBatch == 1 ? "/v1/readings" : "/v1/readings/batch";
    }

    @Override
    public Buffer body(InstantSource clock) {
        Instant now = clock.instant();
        if (inBatch == 1) {
            return Buffer.buffer(reading(now));
        }
        var batch = new StringBuilder(inBatch * 260).append('[');
        for (int i = 0; i < inBatch; i++) {
            batch.append(i == 0 ? "" : ",").append(reading(now));
        }
        return Buffer.buffer(batch.append(']').toString());
    }

    private String reading(Instant now) {
        long number = COUNTER.incrementAndGet();
        boolean feverish = number % oneIn == 0;
        String id = UUID.randomUUID().toString();
        if (feverish) {
            fevers.put(id, now);
        }
        String head = "{\"id\":\"" + id + "\",\"measuredAt\":\"" + now
                + "\",\"site\":\"axillary\",\"mode\":\"body\",\"temperature\":"
                + (feverish ? "38.2" : "36." + number % 10);
        return number / oneIn % 10 < WITH_PAPERS_OF_TEN
                ? head + ",\"traveller\":{\"documentType\":\"passport\",\"documentNumber\":\"E"
                        + (feverish ? 20_000_000 + number : 10_000_000 + number % people)
                        + "\",\"name\":\"张三\",\"phone\":\"13612345678\",\"originArea\":\"420100\"}}"
                : head + "}";
    }
}
