-- Who has to know as long as nobody acknowledges.
ALTER TABLE alert
    ADD COLUMN escalation  text NOT NULL DEFAULT 'checkpoint'
        CHECK (escalation IN ('checkpoint', 'township', 'county')),
    -- When the next level has to know; null when nobody else has to.
    ADD COLUMN escalate_at timestamptz;
CREATE INDEX alert_escalate_at ON alert (escalate_at) WHERE escalate_at IS NOT NULL;

-- Each step once.
CREATE TABLE alert_escalation (
    alert_id     uuid        NOT NULL REFERENCES alert,
    level        text        NOT NULL CHECK (level IN ('township', 'county')),
    escalated_at timestamptz NOT NULL,
    PRIMARY KEY (alert_id, level)
);

ALTER TABLE alert_change
    DROP CONSTRAINT alert_change_cause_check,
    ADD CONSTRAINT alert_change_cause_check
        CHECK (cause IN ('reading', 'window-end', 'merger', 'action', 'overdue', 'escalation'));
