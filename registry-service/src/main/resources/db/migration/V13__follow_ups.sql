-- References to travellers are not foreign keys, as in passage: a follow-up outlives the person's erasure.
CREATE TABLE follow_up (
    id           uuid           PRIMARY KEY DEFAULT gen_random_uuid(),
    traveller_id uuid           NOT NULL,
    cause        text           NOT NULL,
    opened_at    timestamptz    NOT NULL,
    closed_at    timestamptz,
    -- Collation "C", so that an area's prefix is a range of an index.
    area_code    text           NOT NULL COLLATE "C",
    state        text           NOT NULL DEFAULT 'UNASSIGNED'
        CHECK (state IN ('UNASSIGNED', 'ASSIGNED', 'ACCEPTED', 'COMPLETED', 'REFERRED', 'CLOSED')),
    assignee     text,
    accept_by    timestamptz,
    caused_by    bigint[]       NOT NULL,
    asked        int8multirange NOT NULL,
    entered      int8multirange NOT NULL DEFAULT '{}',
    ends         bigint         NOT NULL,
    waiting_for  bigint         NOT NULL GENERATED ALWAYS AS (coalesce(lower(asked - entered), ends)) STORED,
    feverish     boolean        NOT NULL DEFAULT false,
    version      bigint         NOT NULL DEFAULT 1,
    CHECK ((closed_at IS NULL) = (state IN ('UNASSIGNED', 'ASSIGNED', 'ACCEPTED'))),
    CHECK ((accept_by IS NOT NULL) = (state = 'ASSIGNED')),
    CHECK (state NOT IN ('ASSIGNED', 'ACCEPTED') OR assignee IS NOT NULL)
);
CREATE UNIQUE INDEX follow_up_one_open ON follow_up (traveller_id) WHERE closed_at IS NULL;
CREATE INDEX follow_up_traveller ON follow_up (traveller_id);
-- The worklists: who has waited longest for an entry comes first.
CREATE INDEX follow_up_open ON follow_up (waiting_for, id) WHERE closed_at IS NULL;
CREATE INDEX follow_up_open_in_area ON follow_up (area_code, waiting_for, id) WHERE closed_at IS NULL;
CREATE INDEX follow_up_open_of ON follow_up (assignee, waiting_for, id) WHERE closed_at IS NULL;
CREATE INDEX follow_up_over_in_area ON follow_up (area_code, waiting_for, id) WHERE closed_at IS NOT NULL;
COMMENT ON TABLE follow_up IS 'Travellers who are looked after for 14 days. Half days of the county are numbered through: mornings of 1970-01-01 and after are 0, 2, 4…, evenings 1, 3, 5….';
COMMENT ON COLUMN follow_up.cause IS 'What opened it.';
COMMENT ON COLUMN follow_up.opened_at IS 'When its first cause was.';
COMMENT ON COLUMN follow_up.area_code IS 'Where it is looked after: the grid cell, else the town, else the county.';
COMMENT ON COLUMN follow_up.caused_by IS 'Ids of all its causes.';
COMMENT ON COLUMN follow_up.asked IS 'The half days in which an entry is asked for; of one that is closed, those before that.';
COMMENT ON COLUMN follow_up.entered IS 'The half days that have an entry.';
COMMENT ON COLUMN follow_up.ends IS 'The half day with which it can be completed.';
COMMENT ON COLUMN follow_up.waiting_for IS 'The first half day that still lacks an entry; it never goes back but when an entry''s time is corrected.';
COMMENT ON COLUMN follow_up.feverish IS 'An entry tells of a fever.';

CREATE TABLE follow_up_cause (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reading_id uuid        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('CONFIRMED_FEVER', 'KEY_REGION_ARRIVAL')),
    region_id  text,
    at         timestamptz NOT NULL,
    known_at   timestamptz NOT NULL,
    UNIQUE (reading_id, kind)
);
COMMENT ON TABLE follow_up_cause IS 'Why travellers are followed up. What is told again changes nothing, also when the follow-up is over.';
COMMENT ON COLUMN follow_up_cause.reading_id IS 'Of a confirmed fever, the reading that opened its episode.';

CREATE TABLE follow_up_pending (
    reading_id   uuid        PRIMARY KEY,
    token        text        NOT NULL,
    confirmed_by uuid        NOT NULL,
    at           timestamptz NOT NULL,
    area_code    text        NOT NULL,
    told_at      timestamptz NOT NULL
);
COMMENT ON TABLE follow_up_pending IS 'Confirmed fevers whose traveller is yet to be known here: readings and alerts come by ways of their own.';

CREATE TABLE follow_up_step (
    follow_up_id uuid        NOT NULL REFERENCES follow_up (id) ON DELETE CASCADE,
    version      bigint      NOT NULL,
    at           timestamptz NOT NULL,
    kind         text        NOT NULL,
    actor        text        NOT NULL,
    area_code    text        NOT NULL,
    assignee     text,
    place        text,
    reason       text,
    PRIMARY KEY (follow_up_id, version)
);
COMMENT ON TABLE follow_up_step IS 'What was done about follow-ups, by whom; only added to.';
COMMENT ON COLUMN follow_up_step.version IS 'The follow-up''s after it.';
COMMENT ON COLUMN follow_up_step.area_code IS 'Where it was looked after from then on.';

CREATE TABLE follow_up_entry (
    follow_up_id uuid        NOT NULL REFERENCES follow_up (id) ON DELETE CASCADE,
    entry_id     uuid        NOT NULL,
    revision     integer     NOT NULL,
    half_day     bigint      NOT NULL,
    taken_at     timestamptz NOT NULL,
    temperature  integer     NOT NULL,
    symptoms     text[]      NOT NULL,
    note         text,
    feverish     boolean     NOT NULL,
    actor        text        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    PRIMARY KEY (follow_up_id, entry_id, revision)
);
COMMENT ON TABLE follow_up_entry IS 'How travellers were, by half day; only added to: a correction is a revision more, and the last one counts. Temperatures in m°C.';
COMMENT ON COLUMN follow_up_entry.entry_id IS 'Chosen by who writes it: sent again, it is the same entry.';

REVOKE UPDATE, DELETE ON follow_up_step, follow_up_entry FROM "${service-role}";
