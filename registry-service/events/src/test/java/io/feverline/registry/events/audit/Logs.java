package io.feverline.registry.events.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Logs to check. */
final class Logs {
    static final Instant EIGHT = Instant.parse("2026-11-26T00:00:00.000001Z");

    private Logs() {}

    /** A sound log of so many rows. */
    static List<AuditRow> sound(int rows) {
        var log = new ArrayList<AuditRow>();
        String previous = AuditRow.BEFORE_THE_FIRST;
        for (int seq = 1; seq <= rows; seq++) {
            AuditRow row = row(seq, "traveller-" + seq, previous);
            log.add(row);
            previous = row.hash();
        }
        return log;
    }

    static AuditRow row(long seq, @Nullable String subject, String previous) {
        var unhashed =
                new AuditRow(seq, EIGHT.plusSeconds(seq), "李", "360322", "identity.open", subject, "密接排查", null, "");
        return with(unhashed, unhashed.hashAfter(previous));
    }

    static AuditRow with(AuditRow row, String hash) {
        return new AuditRow(
                row.seq(),
                row.recordedAt(),
                row.actor(),
                row.area(),
                row.act(),
                row.subject(),
                row.purpose(),
                row.detail(),
                hash);
    }
}
