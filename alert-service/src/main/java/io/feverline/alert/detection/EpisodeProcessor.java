package io.feverline.alert.detection;

import io.feverline.alert.episode.EpisodeBook;
import io.feverline.alert.episode.EpisodeBook.Decision;
import io.feverline.alert.episode.EpisodeChange;
import io.feverline.alert.episode.EpisodeChange.Cause;
import io.feverline.alert.episode.Screened;
import io.feverline.alert.rule.Verdict;
import io.feverline.events.RecordTrace;
import io.feverline.events.Topic;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Gives each judged reading to its book and tells what changed; ends the windows in which nobody rechecked. Books are
 * keyed by the traveller's token or, for an anonymous fever, by the reading that opened it.
 */
final class EpisodeProcessor extends ContextualProcessor<String, JudgedRecord, String, byte[]> {
    private static final String TRAVELLER = "traveller/";

    /** How exactly the end of a window is kept. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final References references;
    private final Memory memory;
    private final InstantSource clock;
    private final Tracer tracer;
    private final Windows windows = new Windows();
    private boolean resumed;
    private @Nullable EpisodeShelf shelf;
    private @Nullable Judge judge;

    /** How long episodes are remembered. */
    record Memory(Duration remembered, Duration evictionEvery) {}

    EpisodeProcessor(References references, Memory memory, InstantSource clock, Tracer tracer) {
        this.references = references;
        this.memory = memory;
        this.clock = clock;
        this.tracer = tracer;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        EpisodeShelf opened = EpisodeShelf.of(context);
        shelf = opened;
        judge = new Judge(references.views(context));
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> endWindows(opened));
        context.schedule(
                memory.evictionEvery(),
                PunctuationType.WALL_CLOCK_TIME,
                now -> opened.forgetBefore(clock.instant().minus(memory.remembered())));
    }

    @Override
    public void process(Record<String, JudgedRecord> message) {
        Screened reading = message.value().reading();
        if (message.value().synthetic()) {
            tellSynthetic(message);
            return;
        }
        if (reading.traveller() == null
                && reading.recheckOf() == null
                && reading.verdict().kind() != Verdict.Kind.FEVER) {
            return; // nobody's
        }
        EpisodeShelf open = Objects.requireNonNull(shelf, "initialised");
        String key = bookKey(open, message);
        if (key != null) {
            take(open, key, message);
        }
    }

    /** It is judged and told as any other is, and leaves nothing behind: delivered again it is told again, the same. */
    private void tellSynthetic(Record<String, JudgedRecord> message) {
        Screened reading = message.value().reading();
        Span span = RecordTrace.processing(tracer, topic(), message.headers());
        try {
            for (EpisodeChange change : EpisodeBook.EMPTY.take(reading).changes()) {
                context().forward(ChangeEvents.synthetic(change, reading.receivedAt(), span), DetectionTopology.ALERTS);
            }
        } finally {
            span.end();
        }
    }

    /** The key of the book that the reading belongs to; null when it was sent to another partition. */
    private @Nullable String bookKey(EpisodeShelf open, Record<String, JudgedRecord> message) {
        Screened reading = message.value().reading();
        String own = reading.traveller() == null ? "reading/" + reading.id() : TRAVELLER + reading.traveller();
        UUID named = reading.recheckOf();
        if (named == null || Links.isUnlinked(message.headers())) {
            return own;
        }
        String home = open.keyOf(named);
        if (home != null && (reading.traveller() == null || home.equals(own) || !home.startsWith(TRAVELLER))) {
            return home;
        }
        String ownPartition = reading.traveller() == null ? reading.deviceId() : reading.traveller();
        if (home != null && !wasSentHere()) {
            return own; // two travellers are never one, whatever was typed
        }
        if (wasSentHere()) {
            context().forward(Links.sentBack(Links.arrived(message), ownPartition), DetectionTopology.RECHECKS_OUT);
        } else {
            boolean urgent = reading.verdict().kind() == Verdict.Kind.FEVER;
            context()
                    .forward(
                            Links.question(message, named.toString(), urgent ? ownPartition : null),
                            DetectionTopology.LINKS_OUT);
        }
        return null;
    }

    private void take(EpisodeShelf open, String key, Record<String, JudgedRecord> message) {
        Screened reading = message.value().reading();
        boolean known = open.hasEpisode(key);
        if (!known && reading.verdict().kind() != Verdict.Kind.FEVER) {
            open.keep(key, message.value().bytes());
            return;
        }
        EpisodeBook book = known ? open.book(key) : withKept(open, key);
        Decision decision = book.take(reading);
        if (!decision.book().equals(book)) {
            open.put(key, decision.book(), clock.instant());
            windows.note(decision.book().nextWindowEnd(), key);
        }
        if (decision.changes().isEmpty()) {
            return;
        }
        Span span = RecordTrace.processing(tracer, topic(), message.headers());
        try {
            for (EpisodeChange change : decision.changes()) {
                tell(change, change.reading().receivedAt(), span);
                announce(open, key, change, message);
            }
        } finally {
            span.end();
        }
    }

    /** A book of what was kept of a traveller without an episode. */
    private EpisodeBook withKept(EpisodeShelf open, String key) {
        Judge again = Objects.requireNonNull(judge, "initialised");
        EpisodeBook book = EpisodeBook.EMPTY;
        for (byte[] kept : open.kept(key)) {
            JudgedRecord judged = again.judge(kept);
            if (judged != null) {
                book = book.take(judged.reading()).book();
            }
        }
        return book;
    }

    /**
     * A reading that was sent here is not announced again when it is delivered again: it would be sent here again,
     * without end.
     */
    private void announce(EpisodeShelf open, String key, EpisodeChange change, Record<String, JudgedRecord> message) {
        UUID id = change.reading().id();
        boolean known = open.keyOf(id) != null;
        if (change.cause() == Cause.READING && !(known && wasSentHere())) {
            open.index(id, key);
            context()
                    .forward(
                            Links.announcement(
                                    id.toString(),
                                    message.key(),
                                    change.reading().receivedAt()),
                            DetectionTopology.LINKS_OUT);
        }
    }

    private void endWindows(EpisodeShelf open) {
        Instant now = clock.instant();
        if (!resumed) {
            resume(open, now);
            resumed = true;
        }
        for (String key : windows.endedBy(now)) {
            EpisodeBook book = open.book(key);
            Decision decision = book.endWindows(now);
            if (!decision.book().equals(book)) {
                open.put(key, decision.book(), now);
                decision.changes().forEach(change -> tell(change, now, Span.getInvalid()));
            }
            windows.note(decision.book().nextWindowEnd(), key);
        }
    }

    /**
     * What another instance had noted is noted here; and the windows that it ended are told again, as what it said last
     * may not have got through, and no reading comes again that would tell.
     */
    private void resume(EpisodeShelf open, Instant now) {
        open.forEach((key, book) -> {
            windows.note(book.nextWindowEnd(), key);
            List<EpisodeChange> told = book.retold();
            told.stream()
                    .filter(change -> change.cause() == Cause.WINDOW_END)
                    .forEach(change -> tell(change, now, Span.getInvalid()));
        });
    }

    private void tell(EpisodeChange change, Instant at, Span span) {
        context().forward(ChangeEvents.record(change, at, span), DetectionTopology.ALERTS);
    }

    private boolean wasSentHere() {
        return topic().equals(Topic.Name.ALERT_RECHECKS);
    }

    private String topic() {
        return context().recordMetadata().map(RecordMetadata::topic).orElse(Topic.Name.READINGS);
    }
}
