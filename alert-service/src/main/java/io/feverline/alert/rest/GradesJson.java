package io.feverline.alert.rest;

import io.feverline.alert.rule.Grades;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where fevers change their grade, as JSON. */
@Schema(name = "Grades", description = "Where fevers change their grade; °C, as judged.")
public record GradesJson(
        @Schema(required = true, examples = "38.0") @Nullable
        BigDecimal moderateAbove,

        @Schema(required = true, examples = "39.1") @Nullable
        BigDecimal highFrom) {

    static GradesJson of(Grades grades) {
        return new GradesJson(Degrees.of(grades.moderateAbove()), Degrees.of(grades.highFrom()));
    }

    /** @throws ProblemException 400 naming the member that cannot be taken */
    Grades parsed() {
        int moderate = Degrees.between("grades/moderateAbove", moderateAbove, 35, 42);
        int high = Degrees.between("grades/highFrom", highFrom, 35, 42);
        if (high <= moderate) {
            throw Problems.invalidMember("grades/highFrom", "须高于 moderateAbove / is higher than moderateAbove");
        }
        return new Grades(moderate, high);
    }
}
