package io.feverline.registry.followup;

/** The statements about follow-ups. */
final class FollowUpSql {
    /**
     * Causes are written first; only those that were not there go on to follow-ups. An open follow-up takes a new cause
     * on and stays where it is looked after, by whom it is.
     */
    static final String OPEN = """
            WITH told AS (
                SELECT t.*, coalesce(
                    (SELECT a.code FROM area a
                        WHERE a.code IN (left(t.destination, 15), left(t.destination, 12), left(t.destination, 9),
                                left(t.destination, 6))
                            AND a.level NOT IN ('PROVINCE', 'CITY')
                        ORDER BY length(a.code) DESC LIMIT 1),
                    left(t.checkpoint_area, 6)) AS area_code
                FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::text[],
                        $8::bigint[], $9::bigint[])
                    AS t (traveller_id, reading_id, kind, region_id, at, destination, checkpoint_area, asked_from, ends)
            ), fresh AS (
                INSERT INTO follow_up_cause (reading_id, kind, region_id, at, known_at)
                SELECT DISTINCT ON (reading_id, kind) reading_id, kind, region_id, at, $10::timestamptz
                FROM told
                ORDER BY reading_id, kind
                ON CONFLICT (reading_id, kind) DO NOTHING
                RETURNING id, reading_id, kind
            )
            INSERT INTO follow_up AS known (traveller_id, cause, opened_at, area_code, caused_by, asked, ends)
            SELECT traveller_id, (array_agg(kind ORDER BY at, reading_id))[1], min(at),
                (array_agg(area_code ORDER BY at DESC, reading_id))[1],
                array_agg(DISTINCT fresh.id), range_agg(int8range(asked_from, ends)), max(ends)
            FROM told JOIN fresh USING (reading_id, kind)
            GROUP BY traveller_id
            ORDER BY traveller_id
            ON CONFLICT (traveller_id) WHERE closed_at IS NULL DO UPDATE SET
                caused_by = known.caused_by || excluded.caused_by,
                asked = known.asked + excluded.asked,
                ends = greatest(known.ends, excluded.ends),
                version = known.version + 1
            RETURNING version = 1 AS opened
            """;

    static final String KEEP_PENDING = """
            INSERT INTO follow_up_pending (reading_id, token, confirmed_by, at, area_code, told_at)
            SELECT DISTINCT ON (reading_id) reading_id, token, confirmed_by, at, area_code,
                $6::timestamptz
            FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::timestamptz[], $5::text[])
                AS told (reading_id, token, confirmed_by, at, area_code)
            ORDER BY reading_id, at
            ON CONFLICT (reading_id) DO NOTHING
            """;

    /** Those whose traveller is known, and their passage with them, unless they were told before $1. */
    static final String TAKE_PENDING = """
            WITH known AS (
                SELECT p.reading_id, p.at, p.area_code, t.id AS traveller_id, t.destination_area
                FROM follow_up_pending p JOIN traveller t ON t.token = p.token
                WHERE p.told_at < $1::timestamptz OR EXISTS (SELECT FROM receipt r WHERE r.reading_id = p.confirmed_by)
                ORDER BY p.reading_id
                FOR UPDATE OF p SKIP LOCKED
            ), taken AS (
                DELETE FROM follow_up_pending p USING known WHERE p.reading_id = known.reading_id
            )
            SELECT * FROM known
            """;

    /** Up to the half day $1. */
    private static final String FOLLOW_UPS = """
            SELECT id, traveller_id, cause, opened_at, closed_at, area_code, state, assignee, accept_by, ends,
                waiting_for, feverish, version,
                numbers_in(asked * int8multirange(int8range(NULL, $1::bigint)) - entered) AS missed
            FROM follow_up
            """;

    /** As far as who asks may see it: $2 is the area, $3 the grid worker if it is one. */
    private static final String VISIBLE = FOLLOW_UPS + """
            WHERE starts_with(area_code, $2) AND ($3::text IS NULL OR assignee IS NULL OR assignee = $3)
            """;

    static final String OF_PERSON = VISIBLE + "AND traveller_id IN (SELECT same_person($4)) ORDER BY opened_at, id";

    static final String ONE = VISIBLE + "AND id = $4";
    static final String ONE_TO_CHANGE = ONE + " FOR UPDATE";

    /** Also what has gone to another since, wherever that is. */
    static final String ONE_TO_ENTER = FOLLOW_UPS + """
            WHERE id = $4 AND (
                (starts_with(area_code, $2) AND (assignee IS NULL OR assignee = $3))
                OR EXISTS (
                    SELECT FROM follow_up_step s
                    WHERE s.follow_up_id = $4 AND s.kind = 'ACCEPTED' AND s.actor = $3))
            FOR UPDATE
            """;

    /** Of 50,000 open ones, a page of a town's takes 0.2 ms, one of a county's at most 16. */
    private static final String CHOSEN = """
                AND ($4::text IS NULL OR state = $4) AND ($5::text IS NULL OR assignee = $5)
                AND (NOT $6 OR accept_by < $7)
                AND (NOT $8 OR lower(asked - entered) < $1)
                AND (NOT $9 OR feverish)
                AND (waiting_for, id) > ($10, $11)
            ORDER BY waiting_for, id
            LIMIT $12
            """;

    static final String ONGOING = VISIBLE + "AND closed_at IS NULL" + CHOSEN;
    static final String OVER = VISIBLE + "AND closed_at IS NOT NULL" + CHOSEN;

    /** Who has open ones in an area; what an official chooses from, so some hundreds are enough. */
    static final String WORKLOADS = """
            SELECT assignee, count(*) AS ongoing
            FROM follow_up
            WHERE closed_at IS NULL AND assignee IS NOT NULL AND starts_with(area_code, $1)
            GROUP BY assignee
            ORDER BY assignee
            LIMIT 500
            """;

    static final String CAUSES = """
            SELECT c.reading_id, c.kind, c.region_id, k.name AS region_name, c.at, c.known_at
            FROM follow_up f JOIN follow_up_cause c ON c.id = ANY (f.caused_by)
                LEFT JOIN key_region k ON k.id = c.region_id
            WHERE f.id = $1
            ORDER BY c.at, c.id
            """;

    static final String ENTRIES = """
            SELECT entry_id, revision, half_day, taken_at, temperature, symptoms, note, actor, recorded_at,
                revision < max(revision) OVER (PARTITION BY entry_id) AS superseded
            FROM follow_up_entry
            WHERE follow_up_id = $1
            ORDER BY taken_at, entry_id, revision
            """;

    static final String MISSED = """
            SELECT half_day
            FROM follow_up f
            CROSS JOIN LATERAL unnest(f.asked * int8multirange(int8range(NULL, $2::bigint)) - f.entered) AS r
            CROSS JOIN LATERAL generate_series(lower(r), upper(r) - 1) AS half_day
            WHERE f.id = $1
            ORDER BY half_day
            """;

    static final String STEPS = """
            SELECT at, kind, actor, area_code, assignee, place, reason
            FROM follow_up_step
            WHERE follow_up_id = $1
            ORDER BY version
            """;

    /** Once it is over, nothing more is asked for. */
    static final String CHANGE = """
            WITH changed AS (
                UPDATE follow_up SET state = $2, area_code = $3, assignee = $4, accept_by = $5,
                    closed_at = CASE WHEN $6 THEN $7::timestamptz END,
                    asked = CASE WHEN $6 THEN asked * int8multirange(int8range(NULL, $8::bigint)) ELSE asked END,
                    version = version + 1
                WHERE id = $1
                RETURNING id, version, area_code, assignee
            )
            INSERT INTO follow_up_step (follow_up_id, version, at, kind, actor, area_code, assignee, place, reason)
            SELECT id, version, $7, $9::text, $10::text, area_code, assignee, $11::text, $12::text FROM changed
            """;

    static final String REVISIONS = """
            SELECT revision, taken_at, temperature, symptoms, note
            FROM follow_up_entry
            WHERE follow_up_id = $1 AND entry_id = $2
            ORDER BY revision
            """;

    static final String TENURES = """
            SELECT s.at AS from_at, (
                SELECT min(n.at) FROM follow_up_step n
                WHERE n.follow_up_id = s.follow_up_id AND n.version > s.version AND n.kind <> 'HANDED_OVER') AS until_at
            FROM follow_up_step s
            WHERE s.follow_up_id = $1 AND s.kind = 'ACCEPTED' AND s.actor = $2
            ORDER BY s.version
            """;

    static final String WRITTEN = """
            SELECT e.entry_id, e.revision, e.half_day, e.taken_at, e.temperature, e.symptoms, e.note, e.actor,
                e.recorded_at, false AS superseded, f.version
            FROM follow_up_entry e JOIN follow_up f ON f.id = e.follow_up_id
            WHERE e.follow_up_id = $1 AND e.entry_id = $2
            ORDER BY e.revision DESC LIMIT 1
            """;

    static final String ADD_REVISION = """
            INSERT INTO follow_up_entry (follow_up_id, entry_id, revision, half_day, taken_at, temperature, symptoms,
                note, feverish, actor, recorded_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """;

    /** What all entries together say, each by its last revision. */
    static final String TALLY = """
            UPDATE follow_up SET entered = tally.entered, feverish = tally.feverish, version = version + 1
            FROM (
                SELECT range_agg(int8range(half_day, half_day + 1)) AS entered, bool_or(feverish) AS feverish
                FROM (
                    SELECT DISTINCT ON (entry_id) half_day, feverish
                    FROM follow_up_entry
                    WHERE follow_up_id = $1
                    ORDER BY entry_id, revision DESC) AS last
            ) AS tally
            WHERE id = $1
            """;

    /** From all codes that begin with $1 to the same below $2. */
    static final String HAND_OVER = """
            WITH moved AS (
                UPDATE follow_up SET area_code = $2::text || substr(area_code, length($1::text) + 1),
                    version = version + 1
                WHERE closed_at IS NULL AND starts_with(area_code, $1::text)
                RETURNING id, version, area_code, assignee
            )
            INSERT INTO follow_up_step (follow_up_id, version, at, kind, actor, area_code, assignee, reason)
            SELECT id, version, $3::timestamptz, $4::text, $5::text, area_code, assignee, $6::text FROM moved
            """;

    /** The tree ends at villages, whose twelve digits those of a grid cell begin with. */
    static final String AREA_IS_KNOWN = "SELECT EXISTS (SELECT FROM area WHERE code = left($1, 12)) AS known";

    static final String FIGURES = """
            SELECT count(*) AS ongoing, count(*) FILTER (WHERE accept_by < $2) AS overdue,
                coalesce(sum(numbers_in(asked * int8multirange(int8range(NULL, $1::bigint)) - entered))
                    FILTER (WHERE waiting_for < $1), 0)::bigint AS missed,
                (SELECT count(*) FROM follow_up_pending) AS pending
            FROM follow_up
            WHERE closed_at IS NULL
            """;

    private FollowUpSql() {}
}
