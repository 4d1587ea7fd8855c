package io.feverline.alert.detection;

import io.feverline.alert.kafka.PolicyEvents;
import io.feverline.alert.rule.Policies;
import io.feverline.alert.rule.ScreeningPolicy;
import io.feverline.events.UnreadableEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jboss.logging.Logger;

/** The policies in their store, decoded once. They are only ever added to, so their number tells whether there is another. */
final class PolicyShelf {
    private static final Logger LOG = Logger.getLogger(PolicyShelf.class);

    private final ReadOnlyKeyValueStore<String, byte[]> store;
    private long known;
    private Policies policies = Policies.DEFAULT;

    PolicyShelf(ReadOnlyKeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    Policies policies() {
        long there = store.approximateNumEntries();
        if (there != known) {
            policies = read();
            known = there;
        }
        return policies;
    }

    private Policies read() {
        List<ScreeningPolicy> adopted = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            all.forEachRemaining(entry -> {
                try {
                    adopted.add(PolicyEvents.decode(entry.value));
                } catch (UnreadableEvent | IllegalArgumentException e) {
                    LOG.errorf(e, "policy %s cannot be read; readings are judged by the one before", entry.key);
                }
            });
        }
        return Policies.of(adopted);
    }
}
