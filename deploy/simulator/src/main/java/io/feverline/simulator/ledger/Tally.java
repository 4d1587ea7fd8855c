package io.feverline.simulator.ledger;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Counts and latencies of a run; written by the fleet, read by the progress line. */
public final class Tally {

    /** The default policy's threshold for the forehead, m°C; over it a reading counts as feverish in the summary. */
    public static final int THRESHOLD = 37_300;

    private static final long LONGEST_MICROS = 3_600_000_000L;

    private final LongAdder taken = new LongAdder();
    private final LongAdder reopened = new LongAdder();
    private final LongAdder feverish = new LongAdder();
    private final LongAdder identified = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);
    private final Recorder recent = new Recorder(LONGEST_MICROS, 3);
    private final Histogram whole = new Histogram(LONGEST_MICROS, 3);

    /** All zero. */
    public Tally() {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, new LongAdder());
        }
    }

    /** A reading was measured and put on a gateway's disk. */
    public void took() {
        taken.increment();
    }

    /** An earlier run had left this many readings. */
    public void reopened(int count) {
        reopened.add(count);
    }

    /** An attempt to send failed and will be repeated. */
    public void failed() {
        failures.increment();
    }

    /** A reading's outcome is known. */
    public void settled(QueuedReading reading, Outcome outcome) {
        adder(outcome).increment();
        if (outcome == Outcome.OK) {
            if (reading.judged() > THRESHOLD && "forehead".equals(reading.site())) {
                feverish.increment();
            }
            if (!"none".equals(reading.identified())) {
                identified.increment();
            }
        }
    }

    /** From the moment a reading was due to its acknowledgement. */
    public void latency(long nanos) {
        recent.recordValue(Math.max(0, Math.min(LONGEST_MICROS, nanos / 1_000)));
    }

    /** How many readings were measured in this run. */
    public long taken() {
        return taken.sum();
    }

    /** How many readings have this outcome. */
    public long count(Outcome outcome) {
        return adder(outcome).sum();
    }

    private LongAdder adder(Outcome outcome) {
        LongAdder adder = outcomes.get(outcome);
        if (adder == null) {
            throw new IllegalStateException("no count of " + outcome);
        }
        return adder;
    }

    /** How many readings wait on disk or are on their way. */
    public long queued() {
        return taken.sum() + reopened.sum() - count(Outcome.OK) - count(Outcome.REJECTED);
    }

    /** How many acknowledged forehead readings exceed the default threshold. */
    public long feverish() {
        return feverish.sum();
    }

    /** How many acknowledged readings carry a traveller or a vehicle. */
    public long identified() {
        return identified.sum();
    }

    /** How many attempts failed and were, or will be, repeated. */
    public long failures() {
        return failures.sum();
    }

    /** Latencies in µs since the last call. */
    public synchronized Histogram recentLatencies() {
        Histogram interval = recent.getIntervalHistogram();
        whole.add(interval);
        return interval;
    }

    /** Latencies in µs of the whole run. */
    public synchronized Histogram latencies() {
        recentLatencies();
        return whole.copy();
    }
}
