-- What is, or was, wrong with a device, and what people do about it.
CREATE TABLE device_alert (
    id            uuid        PRIMARY KEY,
    device_id     text        NOT NULL,
    checkpoint_id text        NOT NULL,
    -- Collation "C", so that an area's prefix is a range of the index.
    area_code     text        NOT NULL COLLATE "C",
    finding       text        NOT NULL
        CHECK (finding IN ('silent', 'stuck', 'flat', 'drifting', 'gaps', 'clock', 'calibration')),
    -- Readings measured from since until before until are doubtful, if the finding is of that kind.
    since         timestamptz NOT NULL,
    until         timestamptz CHECK (until > since),
    seen          bigint      NOT NULL, -- in the finding's unit
    held_against  bigint      NOT NULL,
    told_at       timestamptz NOT NULL, -- as of when
    raised_at     timestamptz NOT NULL DEFAULT now(),
    state         text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'acknowledged', 'closed')),
    version       integer     NOT NULL DEFAULT 0
);
-- One at a time.
CREATE UNIQUE INDEX device_alert_standing ON device_alert (device_id, finding) WHERE until IS NULL;
CREATE INDEX device_alert_doubtful ON device_alert (device_id, since)
    WHERE finding IN ('stuck', 'flat', 'drifting', 'calibration');
CREATE INDEX device_alert_newest ON device_alert (since DESC, id DESC);
CREATE INDEX device_alert_queue ON device_alert (since DESC, id DESC) WHERE state <> 'closed';
CREATE INDEX device_alert_checkpoint ON device_alert (checkpoint_id, since DESC, id DESC);

-- Who did what, when, and why; only ever added to.
CREATE TABLE device_alert_action (
    device_alert_id uuid        NOT NULL REFERENCES device_alert,
    version         integer     NOT NULL,
    action          text        NOT NULL CHECK (action IN ('acknowledge', 'comment', 'close')),
    state_before    text        NOT NULL,
    state_after     text        NOT NULL,
    actor           text        NOT NULL,
    note            text,
    recorded_at     timestamptz NOT NULL,
    PRIMARY KEY (device_alert_id, version)
);

-- A change is of an alert or of a device's.
ALTER TABLE alert_change
    ALTER COLUMN alert_id DROP NOT NULL,
    ALTER COLUMN episode_state DROP NOT NULL,
    ALTER COLUMN historic DROP NOT NULL,
    ALTER COLUMN readings DROP NOT NULL,
    ADD COLUMN device_alert_id uuid REFERENCES device_alert,
    ADD CONSTRAINT alert_change_of_one CHECK (
        (device_alert_id IS NULL) <> (alert_id IS NULL)
        AND (alert_id IS NULL OR num_nulls(episode_state, historic, readings) = 0));

-- The open alerts of a device that has fallen ill.
CREATE INDEX alert_open_of_device ON alert (device_id, measured_at) WHERE state = 'open';

CREATE TABLE checkpoint_status (
    checkpoint_id      text        PRIMARY KEY,
    area_code          text        NOT NULL COLLATE "C",
    told_at            timestamptz NOT NULL,
    last_reading_at    timestamptz,
    last_five_minutes  integer     NOT NULL,
    last_quarter_hour  integer     NOT NULL,
    last_hour          integer     NOT NULL,
    fevers_of_last_hour integer     NOT NULL,
    devices            jsonb       NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX checkpoint_status_area ON checkpoint_status (area_code, checkpoint_id);
