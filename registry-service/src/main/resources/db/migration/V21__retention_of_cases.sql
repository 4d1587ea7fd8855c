-- A closed follow-up is kept for a while with whom it was of, and then as one of nobody.
ALTER TABLE follow_up ADD COLUMN pseudonymised_at timestamptz;
CREATE INDEX follow_up_closed ON follow_up (closed_at) WHERE closed_at IS NOT NULL AND pseudonymised_at IS NULL;
COMMENT ON COLUMN follow_up.pseudonymised_at IS 'Since when traveller_id is a random one, which leads to nobody.';

CREATE OR REPLACE VIEW held_traveller (traveller_id, area_code) AS
    SELECT traveller_id, area_code FROM follow_up WHERE pseudonymised_at IS NULL;
COMMENT ON VIEW held_traveller IS 'Who is kept, and cannot be erased, for a follow-up that is open, or closed and still kept; and where that is looked after.';
