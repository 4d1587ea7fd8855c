-- An alert is what people do about an episode; an episode has one.
CREATE TABLE alert (
    id             uuid        PRIMARY KEY,
    episode_id     uuid        NOT NULL UNIQUE,
    state          text        NOT NULL DEFAULT 'open' CHECK (state IN ('open')),
    episode_state  text        NOT NULL CHECK (episode_state IN ('suspected', 'confirmed', 'cleared')),
    historic       boolean     NOT NULL,
    checkpoint_id  text        NOT NULL,
    -- Collation "C", so that an area's prefix is a range of the index.
    area_code      text        NOT NULL COLLATE "C",
    device_id      text        NOT NULL,
    reading_id     uuid        NOT NULL,
    site           text        NOT NULL,
    temperature    integer     NOT NULL, -- m°C
    threshold      integer     NOT NULL, -- m°C
    policy_version text        NOT NULL,
    measured_at    timestamptz NOT NULL,
    received_at    timestamptz NOT NULL,
    opened_at      timestamptz NOT NULL,
    raised_at      timestamptz NOT NULL DEFAULT now(),
    readings       integer     NOT NULL DEFAULT 0
);
CREATE INDEX alert_newest ON alert (opened_at DESC, id DESC);
CREATE INDEX alert_checkpoint ON alert (checkpoint_id, opened_at DESC, id DESC);
CREATE INDEX alert_area ON alert (area_code, opened_at DESC, id DESC);

-- A reading is in one episode: its key makes a redelivered change have no effect.
CREATE TABLE episode_reading (
    reading_id     uuid        PRIMARY KEY,
    alert_id       uuid        NOT NULL REFERENCES alert,
    verdict        text        NOT NULL CHECK (verdict IN ('normal', 'fever', 'invalid-cold')),
    temperature    integer     NOT NULL, -- m°C
    threshold      integer     NOT NULL, -- m°C
    policy_version text        NOT NULL,
    site           text        NOT NULL,
    device_id      text        NOT NULL,
    checkpoint_id  text        NOT NULL,
    area_code      text        NOT NULL COLLATE "C",
    measured_at    timestamptz NOT NULL,
    received_at    timestamptz NOT NULL
);
CREATE INDEX episode_reading_alert ON episode_reading (alert_id);

-- What the stream tells. Writers take a lock (see AlertWriter), so that numbers become visible in their order.
CREATE TABLE alert_change (
    seq           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alert_id      uuid        NOT NULL REFERENCES alert,
    reading_id    uuid        NOT NULL,
    episode_state text        NOT NULL,
    historic      boolean     NOT NULL,
    readings      integer     NOT NULL,
    changed_at    timestamptz NOT NULL DEFAULT now()
);
