package io.feverline.alert.rest;

import io.feverline.alert.roster.Period;
import io.feverline.alert.roster.Roster;
import io.feverline.alert.roster.Shift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Shifts to add to a unit's roster. */
@Schema(name = "NewShifts", description = "Shifts to add to a unit's roster, all or none.")
public record NewShiftsJson(
        @Schema(required = true, minItems = 1, maxItems = 500) @Nullable
        List<@Nullable NewShiftJson> shifts) {
    private static final int MOST = 500;
    private static final int LONGEST = 200;

    /** One of them. */
    @Schema(name = "NewShift")
    public record NewShiftJson(
            @Schema(required = true, maxLength = 200, description = "The subject of their token.") @Nullable
            String person,

            @Schema(required = true, format = "date-time") @Nullable
            String from,

            @Schema(required = true, format = "date-time", description = "Not part of it; at most 24 h later.")
            @Nullable
            String to) {

        private Shift parsed(String member) {
            String name = Members.text(member + "person", person, LONGEST);
            Instant begin = Members.time(member + "from", from);
            Instant end = Members.time(member + "to", to);
            if (!end.isAfter(begin) || end.isAfter(begin.plus(Shift.LONGEST))) {
                throw Problems.shiftImpossible(
                        member + "to", "须晚于开始，且不超过 24 小时 / is after its beginning, by at most 24 h");
            }
            return new Shift(UUID.randomUUID(), name, new Period(begin, end));
        }
    }

    /**
     * The shifts that are meant.
     *
     * @throws ProblemException 400, or 422 when one cannot be or two of them overlap, naming it
     */
    List<Shift> parsed() {
        if (shifts == null || shifts.isEmpty() || shifts.size() > MOST) {
            throw Problems.invalidMember("shifts", "须有 1 到 " + MOST + " 个班次 / has 1 to " + MOST + " shifts");
        }
        var parsed = new ArrayList<Shift>(shifts.size());
        for (NewShiftJson shift : shifts) {
            String member = "shifts/" + parsed.size() + "/";
            if (shift == null) {
                throw Problems.invalidMember(member, "缺失 / is missing");
            }
            parsed.add(shift.parsed(member));
        }
        new Roster(parsed).clash().ifPresent(shift -> {
            throw Problems.shiftImpossible(
                    "shifts/" + parsed.indexOf(shift), "与同一人的另一班次重叠 / overlaps another one of the same person");
        });
        return parsed;
    }
}
