package io.feverline.alert.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jboss.logging.Logger;

/**
 * Reference data of a compacted topic, whole at every instance in a global store, and decoded once per change. Few and
 * seldom changed.
 *
 * @param <E> one entry
 * @param <T> all of them, as they are used
 */
final class Reference<E, T> {
    private static final Logger LOG = Logger.getLogger(Reference.class);

    private final String store;
    private final Function<byte[], E> decoder;
    private final Function<List<E>, T> whole;
    private final AtomicLong changes = new AtomicLong();

    Reference(String store, Function<byte[], E> decoder, Function<List<E>, T> whole) {
        this.store = store;
        this.decoder = decoder;
        this.whole = whole;
    }

    String store() {
        return store;
    }

    /** Keeps what comes in on the topic. */
    Processor<String, byte[], Void, Void> loader() {
        return new ContextualProcessor<>() {
            @Override
            public void process(Record<String, byte[]> entry) {
                KeyValueStore<String, byte[]> entries = context().getStateStore(store);
                entries.put(entry.key(), entry.value());
                changes.incrementAndGet();
            }
        };
    }

    /** One thread's view of it. */
    View view(ReadOnlyKeyValueStore<String, byte[]> entries) {
        return new View(entries);
    }

    /** What was decoded last, as long as nothing has changed. */
    final class View {
        private final ReadOnlyKeyValueStore<String, byte[]> entries;
        private long known = -1;
        private T value;

        private View(ReadOnlyKeyValueStore<String, byte[]> entries) {
            this.entries = entries;
            this.value = whole.apply(List.of());
        }

        T get() {
            long now = changes.get();
            if (now != known) {
                value = read();
                known = now;
            }
            return value;
        }

        private T read() {
            List<E> decoded = new ArrayList<>();
            try (KeyValueIterator<String, byte[]> all = entries.all()) {
                all.forEachRemaining(entry -> {
                    try {
                        decoded.add(decoder.apply(entry.value));
                    } catch (RuntimeException e) {
                        LOG.errorf(e, "%s %s cannot be read and is left out", store, entry.key);
                    }
                });
            }
            return whole.apply(decoded);
        }
    }
}
