package io.feverline.ingest.kafka;

import io.feverline.ingest.intake.Publisher;
import io.feverline.ingest.reading.Lane;
import io.feverline.ingest.reading.Reading;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Readings to the brokers, a request's at once. */
@Singleton
public class ReadingPublisher implements Publisher {
    private final ReadingEvents events;
    private final RecordSender sender;

    public ReadingPublisher(ReadingEvents events, RecordSender sender) {
        this.events = events;
        this.sender = sender;
    }

    /** What is full is known before any reading is sealed, which is what costs most. */
    @Override
    public CompletionStage<Void> publish(List<Reading> readings) {
        if (!hasRoomFor(readings)) {
            return sender.full();
        }
        return readings.isEmpty() ? CompletableFuture.completedStage(null) : sender.send(events.records(readings));
    }

    private boolean hasRoomFor(List<Reading> readings) {
        int live = 0;
        for (var reading : readings) {
            live += reading.lane() == Lane.LIVE ? 1 : 0;
        }
        return sender.hasRoomFor(ReadingEvents.topic(Lane.LIVE), live)
                && sender.hasRoomFor(ReadingEvents.topic(Lane.LATE), readings.size() - live);
    }
}
