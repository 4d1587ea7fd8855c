package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.journey.JourneyQuery;
import io.feverline.registry.journey.Travelled;
import io.feverline.registry.journey.rule.Journey;
import io.feverline.registry.journey.rule.Stay;
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
 * @param stays in counties, newest first
 */
public record JourneysView(Instant from, Instant to, boolean cut, List<JourneyView> items, List<CountyStayView> stays) {
    static JourneysView of(JourneyQuery query, Travelled travelled) {
        return new JourneysView(
                query.from(),
                query.to(),
                travelled.cut(),
                travelled.journeys().stream().map(JourneyView::of).toList(),
                travelled.stays().stream().map(CountyStayView::of).toList());
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
            var gate = stop.gate();
            String kind = gate.kind();
            return new StopView(
                    gate.checkpointId(),
                    gate.name(),
                    kind == null ? null : Names.of(kind),
                    gate.areaCode(),
                    stop.first().at(),
                    stop.last().at(),
                    stop.passages(),
                    stop.impossible());
        }
    }

    /**
     * An entry into a county, paired with what tells that it was left.
     *
     * @param county its code of GB/T 2260
     * @param enteredAt absent when nobody saw it
     * @param endedAt of the exit, or of the first stop in another county; absent when nothing tells of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CountyStayView(
            String county,
            String state,
            @Nullable Instant enteredAt,
            @Nullable String entryCheckpointId,
            @Nullable Instant endedAt,
            @Nullable String endCheckpointId) {
        static CountyStayView of(Stay stay) {
            Stop entry = stay.entry();
            Stop end = stay.end();
            return new CountyStayView(
                    stay.county(),
                    Names.of(stay.state()),
                    entry == null ? null : entry.first().at(),
                    entry == null ? null : entry.gate().checkpointId(),
                    end == null ? null : endedAt(stay.state(), end),
                    end == null ? null : end.gate().checkpointId());
        }

        private static Instant endedAt(Stay.State state, Stop end) {
            return state == Stay.State.SEEN_ELSEWHERE
                    ? end.first().at()
                    : end.last().at();
        }
    }
}
