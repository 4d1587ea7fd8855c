package io.feverline.registry.keyregion;

/** Statements that judge passages by the list of key regions, and find what was judged. */
final class ArrivalSql {
    private static final String COLUMNS =
            "reading_id, measured_at, region_id, traveller_id, vehicle_id, checkpoint_id, area_code, destination_area,"
                    + " judged_at";

    private static final String INSERT = "INSERT INTO arrival (" + COLUMNS + ")\n";

    /** What is there already was judged before: so nobody arrives twice. */
    private static final String FRESH_ONLY = "ON CONFLICT DO NOTHING RETURNING " + COLUMNS;

    /** Judges a batch. Travellers and vehicles are looked up for those who match, which few do. */
    static final String JUDGE = INSERT + """
            SELECT r.reading_id, r.measured_at, k.id,
                (SELECT t.id FROM traveller t WHERE t.token = r.traveller_token),
                (SELECT v.id FROM vehicle v WHERE v.token = r.vehicle_token),
                r.checkpoint_id, r.area_code, r.destination_area, $10
            FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                    $8::text[], $9::text[])
                AS r (reading_id, measured_at, checkpoint_id, area_code, traveller_token, origin_area,
                    destination_area, vehicle_token, plate_prefix)
            JOIN key_region k ON is_origin(k, r.measured_at, r.origin_area, r.plate_prefix)
            ORDER BY r.reading_id, k.id
            """ + FRESH_ONLY;

    /**
     * Judges passages that are stored by one region, the earliest first, so many at a time. Those who came from its
     * area and those whose plates are of it are looked for one after the other: else every passage would be joined to
     * its vehicle.
     */
    static final String JUDGE_STORED = INSERT
            + """
            SELECT c.*, $5
            FROM (%s UNION %s) AS c
            WHERE NOT EXISTS (SELECT FROM arrival a
                WHERE a.reading_id = c.reading_id AND a.measured_at = c.measured_at AND a.region_id = $1)
            ORDER BY c.measured_at
            LIMIT $4
            """.formatted(
                            stored("JOIN passage p ON is_origin(k, p.measured_at, p.origin_area, NULL)"),
                            stored("CROSS JOIN vehicle v JOIN passage p"
                                    + " ON p.vehicle_id = v.id AND is_origin(k, p.measured_at, NULL, v.plate_prefix)"))
            + FRESH_ONLY;

    /** A region's prefixes stay as they are: who is no arrival any more passed when it was no key region. */
    static final String WITHDRAW = """
            DELETE FROM arrival a USING key_region k
            WHERE k.id = $1 AND a.region_id = $1 AND a.measured_at >= $2 AND a.measured_at < $3
                AND (a.measured_at < k.valid_from OR a.measured_at >= k.valid_to)
            RETURNING a.area_code
            """;

    static final String PAGE = page("");
    static final String PAGE_OF_REGION = page("AND region_id = $7");

    /** Of a person ($1) in an area ($2). */
    static final String OF_PERSON = """
            SELECT a.*
            FROM same_person($1) AS s (id)
                JOIN passage p ON p.traveller_id = s.id AND starts_with(p.area_code, $2)
                JOIN arrival a ON a.reading_id = p.reading_id AND a.measured_at = p.measured_at
            ORDER BY a.measured_at DESC, a.reading_id DESC, a.region_id DESC
            """;

    private ArrivalSql() {}

    private static String stored(String join) {
        return """
                SELECT p.reading_id, p.measured_at, k.id, p.traveller_id, p.vehicle_id, p.checkpoint_id, p.area_code,
                    p.destination_area
                FROM key_region k %s
                WHERE k.id = $1 AND p.measured_at >= $2 AND p.measured_at < $3
                """.formatted(join);
    }

    private static String page(String condition) {
        return """
                SELECT %s FROM arrival
                WHERE starts_with(area_code, $1) AND measured_at >= $2
                    AND measured_at <= $3 AND (measured_at, reading_id, region_id) < ($3, $4, $5) %s
                ORDER BY measured_at DESC, reading_id DESC, region_id DESC
                LIMIT $6
                """.formatted(COLUMNS, condition);
    }
}
