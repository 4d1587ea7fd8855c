package io.feverline.alert.rest;

import io.feverline.alert.kafka.DeadLetter;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The newest records that were set aside. */
@Schema(name = "DeadLetterList")
public record DeadLetterListJson(
        @Schema(required = true, description = "Newest first.")
        List<DeadLetterJson> items) {

    static DeadLetterListJson of(List<DeadLetter> letters) {
        return new DeadLetterListJson(letters.stream().map(DeadLetterJson::of).toList());
    }
}
