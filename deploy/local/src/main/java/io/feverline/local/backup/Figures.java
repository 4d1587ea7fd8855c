package io.feverline.local.backup;

import io.feverline.local.backup.Manifest.AuditEnd;
import io.feverline.local.backup.Manifest.Part;
import java.time.Duration;

/** How what was done is told. */
final class Figures {
    private static final double MIB = 1 << 20;

    private Figures() {}

    /** One line on a database. */
    static String of(Part part, Duration taken) {
        AuditEnd end = part.auditEnd();
        return "%-8s %3d 张表 tables  %9d 行 rows  %s%s"
                .formatted(
                        part.database().databaseName(),
                        part.tables().size(),
                        part.rows(),
                        of(part.bytes(), taken),
                        end == null ? "" : "  审计末行 audit ends at %d, %s".formatted(end.seq(), end.hash()));
    }

    /** So much in such a time. */
    static String of(long bytes, Duration taken) {
        double seconds = Math.max(0.001, taken.toMillis() / 1000.0);
        return "%.1f MiB  %.1f s  %.1f MiB/s".formatted(bytes / MIB, seconds, bytes / MIB / seconds);
    }
}
