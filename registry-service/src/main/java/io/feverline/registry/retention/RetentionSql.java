package io.feverline.registry.retention;

/** The statements that forget. Each takes few enough rows that nobody waits for it, and none that somebody is at. */
final class RetentionSql {
    /** Of several instances one forgets; the turn ends with the connection at the latest. */
    static final String TAKE_TURN = "SELECT pg_try_advisory_lock(hashtext('retention')) AS mine";

    static final String END_TURN = "SELECT pg_advisory_unlock(hashtext('retention'))";

    /** Days before one that have a partition, the oldest first. */
    static final String DAYS = """
            SELECT to_date(right(c.relname, 8), 'YYYYMMDD') AS day
            FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
            WHERE i.inhparent = 'passage'::regclass AND c.relname ~ '^passage_[0-9]{8}$'
                AND c.relname < 'passage_' || to_char($1::date, 'YYYYMMDD')
            ORDER BY c.relname
            """;

    static final String DROP = "SELECT drop_passage_partition($1) AS passages";

    static final String UNDATED = """
            DELETE FROM passage_undated WHERE (reading_id, measured_at) IN (
                SELECT reading_id, measured_at FROM passage_undated WHERE received_at < $1
                ORDER BY received_at LIMIT $2 FOR UPDATE SKIP LOCKED)
            """;

    /** A clock that ran ahead keeps its passage for longer than the reading is old. */
    static final String VERDICTS = """
            DELETE FROM verdict WHERE reading_id IN (
                SELECT reading_id FROM verdict v
                WHERE received_at < $1 AND NOT EXISTS (SELECT FROM passage p WHERE p.reading_id = v.reading_id OFFSET 0)
                ORDER BY received_at LIMIT $2 FOR UPDATE SKIP LOCKED)
            """;

    static final String FINDINGS = """
            DELETE FROM device_finding WHERE (device_id, finding, since) IN (
                SELECT device_id, finding, since FROM device_finding WHERE until < $1
                ORDER BY until LIMIT $2 FOR UPDATE SKIP LOCKED)
            """;

    static final String ARRIVALS = """
            DELETE FROM arrival WHERE (reading_id, measured_at, region_id) IN (
                SELECT reading_id, measured_at, region_id FROM arrival WHERE measured_at < $1
                ORDER BY measured_at LIMIT $2 FOR UPDATE SKIP LOCKED)
            """;

    static final String PENDING_FEVERS = """
            DELETE FROM follow_up_pending WHERE reading_id IN (
                SELECT reading_id FROM follow_up_pending WHERE told_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)
            """;

    static final String CASES = """
            UPDATE follow_up SET traveller_id = gen_random_uuid(), pseudonymised_at = now() WHERE id IN (
                SELECT id FROM follow_up WHERE closed_at < $1 AND pseudonymised_at IS NULL
                ORDER BY closed_at LIMIT $2 FOR UPDATE SKIP LOCKED)
            """;

    /*
     * Those without passages go in two statements. Whoever stores a passage has locked its traveller before, also one
     * that it does not change; so the second statement, which begins when the locks are held, sees the passages of all
     * who had them before, and who comes after finds the row gone and makes another. In one statement the passage of a
     * reading that came late could be stored between the look and the lock.
     *
     * A person with several documents goes when none of them has a passage.
     *
     * OFFSET 0 keeps the planner from reading all passages at once in place of an index for each.
     */

    private static final String TRAVELLER_IS_GONE = """
            NOT EXISTS (SELECT FROM same_person(t.id) d (id) JOIN held_traveller h ON h.traveller_id = d.id OFFSET 0)
                AND NOT EXISTS (SELECT FROM same_person(t.id) d (id) JOIN passage p ON p.traveller_id = d.id OFFSET 0)
            """;

    private static final String VEHICLE_IS_GONE =
            "NOT EXISTS (SELECT FROM passage p WHERE p.vehicle_id = t.id OFFSET 0)";

    static final String LOCK_TRAVELLERS = lock("traveller", TRAVELLER_IS_GONE);
    static final String DELETE_TRAVELLERS = delete("traveller", TRAVELLER_IS_GONE);
    static final String LOCK_VEHICLES = lock("vehicle", VEHICLE_IS_GONE);
    static final String DELETE_VEHICLES = delete("vehicle", VEHICLE_IS_GONE);

    private RetentionSql() {}

    private static String lock(String table, String isGone) {
        return """
            SELECT id FROM %s t WHERE last_seen_day >= $1 AND last_seen_day < $2 AND %s
            ORDER BY last_seen_day LIMIT $3 FOR UPDATE OF t SKIP LOCKED
            """.formatted(table, isGone);
    }

    private static String delete(String table, String isGone) {
        return "DELETE FROM %s t WHERE id = ANY ($1) AND %s".formatted(table, isGone);
    }
}
