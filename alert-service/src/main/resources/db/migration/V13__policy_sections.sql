-- A version also says when fevers are a cluster and when something is wrong with a device.
-- NULL in those from before there were any but the default figures.
ALTER TABLE screening_policy
    ADD COLUMN clusters jsonb, -- by what they have in common, in ms
    ADD COLUMN devices  jsonb; -- in ms and m°C
