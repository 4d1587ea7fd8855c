-- An episode expires when nobody rechecks, and merges into another when a late reading joins the two.
ALTER TABLE alert
    DROP CONSTRAINT alert_episode_state_check,
    ADD CONSTRAINT alert_episode_state_check
        CHECK (episode_state IN ('suspected', 'confirmed', 'cleared', 'expired', 'merged')),
    -- What is known of the episode; a change with a lower one comes too late.
    ADD COLUMN revision integer NOT NULL DEFAULT 0,
    -- The alert that goes on for this one. No foreign key: it may be stored by another instance, a moment later.
    ADD COLUMN merged_into uuid CHECK ((merged_into IS NOT NULL) = (episode_state = 'merged'));
CREATE INDEX alert_merged_into ON alert (merged_into) WHERE merged_into IS NOT NULL;

ALTER TABLE alert_change
    ADD COLUMN cause text NOT NULL DEFAULT 'reading' CHECK (cause IN ('reading', 'window-end', 'merger'));
