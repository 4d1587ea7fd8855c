-- Equality beside overlap in one exclusion constraint.
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE unit
    -- Two of one name in one place would be taken for each other; a creation that is sent again meets the first.
    ADD CONSTRAINT unit_name UNIQUE (area_code, name),
    -- Of a province's or city's round code, such as 360300, all of it: see AreaScope.
    ADD COLUMN area_prefix text COLLATE "C" NOT NULL
        GENERATED ALWAYS AS (regexp_replace(area_code, '^(?:([0-9]{2})0000|([0-9]{4})00)$', '\1\2')) STORED;

-- Who is on duty, from starts_at on until ends_at, which is not part of it.
CREATE TABLE shift (
    id        uuid        PRIMARY KEY,
    unit_id   uuid        NOT NULL REFERENCES unit ON DELETE CASCADE,
    person    text        NOT NULL, -- the subject of their token, as with actions
    starts_at timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL,
    CONSTRAINT shift_length CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '24 hours'),
    -- Nobody is there twice.
    CONSTRAINT shift_overlap EXCLUDE USING gist (unit_id WITH =, person WITH =, tstzrange(starts_at, ends_at) WITH &&)
);
CREATE INDEX shift_unit ON shift (unit_id, ends_at);

-- Who had to know when a step was taken, and who was on duty there, as it was then: units and rosters change.
CREATE TABLE alert_escalation_unit (
    alert_id  uuid   NOT NULL,
    level     text   NOT NULL,
    unit_id   uuid   NOT NULL,
    unit_name text   NOT NULL,
    on_duty   text[] NOT NULL,
    PRIMARY KEY (alert_id, level, unit_id),
    FOREIGN KEY (alert_id, level) REFERENCES alert_escalation
);

-- What the one who leaves tells the one who comes. It stays when the unit does not.
CREATE TABLE handover (
    id           uuid        PRIMARY KEY,
    unit_id      uuid        NOT NULL,
    unit_name    text        NOT NULL,
    area_code    text        NOT NULL COLLATE "C",
    from_person  text        NOT NULL,
    to_person    text,
    note         text        NOT NULL,
    written_at   timestamptz NOT NULL,
    -- What was to be done in the unit's area at that time; of those referred, some are overdue.
    open         integer     NOT NULL,
    acknowledged integer     NOT NULL,
    referred     integer     NOT NULL,
    overdue      integer     NOT NULL,
    alerts       uuid[]      NOT NULL,
    clusters     uuid[]      NOT NULL,
    accepted_at  timestamptz,
    accepted_by  text,
    CHECK ((accepted_at IS NULL) = (accepted_by IS NULL))
);
CREATE INDEX handover_newest ON handover (written_at DESC, id DESC);
-- The same note sent again while it waits is the same hand-over.
CREATE UNIQUE INDEX handover_waiting ON handover (unit_id, from_person, md5(note)) WHERE accepted_at IS NULL;
