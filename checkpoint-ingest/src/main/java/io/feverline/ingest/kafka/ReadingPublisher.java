package io.feverline.ingest.kafka;

import io.feverline.ingest.intake.Publisher;
import io.feverline.ingest.reading.Reading;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Readings to the brokers, a request's at once. */
@Singleton
public class ReadingPublisher implements Publisher {
    private final ReadingEvents events;
    private final RecordSender sender;

    public ReadingPublisher(ReadingEvents events, RecordSender sender) {
        this.events = events;
        this.sender = sender;
    }

    @Override
    public Uni<Void> publish(List<Reading> readings) {
        if (readings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (!sender.hasRoomFor(readings.size())) {
            // Known before any is sealed, which is what costs most.
            return sender.full();
        }
        return sender.send(readings.stream().map(events::record).toList());
    }
}
