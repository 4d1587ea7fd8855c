package io.feverline.alert.detection;

import io.feverline.alert.kafka.PolicyEvents;
import io.feverline.alert.rule.KeyRegion;
import io.feverline.alert.rule.KeyRegions;
import io.feverline.alert.rule.Policies;
import io.feverline.alert.rule.ScreeningPolicy;
import io.feverline.events.Topic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.Stores;

/** What readings are judged by: the policies and the key regions, each as of the reading's time. */
final class References {
    private final Reference<ScreeningPolicy, Policies> policies =
            new Reference<>(Topic.Name.POLICIES, PolicyEvents::decode, Policies::of);
    private final Reference<KeyRegion, KeyRegions> keyRegions =
            new Reference<>(Topic.Name.KEY_REGIONS, KeyRegionEvents::decode, KeyRegions::new);

    Topology addTo(Topology topology) {
        add(policies, topology);
        return add(keyRegions, topology);
    }

    /** A store has its topic's name. */
    private static Topology add(Reference<?, ?> reference, Topology topology) {
        return topology.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(reference.store()), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                reference.store() + "-in",
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                reference.store(),
                reference.store() + "-load",
                reference::loader);
    }

    /** One thread's view of them. */
    Views views(ProcessorContext<?, ?> context) {
        return new Views(
                policies.view(context.getStateStore(policies.store())),
                keyRegions.view(context.getStateStore(keyRegions.store())));
    }

    /** As they are now. */
    record Views(
            Reference<ScreeningPolicy, Policies>.View policyView, Reference<KeyRegion, KeyRegions>.View regionView) {
        Policies policies() {
            return policyView.get();
        }

        KeyRegions keyRegions() {
            return regionView.get();
        }
    }
}
