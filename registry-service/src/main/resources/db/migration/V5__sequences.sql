-- How many numbers there are in a set.
CREATE FUNCTION numbers_in(numbers int8multirange) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(sum(upper(r) - lower(r)), 0)::bigint FROM unnest(numbers) AS r
$$;

-- How many ranges they make.
CREATE FUNCTION ranges_in(numbers int8multirange) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT count(*)::integer FROM unnest(numbers)
$$;

-- What is missing between a number and the highest that has arrived.
CREATE FUNCTION gaps_in(arrived int8multirange, counted_from bigint) RETURNS int8multirange
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT int8multirange(int8range(counted_from, greatest(counted_from, upper(arrived)))) - arrived
$$;

-- From where to count, so that no more than so many gaps remain.
CREATE FUNCTION counted_with(arrived int8multirange, most_gaps integer, counted_from bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT greatest(counted_from, (SELECT lower(r) FROM unnest(arrived) AS r ORDER BY r DESC OFFSET most_gaps LIMIT 1))
$$;

CREATE TABLE device_sequence (
    device_id      text NOT NULL,
    boot_id        text NOT NULL,
    arrived        int8multirange NOT NULL,
    counted_from   bigint NOT NULL DEFAULT 0,
    duplicates     bigint NOT NULL,
    replays        bigint NOT NULL,
    first_heard_at timestamptz NOT NULL,
    last_heard_at  timestamptz NOT NULL,
    untold         boolean NOT NULL,
    PRIMARY KEY (device_id, boot_id)
) WITH (fillfactor = 70);
CREATE INDEX device_sequence_untold ON device_sequence (device_id) WHERE untold;
COMMENT ON TABLE device_sequence IS 'Which of the numbers that a device counts its readings with have arrived, by boot. Times by the door''s clock.';
COMMENT ON COLUMN device_sequence.counted_from IS 'Gaps below are forgotten: there were too many.';
COMMENT ON COLUMN device_sequence.duplicates IS 'Readings that the device sent again.';
COMMENT ON COLUMN device_sequence.replays IS 'Numbers that came again with another reading.';
COMMENT ON COLUMN device_sequence.untold IS 'Gaps, duplicates or replays have changed since other services were told.';

CREATE TABLE device_fact (
    device_id     text PRIMARY KEY,
    missing       bigint NOT NULL,
    gaps          integer NOT NULL,
    duplicates    bigint NOT NULL,
    replays       bigint NOT NULL,
    last_heard_at timestamptz NOT NULL,
    told_at       timestamptz NOT NULL,
    version       bigint NOT NULL
);
COMMENT ON TABLE device_fact IS 'What other services were told of devices'' sequences, last.';
