package io.feverline.registry.passage;

/** The statements about receipts. */
final class ReceiptSql {
    /** Whoever inserts an id first has it; others wait for that transaction's end and then find the id taken. */
    static final String CLAIM = """
            INSERT INTO receipt (reading_id, measured_at, received_at, stored_at, device_id, checkpoint_id, area_code, lane,
                digest)
            SELECT reading_id, measured_at, received_at, $9, device_id, checkpoint_id, area_code, lane, digest
            FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[],
                    $8::bytea[])
                AS r (reading_id, measured_at, received_at, device_id, checkpoint_id, area_code, lane, digest)
            ORDER BY reading_id
            ON CONFLICT (reading_id) DO NOTHING
            RETURNING reading_id
            """;

    /**
     * Compares readings whose ids are taken with what is known of them, and tells what each of them is. News is what
     * the door received later than all it is known to have received before: the same record delivered once more is
     * none. What came together with the reading that was stored just now ($5) is news in any case.
     */
    static final String COMPARE = """
            WITH again AS (
                SELECT position, a.reading_id, a.received_at,
                    coalesce(r.digest <> a.digest, r.measured_at <> a.measured_at) AS other,
                    a.beside OR a.received_at > r.received_at AND a.received_at > coalesce(r.repeated_at, '-infinity') AS repeats,
                    a.beside OR a.received_at > coalesce(r.reused_at, '-infinity') AS reuses
                FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::bytea[], $5::boolean[]) WITH ORDINALITY
                    AS a (reading_id, measured_at, received_at, digest, beside, position)
                JOIN receipt r USING (reading_id)
                ORDER BY reading_id
                FOR UPDATE OF r
            ), news AS (
                SELECT reading_id,
                    max(received_at) FILTER (WHERE NOT other AND repeats) AS repeated_at,
                    count(*) FILTER (WHERE other AND reuses) AS reused,
                    max(received_at) FILTER (WHERE other AND reuses) AS reused_at
                FROM again
                GROUP BY reading_id
            ), noted AS (
                UPDATE receipt r SET
                    repeated_at = greatest(r.repeated_at, news.repeated_at),
                    reused = r.reused + news.reused,
                    reused_at = greatest(r.reused_at, news.reused_at)
                FROM news
                WHERE r.reading_id = news.reading_id AND coalesce(news.repeated_at, news.reused_at) IS NOT NULL
            )
            SELECT position, other, NOT other AND repeats AS repeated FROM again
            """;

    static final String FIND = """
            SELECT reading_id, measured_at, received_at, stored_at, device_id, checkpoint_id, area_code, lane, reused, reused_at
            FROM receipt
            WHERE reading_id = $1 AND starts_with(area_code, $2)
            """;

    static final String FORGET = """
            DELETE FROM receipt WHERE reading_id IN (
                SELECT reading_id FROM receipt WHERE stored_at < $1 ORDER BY stored_at LIMIT $2 FOR UPDATE SKIP LOCKED)
            """;

    private ReceiptSql() {}
}
