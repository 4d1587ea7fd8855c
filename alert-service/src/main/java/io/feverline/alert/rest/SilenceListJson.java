package io.feverline.alert.rest;

import io.feverline.alert.notify.Silence;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The silences that are not over. */
@Schema(name = "SilenceList")
public record SilenceListJson(
        @Schema(required = true, description = "The next to end first.")
        List<SilenceJson> items) {

    static SilenceListJson of(List<Silence> silences) {
        return new SilenceListJson(silences.stream().map(SilenceJson::of).toList());
    }
}
