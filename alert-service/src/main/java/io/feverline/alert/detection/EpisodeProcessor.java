package io.feverline.alert.detection;

import io.feverline.alert.episode.EpisodeBook;
import io.feverline.alert.episode.EpisodeBook.Decision;
import io.feverline.alert.episode.EpisodeChange;
import io.feverline.alert.episode.RecheckWindow;
import io.feverline.alert.episode.Screened;
import io.feverline.events.RecordTrace;
import io.feverline.events.Topic;
import io.feverline.ingest.events.SealedTraveller;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Gives each judged reading to its episode and tells the change. Books are keyed by the traveller's token or, for an
 * anonymous fever, by the reading that opened it; a second store finds the book of a reading that was taken in.
 */
final class EpisodeProcessor extends ContextualProcessor<String, JudgedReading, String, byte[]> {
    private final Memory memory;
    private final InstantSource clock;
    private final Tracer tracer;
    private @Nullable EpisodeShelf shelf;

    /** How long episodes take in readings and are remembered. */
    record Memory(RecheckWindow window, Duration remembered, Duration evictionEvery) {}

    EpisodeProcessor(Memory memory, InstantSource clock, Tracer tracer) {
        this.memory = memory;
        this.clock = clock;
        this.tracer = tracer;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        EpisodeShelf opened = EpisodeShelf.of(context);
        shelf = opened;
        context.schedule(
                memory.evictionEvery(),
                PunctuationType.WALL_CLOCK_TIME,
                now -> opened.forgetBefore(clock.instant().minus(memory.remembered())));
    }

    @Override
    public void process(Record<String, JudgedReading> message) {
        EpisodeShelf open = Objects.requireNonNull(shelf, "initialised");
        JudgedReading judged = message.value();
        Screened reading = judged.screened();
        String ownKey = ownKey(judged);
        Optional<Placed> placed = Stream.of(open.keyOf(reading.id()), open.keyOf(reading.recheckOf()), ownKey)
                .flatMap(key -> taken(open, key, reading))
                .findFirst()
                .or(() -> open.book(ownKey)
                        .takenOrOpened(reading, memory.window())
                        .map(decision -> new Placed(ownKey, decision)));
        placed.ifPresent(p -> {
            open.put(p.key(), p.decision().book(), reading.id(), clock.instant());
            tell(p.decision().change(), message);
        });
    }

    private void tell(EpisodeChange change, Record<String, JudgedReading> cause) {
        Span span = RecordTrace.processing(tracer, topic(), cause.headers());
        try {
            context().forward(ChangeEvents.record(change, cause, span));
        } finally {
            span.end();
        }
    }

    private String topic() {
        return context().recordMetadata().map(RecordMetadata::topic).orElse(Topic.Name.READINGS);
    }

    private record Placed(String key, Decision decision) {}

    private Stream<Placed> taken(EpisodeShelf open, @Nullable String key, Screened reading) {
        if (key == null) {
            return Stream.empty();
        }
        EpisodeBook book = open.book(key);
        return book.taken(reading, memory.window()).map(decision -> new Placed(key, decision)).stream();
    }

    private static String ownKey(JudgedReading judged) {
        SealedTraveller traveller = judged.reading().getTraveller();
        UUID id = judged.reading().getId();
        return traveller == null ? "reading/" + id : "traveller/" + traveller.getToken();
    }
}
