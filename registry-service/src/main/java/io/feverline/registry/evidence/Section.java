package io.feverline.registry.evidence;

/**
 * A file of the archive: a table that one statement finds. What the statements are given is the traveller ($1), who may have several documents, the time
 * from ($2) and to ($3), the reader's area ($4); with shifts, of those in that time the days ($5), names ($6), begins ($7),
 * ends ($8) and cutoffs ($9), and now ($10).
 */
enum Section {
    /** Where the case was measured, and what came of it. */
    PASSAGES(false, """
            SELECT s.measured_at, s.received_at, s.checkpoint_id, c.name AS checkpoint_name, s.area_code, s.device_id,
                round(s.temperature / 1000.0, 3) AS celsius, s.site, s.mode, s.lane, s.clock_ahead, v.kind AS verdict,
                round(v.temperature / 1000.0, 3) AS celsius_as_judged, round(v.threshold / 1000.0, 3) AS threshold,
                v.policy_version,
                ARRAY(SELECT DISTINCT f.finding FROM device_finding f
                    WHERE f.device_id = s.device_id AND f.since <= s.measured_at
                        AND (f.until > s.measured_at OR f.until IS NULL)
                    ORDER BY f.finding) AS device_findings,
                s.origin_area, s.destination_area, s.vehicle_id, s.trip, s.seat, s.reading_id, s.recheck_of
            FROM stay s
            LEFT JOIN checkpoint c ON c.id = s.checkpoint_id
            LEFT JOIN verdict v ON v.reading_id = s.reading_id
            ORDER BY s.measured_at, s.reading_id
            """),
    /** Where that was. */
    CHECKPOINTS(false, """
            SELECT s.checkpoint_id, c.name, c.kind, coalesce(c.area_code, s.area_code) AS area_code, c.registered_at,
                s.first_measured_at, s.last_measured_at, s.readings
            FROM (SELECT checkpoint_id, min(area_code) AS area_code, min(measured_at) AS first_measured_at,
                    max(measured_at) AS last_measured_at, count(*) AS readings
                FROM stay GROUP BY checkpoint_id) AS s
            LEFT JOIN checkpoint c ON c.id = s.checkpoint_id
            ORDER BY s.checkpoint_id
            """),
    /** What it was measured with, and what was wrong with that. */
    DEVICES(false, """
            SELECT s.device_id, d.checkpoint_id AS registered_at_checkpoint, d.site, d.mode,
                round(d.offset_mc / 1000.0, 3) AS offset_celsius, d.calibration_due,
                d.calibration_due < (s.last_measured_at AT TIME ZONE 'Asia/Shanghai')::date AS calibration_was_over,
                f.missing AS numbers_missing, f.gaps, f.duplicates, f.replays,
                ARRAY(SELECT g.finding || ' ' || to_char(g.since AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')
                        || ' - ' || coalesce(to_char(g.until AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), '')
                    FROM device_finding g
                    WHERE g.device_id = s.device_id AND g.since < $3 AND (g.until > $2 OR g.until IS NULL)
                    ORDER BY g.since, g.finding) AS findings,
                s.readings
            FROM (SELECT device_id, max(measured_at) AS last_measured_at, count(*) AS readings
                FROM stay GROUP BY device_id) AS s
            LEFT JOIN device d ON d.id = s.device_id
            LEFT JOIN device_fact f ON f.device_id = s.device_id
            ORDER BY s.device_id
            """),
    /** Who answered for the shifts in which the case passed, when, and for which figures. */
    REPORTS(true, """
            SELECT w.day, w.shift, o.checkpoint_id, w.cutoff,
                CASE WHEN r.version > 1 THEN 'CORRECTED' WHEN r.signed_at < w.cutoff THEN 'IN_TIME'
                    WHEN r.signed_at IS NOT NULL THEN 'LATE' WHEN w.cutoff <= $10 THEN 'MISSING' ELSE 'EXPECTED'
                    END AS standing,
                r.version, r.signed_by, r.signed_at, r.screened, r.devices_screened, r.suspected, r.devices_suspected,
                r.confirmed, r.devices_confirmed, r.key_region, r.devices_key_region, r.referred, r.words
            FROM shift_passed o
            JOIN shift w USING (number)
            JOIN checkpoint c ON c.id = o.checkpoint_id AND c.registered_at <= w.begins
            LEFT JOIN report_statement r
                ON r.checkpoint_id = o.checkpoint_id AND r.day = w.day AND r.shift = w.shift
            ORDER BY w.begins, o.checkpoint_id, r.version
            """),
    /** Why the case was followed up. */
    CAUSES(false, """
            SELECT c.kind, c.at, c.known_at, c.reading_id, c.region_id, f.id AS follow_up_id
            FROM follow_up f JOIN follow_up_cause c ON c.id = ANY (f.caused_by)
            WHERE f.traveller_id IN (SELECT same_person($1)) AND starts_with(f.area_code, $4) AND $2 < $3
            ORDER BY c.at, c.id
            """),
    /** Who looked after the case, and what was done when. */
    FOLLOW_UPS(false, """
            SELECT f.id AS follow_up_id, f.state, f.opened_at, f.closed_at, f.accept_by, s.version, s.at, s.kind, s.actor,
                s.area_code, s.assignee, s.place, s.reason
            FROM follow_up f LEFT JOIN follow_up_step s ON s.follow_up_id = f.id
            WHERE f.traveller_id IN (SELECT same_person($1)) AND starts_with(f.area_code, $4) AND $2 < $3
            ORDER BY f.opened_at, f.id, s.version
            """),
    /** Who did what to the case, its checkpoints, devices and reports; each row can be found again in the audit log. */
    AUDIT(true, """
            SELECT seq, recorded_at, actor, area, act, subject, purpose, detail, encode(hash, 'hex') AS hash
            FROM audit_row
            WHERE recorded_at >= $2 AND starts_with(area, $4) AND $10::timestamptz IS NOT NULL AND subject IN (
                SELECT same_person($1)::text
                UNION SELECT checkpoint_id FROM stay
                UNION SELECT device_id FROM stay
                UNION SELECT f.id::text FROM follow_up f WHERE f.traveller_id IN (SELECT same_person($1))
                UNION SELECT o.checkpoint_id || '/' || w.day || '/' || w.shift
                    FROM shift_passed o JOIN shift w USING (number))
            ORDER BY seq
            """);

    private static final String STAY = """
            WITH stay AS MATERIALIZED (
                SELECT * FROM passage
                WHERE traveller_id IN (SELECT same_person($1)) AND measured_at >= $2 AND measured_at < $3 AND starts_with(area_code, $4)
            )
            """;
    private static final String SHIFTS = STAY + """
            , shift AS MATERIALIZED (
                SELECT * FROM unnest($5::date[], $6::text[], $7::timestamptz[], $8::timestamptz[], $9::timestamptz[])
                    WITH ORDINALITY AS w (day, shift, begins, ends, cutoff, number)
            ), shift_passed AS MATERIALIZED (
                SELECT DISTINCT w.number, s.checkpoint_id
                FROM shift w JOIN stay s ON s.measured_at >= w.begins AND s.measured_at < w.ends
            )
            """;

    private final boolean withShifts;
    private final String sql;

    Section(boolean withShifts, String sql) {
        this.withShifts = withShifts;
        this.sql = (withShifts ? SHIFTS : STAY) + sql;
    }

    boolean withShifts() {
        return withShifts;
    }

    String sql() {
        return sql;
    }

    String file() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".csv";
    }
}
