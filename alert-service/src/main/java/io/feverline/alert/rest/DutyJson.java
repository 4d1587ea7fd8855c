package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.roster.Period;
import io.feverline.alert.roster.Unit;
import io.feverline.alert.roster.UnitDuty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is on duty. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Duty", description = "Who is on duty at a moment.")
public record DutyJson(
        @Schema(required = true) Instant at,

        @Schema(required = true, description = "In the order of area codes.")
        List<UnitDutyJson> items,

        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable
        String next) {
    private static final Duration DAY = Duration.ofHours(24);

    /** Of one unit. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "UnitDuty", description = "Who is on duty in a unit.")
    public record UnitDutyJson(
            @Schema(required = true) UnitJson unit,

            @Schema(required = true, description = "Nobody when empty.")
            List<ShiftJson> onDuty,

            @Schema(required = true, description = "Whose shifts begin next, within a week; nobody when empty.")
            List<ShiftJson> next,

            @Schema(required = true, description = "When nobody is on duty within 24 h from now.")
            List<GapJson> gaps,

            @Schema(required = true, description = "How many hand-overs nobody has accepted.")
            int handoversWaiting,

            @Schema(description = "When the first of them was written.") @Nullable
            Instant waitingSince) {

        static UnitDutyJson of(UnitDuty duty, Instant at) {
            return new UnitDutyJson(
                    UnitJson.of(duty.unit()),
                    duty.roster().at(at).stream().map(ShiftJson::of).toList(),
                    duty.roster().nextAfter(at).stream().map(ShiftJson::of).toList(),
                    duty.roster().gaps(new Period(at, at.plus(DAY))).stream()
                            .map(gap -> new GapJson(gap.from(), gap.to()))
                            .toList(),
                    duty.handoversWaiting(),
                    duty.waitingSince());
        }
    }

    /** When nobody is on duty. */
    @Schema(name = "DutyGap", description = "When nobody is on duty.")
    public record GapJson(
            @Schema(required = true) Instant from,
            @Schema(required = true) Instant to) {}

    /** @param units which were asked for with one more than {@code limit} to know whether there is a next */
    static DutyJson of(List<UnitDuty> duties, Instant at, List<Unit> units, int limit) {
        return new DutyJson(
                at, duties.stream().map(duty -> UnitDutyJson.of(duty, at)).toList(), Cursor.ofUnits(units, limit));
    }
}
