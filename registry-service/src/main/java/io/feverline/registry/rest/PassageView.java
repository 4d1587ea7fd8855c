package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.judgement.Verdict;
import io.feverline.registry.passage.Measurement;
import io.feverline.registry.passage.PastPassage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passage; temperatures in °C.
 *
 * @param checkpointName as it is registered now
 * @param temperature as measured
 * @param deviceOffset to be added when the mode is surface
 * @param verdict absent when no screening episode is known to have taken the reading in, and so no fever
 * @param deviceFindings what was found wrong with the device when it measured
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PassageView(
        UUID readingId,
        Instant measuredAt,
        Instant receivedAt,
        String deviceId,
        String checkpointId,
        @Nullable String checkpointName,
        String areaCode,
        String lane,
        boolean clockAhead,
        double temperature,
        String mode,
        String site,
        double deviceOffset,
        @Nullable Double ambient,
        @Nullable VerdictView verdict,
        List<String> deviceFindings,
        @Nullable UUID recheckOf,
        @Nullable UUID travellerId,
        @Nullable String originArea,
        @Nullable String destinationArea,
        @Nullable UUID vehicleId,
        @Nullable String trip,
        @Nullable String seat) {
    /**
     * How the reading was judged.
     *
     * @param temperature as judged
     * @param policyVersion the screening policy that it was judged by
     */
    public record VerdictView(String kind, double temperature, double threshold, String policyVersion) {
        private static @Nullable VerdictView of(@Nullable Verdict verdict) {
            return verdict == null
                    ? null
                    : new VerdictView(
                            Names.of(verdict.kind()),
                            verdict.temperature() / 1000.0,
                            verdict.threshold() / 1000.0,
                            verdict.policyVersion());
        }
    }

    static PassageView of(PastPassage passage) {
        Measurement measurement = passage.measurement();
        Integer ambient = measurement.ambient();
        return new PassageView(
                passage.readingId(),
                passage.measuredAt(),
                passage.receivedAt(),
                passage.place().deviceId(),
                passage.place().checkpointId(),
                passage.checkpointName(),
                passage.place().areaCode(),
                Names.of(measurement.lane()),
                measurement.clockAhead(),
                measurement.temperature() / 1000.0,
                Names.of(measurement.mode()),
                Names.of(measurement.site()),
                measurement.deviceOffset() / 1000.0,
                ambient == null ? null : ambient / 1000.0,
                VerdictView.of(passage.verdict()),
                passage.deviceFindings().stream().map(Names::of).toList(),
                passage.recheckOf(),
                passage.travellerId(),
                passage.trip().originArea(),
                passage.trip().destinationArea(),
                passage.vehicleId(),
                passage.trip().trip(),
                passage.trip().seat());
    }
}
