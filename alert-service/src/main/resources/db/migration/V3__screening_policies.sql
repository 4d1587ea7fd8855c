-- What the county has adopted; a version is never changed. The default one is the code's.
CREATE TABLE screening_policy (
    number         integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version        text        NOT NULL GENERATED ALWAYS AS ('county-' || number) STORED UNIQUE,
    -- At any moment one is in force.
    effective_from timestamptz NOT NULL UNIQUE,
    recheck_window interval    NOT NULL CHECK (recheck_window > interval '0'),
    moderate_above integer     NOT NULL, -- m°C
    high_from      integer     NOT NULL CHECK (high_from > moderate_above), -- m°C
    rules          jsonb       NOT NULL, -- by site, in m°C
    reason         text        NOT NULL CHECK (reason <> ''),
    adopted_by     text        NOT NULL,
    adopted_at     timestamptz NOT NULL DEFAULT now(),
    published_at   timestamptz
);
