package io.feverline.registry.contact;

/** The statements that look for contacts: the rules are not theirs, they look where {@link Stay} says. */
final class ContactSql {
    static final String SIGHTINGS = """
            SELECT p.measured_at, p.checkpoint_id, c.name, coalesce(c.kind = 'BUS', false) AS bus,
                p.vehicle_id, p.trip, p.seat
            FROM same_person($1) AS d (id) JOIN passage p ON p.traveller_id = d.id
            LEFT JOIN checkpoint c ON c.id = p.checkpoint_id
            WHERE starts_with(p.area_code, $2) AND p.measured_at BETWEEN $3 AND $4
            ORDER BY p.measured_at DESC
            LIMIT $5
            """;

    /**
     * Of each stay, the others who were there, each person once, and, in a row without a traveller, how many readings
     * have none. A stay has a vehicle or a checkpoint; the branch that it has nothing for finds nothing at no cost. By
     * the outer times of all stays ($9, $10) the days that nobody asks about are left out before any stay is looked at.
     */
    static final String OTHERS = """
            SELECT s.number, o.*
            FROM unnest($1::integer[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[],
                    $7::timestamptz[], $8::timestamptz[])
                AS s (number, vehicle_id, trip, checkpoint_id, first_at, last_at, from_at, until_at)
            CROSS JOIN LATERAL (
                SELECT traveller_id, min(measured_at) AS first_at, max(measured_at) AS last_at, max(trip) AS trip,
                    array_agg(DISTINCT seat) FILTER (WHERE seat IS NOT NULL) AS seats,
                    count(*) FILTER (WHERE recheck_of IS NULL) AS readings
                FROM (
                    SELECT coalesce(m.merged_into, a.traveller_id) AS traveller_id, measured_at, trip, seat, recheck_of,
                        area_code
                    FROM (
                        SELECT traveller_id, measured_at, trip, seat, recheck_of, area_code
                        FROM passage
                        WHERE vehicle_id = s.vehicle_id AND (trip = s.trip) IS NOT FALSE
                            AND measured_at BETWEEN s.from_at AND s.until_at AND measured_at BETWEEN $9 AND $10
                        UNION ALL
                        SELECT traveller_id, measured_at, trip, NULL, recheck_of, area_code
                        FROM passage
                        WHERE checkpoint_id = s.checkpoint_id
                            AND measured_at BETWEEN s.from_at AND s.until_at AND measured_at BETWEEN $9 AND $10
                    ) a LEFT JOIN traveller_merge m ON m.traveller_id = a.traveller_id
                ) there
                WHERE starts_with(area_code, $11) AND traveller_id IS DISTINCT FROM
                    (SELECT coalesce((SELECT merged_into FROM traveller_merge WHERE traveller_id = $12), $12))
                GROUP BY traveller_id
                ORDER BY traveller_id IS NOT NULL,
                    min(greatest(s.first_at - measured_at, measured_at - s.last_at, '0')), traveller_id
                LIMIT $13
            ) o
            LIMIT $14
            """;

    private ContactSql() {}
}
