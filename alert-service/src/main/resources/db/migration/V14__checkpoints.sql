-- Checkpoints as registry-service has them registered: how they are called, and where they are.
CREATE TABLE checkpoint (
    id        text             PRIMARY KEY,
    name      text             NOT NULL,
    -- Collation "C", so that an area's prefix is a range of the index.
    area_code text             NOT NULL COLLATE "C",
    latitude  double precision, -- degrees, WGS 84; null: not known, or it moves
    longitude double precision,
    version   bigint           NOT NULL,
    CHECK ((latitude IS NULL) = (longitude IS NULL))
);
CREATE INDEX checkpoint_area ON checkpoint (area_code);

-- How many live readings a checkpoint had in a quarter of an hour: what it said last of the fifteen minutes before, up to
-- the quarter's end.
CREATE TABLE checkpoint_quarter (
    quarter       timestamptz NOT NULL,
    checkpoint_id text        NOT NULL,
    area_code     text        NOT NULL COLLATE "C",
    readings      integer     NOT NULL,
    told_at       timestamptz NOT NULL,
    PRIMARY KEY (quarter, checkpoint_id)
);

-- What the board shows and counts: few of many, once there are many that are over.
CREATE INDEX alert_standing ON alert (opened_at DESC, id DESC)
    WHERE state NOT IN ('closed', 'dismissed') AND episode_state <> 'merged';
