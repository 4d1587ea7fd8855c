package io.feverline.simulator.fleet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.simulator.ledger.QueuedReading;
import io.feverline.simulator.plan.Draft;
import io.feverline.simulator.plan.Planned;
import io.feverline.simulator.plan.Traveller;
import io.feverline.simulator.plan.Vehicle;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a draft a reading: its time, the device's running number, the JSON of the HTTP contract. */
final class Envelope {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Body(
            UUID id,
            String measuredAt,
            BigDecimal temperature,
            String mode,
            String site,
            @Nullable BigDecimal ambient,
            long seq,
            String bootId,
            @Nullable Traveller traveller,
            @Nullable Vehicle vehicle,
            @Nullable UUID recheckOf) {}

    private final String bootId;
    private final Map<String, Long> sequences = new HashMap<>();

    /**
     * For one run; a gateway's running number begins anew with each.
     *
     * @param run its label
     */
    Envelope(String run) {
        bootId = run;
    }

    QueuedReading seal(Planned planned, long nowMillis) {
        Draft draft = planned.draft();
        String mode = draft.surface() ? "surface" : "body";
        Body body = new Body(
                draft.id(),
                Instant.ofEpochMilli(nowMillis).atOffset(CHINA).toString(),
                celsius(draft.temperature()),
                mode,
                draft.site(),
                draft.ambient() == null ? null : celsius(draft.ambient()),
                sequences.merge(planned.device().deviceId(), 0L, (before, first) -> before + 1),
                bootId,
                draft.traveller(),
                draft.vehicle(),
                draft.recheckOf());
        return new QueuedReading(
                draft.id(),
                nowMillis,
                draft.judgedAt(planned.device()),
                mode,
                draft.site(),
                draft.person(),
                identified(draft),
                draft.recheckOf() != null,
                json(body));
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

    private static String json(Body body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a reading cannot be written as JSON", e);
        }
    }
}
