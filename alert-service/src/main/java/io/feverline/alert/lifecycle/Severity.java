package io.feverline.alert.lifecycle;

import io.feverline.alert.rule.FeverGrade;
import org.jspecify.annotations.Nullable;

/** How severe an alert is: by the grade of its highest fever, and critical when it has to do with a key region. */
public enum Severity {
    LOW,
    MODERATE,
    HIGH,
    CRITICAL;

    static Severity of(FeverGrade grade, @Nullable String keyRegion) {
        if (keyRegion != null) {
            return CRITICAL;
        }
        return switch (grade) {
            case LOW -> LOW;
            case MODERATE -> MODERATE;
            case HIGH -> HIGH;
        };
    }
}
