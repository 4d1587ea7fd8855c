CREATE TABLE receipt (
    reading_id    uuid PRIMARY KEY,
    measured_at   timestamptz NOT NULL,
    received_at   timestamptz NOT NULL,
    stored_at     timestamptz NOT NULL,
    device_id     text NOT NULL,
    checkpoint_id text NOT NULL,
    area_code     text NOT NULL,
    lane          text NOT NULL,
    digest        bytea,
    repeated_at   timestamptz,
    reused        integer NOT NULL DEFAULT 0,
    reused_at     timestamptz
) WITH (fillfactor = 90);
CREATE INDEX receipt_stored ON receipt (stored_at);
COMMENT ON TABLE receipt IS 'What is known of a reading''s id, whatever time it says it was measured at. Kept as long as the id can be sent again.';
COMMENT ON COLUMN receipt.digest IS 'Of the content as the device sent it. Null: stored before digests were; its time stands for its content.';
COMMENT ON COLUMN receipt.repeated_at IS 'When the same content came again, by the door''s clock, last.';
COMMENT ON COLUMN receipt.reused IS 'How often the id came with other content, which was not stored.';
COMMENT ON COLUMN receipt.reused_at IS 'When it did last, by the door''s clock.';

-- Of passages that were stored before this table was, the first of each id.
INSERT INTO receipt (reading_id, measured_at, received_at, stored_at, device_id, checkpoint_id, area_code, lane)
SELECT DISTINCT ON (reading_id)
    reading_id, measured_at, received_at, received_at, device_id, checkpoint_id, area_code, lane
FROM passage
WHERE received_at > now() - interval '35 days'
ORDER BY reading_id, received_at;
