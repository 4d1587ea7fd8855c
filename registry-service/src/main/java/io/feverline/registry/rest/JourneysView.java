package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.journey.JourneyQuery;
import io.feverline.registry.journey.Travelled;
import io.feverline.registry.journey.rule.Journey;
import io.feverline.registry.journey.rule.Stop;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Journeys of a traveller or a vehicle.
 *
 * @param from passages from then on are looked at
 * @param to not included
 * @param cut whether there are older passages in this time than are looked at
 * @param items newest first
 */
public record JourneysView(Instant from, Instant to, boolean cut, List<JourneyView> items) {
    static JourneysView of(JourneyQuery query, Travelled travelled) {
        return new JourneysView(
                query.from(),
                query.to(),
                travelled.cut(),
                travelled.journeys().stream().map(JourneyView::of).toList());
    }

    /**
     * Stops on one way.
     *
     * @param stops in order of time
     */
    public record JourneyView(Instant from, Instant until, List<StopView> stops) {
        static JourneyView of(Journey journey) {
            return new JourneyView(
                    journey.from(),
                    journey.until(),
                    journey.stops().stream().map(StopView::of).toList());
        }
    }

    /**
     * Passages at one checkpoint, with none elsewhere between them.
     *
     * @param checkpointName as it is registered now
     * @param kind what the checkpoint stands at
     * @param areaCode the checkpoint's
     * @param passages how many
     * @param impossible whether it begins sooner after the stop before than anybody gets here
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StopView(
            String checkpointId,
            @Nullable String checkpointName,
            @Nullable String kind,
            String areaCode,
            Instant from,
            Instant until,
            int passages,
            boolean impossible) {
        static StopView of(Stop stop) {
            String kind = stop.last().kind();
            return new StopView(
                    stop.last().checkpointId(),
                    stop.last().checkpointName(),
                    kind == null ? null : Names.of(kind),
                    stop.last().areaCode(),
                    stop.first().at(),
                    stop.last().at(),
                    stop.passages(),
                    stop.impossible());
        }
    }
}
