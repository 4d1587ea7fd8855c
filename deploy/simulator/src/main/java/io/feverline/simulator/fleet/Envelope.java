package io.feverline.simulator.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.gateway.Reading;
import io.feverline.simulator.ledger.QueuedReading;
import io.feverline.simulator.plan.Draft;
import io.feverline.simulator.plan.Planned;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A draft that has become a reading.
 *
 * @param reading as the gateway takes it
 * @param note what the ledger will say of it
 */
record Envelope(Reading reading, QueuedReading note) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    static Envelope of(Planned planned, long nowMillis) {
        Draft draft = planned.draft();
        String mode = draft.surface() ? "surface" : "body";
        return new Envelope(
                new Reading(
                        draft.id(),
                        Instant.ofEpochMilli(nowMillis).atOffset(CHINA),
                        celsius(draft.temperature()),
                        mode,
                        draft.site(),
                        ambient(draft.ambient()),
                        draft.traveller(),
                        draft.vehicle(),
                        draft.recheckOf()),
                new QueuedReading(
                        draft.id(),
                        nowMillis,
                        draft.judgedAt(planned.device()),
                        mode,
                        draft.site(),
                        draft.person(),
                        identified(draft),
                        draft.recheckOf() != null));
    }

    private static @Nullable BigDecimal ambient(@Nullable Integer milli) {
        return milli == null ? null : celsius(milli);
    }

    private static BigDecimal celsius(int milli) {
        return BigDecimal.valueOf(milli, 3);
    }

    private static String identified(Draft draft) {
        if (draft.traveller() == null) {
            return draft.vehicle() == null ? "none" : "vehicle";
        }
        return draft.vehicle() == null ? "traveller" : "both";
    }

    /** The note as the gateway keeps it. */
    String text() {
        try {
            return JSON.writeValueAsString(note);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a note cannot be written as JSON", e);
        }
    }

    /** The note that a gateway hands back. */
    static QueuedReading read(String text) {
        try {
            return JSON.readValue(text, QueuedReading.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a queue holds a note that is not this simulator's", e);
        }
    }
}
