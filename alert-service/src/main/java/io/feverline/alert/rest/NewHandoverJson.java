package io.feverline.alert.rest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody who leaves wants to tell. */
@Schema(name = "NewHandover", description = "What the one who leaves tells the one who comes.")
public record NewHandoverJson(
        @Schema(required = true) @Nullable UUID unitId,

        @Schema(description = "Who is expected, by the subject of their token.", maxLength = 200) @Nullable
        String to,

        @Schema(required = true, description = "Names no traveller.", maxLength = 4000) @Nullable
        String note) {
    private static final int LONGEST = 200;
    private static final int LONGEST_NOTE = 4_000;

    UUID parsedUnit() {
        if (unitId == null) {
            throw Problems.invalidMember("unitId", "缺失 / is missing");
        }
        return unitId;
    }

    @Nullable
    String parsedTo() {
        return Members.optionalText("to", to, LONGEST);
    }

    String parsedNote() {
        return Members.text("note", note, LONGEST_NOTE);
    }
}
