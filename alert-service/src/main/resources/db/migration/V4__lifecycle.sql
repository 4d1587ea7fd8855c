-- What people do about an alert.
ALTER TABLE alert
    DROP CONSTRAINT alert_state_check,
    ADD CONSTRAINT alert_state_check CHECK (
        state IN ('open', 'acknowledged', 'referred', 'arrived', 'isolated', 'closed', 'dismissed')),
    ADD COLUMN version         integer NOT NULL DEFAULT 0,
    ADD COLUMN assignee        text,
    ADD COLUMN acknowledged_at timestamptz,
    ADD COLUMN reported_at     timestamptz,
    ADD COLUMN referred_at     timestamptz, -- the last time
    ADD COLUMN clinic          text,
    ADD COLUMN isolated_at     timestamptz,
    ADD COLUMN treated_at      timestamptz,
    ADD COLUMN closed_at       timestamptz,
    ADD COLUMN outcome         text,
    -- Since when who was referred should have been at the clinic.
    ADD COLUMN overdue_since   timestamptz;
-- Few are referred and not yet there.
CREATE INDEX alert_awaited ON alert (referred_at) WHERE state = 'referred' AND overdue_since IS NULL;
-- What is still to be done.
CREATE INDEX alert_state_area ON alert (state, area_code, opened_at DESC, id DESC);

-- Who did what, when, and why; only ever added to.
CREATE TABLE alert_action (
    alert_id     uuid        NOT NULL REFERENCES alert,
    version      integer     NOT NULL,
    action       text        NOT NULL,
    state_before text        NOT NULL,
    state_after  text        NOT NULL,
    actor        text        NOT NULL,
    reason       text,
    clinic       text,
    assignee     text,
    outcome      text,
    occurred_at  timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (alert_id, version)
);

ALTER TABLE alert_change
    ALTER COLUMN reading_id DROP NOT NULL,
    ADD COLUMN state text NOT NULL DEFAULT 'open',
    DROP CONSTRAINT alert_change_cause_check,
    ADD CONSTRAINT alert_change_cause_check
        CHECK (cause IN ('reading', 'window-end', 'merger', 'action', 'overdue'));
