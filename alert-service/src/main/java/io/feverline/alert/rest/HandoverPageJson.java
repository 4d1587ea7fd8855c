package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.roster.Handover;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of hand-overs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "HandoverPage")
public record HandoverPageJson(
        @Schema(required = true, description = "Newest first.")
        List<HandoverJson> items,

        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable
        String next) {

    /** @param handovers which were asked for with one more than {@code limit} to know whether there is a next */
    static HandoverPageJson of(List<Handover> handovers, int limit) {
        return new HandoverPageJson(
                handovers.stream().limit(limit).map(HandoverJson::of).toList(), Cursor.ofHandovers(handovers, limit));
    }
}
