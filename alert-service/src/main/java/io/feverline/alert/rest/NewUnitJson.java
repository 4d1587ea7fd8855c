package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.Level;
import io.feverline.alert.roster.Unit;
import io.feverline.events.access.AreaScope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a unit is to be. */
@Schema(name = "NewUnit", description = "What a unit is to be.")
public record NewUnitJson(
        @Schema(required = true, maxLength = 200, examples = "上栗镇防控组") @Nullable
        String name,

        @Schema(
                required = true,
                description = "Of which level's alerts it has to know.",
                enumeration = {"checkpoint", "township", "county"})
        @Nullable
        String level,

        @Schema(
                required = true,
                description = "Where it is answerable, in the caller's area; 360300 means all of that city.",
                examples = "360322101")
        @Nullable
        String areaCode,

        @Schema(description = "When it is answerable for this one only.", maxLength = 200) @Nullable
        String checkpointId) {
    static final int LONGEST = 200;
    static final String AREA_COMPLAINT = "须为 2 到 15 位数字 / has 2 to 15 digits";

    /** @throws ProblemException 400 naming the member that cannot be taken */
    Unit.Draft parsed() {
        String area = areaCode == null ? "" : areaCode;
        if (AreaScope.of(area).equals(AreaScope.NOTHING)) {
            throw Problems.invalidMember("areaCode", AREA_COMPLAINT);
        }
        return new Unit.Draft(
                Members.text("name", name, LONGEST),
                Members.word("level", Level.class, level),
                area,
                Members.optionalText("checkpointId", checkpointId, LONGEST));
    }
}
