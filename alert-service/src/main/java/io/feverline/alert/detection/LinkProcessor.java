package io.feverline.alert.detection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/** Knows where each reading of an episode is, and sends rechecks there; see {@link Links}. */
final class LinkProcessor extends ContextualProcessor<String, byte[], String, byte[]> {
    /** For one reading. */
    private static final int MOST_WAITING = 8;

    private final Duration remembered;
    private final Duration evictionEvery;
    private final InstantSource clock;
    private @Nullable TimestampedKeyValueStore<String, String> homes;
    private @Nullable KeyValueStore<String, List<byte[]>> waiting;

    LinkProcessor(EpisodeProcessor.Memory memory, InstantSource clock) {
        this.remembered = memory.remembered();
        this.evictionEvery = memory.evictionEvery();
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        homes = context.getStateStore(DetectionTopology.HOMES);
        waiting = context.getStateStore(DetectionTopology.WAITING_RECHECKS);
        context.schedule(evictionEvery, PunctuationType.WALL_CLOCK_TIME, now -> forget());
    }

    @Override
    public void process(Record<String, byte[]> message) {
        var known = Objects.requireNonNull(homes, "initialised");
        var rechecks = Objects.requireNonNull(waiting, "initialised");
        String announced = Links.announcedHome(message.headers());
        if (announced != null) {
            known.put(message.key(), ValueAndTimestamp.make(announced, clock.millis()));
            // They stay: should they get lost on the way now, the announcement is delivered again.
            sendOn(message, rechecks.get(message.key()), announced);
            return;
        }
        var home = known.get(message.key());
        String own = Links.wayBack(message.headers());
        if (home != null) {
            context().forward(Links.sentOn(message, home.value()));
        } else if (own != null) {
            context().forward(Links.sentBack(message, own));
        } else {
            waitFor(message, rechecks);
        }
    }

    /** A recheck that is no fever has time: what it names is late. */
    private static void waitFor(Record<String, byte[]> recheck, KeyValueStore<String, List<byte[]>> rechecks) {
        List<byte[]> others = rechecks.get(recheck.key());
        var all = new ArrayList<byte[]>();
        if (others != null) {
            all.addAll(others.subList(Math.max(0, others.size() - MOST_WAITING + 1), others.size()));
        }
        all.add(recheck.value());
        rechecks.put(recheck.key(), all);
    }

    private void sendOn(Record<String, byte[]> announcement, @Nullable List<byte[]> rechecks, String home) {
        if (rechecks != null) {
            for (byte[] recheck : rechecks) {
                context().forward(new Record<>(home, recheck, announcement.timestamp()));
            }
        }
    }

    private void forget() {
        var known = Objects.requireNonNull(homes, "initialised");
        long limit = Instant.ofEpochMilli(clock.millis()).minus(remembered).toEpochMilli();
        List<String> stale = new ArrayList<>();
        try (KeyValueIterator<String, ValueAndTimestamp<String>> all = known.all()) {
            while (all.hasNext()) {
                KeyValue<String, ValueAndTimestamp<String>> entry = all.next();
                if (entry.value.timestamp() < limit) {
                    stale.add(entry.key);
                }
            }
        }
        stale.forEach(known::delete);
    }
}
