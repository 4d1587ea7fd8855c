package io.feverline.registry.report;

/** The statements of daily reports. */
final class ReportSql {
    /** Shifts ($1 to $4: day, name, begin, cutoff), each with the checkpoints that owe a report of it. */
    private static final String EXPECTED = """
            unnest($1::date[], $2::text[], $3::timestamptz[], $4::timestamptz[]) WITH ORDINALITY
                AS w (day, shift, begins, cutoff, number)
            JOIN checkpoint c ON c.registered_at <= w.begins
            """;

    private static final String UNSIGNED = """
            NOT EXISTS (SELECT FROM report_statement s
                WHERE s.checkpoint_id = c.id AND s.day = w.day AND s.shift = w.shift)
            """;

    /** The report as it was signed (s), and as it stands now (l). */
    private static final String SIGNED = """
            LEFT JOIN report_statement s
                ON s.checkpoint_id = c.id AND s.day = w.day AND s.shift = w.shift AND s.version = 1
            LEFT JOIN LATERAL (
                SELECT r.* FROM report_statement r
                WHERE r.checkpoint_id = s.checkpoint_id AND r.day = s.day AND r.shift = s.shift
                ORDER BY r.version DESC LIMIT 1) l ON true
            """;

    private static final String IN_AREAS = "starts_with(c.area_code, $5) AND starts_with(c.area_code, $6)";

    /** Reports of a day, in the order of their positions. */
    static final String REPORTS = """
            SELECT c.id, c.name, c.area_code, w.number, s.signed_at AS first_signed_at, l.*
            FROM %s %s
            WHERE %s AND c.id || '/' || w.shift > $7
            ORDER BY c.id || '/' || w.shift
            """.formatted(EXPECTED, SIGNED, IN_AREAS);

    static final String PLACE = """
            SELECT c.name, c.area_code FROM checkpoint c
            WHERE c.id = $1 AND c.registered_at <= $2 AND starts_with(c.area_code, $3)
            """;

    static final String STATEMENTS = """
            SELECT * FROM report_statement WHERE checkpoint_id = $1 AND day = $2 AND shift = $3 ORDER BY version
            """;

    static final String SIGN = """
            INSERT INTO report_statement (checkpoint_id, day, shift, version,
                screened, suspected, confirmed, key_region, referred,
                devices_screened, devices_suspected, devices_confirmed, devices_key_region,
                signed_by, signed_at, words)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            ON CONFLICT DO NOTHING
            """;

    /**
     * What devices have counted at checkpoints ($1) from a time ($2) to another ($3, not included), one row each, in
     * their order. By the outer times of all ($4, $5) other days are left out before any checkpoint is looked at. Who came
     * from a key region was judged when the passage was stored, or when the list changed.
     */
    static final String COUNT = """
            WITH span AS MATERIALIZED (
                SELECT checkpoint_id, begins, ends, number
                FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) WITH ORDINALITY
                    AS w (checkpoint_id, begins, ends, number)
            ), opened AS MATERIALIZED (
                SELECT checkpoint_id, opened_at, state FROM episode
                WHERE opened_at >= $4 AND opened_at < $5 AND state <> 'MERGED'
            ), suspected AS MATERIALIZED (
                SELECT s.number, count(*) AS suspected, count(*) FILTER (WHERE o.state = 'CONFIRMED') AS confirmed
                FROM span s JOIN opened o ON o.checkpoint_id = s.checkpoint_id
                    AND o.opened_at >= s.begins AND o.opened_at < s.ends
                GROUP BY s.number
            ), counted AS MATERIALIZED (
                SELECT s.number, count(*) AS screened
                FROM span s JOIN passage p ON p.checkpoint_id = s.checkpoint_id
                    AND p.measured_at >= s.begins AND p.measured_at < s.ends
                WHERE p.measured_at >= $4 AND p.measured_at < $5 AND p.recheck_of IS NULL
                GROUP BY s.number
            ), arrived AS MATERIALIZED (
                SELECT s.number, count(DISTINCT a.reading_id) AS key_region
                FROM span s JOIN arrival a ON a.checkpoint_id = s.checkpoint_id
                    AND a.measured_at >= s.begins AND a.measured_at < s.ends
                JOIN passage p ON p.reading_id = a.reading_id AND p.measured_at = a.measured_at
                WHERE a.measured_at >= $4 AND a.measured_at < $5
                    AND p.measured_at >= $4 AND p.measured_at < $5 AND p.recheck_of IS NULL
                GROUP BY s.number
            )
            SELECT coalesce(c.screened, 0)::integer AS screened, coalesce(e.suspected, 0)::integer AS suspected,
                coalesce(e.confirmed, 0)::integer AS confirmed, coalesce(a.key_region, 0)::integer AS key_region
            FROM span s
            LEFT JOIN counted c ON c.number = s.number
            LEFT JOIN arrived a ON a.number = s.number
            LEFT JOIN suspected e ON e.number = s.number
            ORDER BY s.number
            """;

    /** By areas' codes of $7 digits; the shifts are those whose cutoff is over. */
    static final String COMPLETENESS = """
            SELECT r.area_code, a.name, r.expected, r.zero, r.submitted, r.late, r.missing, r.corrected, r.last_missing
            FROM (
                SELECT left(c.area_code, $7) AS area_code,
                    count(*)::integer AS expected,
                    count(*) FILTER (WHERE s.signed_at < w.cutoff AND n.nothing)::integer AS zero,
                    count(*) FILTER (WHERE s.signed_at < w.cutoff AND NOT n.nothing)::integer AS submitted,
                    count(*) FILTER (WHERE s.signed_at >= w.cutoff)::integer AS late,
                    count(*) FILTER (WHERE s.signed_at IS NULL)::integer AS missing,
                    count(*) FILTER (WHERE l.version > 1)::integer AS corrected,
                    max(w.day) FILTER (WHERE s.signed_at IS NULL) AS last_missing
                FROM %s %s
                CROSS JOIN LATERAL (SELECT (l.screened, l.suspected, l.confirmed, l.key_region, l.referred)
                    = (0, 0, 0, 0, 0) AS nothing) n
                WHERE %s
                GROUP BY 1
            ) r
            LEFT JOIN area a ON a.code = r.area_code
            ORDER BY r.area_code
            """.formatted(EXPECTED, SIGNED, IN_AREAS);

    /**
     * Notes that the unsigned reports of shifts are told of in a way ($5, of each shift) at a time ($6), and names
     * those of which that was not noted before. In order of their keys, so two instances never wait in a circle.
     */
    static final String REMIND = """
            WITH told AS (
                INSERT INTO report_reminder (checkpoint_id, day, shift, kind, told_at)
                SELECT c.id, w.day, w.shift, ($5::text[])[w.number], $6::timestamptz
                FROM %s WHERE %s
                ORDER BY 1, 2, 3, 4
                ON CONFLICT DO NOTHING
                RETURNING checkpoint_id, day, shift, kind
            )
            SELECT told.*, c.area_code FROM told JOIN checkpoint c ON c.id = told.checkpoint_id
            ORDER BY 1, 2, 3, 4
            """.formatted(EXPECTED, UNSIGNED);

    static final String UNSIGNED_NOW = """
            SELECT count(*) FILTER (WHERE w.cutoff > $5) AS open, count(*) FILTER (WHERE w.cutoff <= $5) AS missing
            FROM %s WHERE %s
            """.formatted(EXPECTED, UNSIGNED);

    private ReportSql() {}
}
