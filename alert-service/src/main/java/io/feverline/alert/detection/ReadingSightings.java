package io.feverline.alert.detection;

import io.feverline.events.Topic;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Notes what judged readings say of the devices that took them, and tells it every few seconds. */
final class ReadingSightings extends ContextualProcessor<String, JudgedRecord, String, byte[]> {
    private final Duration tellEvery;
    private final Sightings sightings = new Sightings();
    private final SightingsTeller teller;

    ReadingSightings(Duration tellEvery, InstantSource clock) {
        this.tellEvery = tellEvery;
        this.teller = new SightingsTeller(clock);
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        context.schedule(
                tellEvery,
                PunctuationType.WALL_CLOCK_TIME,
                now -> teller.tell(sightings, context, Topic.Name.READINGS, DetectionTopology.SEEN_IN_READINGS));
    }

    @Override
    public void process(Record<String, JudgedRecord> message) {
        boolean live = context()
                .recordMetadata()
                .map(place -> !place.topic().equals(Topic.Name.READINGS_BACKFILL))
                .orElse(true);
        sightings.note(message.value().reading(), live);
    }
}
