CREATE TABLE enrolment (
    code_hash     bytea PRIMARY KEY,
    checkpoint_id text NOT NULL REFERENCES checkpoint (id),
    site          text NOT NULL,
    mode          text NOT NULL,
    offset_mc     integer NOT NULL,
    drawn_at      timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    redeemed_at   timestamptz,
    device_id     text
);
COMMENT ON TABLE enrolment IS 'Codes with which gateways register themselves at a checkpoint, each once.';
COMMENT ON COLUMN enrolment.code_hash IS 'SHA-256 of the code; the code itself is nowhere.';
COMMENT ON COLUMN enrolment.device_id IS 'Who redeemed it.';
