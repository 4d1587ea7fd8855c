package io.feverline.ingest.intake;

import io.feverline.ingest.device.Device;
import io.feverline.ingest.reading.Admission;
import io.feverline.ingest.reading.Lane;
import io.feverline.ingest.reading.Reading;
import io.feverline.ingest.reading.Rejected;
import io.feverline.ingest.reading.Submission;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What happens to a submission, one or a thousand. */
@Singleton
public class Intake {
    private static final int UUID_LENGTH = 36;

    /** Of lines that are longer than readings are, fewer are held at once. */
    static final int CHUNK_BYTES = 65_536;

    private final Admission admission;
    private final Publisher publisher;
    private final Counts counts;
    private final BatchTurns turns;
    private final InstantSource clock;

    public Intake(Admission admission, Publisher publisher, Counts counts, BatchTurns turns, InstantSource clock) {
        this.admission = admission;
        this.publisher = publisher;
        this.counts = counts;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * What became of a batch.
     *
     * @param accepted how many the brokers have acknowledged
     * @param rest what of the batch was not looked at
     */
    public record Outcome(
            int accepted, List<Refusal> refusals, @Nullable Rest rest) {}

    /**
     * An item that was turned away.
     *
     * @param index in the batch, from 0
     * @param id as sent, when it could be read and has the shape of one
     */
    public record Refusal(int index, @Nullable String id, Rejected why) {}

    /**
     * The end of a batch, of which nothing was taken.
     *
     * @param from the index of its first item
     */
    public record Rest(int from, Rejected why) {}

    /**
     * Takes one reading; completes when the brokers have it. Fails with {@link DoorBusy}.
     *
     * @throws Rejected when it cannot be read or breaks a rule
     */
    public CompletionStage<Reading> takeOne(Items.Slice item, Format format, Device device) throws Rejected {
        Reading reading = admission.admit(format.read(item), device.origin(), clock.instant());
        return publisher.publish(List.of(reading)).thenApply(acknowledged -> {
            counts.accepted(reading.lane(), 1);
            return reading;
        });
    }

    /**
     * Takes what can be taken of a batch, in its turn; completes when the brokers have it. Fails with {@link DoorBusy}.
     */
    public CompletionStage<Outcome> takeAll(List<Items.Slice> items, Format format, Device device) {
        return takeAll(items, 0, format, device);
    }

    private CompletionStage<Outcome> takeAll(List<Items.Slice> items, int first, Format format, Device device) {
        return first == 0
                ? turns.first(() -> work(items, first, format, device))
                : turns.next(() -> work(items, first, format, device));
    }

    private CompletionStage<Outcome> work(List<Items.Slice> items, int first, Format format, Device device) {
        Instant now = clock.instant();
        var readings = new ArrayList<Reading>(items.size());
        var refusals = new ArrayList<Refusal>();
        int live = 0;
        for (int index = 0; index < items.size(); index++) {
            String id = null;
            try {
                Submission sent = format.read(items.get(index));
                id = sent.id();
                var reading = admission.admit(sent, device.origin(), now);
                readings.add(reading);
                live += reading.lane() == Lane.LIVE ? 1 : 0;
            } catch (Rejected e) {
                counts.rejected(e.reason());
                refusals.add(new Refusal(first + index, id != null && shapedAsId(id) ? id : null, e));
            }
        }
        int all = readings.size();
        int news = live;
        return publisher.publish(readings).thenApply(acknowledged -> {
            counts.accepted(Lane.LIVE, news);
            counts.accepted(Lane.LATE, all - news);
            return new Outcome(all, refusals, null);
        });
    }

    /**
     * Takes what can be taken of lines while they arrive: each chunk is on its way to the brokers before the next one
     * is read. Blocks for the lines and for its turn, not for the brokers. A body that turns out to be broken, or to
     * have too many lines, is turned away whole as long as no chunk has gone; afterwards what came before is taken, and
     * the outcome says from where on nothing was.
     *
     * @return completes when the brokers have all; fails with {@link DoorBusy} when that is not known
     * @throws Rejected if the body is turned away whole
     * @throws IOException if the client stops sending: what has gone stays taken, as after any answer that is lost
     */
    public CompletionStage<Outcome> takeLines(Lines lines, int most, int chunkItems, Device device)
            throws Rejected, IOException {
        var gone = new Chunks();
        var chunk = new ArrayList<Items.Slice>();
        int chunkBytes = 0;
        Rest rest = null;
        try {
            for (var line = lines.next(); line != null && !gone.failed(); line = lines.next()) {
                if (gone.items() + chunk.size() == most) {
                    throw Items.tooMany(most);
                }
                if (chunk.size() == chunkItems || chunkBytes >= CHUNK_BYTES) {
                    gone.send(takeAll(chunk, gone.items(), Format.PLAIN, device), chunk.size());
                    chunk.clear();
                    chunkBytes = 0;
                }
                chunk.add(line);
                chunkBytes += line.length;
            }
        } catch (Rejected e) {
            if (gone.items() == 0) {
                throw e;
            }
            counts.rejected(e.reason());
            rest = new Rest(gone.items() + chunk.size(), e);
        }
        if (!gone.failed()) {
            gone.send(takeAll(chunk, gone.items(), Format.PLAIN, device), chunk.size());
        }
        return gone.outcome(rest);
    }

    /** An id is told back to whoever sent it, but what was put in its place may be a name. */
    private static boolean shapedAsId(String id) {
        return id.length() == UUID_LENGTH
                && id.chars().allMatch(c -> c == '-' || (c < 128 && Character.digit(c, 16) >= 0));
    }
}
