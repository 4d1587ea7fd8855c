package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.kafka.DeadLetter;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A record that was set aside, as JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeadLetter", description = "A record that could not be read or stored, and was set aside.")
public record DeadLetterJson(
        @Schema(required = true, description = "To send it back by.", examples = "0-17")
        String id,

        @Schema(required = true) Instant setAsideAt,

        @Schema(description = "Where it stood.", examples = "readings") @Nullable
        String topic,

        @Schema(description = "Partition and offset there.", examples = "3@12345") @Nullable
        String place,

        @Schema(examples = "unreadable") @Nullable String reason,

        @Schema(description = "What it said it was.", examples = "io.feverline.reading.taken.v1") @Nullable
        String eventType,

        @Schema(required = true, description = "Bytes.") int length) {

    static DeadLetterJson of(DeadLetter letter) {
        return new DeadLetterJson(
                letter.id(),
                letter.setAsideAt(),
                letter.topic(),
                letter.place(),
                letter.reason(),
                letter.eventType(),
                letter.length());
    }
}
