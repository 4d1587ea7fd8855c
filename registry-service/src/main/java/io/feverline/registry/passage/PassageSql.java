package io.feverline.registry.passage;

/**
 * The statements that store a batch. Each is one statement however many readings there are, and each leaves what is
 * there as it is when its rows say nothing newer: that makes redelivery harmless. Whom and what they wrote they name with
 * its id, so that passages need not look for it again.
 */
final class PassageSql {
    static final String UPSERT_TRAVELLERS = """
            INSERT INTO traveller AS old (token, first_seen_at, last_seen_at, sealed, sealed_data_key,
                sealed_reading_id, sealed_at,
                document_type, document_valid, phone_valid, origin_area, destination_area)
            SELECT token, first_seen, last_seen, sealed, data_key, reading_id, sealed_at,
                document_type, document_valid, phone_valid, origin_area, destination_area
            FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::uuid[], $5::timestamptz[], $6::bytea[],
                    $7::bytea[], $8::text[], $9::boolean[], $10::boolean[], $11::text[], $12::text[])
                AS seen (token, first_seen, last_seen, reading_id, sealed_at, sealed, data_key,
                    document_type, document_valid, phone_valid, origin_area, destination_area)
            ORDER BY token
            ON CONFLICT (token) DO UPDATE SET
                document_valid = CASE WHEN excluded.last_seen_at > old.last_seen_at
                    THEN excluded.document_valid ELSE old.document_valid END,
                phone_valid = CASE WHEN excluded.last_seen_at > old.last_seen_at
                    THEN coalesce(excluded.phone_valid, old.phone_valid) ELSE old.phone_valid END,
                origin_area = CASE WHEN excluded.last_seen_at > old.last_seen_at
                    THEN coalesce(excluded.origin_area, old.origin_area) ELSE old.origin_area END,
                destination_area = CASE WHEN excluded.last_seen_at > old.last_seen_at
                    THEN coalesce(excluded.destination_area, old.destination_area) ELSE old.destination_area END,
            """ + newestSealAndWidestSpan();

    static final String UPSERT_VEHICLES = """
            INSERT INTO vehicle AS old (token, first_seen_at, last_seen_at, sealed, sealed_data_key,
                sealed_reading_id, sealed_at, plate_prefix, plate_valid, kind)
            SELECT token, first_seen, last_seen, sealed, data_key, reading_id, sealed_at,
                plate_prefix, plate_valid, kind
            FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::uuid[], $5::timestamptz[], $6::bytea[],
                    $7::bytea[], $8::text[], $9::boolean[], $10::text[])
                AS seen (token, first_seen, last_seen, reading_id, sealed_at, sealed, data_key,
                    plate_prefix, plate_valid, kind)
            ORDER BY token
            ON CONFLICT (token) DO UPDATE SET
                kind = CASE WHEN excluded.last_seen_at > old.last_seen_at THEN excluded.kind ELSE old.kind END,
            """ + newestSealAndWidestSpan();

    /**
     * What was not there is stored and tallied; tells how many that were. Within the table of tallies, rows are locked in the
     * order of their keys.
     */
    static final String INSERT_PASSAGES = """
            WITH stored AS (
                INSERT INTO passage (reading_id, measured_at, received_at, device_id, checkpoint_id, area_code, seq, boot_id,
                    lane, clock_ahead, temperature, mode, site, device_offset, ambient, recheck_of,
                    traveller_id, origin_area, destination_area, vehicle_id, trailer_token, trip, seat)
                SELECT reading_id, measured_at, received_at, device_id, checkpoint_id, area_code, seq, boot_id,
                    lane, clock_ahead, temperature, mode, site, device_offset, ambient, recheck_of,
                    traveller_id, origin_area, destination_area, vehicle_id, trailer_token, trip, seat
                FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::text[], $5::text[], $6::text[],
                        $7::bigint[], $8::text[], $9::text[], $10::boolean[], $11::integer[], $12::text[], $13::text[],
                        $14::integer[], $15::integer[], $16::uuid[], $17::uuid[], $18::text[], $19::text[], $20::uuid[],
                        $21::text[], $22::text[], $23::text[])
                    AS r (reading_id, measured_at, received_at, device_id, checkpoint_id, area_code,
                        seq, boot_id, lane, clock_ahead, temperature, mode, site,
                        device_offset, ambient, recheck_of, traveller_id, origin_area, destination_area, vehicle_id,
                        trailer_token, trip, seat)
                ORDER BY reading_id
                ON CONFLICT (reading_id, measured_at) DO NOTHING
                RETURNING measured_at, area_code, checkpoint_id, recheck_of, traveller_id
            ), tallied AS (
                INSERT INTO tally AS old (hour, area_code, checkpoint_id, screened, rechecked, with_papers)
                SELECT date_trunc('hour', measured_at, 'UTC') AS hour, area_code, checkpoint_id,
                    count(*) FILTER (WHERE recheck_of IS NULL), count(recheck_of),
                    count(traveller_id) FILTER (WHERE recheck_of IS NULL)
                FROM stored
                GROUP BY hour, area_code, checkpoint_id
                ORDER BY hour, area_code COLLATE "C", checkpoint_id
                ON CONFLICT (hour, area_code, checkpoint_id) DO UPDATE SET
                    screened = old.screened + excluded.screened, rechecked = old.rechecked + excluded.rechecked,
                    with_papers = old.with_papers + excluded.with_papers
            )
            SELECT count(*) AS stored FROM stored
            """;

    static final String TRAVELLERS = "SELECT token, id FROM traveller WHERE token = ANY ($1)";
    static final String VEHICLES = "SELECT token, id FROM vehicle WHERE token = ANY ($1)";

    private PassageSql() {}

    private static String newestSealAndWidestSpan() {
        return """
                    sealed = CASE WHEN excluded.sealed_at > coalesce(old.sealed_at, '-infinity')
                        THEN excluded.sealed ELSE old.sealed END,
                    sealed_data_key = CASE WHEN excluded.sealed_at > coalesce(old.sealed_at, '-infinity')
                        THEN excluded.sealed_data_key ELSE old.sealed_data_key END,
                    sealed_reading_id = CASE WHEN excluded.sealed_at > coalesce(old.sealed_at, '-infinity')
                        THEN excluded.sealed_reading_id ELSE old.sealed_reading_id END,
                    sealed_at = greatest(excluded.sealed_at, old.sealed_at),
                    first_seen_at = least(excluded.first_seen_at, old.first_seen_at),
                    last_seen_at = greatest(excluded.last_seen_at, old.last_seen_at)
                WHERE excluded.first_seen_at < old.first_seen_at OR excluded.last_seen_at > old.last_seen_at
                    OR excluded.sealed_at > coalesce(old.sealed_at, '-infinity')
                RETURNING token, id
                """;
    }
}
