package io.feverline.registry.console;

import io.feverline.registry.followup.Entry;
import io.feverline.registry.followup.rule.Observation;
import io.feverline.registry.followup.rule.Symptom;
import io.feverline.registry.report.rule.ShiftPlan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry is written with. Its id is in the form before it is sent, so sent twice it is one entry.
 *
 * @param seen of a correction, the follow-up's version that it is based on
 * @param before of a correction, what was written
 */
record EntryForm(
        UUID followUp,
        UUID entry,
        @Nullable String seen,
        @Nullable Observation before) {
    static EntryForm fresh(UUID followUp) {
        return new EntryForm(followUp, UUID.randomUUID(), null, null);
    }

    static EntryForm correction(UUID followUp, String seen, Entry entry) {
        return new EntryForm(followUp, entry.id(), seen, entry.observation());
    }

    /** m°C as °C, with the decimals that somebody wrote and at least the one that thermometers show. */
    static BigDecimal celsius(int thousandths) {
        return BigDecimal.valueOf(thousandths, 3).setScale(thousandths % 100 == 0 ? 1 : 2, RoundingMode.FLOOR);
    }

    public List<Symptom> symptoms() {
        return List.of(Symptom.values());
    }

    public boolean has(Symptom symptom) {
        return before != null && before.symptoms().contains(symptom);
    }

    public String temperature() {
        return before == null ? "" : celsius(before.temperature()).toPlainString();
    }

    public String note() {
        return before == null || before.note() == null ? "" : before.note();
    }

    /** By the county's clock; empty when it is to be the time of writing. */
    public String takenAt() {
        return before == null
                ? ""
                : LocalDateTime.ofInstant(before.takenAt(), ShiftPlan.COUNTY)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
    }
}
