package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.roster.Unit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of units. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "UnitPage")
public record UnitPageJson(
        @Schema(required = true, description = "In the order of area codes.")
        List<UnitJson> items,

        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable
        String next) {

    /** @param units which were asked for with one more than {@code limit} to know whether there is a next */
    static UnitPageJson of(List<Unit> units, int limit) {
        return new UnitPageJson(units.stream().limit(limit).map(UnitJson::of).toList(), Cursor.ofUnits(units, limit));
    }
}
