package io.feverline.alert.detection;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the policies at hand for every partition. */
final class PolicyLoader extends ContextualProcessor<String, byte[], Void, Void> {

    @Override
    public void process(Record<String, byte[]> policy) {
        KeyValueStore<String, byte[]> policies = context().getStateStore(DetectionTopology.POLICIES);
        policies.put(policy.key(), policy.value());
    }
}
