CREATE TABLE tally (
    hour          timestamptz NOT NULL,
    area_code     text        NOT NULL COLLATE "C",
    checkpoint_id text        NOT NULL,
    screened      bigint      NOT NULL,
    rechecked     bigint      NOT NULL,
    with_papers   bigint      NOT NULL,
    PRIMARY KEY (hour, area_code, checkpoint_id)
    -- The rows of this hour are written again and again: there is room for that beside each.
) WITH (fillfactor = 50);
COMMENT ON TABLE tally IS 'How many readings were taken where, by the hour; written by the statement that stores them, and kept longer than they are.';
COMMENT ON COLUMN tally.screened IS 'First readings; without those that looked at somebody again.';
COMMENT ON COLUMN tally.rechecked IS 'Readings that looked at somebody again.';
COMMENT ON COLUMN tally.with_papers IS 'Of those screened, who showed papers.';

INSERT INTO tally (hour, area_code, checkpoint_id, screened, rechecked, with_papers)
SELECT date_trunc('hour', measured_at, 'UTC'), area_code, checkpoint_id,
    count(*) FILTER (WHERE recheck_of IS NULL), count(recheck_of),
    count(traveller_id) FILTER (WHERE recheck_of IS NULL)
FROM passage
GROUP BY 1, 2, 3;
