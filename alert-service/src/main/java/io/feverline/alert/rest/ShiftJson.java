package io.feverline.alert.rest;

import io.feverline.alert.roster.Shift;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody's time on duty. */
@Schema(name = "Shift", description = "Somebody's time on duty in a unit.")
public record ShiftJson(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "The subject of their token.")
        String person,

        @Schema(required = true) Instant from,

        @Schema(required = true, description = "Not part of it.")
        Instant to) {

    static ShiftJson of(Shift shift) {
        return new ShiftJson(
                shift.id(),
                shift.person(),
                shift.period().from(),
                shift.period().to());
    }

    /** Shifts, those that begin first first. */
    @Schema(name = "ShiftList")
    public record ShiftListJson(@Schema(required = true) List<ShiftJson> items) {

        static ShiftListJson of(List<Shift> shifts) {
            return new ShiftListJson(shifts.stream().map(ShiftJson::of).toList());
        }
    }
}
