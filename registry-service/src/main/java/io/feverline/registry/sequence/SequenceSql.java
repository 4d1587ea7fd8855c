package io.feverline.registry.sequence;

/** The statements of the gap ledger. */
final class SequenceSql {
    /**
     * What takes time is done only when there is reason to: numbers that came again are counted only if there are some,
     * and gaps only if the set is so large (16 bytes a range at least) that there may be too many. A boot that was not
     * known has no xmax: no transaction has updated its row.
     */
    static final String ENTER = """
            WITH heard AS (
                SELECT device_id, boot_id,
                    coalesce(range_agg(int8range(seq, seq + 1)) FILTER (WHERE fresh), '{}') AS arrived,
                    count(*) FILTER (WHERE fresh) - count(DISTINCT seq) FILTER (WHERE fresh) AS replays,
                    count(*) FILTER (WHERE NOT fresh) AS duplicates,
                    min(received_at) AS first_heard_at, max(received_at) AS last_heard_at
                FROM unnest($1::text[], $2::text[], $3::bigint[], $4::timestamptz[], $5::boolean[])
                    AS n (device_id, boot_id, seq, received_at, fresh)
                GROUP BY device_id, boot_id
            )
            INSERT INTO device_sequence AS old (device_id, boot_id, arrived, duplicates, replays, first_heard_at,
                last_heard_at, untold)
            SELECT device_id, boot_id, arrived, duplicates, replays, first_heard_at, last_heard_at,
                duplicates + replays > 0 OR NOT isempty(gaps_in(arrived, 0))
            FROM heard
            ORDER BY device_id, boot_id
            ON CONFLICT (device_id, boot_id) DO UPDATE SET
                (arrived, counted_from, duplicates, replays, first_heard_at, last_heard_at, untold) = (
                    SELECT numbers * int8multirange(int8range(counted_from, NULL)), counted_from,
                        old.duplicates + excluded.duplicates, old.replays + excluded.replays + again,
                        least(old.first_heard_at, excluded.first_heard_at),
                        greatest(old.last_heard_at, excluded.last_heard_at),
                        old.untold OR excluded.duplicates + excluded.replays + again > 0
                            OR gaps_in(numbers, counted_from) <> gaps_in(old.arrived, old.counted_from)
                    FROM (SELECT old.arrived + excluded.arrived AS numbers) AS united
                    CROSS JOIN LATERAL (SELECT
                        CASE WHEN old.arrived && excluded.arrived
                            THEN numbers_in(old.arrived * excluded.arrived) ELSE 0 END AS again,
                        CASE WHEN pg_column_size(numbers) > 16 * $6
                            THEN counted_with(numbers, $6, old.counted_from) ELSE old.counted_from END AS counted_from
                        ) AS looked_into)
            RETURNING device_id, xmax = 0 AS new_boot
            """;

    /** Of these devices, the boots that have been silent longest; what somebody is just writing is left alone. */
    static final String FORGET = """
            DELETE FROM device_sequence WHERE (device_id, boot_id) IN (
                SELECT d.device_id, old.boot_id
                FROM unnest($1::text[]) AS d (device_id)
                CROSS JOIN LATERAL (
                    SELECT boot_id FROM device_sequence s
                    WHERE s.device_id = d.device_id
                    ORDER BY last_heard_at DESC, boot_id
                    OFFSET $2
                    FOR UPDATE SKIP LOCKED) AS old)
            """;

    static final String OF_DEVICE = """
            SELECT boot_id, upper(arrived) - 1 AS highest, counted_from,
                numbers_in(gaps_in(arrived, counted_from)) AS missing,
                ARRAY(SELECT lower(r) FROM unnest(gaps_in(arrived, counted_from)) AS r ORDER BY r) AS gaps_from,
                ARRAY(SELECT upper(r) - 1 FROM unnest(gaps_in(arrived, counted_from)) AS r ORDER BY r) AS gaps_to,
                duplicates, replays, first_heard_at, last_heard_at
            FROM device_sequence
            WHERE device_id = $1
            ORDER BY first_heard_at DESC, boot_id
            LIMIT $2
            """;

    /** Devices of which there is something to tell, unless something was told after $1. */
    static final String DUE = """
            WITH due AS (
                SELECT device_id, boot_id FROM device_sequence s
                WHERE untold AND NOT EXISTS (
                    SELECT FROM device_fact f WHERE f.device_id = s.device_id AND f.told_at > $1)
                ORDER BY device_id, boot_id
                LIMIT $2
                FOR UPDATE SKIP LOCKED
            )
            UPDATE device_sequence s SET untold = false FROM due
            WHERE s.device_id = due.device_id AND s.boot_id = due.boot_id
            RETURNING s.device_id
            """;

    /** Gives what differs from what was told before. */
    static final String TELL = """
            INSERT INTO device_fact AS told (device_id, missing, gaps, duplicates, replays, last_heard_at, told_at, version)
            SELECT device_id, sum(numbers_in(gaps_in(arrived, counted_from)))::bigint,
                sum(ranges_in(gaps_in(arrived, counted_from)))::integer, sum(duplicates)::bigint,
                sum(replays)::bigint, max(last_heard_at), $2, 0
            FROM device_sequence
            WHERE device_id = ANY ($1)
            GROUP BY device_id
            ORDER BY device_id
            ON CONFLICT (device_id) DO UPDATE SET
                missing = excluded.missing, gaps = excluded.gaps, duplicates = excluded.duplicates,
                replays = excluded.replays, last_heard_at = excluded.last_heard_at, told_at = excluded.told_at,
                version = told.version + 1
            WHERE (told.missing, told.gaps, told.duplicates, told.replays)
                IS DISTINCT FROM (excluded.missing, excluded.gaps, excluded.duplicates, excluded.replays)
            RETURNING device_id, missing, gaps, duplicates, replays, last_heard_at, version
            """;

    private SequenceSql() {}
}
