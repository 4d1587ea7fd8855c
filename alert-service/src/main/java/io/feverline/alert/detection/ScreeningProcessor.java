package io.feverline.alert.detection;

import io.feverline.alert.rule.ScreeningPolicy;
import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.events.UnreadableEvent;
import io.feverline.ingest.events.ReadingTaken;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a reading and has the policy judge it. What cannot be read goes to the dead letters as it came, headers
 * included, and the partition goes on. Its two ways out carry different values, hence {@code Object}.
 */
final class ScreeningProcessor extends ContextualProcessor<String, byte[], String, Object> {
    private static final EventCodec<ReadingTaken> CODEC = EventCodec.of(ReadingTaken.class);

    private final ScreeningPolicy policy;
    private final DetectionMeters meters;

    ScreeningProcessor(ScreeningPolicy policy, DetectionMeters meters) {
        this.policy = policy;
        this.meters = meters;
    }

    @Override
    public void process(Record<String, byte[]> message) {
        JudgedRecord judged = judged(message.value());
        String topic = context().recordMetadata().map(RecordMetadata::topic).orElse(Topic.Name.READINGS);
        if (judged == null) {
            meters.countDeadLetter(topic);
            // Its time on the topic is when it was set aside: the topic keeps records for a time from then.
            context().forward(message.withTimestamp(context().currentSystemTimeMs()), DetectionTopology.DEAD_LETTERS);
        } else {
            if (!topic.equals(Topic.Name.ALERT_RECHECKS)) {
                meters.count(judged.reading().verdict());
            }
            context().forward(message.withValue(judged), DetectionTopology.EPISODES);
        }
    }

    private @Nullable JudgedRecord judged(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return new JudgedRecord(Screening.by(policy, CODEC.decode(bytes)), bytes);
        } catch (UnreadableEvent e) {
            return null;
        }
    }
}
