-- How severe an alert is: its highest fever's grade, or critical when it has to do with a key region.
ALTER TABLE alert
    ADD COLUMN severity   text NOT NULL DEFAULT 'low' CHECK (severity IN ('low', 'moderate', 'high', 'critical')),
    ADD COLUMN key_region text;

ALTER TABLE alert_change
    ADD COLUMN severity text NOT NULL DEFAULT 'low';
