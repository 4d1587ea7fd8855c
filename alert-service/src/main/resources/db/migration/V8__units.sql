-- Who has to know and who acts: the people of a checkpoint, of a township, of a county.
CREATE TABLE unit (
    id            uuid    PRIMARY KEY,
    name          text    NOT NULL,
    level         text    NOT NULL CHECK (level IN ('checkpoint', 'township', 'county')),
    -- Where it is answerable; collation "C", so that an area's prefix is a range of the index.
    area_code     text    NOT NULL COLLATE "C",
    checkpoint_id text, -- null: every checkpoint in its area
    version       integer NOT NULL DEFAULT 1
);
CREATE INDEX unit_area ON unit (area_code);

-- The causes of changes are an enumeration of the code (rest, streams and tests know them); one place is enough.
ALTER TABLE alert_change DROP CONSTRAINT alert_change_cause_check;
