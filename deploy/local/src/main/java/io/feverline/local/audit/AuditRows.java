package io.feverline.local.audit;

import io.feverline.registry.events.audit.AuditRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.function.Consumer;

/** The rows of the audit log, as the database has them. */
public final class AuditRows {
    private static final String ALL =
            "select seq, recorded_at, actor, area, act, subject, purpose, detail, hash from audit_row order by seq";
    private static final int AT_ONCE = 10_000;

    private AuditRows() {}

    /**
     * Hands over each in its order; a few thousand are in memory at a time.
     *
     * @param connection within a transaction: without one the driver would fetch all at once
     */
    public static void forEach(Connection connection, Consumer<AuditRow> check) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet rows = statement.executeQuery(ALL)) {
                while (rows.next()) {
                    check.accept(row(rows));
                }
            }
        }
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                HexFormat.of().formatHex(row.getBytes(9)));
    }
}
