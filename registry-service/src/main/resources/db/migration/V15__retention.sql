-- Drops the partition of a day that is past retention, and tells how many passages it had; as the partitions' owner,
-- and never one of the last week, whatever the service asks for. Beside a default partition none can be detached
-- without a lock; so whoever stores or reads passages waits no longer for it than lock_timeout, after which it fails
-- (SQLSTATE 55P03) and is to be tried again. They are counted before anybody waits.
CREATE FUNCTION drop_passage_partition(day date) RETURNS bigint LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '100ms' AS $$
DECLARE
    partition text := 'passage_' || to_char(day, 'YYYYMMDD');
    passages  bigint;
BEGIN
    IF day > (now() AT TIME ZONE 'Asia/Shanghai')::date - 7 THEN
        RAISE EXCEPTION 'the passages of % are too young to be dropped', day USING ERRCODE = 'insufficient_privilege';
    END IF;
    EXECUTE format('SELECT count(*) FROM %I', partition) INTO passages;
    PERFORM pg_advisory_xact_lock(hashtext('passage partitions'));
    LOCK TABLE ONLY passage IN ACCESS EXCLUSIVE MODE;
    EXECUTE format('DROP TABLE %I', partition);
    RETURN passages;
END
$$;
REVOKE ALL ON FUNCTION drop_passage_partition(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION drop_passage_partition(date) TO "${service-role}";

CREATE INDEX passage_undated_received ON passage_undated (received_at);

-- Those that are there count from now on: nothing tells when their readings were received.
ALTER TABLE verdict ADD COLUMN received_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE verdict ALTER COLUMN received_at DROP DEFAULT;
CREATE INDEX verdict_received ON verdict (received_at);
COMMENT ON COLUMN verdict.received_at IS 'When the reading was received, by the door''s clock.';

CREATE INDEX device_finding_ended ON device_finding (until) WHERE until IS NOT NULL;

-- By the day and not by the time: an index on what changes with each reading would be written with each reading.
ALTER TABLE traveller ADD COLUMN last_seen_day date NOT NULL
    GENERATED ALWAYS AS ((last_seen_at AT TIME ZONE 'Asia/Shanghai')::date) STORED;
CREATE INDEX traveller_last_seen ON traveller (last_seen_day);
ALTER TABLE vehicle ADD COLUMN last_seen_day date NOT NULL
    GENERATED ALWAYS AS ((last_seen_at AT TIME ZONE 'Asia/Shanghai')::date) STORED;
CREATE INDEX vehicle_last_seen ON vehicle (last_seen_day);

-- Travellers who stay, with their identity, although their passages are gone, and who cannot be erased.
CREATE VIEW held_traveller (traveller_id) AS SELECT NULL::uuid WHERE false;
COMMENT ON VIEW held_traveller IS 'Who is kept for something that is not done with, beyond the passages; nobody yet.';
