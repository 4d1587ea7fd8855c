package io.feverline.registry.keyregion;

/** Statements of runs. */
final class RunSql {
    /**
     * A transaction that was judging by the old list when the change was committed has a lower number than this one,
     * which has seen the change: so a run waits until all lower ones have ended. That costs those who store nothing.
     */
    static final String SEE = "UPDATE key_region_run SET waits_for = pg_current_xact_id() WHERE waits_for IS NULL";

    /** Instances take turns, a step each. */
    static final String NEXT = """
            SELECT id, region_id, done_until, ends FROM key_region_run
            WHERE finished_at IS NULL AND waits_for < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY id LIMIT 1 FOR UPDATE
            """;

    static final String COUNT = """
            INSERT INTO key_region_run_area AS sum (run_id, area_code, passages, added, withdrawn)
            SELECT $1, area_code, sum(passages), sum(added), sum(withdrawn)
            FROM (
                SELECT area_code, count(*) AS passages, 0 AS added, 0 AS withdrawn FROM passage
                WHERE measured_at >= $2 AND measured_at < $3
                GROUP BY area_code
                UNION ALL SELECT area_code, 0, 1, 0 FROM unnest($4::text[]) AS a (area_code)
                UNION ALL SELECT area_code, 0, 0, 1 FROM unnest($5::text[]) AS w (area_code)
            ) AS step
            GROUP BY area_code
            ON CONFLICT (run_id, area_code) DO UPDATE SET
                passages = sum.passages + excluded.passages,
                added = sum.added + excluded.added,
                withdrawn = sum.withdrawn + excluded.withdrawn
            """;

    static final String PROCEED = "UPDATE key_region_run SET done_until = $2, finished_at = $3 WHERE id = $1";

    static final String PAGE = """
            SELECT r.id, r.region_version, r.changed_by, r.changed_at, r.begins, r.ends, r.finished_at,
                coalesce(sum(a.passages), 0)::bigint AS passages, coalesce(sum(a.added), 0)::bigint AS added,
                coalesce(sum(a.withdrawn), 0)::bigint AS withdrawn
            FROM key_region_run r
            LEFT JOIN key_region_run_area a ON a.run_id = r.id AND starts_with(a.area_code, $2)
            WHERE r.region_id = $1 AND r.id < $3
            GROUP BY r.id
            ORDER BY r.id DESC
            LIMIT $4
            """;

    private RunSql() {}
}
