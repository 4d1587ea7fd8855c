-- Synthetic fevers, which test the way from gateway to officer; the newest few per checkpoint. They are no alerts, so
-- that nothing that looks at alerts can count them.
CREATE TABLE probe (
    reading_id    uuid        PRIMARY KEY,
    checkpoint_id text        NOT NULL,
    device_id     text        NOT NULL,
    measured_at   timestamptz NOT NULL,
    received_at   timestamptz NOT NULL,
    stored_at     timestamptz NOT NULL
);
CREATE INDEX probe_checkpoint ON probe (checkpoint_id, stored_at DESC);

-- The way of each checkpoint that has ever sent one, by the newest that has arrived.
CREATE TABLE probe_way (
    checkpoint_id text        PRIMARY KEY,
    area_code     text        NOT NULL COLLATE "C",
    measured_at   timestamptz NOT NULL,
    received_at   timestamptz NOT NULL,
    stored_at     timestamptz NOT NULL,
    -- How often its devices send one, as learnt; null when that is not known yet.
    every         interval,
    missing_since timestamptz
);
CREATE INDEX probe_way_area ON probe_way (area_code, checkpoint_id);

-- When it was last looked which are missing. Who has not looked for a while was away himself, and first takes in
-- what waits.
CREATE TABLE probe_watch (
    single_row  boolean     PRIMARY KEY DEFAULT true CHECK (single_row),
    looked_at   timestamptz NOT NULL,
    quiet_until timestamptz NOT NULL
);
INSERT INTO probe_watch (looked_at, quiet_until) VALUES ('-infinity', '-infinity');

-- A change is of an alert, of a device's, or this.
ALTER TABLE alert_change
    ADD COLUMN probe jsonb,
    DROP CONSTRAINT alert_change_of_one,
    ADD CONSTRAINT alert_change_complete CHECK (
        num_nonnulls(alert_id, device_alert_id, probe) = 1
        AND (alert_id IS NULL OR num_nulls(episode_state, historic, readings) = 0));
CREATE INDEX alert_change_probe ON alert_change (changed_at) WHERE probe IS NOT NULL;
