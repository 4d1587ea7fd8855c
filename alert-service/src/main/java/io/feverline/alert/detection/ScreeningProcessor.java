package io.feverline.alert.detection;

import io.feverline.alert.kafka.SetAside;
import io.feverline.events.Topic;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Has each reading judged. What cannot be read goes to the dead letters as it came, headers included and with a note of
 * where it stood, and the partition goes on. Its ways out carry different values, hence {@code Object}.
 */
final class ScreeningProcessor extends ContextualProcessor<String, byte[], String, Object> {
    private final References references;
    private final DetectionMeters meters;
    private @Nullable Judge judge;

    ScreeningProcessor(References references, DetectionMeters meters) {
        this.references = references;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        judge = new Judge(references.views(context));
    }

    @Override
    public void process(Record<String, byte[]> message) {
        JudgedRecord judged = Objects.requireNonNull(judge, "initialised").judge(message.value());
        String topic = context().recordMetadata().map(RecordMetadata::topic).orElse(Topic.Name.READINGS);
        if (judged == null) {
            meters.countDeadLetter(topic);
            context().forward(marked(context(), message), DetectionTopology.DEAD_LETTERS);
            return;
        }
        context().forward(message.withValue(judged), DetectionTopology.EPISODES);
        if (!topic.equals(Topic.Name.ALERT_RECHECKS) && !judged.synthetic()) {
            meters.count(judged.reading().verdict());
            context().forward(message.withValue(judged), DetectionTopology.SIGHTINGS);
        }
    }

    /**
     * As it came, with a note of where it stood; its time is when it was set aside: the topic keeps records for a time
     * from then.
     */
    static Record<String, byte[]> marked(ProcessorContext<?, ?> context, Record<String, byte[]> message) {
        return context.recordMetadata()
                .map(place -> message.withHeaders(SetAside.marked(
                        message.headers(), place.topic(), place.partition(), place.offset(), "unreadable")))
                .orElse(message)
                .withTimestamp(context.currentSystemTimeMs());
    }
}
