package io.feverline.ingest.intake;

import io.feverline.ingest.device.Device;
import io.feverline.ingest.reading.Admission;
import io.feverline.ingest.reading.Lane;
import io.feverline.ingest.reading.Reading;
import io.feverline.ingest.reading.Rejected;
import io.feverline.ingest.reading.Submission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a submission, one or a thousand. */
@Singleton
public class Intake {
    private final Admission admission;
    private final Publisher publisher;
    private final Counts counts;
    private final InstantSource clock;

    public Intake(Admission admission, Publisher publisher, Counts counts, InstantSource clock) {
        this.admission = admission;
        this.publisher = publisher;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * What became of a batch.
     *
     * @param accepted how many the brokers have acknowledged
     */
    public record Outcome(int accepted, List<Refusal> refusals) {}

    /**
     * An item that was turned away.
     *
     * @param index in the batch, from 0
     * @param id as sent, when it could be read and is short enough to be one
     */
    public record Refusal(int index, @Nullable String id, Rejected why) {}

    /** Takes one reading; completes when the brokers have it. Fails with {@link Rejected} or {@link DoorBusy}. */
    public Uni<Reading> takeOne(Items.Slice item, Device device) {
        Reading reading;
        try {
            reading = admission.admit(Submissions.read(item), device.origin(), clock.instant());
        } catch (Rejected e) {
            counts.rejected(e.reason());
            return Uni.createFrom().failure(e);
        }
        return publisher
                .publish(List.of(reading))
                .invoke(() -> counts.accepted(reading.lane(), 1))
                .replaceWith(reading);
    }

    /** Takes what can be taken of a batch; completes when the brokers have it. Fails with {@link DoorBusy}. */
    public Uni<Outcome> takeAll(List<Items.Slice> items, Device device) {
        Instant now = clock.instant();
        var readings = new ArrayList<Reading>(items.size());
        var refusals = new ArrayList<Refusal>();
        int live = 0;
        for (int index = 0; index < items.size(); index++) {
            String id = null;
            try {
                Submission sent = Submissions.read(items.get(index));
                id = sent.id();
                var reading = admission.admit(sent, device.origin(), now);
                readings.add(reading);
                live += reading.lane() == Lane.LIVE ? 1 : 0;
            } catch (Rejected e) {
                counts.rejected(e.reason());
                refusals.add(new Refusal(index, id != null && id.length() <= 64 ? id : null, e));
            }
        }
        int news = live;
        return publisher
                .publish(readings)
                .invoke(() -> {
                    counts.accepted(Lane.LIVE, news);
                    counts.accepted(Lane.LATE, readings.size() - news);
                })
                .replaceWith(new Outcome(readings.size(), refusals));
    }
}
