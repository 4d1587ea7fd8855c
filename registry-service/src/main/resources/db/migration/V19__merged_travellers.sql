CREATE TABLE traveller_merge (
    traveller_id uuid PRIMARY KEY REFERENCES traveller ON DELETE CASCADE,
    merged_into  uuid NOT NULL REFERENCES traveller ON DELETE CASCADE,
    CHECK (merged_into <> traveller_id)
);
CREATE INDEX traveller_merge_into ON traveller_merge (merged_into);
COMMENT ON TABLE traveller_merge IS 'Travellers who proved to be the person that another is: a traveller is a document. What is merged into is merged into nothing itself. Who said so, when and why is in the audit log; without the row all is as before.';

-- The travellers who are one person with a traveller, itself included. One SELECT, so that the planner sees through it.
CREATE FUNCTION same_person(traveller uuid) RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 1 AS $$
    SELECT coalesce((SELECT merged_into FROM traveller_merge WHERE traveller_id = traveller), traveller)
    UNION ALL
    SELECT m.traveller_id FROM traveller_merge m
    WHERE m.merged_into = coalesce((SELECT merged_into FROM traveller_merge WHERE traveller_id = traveller), traveller)
$$;
